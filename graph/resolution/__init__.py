"""Resolution: which mentions, in all documents of a case, mean one thing.

A pure function of extractions and decisions.
Only what is certain is joined by rule; what is likely becomes a candidate for a person. What a person decided
comes first: "same" is joined before any rule runs, "different" is kept apart whatever the rules say, also
where third things stand between.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.casefile.decision import Decision
from graph.masking import MaskedCase
from graph.resolution.ids import node_ids
from graph.resolution.incidents import resolve_events, resolve_incidents
from graph.resolution.names import resolve_names
from graph.resolution.officials import resolve_officials
from graph.resolution.suspects import resolve_suspects
from graph.resolution.world import Merge, World, anchors

__all__ = ["Candidate", "Merge", "Resolution", "anchors", "resolve"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two nodes that may be one, for a person to judge. `score` is between 0 and 1."""

    a: str
    b: str
    label: str
    rule: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What every entity of every document is in the graph.

    `nodes` maps (document SHA-256, entity id) to a node id; `anchors` a node id to the anchors it is made of
    (what a `Decision` names); `merges` are the joins and their rules; `unused` the decisions that could not
    be followed: their anchors are gone, or a "different" one forbids them.
    """

    nodes: Mapping[tuple[str, str], str]
    anchors: Mapping[str, tuple[str, ...]]
    merges: tuple[Merge, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    unused: tuple[Decision, ...] = ()


def resolve(case: MaskedCase, decisions: Iterable[Decision] = ()) -> Resolution:
    """The resolution of a case, whatever the order of documents. An undone decision counts for nothing."""
    world = World(case)
    standing = _standing(decisions)
    unused = _follow(world, standing)
    for rule in (resolve_names, resolve_officials, resolve_incidents, resolve_events, resolve_suspects):
        rule(world)
    ids = node_ids(world)
    made_of = {ids[root]: tuple(members) for root, members in world.clusters.groups().items()}
    return Resolution(
        {key: ids[world.root(item)] for key, item in world.by_entity.items()},
        dict(sorted(made_of.items())),
        tuple(sorted(world.merges, key=lambda merge: (merge.a, merge.b, merge.rule))),
        _candidates(world, ids, standing),
        unused,
    )


def _standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold: not undone, and the latest on each pair."""
    latest: dict[frozenset[str], Decision] = {}
    for decision in sorted(decisions, key=lambda each: (each.at, each.id)):
        if decision.undone_at is None:
            latest[frozenset((decision.a, decision.b))] = decision
    return sorted(latest.values(), key=lambda each: (each.at, each.id))


def _follow(world: World, decisions: list[Decision]) -> tuple[Decision, ...]:
    """Carry out the decisions, the "different" ones first; those that could not be followed."""
    unused: list[Decision] = []
    for decision in sorted(decisions, key=lambda each: each.kind != "different"):
        a, b = world.items.get(decision.a), world.items.get(decision.b)
        if a is None or b is None or a.entity.label != b.entity.label:
            unused.append(decision)
        elif decision.kind == "different":
            if not world.clusters.forbid(a.anchor, b.anchor):
                unused.append(decision)
        elif decision.kind == "same" and not world.join(a, b, f"decided by {decision.who}"):
            unused.append(decision)
    return tuple(unused)


def _candidates(world: World, ids: Mapping[str, str], standing: list[Decision]) -> tuple[Candidate, ...]:
    """The best pair between every two groups that are not one and may become one."""
    unsure = {frozenset((each.a, each.b)): each.who for each in standing if each.kind == "unsure"}
    best: dict[tuple[str, str], Candidate] = {}
    for pair in sorted(world.pairs, key=lambda each: (each.score, each.a, each.b, each.rule)):
        first, second = world.clusters.root(pair.a), world.clusters.root(pair.b)
        if first != second and not world.clusters.forbidden(first, second):
            a, b = sorted((ids[first], ids[second]))
            who = unsure.get(frozenset((pair.a, pair.b)))
            reason = f"{pair.reason}; {who} was unsure" if who else pair.reason
            best[a, b] = Candidate(a, b, world.items[first].entity.label, pair.rule, pair.score, reason)
    return tuple(candidate for _, candidate in sorted(best.items()))
