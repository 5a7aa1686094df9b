"""The reference lexicons laid over one page: where units, titles, ranks and places stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.reference import agencies, places
from ingest.extraction.words.lexicon import Hit, SurfaceLexicon, words
from ingest.extraction.words.text import Page

POLICE = frozenset({"polda", "polres", "polresta", "polrestabes", "polsek"})
"""Units whose seat is called after them: "Mapolres Nunukan" is where Polres Nunukan sits."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Longest hits by the offset where they start: unit ids, title rows, ranks, place ids."""

    units: dict[int, Hit]
    titles: dict[int, Hit]
    ranks: dict[int, Hit]
    places: dict[int, Hit]


MEMBERS = re.compile(r"\b(?:anggota|petugas|personel|personil|anggoita) $", re.IGNORECASE)
"""What stands before a unit that is written small: "anggota polri"."""


def look_up(page: Page) -> Reference:
    """The reference of a page."""
    text = page.document.text
    text = "".join(shown_only(page))
    return Reference(
        units=written(text, unit_lexicon().longest(text)),
        titles=written(text, title_lexicon().longest(text)),
        ranks=written(text, rank_lexicon().longest(text)),
        places=written(text, place_lexicon().longest(text)),
    )


def shown_only(page: Page) -> Iterator[str]:
    """The text with the furniture made into stops, so that no name is found in it or across it."""
    at = 0
    text = page.document.text
    for span in sorted(page.document.furniture, key=lambda s: s.start):
        if span.end > at:
            yield text[at : max(at, span.start)]
            yield "\x00" * (span.end - max(at, span.start))
            at = span.end
    yield text[at:]


def written(text: str, hits: dict[int, Hit]) -> dict[int, Hit]:
    """Hits written as names: beginning in upper case, and short all-capital forms (PA, BIN, KPK) wholly so."""
    kept = {}
    for start, hit in hits.items():
        surface = text[hit.start : hit.end]
        if not surface[0].isupper() and not (len(surface) > 4 and MEMBERS.search(text, start - 12, start)):
            continue
        if len(surface) <= 3 and not surface.isupper():
            continue
        kept[start] = hit
    return kept


@cache
def unit_lexicon() -> SurfaceLexicon:
    """Names of units; values are "unit id|surface", or "=agency id|surface" for a name that is a whole agency's."""
    return SurfaceLexicon(unit_surfaces())


def unit_surfaces() -> Iterator[tuple[str, str]]:
    """Every form of a unit type that is safe to match; forms that need a place after them too."""
    barred = words("not_units")
    for unit in agencies.unit_types():
        for surface in (*unit.surfaces, *unit.place_variants):
            if surface.lower() not in barred:
                yield surface, f"{unit.id}|{surface}"
            if unit.id in POLICE:
                yield f"Ma{surface.lower()}", f"{unit.id}|{surface}"
    for name, agency in agencies.named_agencies().items():
        if " " in name:
            yield name, f"={agency}|{name}"


@cache
def title_lexicon() -> SurfaceLexicon:
    """Titles of office; the value is the title's row: "Kapolres"."""
    return SurfaceLexicon((surface, title.title) for title in agencies.titles() for surface in title.surfaces)


@cache
def rank_lexicon() -> SurfaceLexicon:
    """Ranks with all their written forms; the value is the short form ("Kombes Pol")."""
    return SurfaceLexicon((surface, rank.abbr) for rank in agencies.ranks() for surface in rank.surfaces)


@cache
def place_lexicon() -> SurfaceLexicon:
    """Names of places that may be matched without a cue word; values are place ids."""
    barred = words("not_places")
    return SurfaceLexicon(
        (surface, place)
        for surface, place, _ in places.gazetteer().surfaces()
        if surface.lower() not in barred
    )
