"""The place that fills the slot of a unit: "Polres Nunukan", "Gugus Tugas TPPO wilayah Kalimantan Utara"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.reference import agencies as lexicon
from graph.reference.places import Place, gazetteer
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import spell
from ingest.extraction.words.reference import Reference
from ingest.extraction.words.text import Sentence

CLASS = re.compile(
    r"(?:kelas|khusus|tpi|non|tmp|tipe|madya|pabean|[ivx]{1,4}|[a-c]|[ivx]+[ab])", re.IGNORECASE
)
AREA_WORDS = frozenset(
    {"wilayah", "provinsi", "kabupaten", "kab", "kota", "daerah", "distrik", "kecamatan", "kec"}
)
COURTS = frozenset({"pn", "pt", "kejari", "kejati"})
"""Units that a headline or the head of a decision names with their seat."""
SUFFIXES = frozenset({"Kota", "Besar", "Raya", "Karimun"})
"""Words that end the name of a unit's place after a place of the gazetteer."""
SELDOM = frozenset({"dan", "yang", "di"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills the place slot of a unit: tokens up to `after`; `words` as they are shown."""

    place: Place | None
    words: str
    after: int


@dataclass(frozen=True, slots=True)
class Slots:
    """Reads the place after a unit in a sentence with the reference hits of its page.

    `areas` are the ids of regencies and provinces the page names: a district is sought in these.
    """

    reference: Reference
    sentence: Sentence
    areas: frozenset[str]

    def slot_at(self, index: int, unit: lexicon.UnitType) -> Slot | None:
        """The place that fills a slot, with "wilayah", "Kabupaten" before it."""
        tokens = self.sentence.tokens
        start = index
        while start < len(tokens) - 1 and tokens[start].low in AREA_WORDS and start - index < 3:
            start += 2 if tokens[start + 1].text == "." else 1
        if start >= len(tokens):
            return None
        lead = self.sentence.between(index, start)
        hit = self.reference.places.get(tokens[start].start)
        if unit.place_slot in ("kec", "desa"):
            named = self.district_at(start)
            if named is not None:
                return Slot(named[0], f"{lead} {named[1]}".strip(), named[2])
        if hit is not None:
            end = self.after_offset(hit.end, start)
            if end < len(tokens) and tokens[end].text in SUFFIXES:
                end += 1  # "Polres Tasikmalaya Kota", "Kantor Imigrasi Sumbawa Besar"
                words = self.sentence.between(start, end)
                city = gazetteer().find(f"Kota {self.sentence.between(start, end - 1)}")
                place = city[0] if city and tokens[end - 1].text == "Kota" else None
                return Slot(place, f"{lead} {spell(words)}".strip(), end)
            words = self.sentence.between(start, end)
            found = lexicon.places_for(unit.id, words) if unit.place_slot not in ("kec", "desa") else ()
            place = found[0] if found else gazetteer().get(hit.values[0])
            short = place is not None and words.lower() not in place.name.lower()
            shown = bare_name(place) if place is not None and short else spell(words)
            return Slot(place, f"{lead} {shown}".strip(), end)
        end = start
        while end < len(tokens) and end - start < 3 and self.is_place_word(end):
            end += 1
        if end == start or (self.sentence.headline and unit.id not in COURTS):
            return None
        name = spell(self.sentence.between(start, end))
        return Slot(self.district(name), f"{lead} {name}".strip(), end)

    def district_at(self, start: int) -> tuple[Place | None, str, int] | None:
        """The longest district name of up to three capital words from a token on, its place if it is certain."""
        for length in (3, 2, 1):
            words = self.sentence.tokens[start : start + length]
            name = spell(self.sentence.between(start, start + len(words)))
            if len(words) == length and all(w.capital for w in words) and gazetteer().districts(name):
                return self.district(name), name, start + length
        return None

    def is_place_word(self, index: int) -> bool:
        """Whether the token may be part of a place name that the gazetteer lacks."""
        token, reference = self.sentence.tokens[index], self.reference
        if not token.capital or not token.text.isalpha() or token.low in SELDOM | words("not_names"):
            return False
        if any(token.start in hits for hits in (reference.titles, reference.ranks, reference.units)):
            return False
        return len(token.text) > 2 and (not token.text.isupper() or len(token.text) > 4)

    def district(self, name: str) -> Place | None:
        """The district of this name in an area the page names, if there is just one."""
        near = [
            p for p in gazetteer().districts(name) if self.areas & {a.id for a in gazetteer().ancestors(p.id)}
        ]
        return near[0] if len(near) == 1 else None

    def skip_class(self, index: int) -> int:
        """The index after "Kelas II Non TPI" and the like."""
        tokens = self.sentence.tokens
        if index >= len(tokens) or tokens[index].low not in ("kelas", "tmp", "tipe"):
            return index
        while index < len(tokens) and CLASS.fullmatch(tokens[index].text):
            index += 1
        return index

    def after_offset(self, end: int, index: int) -> int:
        """The index of the first token that begins at or after the offset."""
        tokens = self.sentence.tokens
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        return index


def bare_name(place: Place) -> str:
    """The name of a place without "Kabupaten" or "Kota"."""
    return place.name.removeprefix("Kabupaten ").removeprefix("Kota ")
