"""From mentions to the document's entities: one entity for "Polres Nunukan", "Polres" and "Kapolres Nunukan"'s
Polres; for "Kombes Pol. Andi M. Ichsan", "Ichsan"; for "HR alias Daeng" and "Daeng".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import Entity, Mention, Value
from graph.reference.agencies import unit_type
from ingest.extraction.entities.group import Group
from ingest.extraction.entities.joining import settle_bare, settle_plain, settle_short
from ingest.extraction.entities.sameness import marks_of, same
from ingest.extraction.mentions.finds import Find
from ingest.extraction.words.names import spell


def group(finds: Iterable[Find]) -> list[Group]:
    """Groups in the order of their first find. Nested finds (`inner`) are grouped as well."""
    groups: list[Group] = []
    known: dict[str, list[int]] = {}
    for find in sorted(flatten(finds), key=lambda f: (f.start, -f.end)):
        sought = {f"{find.label} {mark}" for mark in marks_of(find, to_seek=True)}
        near = sorted({number for mark in sought for number in known.get(mark, ())})
        home = next((number for number in near if same(groups[number], find)), len(groups))
        if home == len(groups):
            groups.append(Group(find.label))
        groups[home].finds.append(find)
        for mark in marks_of(find):
            numbers = known.setdefault(f"{find.label} {mark}", [])
            if home not in numbers[-1:]:
                numbers.append(home)
    return settle_plain(settle_short(settle_bare(groups)))


def flatten(finds: Iterable[Find]) -> Iterable[Find]:
    """Finds and the finds nested in them."""
    for find in finds:
        yield find
        if find.inner is not None:
            yield from flatten([find.inner])


def entity(number: int, home: Group, properties: dict[str, Value], text: str) -> Entity:
    """The entity of a group: its fullest name, the other forms as aliases, every mention once."""
    named = {f.name for f in home.finds if not f.facts.get("bare")} or {home.finds[0].name}
    name = max(
        home.names,
        key=lambda n: (n in named, len(n.split()) if home.label != "Agency" else 0),
    )
    surfaces = {f.name for f in home.finds} | {
        str(f.facts[fact]) for f in home.finds for fact in ("alias", "printed") if fact in f.facts
    }
    if home.label == "Agency" and home.link and ":" not in home.link:
        surfaces.add(unit_type(home.link).full_name)
    if home.label in ("Agency", "Location"):
        surfaces |= {
            re.sub(r"\s*\([^)]*\)", "", spell(text[f.start : f.end]))
            for f in home.finds
            if not f.facts.get("implied") and not f.facts.get("bare")
        }
    aliases = {each.lower(): each for each in sorted(surfaces, reverse=True) if each.lower() != name.lower()}
    spans = sorted({(f.start, f.end) for f in home.finds})
    return Entity(
        id=f"e{number}",
        label=home.label,
        name=name,
        aliases=tuple(sorted(aliases.values())),
        properties=properties,
        mentions=tuple(Mention(start, end, text[start:end]) for start, end in spans),
        link=home.link,
    )
