"""Node ids: the same groups get the same ids, in whatever order their documents came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.naming import best_name, digest, is_masked, slug
from graph.resolution.suspects import is_full_name, short_key
from graph.resolution.world import Item, World

LONGEST_SLUG = 60
PREFIXES = {"Agency": "org", "Law": "law", "Location": "place", "Official": "official", "Suspect": "suspect"}
# Others hang on these ids, so they are given first.
ORDER = ("Location", "Agency", "Law", "Vessel", "Official", "Incident", "Event", "Suspect")


def node_ids(world: World) -> dict[str, str]:
    """Root of every group → its node id, unique over all labels."""
    groups = {
        root: sorted((world.items[anchor] for anchor in members), key=_age_order)
        for root, members in world.clusters.groups().items()
    }
    found: dict[str, str] = {}
    for label in ORDER:
        mine = {root: items for root, items in groups.items() if items[0].entity.label == label}
        wanted = {root: _wanted(world, items, found) for root, items in mine.items()}
        shared = Counter(wanted.values())
        taken = set(found.values())
        for root in sorted(mine, key=lambda each: (wanted[each], _age_order(mine[each][0]))):
            first = wanted[root] not in taken
            alone = shared[wanted[root]] == 1 or label != "Official"
            found[root] = (
                wanted[root] if first and alone else _apart(world, mine[root], wanted[root], found, taken)
            )
            taken.add(found[root])
    return found


def _age_order(item: Item) -> tuple[str, str]:
    """Earliest document first; those without a date last."""
    return item.published_on or "9999", item.anchor


def _wanted(world: World, items: Sequence[Item], found: dict[str, str]) -> str:
    """The id that the group would have if it were alone."""
    links = Counter(item.entity.link for item in items if item.entity.link is not None)
    if links:
        return max(sorted(links), key=lambda link: links[link])
    label = items[0].entity.label
    name = best_name(item.entity.name for item in items)
    if label == "Incident":
        return f"incident:{digest(items[0].anchor)}"
    if label == "Event":
        return _event_id(world, items, name, found)
    if label == "Suspect" and not any(is_full_name(item.entity) for item in items):
        return f"suspect:{_scope(world, items, found)}:{slug(short_key(items[0].entity))}"
    if label == "Vessel":
        return f"vessel:{items[0].entity.properties.get('kind', 'other')}:{slug(name)}"
    scope = f"@{digest(items[0].document)}" if is_masked(name) else ""
    return f"{PREFIXES[label]}:{slug(name)}{scope}"


def _event_id(world: World, items: Sequence[Item], name: str, found: dict[str, str]) -> str:
    day = str(items[0].entity.properties.get("date", ""))
    places = sorted({found[root] for item in items for root in world.across(item, "OCCURRED_AT")})
    return ":".join(part for part in ("event", day, *places[:1], slug(name)[:LONGEST_SLUG]) if part)


def _scope(world: World, items: Sequence[Item], found: dict[str, str]) -> str:
    """The incident that initials belong to; the document where none is told."""
    incidents = sorted({found[root] for item in items for root in world.across(item, "SUSPECTED_IN")})
    return incidents[0].removeprefix("incident:") if incidents else digest(items[0].document)


def _apart(world: World, items: Sequence[Item], wanted: str, found: dict[str, str], taken: set[str]) -> str:
    """An id for a group that shares the wanted one: with the agency of an official, else with a digest."""
    if items[0].entity.label == "Official":
        agencies = {found[root] for item in items for root in world.across(item, "HOLDS_POSITION")}
        free = [f"{wanted}@{agency}" for agency in sorted(agencies) if f"{wanted}@{agency}" not in taken]
        if free:
            return free[0]
    return f"{wanted}@{digest(items[0].anchor)}"
