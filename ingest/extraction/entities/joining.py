"""Which groups are one thing after all, once the whole document is known: short names, bare units, places without
their kind.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from graph.reference.places import gazetteer
from ingest.extraction.entities.group import Group, key
from ingest.extraction.words.lexicon import words

BRANCH = {"provinsi", "kabupaten", "kota", "cabang"}
"""Words that tell a branch from its agency."""
REGENCIES = {"kabupaten", "kab", "kota"}
"""Kinds of places that are named without them as well."""


def settle_bare(groups: list[Group]) -> list[Group]:
    """A bare unit ("Polres") joins the agency of its type named last before it, else the first one after it."""
    bare = [g for g in groups if g.label == "Agency" and g.finds[0].facts.get("bare")]
    full: dict[object, list[tuple[int, int]]] = {}
    for number, each in enumerate(groups):
        if each.label == "Agency" and each not in bare:
            for find in each.finds:
                full.setdefault(find.facts.get("unit"), []).append((find.start, number))
    for named in full.values():
        named.sort()
    homeless = [Group("Agency") for _ in bare]
    for each, alone in zip(bare, homeless, strict=True):
        for find in each.finds:
            named = full.get(find.facts.get("unit"), [])
            at = max(0, bisect_left(named, (find.start, 0)) - 1)
            home = groups[named[at][1]] if named else alone
            home.finds.append(find)
    kept = [g for g in groups if g not in bare] + [g for g in homeless if g.finds]
    return sorted(kept, key=lambda g: g.finds[0].start)


def settle_short(groups: list[Group]) -> list[Group]:
    """A short name joins the one agency whose name it shortens: "Mahkamah", "Komisi III" for "Komisi III DPR"."""
    agencies = sorted(
        (g for g in groups if g.label == "Agency"), key=lambda g: len(key(g.names[0])), reverse=True
    )
    known: dict[tuple[str, str], list[Group]] = {}
    for each in agencies:
        head, *rest = key(each.names[0]).split() or [""]
        for word in {head, *rest}:
            known.setdefault((head, word), []).append(each)
        if head in words("part_heads"):
            known.setdefault(("", " ".join(rest)), []).append(each)
    joined: set[int] = set()
    for each in agencies:
        few = key(each.names[0]).split() or [""]
        rarest = min((known[few[0], word] for word in few), key=len)
        near = {id(g): g for g in (*rarest, *known.get(("", " ".join(few)), ()))}
        wholes = [g for g in near.values() if g is not each and id(g) not in joined and shortens(each, g)]
        if len(wholes) == 1:
            wholes[0].finds += [replace(f, link=None) for f in each.finds]
            joined.add(id(each))
    return [g for g in groups if id(g) not in joined]


def shortens(short: Group, whole: Group) -> bool:
    """Whether the words of the short group's name stand in the other's in the same order, the first one first. A
    national agency is none of its branches, one word only where the lexicon says so; with a place behind it the longer
    name must be told first.
    """
    name, longer = key(short.names[0]), key(whole.names[0])
    alone = name in words("short_agencies")
    if len(longer) <= len(name) or (short.link and (whole.link or not alone)) or only_bare(whole):
        return False
    few, many = name.split(), longer.split()
    if many[0] in words("part_heads") and many[1:] == few:
        return True
    rest = iter(many)
    if many[0] != few[0] or not all(word in rest for word in few):
        return False
    if len(few) == 1:
        return alone
    if many[: len(few)] == few and gazetteer().find(" ".join(many[len(few) :])):
        return whole.finds[0].start < short.finds[0].start
    return not (set(many) - set(few)) & BRANCH


def only_bare(agency: Group) -> bool:
    """Whether the longest name of an agency is a bare unit's."""
    return any(f.facts.get("bare") for f in agency.finds if f.name == agency.names[0])


def settle_plain(groups: list[Group]) -> list[Group]:
    """A place named without its kind joins the one place named with it: "Bekasi" for "Kabupaten Bekasi", where no
    "Kota Bekasi" is named; "Al Jabbar" for "Masjid Al Jabbar". A name with a code of its own is no spot.
    """
    kinds: dict[str, list[tuple[str, Group]]] = {}
    for each in groups:
        head, _, name = key(each.names[0]).partition(" ")
        if each.label == "Location" and name:
            kinds.setdefault(name, []).append((head, each))
    joined: set[int] = set()
    for each in groups:
        wholes = [
            whole for head, whole in kinds.get(key(each.names[0]), ())
            if each.label == "Location" and (each.link is None or head in REGENCIES) and id(whole) not in joined
            and one_level(each, whole)
        ]  # fmt: skip
        if len(wholes) == 1:
            link = wholes[0].link
            wholes[0].finds += [replace(f, link=link) for f in each.finds]
            joined.add(id(each))
    return [g for g in groups if id(g) not in joined]


def one_level(one: Group, other: Group) -> bool:
    """Whether two places may be one by their codes: a province is no city of its name."""
    return one.link is None or other.link is None or one.link.count(".") == other.link.count(".")
