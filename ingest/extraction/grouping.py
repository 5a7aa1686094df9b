"""From mentions to the document's entities: one entity for "Polres Nunukan", "Polres" and "Kapolres Nunukan"'s
Polres; for "Kombes Pol. Andi M. Ichsan", "Ichsan"; for "HR alias Daeng" and "Daeng".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import Entity, Mention, Value
from graph.reference.agencies import unit_type
from ingest.extraction.mentions.finds import Find
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import spell

ORDER = ("Official", "Agency", "Location", "Incident", "Event", "Suspect", "Vessel", "Law", "Protected")


@dataclass(slots=True)
class Group:
    """Finds that name one thing."""

    label: str
    finds: list[Find] = field(default_factory=list)

    @property
    def link(self) -> str | None:
        """The first certain identity among the finds."""
        return next((f.link for f in self.finds if f.link), None)

    @property
    def names(self) -> list[str]:
        """Names of the finds, longest first, then most frequent, then first."""
        counts = Counter(f.name for f in self.finds)
        order = {f.name: -i for i, f in reversed(list(enumerate(self.finds)))}
        return sorted(counts, key=lambda n: (len(n), counts[n], order[n]), reverse=True)


def group(finds: Iterable[Find]) -> list[Group]:
    """Groups in the order of their first find. Nested finds (`inner`) are grouped as well."""
    groups: list[Group] = []
    for find in sorted(flatten(finds), key=lambda f: (f.start, -f.end)):
        home = next((g for g in groups if same(g, find)), None)
        if home is None:
            home = Group(find.label)
            groups.append(home)
        home.finds.append(find)
    return settle_bare(settle_short(groups))


def settle_short(groups: list[Group]) -> list[Group]:
    """A short name joins the one agency whose name it begins: "Mahkamah", "Komisi III" for "Komisi III DPR"."""
    kept = []
    for each in groups:
        wholes = [
            g for g in groups if g is not each and each.label == g.label == "Agency" and begins(each, g)
        ]
        if len(wholes) == 1 and each.link is None:
            wholes[0].finds += each.finds
        else:
            kept.append(each)
    return kept


def begins(short: Group, whole: Group) -> bool:
    """Whether every name of the short group is the beginning of one of the other's, which is no bare unit."""
    length = len(short.names[0].split())
    if any(f.facts.get("bare") for f in short.finds) or length > SHORT:
        return False
    if length == 1 and short.names[0].lower() not in words("short_agencies"):
        return False
    return all(any(key(long).startswith(f"{key(name)} ") for long in whole.names) for name in short.names)


SHORT = 2
"""Words of a name that may stand for a longer one."""


def flatten(finds: Iterable[Find]) -> Iterable[Find]:
    """Finds and the finds nested in them."""
    for find in finds:
        yield find
        if find.inner is not None:
            yield from flatten([find.inner])


def same(home: Group, find: Find) -> bool:
    """Whether the find names what the group names."""
    if home.label != find.label:
        return False
    if find.link is not None and home.link is not None:
        return find.link == home.link
    if find.label in ("Official", "Suspect", "Protected"):
        return any(same_person(other, find) for other in home.finds)
    if find.label == "Agency" and (bool(find.facts.get("bare")) != bool(home.finds[0].facts.get("bare"))):
        return False
    if find.label == "Agency" and any(abbreviates(find.name, other.name) for other in home.finds):
        return True
    if find.label == "Location" and find.link is None and home.link is None:
        return any(same_spot(other, find) for other in home.finds)
    return any(key(other.name) == key(find.name) for other in home.finds)


def same_spot(one: Find, other: Find) -> bool:
    """Whether two unlinked places are one: equal names, or spots of which one is named more fully ("Hotel Kencana",
    "Hotel Kencana Tarakan"; "Dermaga Batu Merah", "Pelabuhan Batu Merah").
    """
    if key(one.name) == key(other.name):
        return True
    first, second = (set(key(f.name).split()) for f in (one, other))
    spots = words("spots")
    if not (first & spots and second & spots):
        return False
    short, long = sorted((first - spots, second - spots), key=len)
    return bool(short) and short <= long


def abbreviates(one: str, other: str) -> bool:
    """Whether the shorter name is made of the initials of the longer one: "KPU", "Komisi Pemilihan Umum"."""
    short, long = sorted((one, other), key=len)
    if not (short.isalpha() and short.isupper() and len(short) > 2):
        return False
    heads = [part for part in re.findall(r"\w+", long) if part[0].isupper() and part != short]
    return "".join(part[0] for part in heads) == short


def same_person(one: Find, other: Find) -> bool:
    """Whether two name mentions of one document are one person: equal names, or one clipped from the other.

    Initials are one person only where they are equal and their ages do not differ.
    """
    if one.facts.get("by_initials") or other.facts.get("by_initials"):
        ages = {f.facts["age"] for f in (one, other) if "age" in f.facts}
        return key(one.name) == key(other.name) and len(ages) < 2
    return key(one.name) == key(other.name) or clipped(key(one.name).split(), key(other.name).split())


def clipped(one: list[str], other: list[str]) -> bool:
    """Whether the shorter name is made of parts of the longer one, in any order; parts may be initials."""
    short, long = sorted((one, other), key=len)
    if not short or len(short) == len(long) == 1 or not any(len(part) > 2 for part in short):
        return False
    rest = list(long)
    for part in short:
        match = next(
            (
                r
                for r in rest
                if r == part
                or (len(part) == 1 and r.startswith(part))
                or (len(r) == 1 and part.startswith(r))
            ),
            None,
        )
        if match is None:
            return False
        rest.remove(match)
    return True


def key(name: str) -> str:
    """A name for comparison: lower case, words only."""
    return " ".join(re.findall(r"\w+", name.lower()))


def settle_bare(groups: list[Group]) -> list[Group]:
    """A bare unit ("Polres") joins the agency of its type named last before it, else the first one after it."""
    kept = [g for g in groups if not (g.label == "Agency" and g.finds[0].facts.get("bare"))]
    full = [g for g in kept if g.label == "Agency"]
    for bare in (g for g in groups if g not in kept):
        homeless = Group("Agency")
        for find in bare.finds:
            fits = [
                (f.start, g)
                for g in full
                for f in g.finds
                if f.facts.get("unit") == find.facts.get("unit") and not f.facts.get("bare")
            ]
            before = [pair for pair in fits if pair[0] < find.start]
            home = before[-1][1] if before else (fits[0][1] if fits else homeless)
            if before:
                home = max(before, key=lambda pair: pair[0])[1]
            home.finds.append(find)
        if homeless.finds:
            kept.append(homeless)
    return sorted(kept, key=lambda g: g.finds[0].start)


def entity(number: int, home: Group, properties: dict[str, Value], text: str) -> Entity:
    """The entity of a group: its fullest name, the other forms as aliases, every mention once."""
    named = [n for f in home.finds if not f.facts.get("bare") for n in (f.name,)] or [home.finds[0].name]
    name = max(
        home.names,
        key=lambda n: (n in named, len(n.split()) if home.label != "Agency" else 0, home.names.count(n)),
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
