"""Whether two mentions name one thing, each read by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.reference.agencies import unit_type
from ingest.extraction.entities.group import Group, key
from ingest.extraction.mentions.finds import PEOPLE, Find
from ingest.extraction.words.lexicon import REMEMBERED, words

LONGEST_SHORT = 8
"""Letters of an abbreviation, at most."""


def same(home: Group, find: Find) -> bool:
    """Whether the find names what the group names."""
    if home.label != find.label:
        return False
    if find.link is not None and home.link is not None:
        return find.link == home.link
    if find.label in PEOPLE:
        return any(same_person(other, find) for other in home.finds)
    if find.label == "Agency" and (bool(find.facts.get("bare")) != bool(home.finds[0].facts.get("bare"))):
        return False
    if find.label == "Agency" and (
        names_in_full(home, find) or any(abbreviates(find.name, name) for name in home.counts)
    ):
        return True
    if find.label == "Location" and find.link is None and home.link is None:
        return any(same_spot(name, find.name) for name in home.counts)
    return any(key(name) == key(find.name) for name in home.counts)


def names_in_full(home: Group, find: Find) -> bool:
    """Whether a find that no lexicon knows is the full name of the group's national agency."""
    if find.link is not None or not home.link or ":" in home.link:
        return False
    return key(find.name) == key(unit_type(home.link).full_name)


def same_spot(one: str, other: str) -> bool:
    """Whether two unlinked places are one: equal names, or spots of which one is named more fully ("Hotel Kencana",
    "Hotel Kencana Tarakan"; "Dermaga Batu Merah", "Pelabuhan Batu Merah").
    """
    if key(one) == key(other):
        return True
    first, second = (set(key(name).split()) for name in (one, other))
    spots = words("spots")
    if not (first & spots and second & spots):
        return False
    short, long = sorted((first - spots, second - spots), key=len)
    return bool(short) and short <= long


def abbreviates(one: str, other: str) -> bool:
    """Whether the words of one name stand for those of the other, each for an equal word or, in capitals, for the
    initials of several: "KPU", "Komisi Pemilihan Umum"; "Dinas LH Sulawesi Selatan", "Dinas Lingkungan Hidup Sulawesi
    Selatan". What stands in parentheses counts with neither.
    """
    short, long = sorted((plain_words(one), plain_words(other)), key=len)
    if len(short) == 1 and len(short[0]) < 3:
        return False
    return len(short) < len(long) and aligned(short, long)


@lru_cache(maxsize=REMEMBERED)
def plain_words(name: str) -> list[str]:
    """The words of a name outside of parentheses, without "dan"."""
    return [
        w for w in re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", name)) if w.lower() not in ("dan", "serta")
    ]


def aligned(short: list[str], long: list[str]) -> bool:
    """Whether the short words stand for all of the long ones in their order."""
    at = 0
    for word in short:
        if at < len(long) and word.lower() == long[at].lower():
            at += 1
            continue
        initials = "".join(each[0] for each in long[at : at + len(word)])
        if len(word) < 2 or not word[0].isupper() or word.lower() != initials.lower():
            return False
        at += len(word)
    return at == len(long)


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


def marks_of(find: Find, *, to_seek: bool = False) -> Iterator[str]:
    """What a find is kept under, and sought under: two finds of one thing have at least one such mark in common."""
    name = key(find.name)
    yield name
    if find.link:
        yield f"={find.link}"
    parts = name.split()
    if find.label == "Location":
        yield from set(parts) - words("spots") if set(parts) & words("spots") else ()
    elif find.label in PEOPLE:
        for part in parts:
            yield part
            yield f"{part[0]} in full" if (len(part) == 1) is to_seek else f"{part[0]} by its letter"
    elif find.label == "Agency":
        yield from marks_of_agency(find, to_seek=to_seek)


def marks_of_agency(find: Find, *, to_seek: bool) -> Iterator[str]:
    """The first two words of an agency's name, each as written or as the initials of several; a first word that may be
    an abbreviation meets names with these initials; the full name of its unit.
    """
    if find.link and ":" not in find.link:
        yield key(unit_type(find.link).full_name)
    parts = [part.lower() for part in plain_words(find.name)]
    if not parts:
        return
    yield " ".join(parts[:2])
    for front, rest in (("", parts), (parts[0], parts[1:])):
        for at, (first, following) in enumerate(beginnings(rest)):
            written = "written" if (at == 0) is to_seek else "initials"
            yield f"{front} {written} {first} {following[:1]}"


def beginnings(parts: list[str]) -> Iterator[tuple[str, str]]:
    """The first word, and the initials of the first two words and more, each with the word that follows."""
    for size in range(1, min(len(parts), LONGEST_SHORT) + 1):
        first = parts[0] if size == 1 else "".join(part[0] for part in parts[:size])
        yield first, parts[size] if size < len(parts) else ""
