"""Places, agencies, laws and vessels: the same code, or the same name, is the same thing."""

from __future__ import annotations

from graph.naming import is_masked, words_of
from graph.resolution.world import Item, World, grouped

LABELS = ("Agency", "Law", "Location", "Vessel")
OTHER_KIND = "other"


def resolve_names(world: World) -> None:
    """Join the same code, then the same name without a code; suggest a name that also has a code."""
    for label in LABELS:
        items = world.of(label)
        for group in grouped(items, lambda item: item.entity.link):
            world.join_all(group, "same code")
        for group in grouped(items, _name_key):
            world.join_all(group, "same name")
        _suggest_codes(world, items)


def _name_key(item: Item) -> tuple[str, ...] | None:
    """What makes two things without a code the same; a masked name is like no other document's."""
    entity = item.entity
    if entity.link is not None:
        return None
    kind = str(entity.properties.get("kind", OTHER_KIND)) if entity.label == "Vessel" else ""
    where = item.document if is_masked(entity.name) else ""
    return (kind, where, *(words_of(entity.name) or (entity.name,)))


def _suggest_codes(world: World, items: list[Item]) -> None:
    for group in grouped(items, lambda item: words_of(item.entity.name) or None):
        bare = [item for item in group if item.entity.link is None and not is_masked(item.entity.name)]
        codes = {item.entity.link: item for item in group if item.entity.link is not None}
        for item in codes.values() if bare else ():
            reason = f"both are called {item.entity.name!r}, one with the code {item.entity.link}"
            world.suggest(bare[0], item, "same name, one with a code", 0.7, reason)
