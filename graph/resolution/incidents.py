"""Incidents and events: one kind of thing, on one day, in one place, is one; near misses go to a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from graph.naming import words_of
from graph.resolution.world import Item, World, from_different_documents, grouped

FAMILIES = {
    "trafficking": "crime against migrants",
    "smuggling_of_migrants": "crime against migrants",
    "interception": "crime against migrants",
    "arrest": "crime against migrants",
    "rescue": "crime against migrants",
    "repatriation": "return",
    "deportation": "return",
    "accident": "accident",
    "other_crime": "other crime",
}
"""Kinds that two outlets may choose differently for one incident (an interception is also an arrest)."""
WAY = ("ORIGIN", "TRANSIT", "DESTINATION")
NEAR_DAYS = 3
NAME_OVERLAP = 0.6
"""Share of the shorter event name's words that both names need."""


def resolve_incidents(world: World) -> None:
    """Join incidents of one kind, day and scene (or agency and way); suggest those near in time and place.

    Incidents that one document tells apart stay apart, unless a person says otherwise.
    """
    incidents = world.of("Incident")
    _keep_apart(world, incidents)
    for group in grouped(incidents, _family_and_day):
        same = [pair for pair in from_different_documents(group) if _same_scene(world, *pair)]
        world.join_clear(same, "same kind, day and place", 0.95)
    for a, b, days in _near(incidents):
        shared = world.across(a, "OCCURRED_AT", *WAY) & world.across(b, "OCCURRED_AT", *WAY)
        if shared and world.across(a, "HANDLED_BY") & world.across(b, "HANDLED_BY"):
            score = 0.5 + 0.2 * (days == 0) + 0.1 * (_family(a) == _family(b))
            reason = f"{days} days apart, {len(shared)} shared places and a shared agency"
            world.suggest(a, b, "near in time and place", score, reason)


def _keep_apart(world: World, items: list[Item]) -> None:
    for group in grouped(items, lambda item: item.document):
        for index, a in enumerate(group):
            for b in group[index + 1 :]:
                world.clusters.forbid(a.anchor, b.anchor)


def _same_scene(world: World, a: Item, b: Item) -> bool:
    if world.places(a, "OCCURRED_AT") & world.places(b, "OCCURRED_AT"):
        return True
    agencies = world.across(a, "HANDLED_BY") & world.across(b, "HANDLED_BY")
    ways = world.across(a, "ORIGIN", "DESTINATION") & world.across(b, "ORIGIN", "DESTINATION")
    return bool(agencies and ways)


def _family(item: Item) -> str:
    kind = str(item.entity.properties.get("kind", ""))
    return FAMILIES.get(kind, kind)


def _day(item: Item) -> date | None:
    """The item's date where it is exact to the day."""
    text = str(item.entity.properties.get("date", ""))
    return date.fromisoformat(text) if len(text) == len("2025-09-17") else None


def _family_and_day(item: Item) -> tuple[str, date] | None:
    day = _day(item)
    return None if day is None else (_family(item), day)


def _near(items: list[Item]) -> Iterator[tuple[Item, Item, int]]:
    """Pairs of different documents at most three days apart, with the number of days."""
    dated = sorted((day, item.anchor, item) for item in items if (day := _day(item)) is not None)
    for index, (day, _, item) in enumerate(dated):
        for later, _, other in dated[index + 1 :]:
            if later - day > timedelta(days=NEAR_DAYS):
                break
            if other.document != item.document:
                yield item, other, (later - day).days


def resolve_events(world: World) -> None:
    """Join events of one day, place or organiser, and similar name; suggest the unlike-named."""
    events = world.of("Event")
    _keep_apart(world, events)
    for group in grouped(events, _day):
        near = [pair for pair in from_different_documents(group) if _same_setting(world, *pair)]
        alike = [(a, b) for a, b in near if similar(a.entity.name, b.entity.name)]
        world.join_clear(alike, "same event name, day and setting", 0.95)
        for a, b in near:
            if (a, b) not in alike and a.entity.properties.get("kind") == b.entity.properties.get("kind"):
                reason = f"one day and setting, but {a.entity.name!r} and {b.entity.name!r}"
                world.suggest(a, b, "same kind of event, day and setting", 0.5, reason)


def _same_setting(world: World, a: Item, b: Item) -> bool:
    if world.places(a, "OCCURRED_AT") & world.places(b, "OCCURRED_AT"):
        return True
    return bool(world.across(a, "ORGANISED", "HELD_AT") & world.across(b, "ORGANISED", "HELD_AT"))


def similar(a: str, b: str) -> bool:
    """Whether two event names share most of the words of the shorter one (words of four letters or more)."""
    first, second = ({word for word in words_of(name) if len(word) > 3} for name in (a, b))
    return bool(first and second) and len(first & second) >= NAME_OVERLAP * min(len(first), len(second))
