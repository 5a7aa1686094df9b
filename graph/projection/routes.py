"""Routes: the legs between places that the incidents' origins, transits and destinations make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from graph.model import Node, StoredValue
from graph.projection.claims import Statements
from graph.projection.hierarchy import Hierarchy
from graph.projection.values import DERIVED, Draft, chosen


@dataclass(frozen=True, slots=True)
class Leg:
    """A way from one place to the next in one incident, with what documents say of either.

    `forks` are the ends that are one of several origins or destinations: only some of the people are theirs.
    """

    start: Draft
    end: Draft
    forks: tuple[Draft, ...]

    @property
    def places(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Start and end as (label, id)."""
        return self.start.ends[1], self.end.ends[1]

    def people(self, total: StoredValue | None) -> int | None:
        """How many were taken this way in an incident of `total` victims; None where documents do not tell.

        What is said of an origin or a destination ("7 from Bone") counts before the total. Between several
        origins and several destinations nobody knows who went where, whatever is said of either.
        """
        said = [count for count in map(_said_of, (self.start, self.end)) if count is not None]
        if len(self.forks) == 2 or any(_said_of(fork) is None for fork in self.forks):
            return None
        return min(said) if said else total if isinstance(total, int) else None


def add_routes(nodes: dict[str, Node], statements: Statements, hierarchy: Hierarchy) -> None:
    """Add ROUTE_TO between places, with the number of incidents and victims, and the legs' sentences.

    A route that a document states stays "read" and gets the counts too.
    """
    people: dict[tuple[str, str], dict[str, int | None]] = {}
    for incident in sorted(each.id for each in nodes.values() if each.label == "Incident"):
        for leg in legs(statements, incident, hierarchy):
            draft = statements.draft("ROUTE_TO", *leg.places)
            if not draft.sources:
                draft.origin, draft.rule = DERIVED, "route:legs of incidents"
            if draft.origin == DERIVED:
                draft.confidence = max(draft.confidence, min(leg.start.confidence, leg.end.confidence))
            for part in (leg.start, leg.end):
                draft.said |= part.said
                draft.sources |= part.sources
            counts = people.setdefault((leg.places[0][1], leg.places[1][1]), {})
            counts.setdefault(incident, leg.people(nodes[incident].properties.get("victims_total")))
    for (start, end), counts in people.items():
        draft = statements.draft("ROUTE_TO", ("Location", start), ("Location", end))
        draft.fixed["incidents"] = len(counts)
        known = [count for count in counts.values() if count is not None]
        if known:
            draft.fixed["victims"] = sum(known)


def legs(statements: Statements, incident: str, hierarchy: Hierarchy) -> Iterator[Leg]:
    """The parts of the way in one incident: from each origin to each transit, from each transit to each destination;
    from origin to destination where no transit is known.

    Documents do not tell in which order transits follow, so there is none between two of them.
    """
    origins, transits, destinations = (
        narrowest(statements.leaving(kind, incident), hierarchy)
        for kind in ("ORIGIN", "TRANSIT", "DESTINATION")
    )
    stages = [stage for stage in (origins, transits, destinations) if stage]
    for before, after in pairwise(stages):
        for start, end in product(before, after):
            if start.ends[1] != end.ends[1]:
                forks = [(start, before), (end, after)]
                yield Leg(
                    start, end, tuple(each for each, of in forks if each.type != "TRANSIT" and len(of) > 1)
                )


def _said_of(draft: Draft) -> int | None:
    """The number of people that documents give for an origin or a destination."""
    counts = draft.reports.get("count") if draft.type != "TRANSIT" else None
    count = chosen("count", counts) if counts else None
    return count if isinstance(count, int) else None


def narrowest(drafts: list[Draft], hierarchy: Hierarchy) -> list[Draft]:
    """Those whose places do not contain another's: "Tawau, Malaysia" is one destination, Tawau."""
    containing: set[str] = set()
    for draft in drafts:
        place = hierarchy.within(draft.ends[1][1])
        while place is not None and place not in containing:
            containing.add(place)
            place = hierarchy.within(place)
    return [draft for draft in drafts if draft.ends[1][1] not in containing]
