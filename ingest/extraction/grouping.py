"""From mentions to the document's entities: one entity for "Polres Nunukan", "Polres" and "Kapolres Nunukan"'s
Polres; for "Kombes Pol. Andi M. Ichsan", "Ichsan"; for "HR alias Daeng" and "Daeng".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

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
    return settle_plain(settle_short(settle_bare(groups)))


def settle_short(groups: list[Group]) -> list[Group]:
    """A short name joins the one agency whose name it shortens: "Mahkamah", "Komisi III" for "Komisi III DPR"."""
    kept = list(groups)
    for each in sorted(groups, key=lambda g: len(key(g.names[0])), reverse=True):
        wholes = [
            g for g in kept if g is not each and each.label == g.label == "Agency" and shortens(each, g)
        ]
        if len(wholes) == 1:
            wholes[0].finds += each.finds
            kept.remove(each)
    return kept


def shortens(short: Group, whole: Group) -> bool:
    """Whether the words of the short group's name stand in the other's in the same order, the first one first. A
    national agency is none of its branches, one word only where the lexicon says so.
    """
    name = short.names[0]
    few, rest = key(name).split(), iter(key(whole.names[0]).split())
    if (short.link and whole.link) or any(
        f.facts.get("bare") for f in whole.finds if f.name == whole.names[0]
    ):
        return False
    if any(key(whole.names[0]) == f"{head} {key(name)}" for head in words("part_heads")):
        return True
    if not all(word in rest for word in few) or not key(whole.names[0]).startswith(f"{few[0]} "):
        return False
    if len(few) == 1:
        return few[0] in words("short_agencies")
    return not set(key(whole.names[0]).split()) - set(few) & BRANCH


BRANCH = {"provinsi", "kabupaten", "kota", "cabang"}


def settle_plain(groups: list[Group]) -> list[Group]:
    """A place named without its kind joins the one place named with it: "Bekasi" for "Kabupaten Bekasi", where no
    "Kota Bekasi" is named; "Al Jabbar" for "Masjid Al Jabbar". A name with a code of its own is no spot.
    """
    kept = list(groups)
    for each in groups:
        if each.label != "Location":
            continue
        name = key(each.names[0])
        wholes = [
            g for g in kept if g.label == "Location" and g is not each and g.finds
            and key(g.names[0]).partition(" ")[2] == name
            and (each.link is None or key(g.names[0]).split()[0] in REGENCIES)
        ]  # fmt: skip
        if len(wholes) == 1:
            link = wholes[0].link
            wholes[0].finds += [replace(f, link=link) for f in each.finds]
            kept.remove(each)
    return kept


REGENCIES = {"kabupaten", "kab", "kota"}


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
    if find.label == "Agency" and (
        names_in_full(home, find) or any(abbreviates(find.name, o.name) for o in home.finds)
    ):
        return True
    if find.label == "Location" and find.link is None and home.link is None:
        return any(same_spot(other, find) for other in home.finds)
    return any(key(other.name) == key(find.name) for other in home.finds)


def names_in_full(home: Group, find: Find) -> bool:
    """Whether a find that no lexicon knows is the full name of the group's national agency."""
    if find.link is not None or not home.link or ":" in home.link:
        return False
    return key(find.name) == key(unit_type(home.link).full_name)


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
