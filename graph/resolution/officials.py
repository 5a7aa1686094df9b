"""Officials: one name at one agency is one person; a name that rises in rank in one service is one career."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

from graph.naming import is_masked, words_of
from graph.reference import agencies
from graph.resolution.world import Item, World, grouped

SHORTEST_SHARED = 3
"""Letters of a word that two forms of a name must share to be suggested as one."""


def resolve_officials(world: World) -> None:
    """Join officials by name and agency, and by name and rank; suggest what is less certain."""
    officials = [item for item in world.of("Official") if not is_masked(item.entity.name)]
    for group in grouped(officials, lambda item: words_of(item.entity.name) or None):
        _by_agency(world, group)
        if len(words_of(group[0].entity.name)) > 1:
            _by_career(world, group)
    _suggest_forms(world, officials)


def _by_agency(world: World, same_name: list[Item]) -> None:
    at: dict[str, list[Item]] = {}
    for item in same_name:
        for agency in sorted(world.across(item, "HOLDS_POSITION")):
            at.setdefault(agency, []).append(item)
    for _, items in sorted(at.items()):
        world.join_all(items, "same name and agency")


def _by_career(world: World, same_name: list[Item]) -> None:
    """Officials change agency but not service, and do not fall in rank."""
    people: list[list[Item]] = []
    groups = list(grouped(same_name, world.root))
    for group in sorted(groups, key=lambda each: min((item.published_on, item.anchor) for item in each)):
        for person in people:
            if is_career([*person, *group]) and world.join(
                person[0], group[0], "same name and rank career", 0.95
            ):
                person += group
                break
        else:
            people.append(group)
    # One candidate each with the best known: all pairs of a frequent name would be too many to judge.
    known, *others = sorted(people, key=lambda person: (-len(person), person[0].anchor))
    for other in others:
        reason = f"both are called {known[0].entity.name!r}; no shared agency and no rank that tells"
        world.suggest(known[0], other[0], "same name", 0.7, reason)


def is_career(items: list[Item]) -> bool:
    """Whether all ranks are of one service and none follows a higher one. False without two ranks."""
    ranked = sorted(
        (item.published_on, rank[1], rank[0])
        for item in items
        if (rank := rank_order(str(item.entity.properties.get("rank", "")))) is not None
    )
    if len(ranked) < 2 or len({service for _, _, service in ranked}) > 1:
        return False
    if not ranked[0][0]:
        return len({order for _, order, _ in ranked}) == 1
    return all(before[1] <= after[1] for before, after in pairwise(ranked))


def rank_order(rank: str) -> tuple[str, int] | None:
    """The service of a rank and its place in it, 1 the lowest; None for no known rank."""
    return _orders().get(words_of(rank))


@cache
def _orders() -> dict[tuple[str, ...], tuple[str, int]]:
    return {
        words_of(surface): (rank.service, rank.order)
        for rank in agencies.ranks()
        for surface in rank.surfaces
    }


def _suggest_forms(world: World, officials: list[Item]) -> None:
    """Suggest longer and shorter forms of a name at one agency ("Andi Ichsan", "Andi M. Ichsan")."""
    by_word: dict[tuple[str, str], dict[str, Item]] = {}
    for item in officials:
        for agency in world.across(item, "HOLDS_POSITION"):
            for word in words_of(item.entity.name):
                if len(word) >= SHORTEST_SHARED:
                    by_word.setdefault((agency, word), {})[item.entity.name.casefold()] = item
    for _, items in sorted(by_word.items()):
        for a, b in combinations(sorted(items.values(), key=lambda item: item.anchor), 2):
            if fits(words_of(a.entity.name), words_of(b.entity.name)):
                reason = f"{a.entity.name!r} and {b.entity.name!r} at one agency"
                world.suggest(a, b, "forms of one name", 0.8, reason)


def fits(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is a shorter form of the other: its words in order, some left out or as initials."""
    shorter, longer = sorted((a, b), key=len)
    rest = iter(longer)
    return all(any(_same_word(word, other) for other in rest) for word in shorter)


def _same_word(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])
