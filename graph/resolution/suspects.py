"""Suspects: a full name joins with care; initials only within one incident, never across."""

from __future__ import annotations

import re
from itertools import combinations

from graph.model import Entity
from graph.naming import is_masked, words_of
from graph.resolution.world import Item, World, from_different_documents, grouped

SHORTEST_ALIAS = 4
"""Letters of an alias that says something about who bears it."""
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){1,4}")


def resolve_suspects(world: World) -> None:
    """Join suspects by full name and incident or age, by initials within an incident; suggest the rest."""
    suspects = [item for item in world.of("Suspect") if not is_masked(item.entity.name)]
    full = [item for item in suspects if is_full_name(item.entity)]
    scoped = [item for item in suspects if not is_full_name(item.entity)]
    for group in grouped(full, lambda item: words_of(item.entity.name)):
        _by_full_name(world, group)
    for group in grouped(scoped, lambda item: _scope(world, item)):
        _by_initials(world, group)
    _suggest_names(world, full, scoped)
    _suggest_aliases(world, suspects)


def by_initials(entity: Entity) -> bool:
    """Whether the document gives only initials of the person ("S.H.", "MR")."""
    flag = entity.properties.get("by_initials")
    return bool(flag) if flag is not None else INITIALS.fullmatch(entity.name.strip()) is not None


def is_full_name(entity: Entity) -> bool:
    """Whether the name has two words or more and so means something outside its incident."""
    return not by_initials(entity) and len(words_of(entity.name)) > 1


def short_key(entity: Entity) -> str:
    """What is compared within an incident: initials without stops, else the words of the name."""
    return ("" if by_initials(entity) else " ").join(words_of(entity.name))


def _by_full_name(world: World, same_name: list[Item]) -> None:
    for incident in sorted({root for item in same_name for root in world.across(item, "SUSPECTED_IN")}):
        inside = [item for item in same_name if incident in world.across(item, "SUSPECTED_IN")]
        world.join_all(inside, "same full name and incident")
    for a, b in combinations(same_name, 2):
        if _same_age(a, b) and _agrees(a, b):
            world.join(a, b, "same full name and age", 0.9)
    known, *others = [group[0] for group in grouped(same_name, world.root)]
    for other in others:
        reason = f"both are called {known.entity.name!r}; neither age nor incident tells"
        world.suggest(known, other, "same full name", 0.6, reason)


def _age(item: Item) -> int | None:
    age = item.entity.properties.get("age")
    return age if isinstance(age, int) else None


def _same_age(a: Item, b: Item) -> bool:
    """Both ages are known and differ by a year at most: a birthday may lie between two reports."""
    first, second = _age(a), _age(b)
    return first is not None and second is not None and abs(first - second) <= 1


def _agrees(a: Item, b: Item) -> bool:
    """Nothing known of the one speaks against the other: age and sex."""
    sexes = {item.entity.properties["sex"] for item in (a, b) if "sex" in item.entity.properties}
    ages = [age for age in (_age(a), _age(b)) if age is not None]
    return len(sexes) < 2 and (len(ages) < 2 or _same_age(a, b))


def _scope(world: World, item: Item) -> tuple[str, str] | None:
    incidents = sorted(world.across(item, "SUSPECTED_IN"))
    return (incidents[0], short_key(item.entity)) if incidents else None


def _by_initials(world: World, same: list[Item]) -> None:
    """Within one incident: all are one person if nothing speaks against it, else only those of one age."""
    documents = [item.document for item in same]
    clear = len(set(documents)) == len(documents) and all(_agrees(a, b) for a, b in combinations(same, 2))
    if clear:
        world.join_all(same, "same initials in one incident", 0.9)
        return
    pairs = [(a, b) for a, b in from_different_documents(same) if _same_age(a, b) and _agrees(a, b)]
    world.join_clear(pairs, "same initials and age in one incident", 0.9)


def _suggest_aliases(world: World, suspects: list[Item]) -> None:
    """Suggest suspects of several incidents who share an alias ("HR alias Daeng Rala")."""
    by_alias: dict[tuple[str, ...], list[Item]] = {}
    for item in suspects:
        for alias in item.entity.aliases:
            if len(alias) >= SHORTEST_ALIAS and not is_masked(alias) and not INITIALS.fullmatch(alias):
                by_alias.setdefault(words_of(alias), []).append(item)
    for _, items in sorted(by_alias.items()):
        known, *others = [group[0] for group in grouped(items, world.root)]
        for other in others:
            reason = f"{known.entity.name!r} and {other.entity.name!r} share an alias, not an incident"
            world.suggest(known, other, "shared alias", 0.6, reason)


def _suggest_names(world: World, full: list[Item], scoped: list[Item]) -> None:
    """Suggest that initials are those of a person whom another document names in the same incident."""
    inside: dict[tuple[str, str], list[Item]] = {}
    for item in scoped:
        for incident in world.across(item, "SUSPECTED_IN") if by_initials(item.entity) else ():
            inside.setdefault((incident, short_key(item.entity)), []).append(item)
    for person in full:
        letters = "".join(word[0] for word in words_of(person.entity.name))
        for incident in sorted(world.across(person, "SUSPECTED_IN")):
            for item in inside.get((incident, letters), ()):
                if _agrees(person, item):
                    reason = f"{item.entity.name!r} could be {person.entity.name!r}, in one incident"
                    world.suggest(person, item, "initials of a name in one incident", 0.6, reason)
