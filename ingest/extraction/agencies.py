"""Agencies by grammar: unit type, class, place or number, and the agency they belong to.

"Unit PPA Satreskrim Polres Nunukan" is three agencies, nested; "Staf Utama Operasi Polri (Stamaops Polri)" one;
"Kantor Imigrasi Kelas II TPI Nunukan", "Kodim 0911/Nunukan", "Gugus Tugas TPPO wilayah Kalimantan Utara".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Value
from graph.reference import agencies as lexicon
from graph.reference.places import Place, gazetteer
from ingest.extraction.finds import Find
from ingest.extraction.names import spell
from ingest.extraction.orgs import organisation_at
from ingest.extraction.reference import Reference
from ingest.extraction.text import Sentence, title_case

CLASS = re.compile(
    r"(?:kelas|khusus|tpi|non|tmp|tipe|madya|pabean|[ivx]{1,4}|[a-c]|[ivx]+[ab])", re.IGNORECASE
)
AREA_WORDS = frozenset(
    {"wilayah", "provinsi", "kabupaten", "kab", "kota", "daerah", "distrik", "kecamatan", "kec"}
)
BRANCH_WORDS = frozenset({"Provinsi", "Kabupaten", "Kota"})
NUMBERED = re.compile(r"[IVX]+(?:[/-]\w+)*|\d{1,4}(?:[/-]\w+)*")
SELDOM = frozenset({"dan", "yang", "di"})
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills the place slot of a unit: tokens up to `after`; `words` as they are shown."""

    place: Place | None
    words: str
    after: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """Reads agencies out of a sentence with the reference hits of its page.

    `areas` are the ids of regencies and provinces the page names: a district is sought in these.
    """

    reference: Reference
    sentence: Sentence
    areas: frozenset[str]

    def agency_at(self, index: int, depth: int = 0) -> tuple[Find, int] | None:
        """The agency that begins at token `index` and the index after it, or None."""
        tokens = self.sentence.tokens
        if index >= len(tokens) or depth > DEEPEST:
            return None
        hit = self.reference.units.get(tokens[index].start)
        place = self.reference.places.get(tokens[index].start)
        if hit is None:
            return organisation_at(self.sentence, index)
        if place is not None and place.end > hit.end:
            return None  # "PLBL Liem Hie Djung" is a place
        unit_id, _, surface = hit.values[0].partition("|")
        after = self.after_offset(hit.end, index)
        if unit_id.startswith("="):
            return self.named(unit_id[1:], surface, index, after), after
        unit = lexicon.unit_type(unit_id)
        surface, after = self.skip_abbreviation(after, unit, surface)
        inner = self.agency_at(after, depth + 1) if unit.place_slot in ("none", "parent") else None
        if inner is not None and inner[0].facts["unit"] != unit.id:
            return self.sub_unit(unit, surface, index, inner), inner[1]
        return self.filled(unit, surface, index, after)

    def filled(self, unit: lexicon.UnitType, surface: str, index: int, after: int) -> tuple[Find, int] | None:
        """A unit by itself, or with its class and the place or number that fills its slot."""
        needs_place = surface in unit.place_variants
        if unit.place_slot == "none" and not needs_place:
            branch = self.branch_at(after, unit)
            if branch is not None:
                return self.find(unit, f"{surface} {branch.words}", index, branch.after, None), branch.after
            return self.find(unit, surface, index, after, lexicon.agency_id(unit.id)), after
        klass = self.skip_class(after)
        shown = f"{surface} {self.sentence.between(after, klass)}".strip()
        if unit.place_slot in ("num", "num_name", "name"):
            return self.numbered(unit, shown, index, klass)
        tokens = self.sentence.tokens
        if klass < len(tokens) and tokens[klass].text[0].isdigit() and NUMBERED.fullmatch(tokens[klass].text):
            return self.numbered_with_place(unit, shown, index, klass)
        slot = self.slot_at(klass, unit)
        if slot is None:
            if needs_place:
                return None
            link = (
                lexicon.agency_id(unit.id)
                if unit.place_slot == "parent" and surface not in (unit.abbr, unit.full_name)
                else None
            )
            return self.find(unit, shown, index, klass, link, bare=link is None), klass
        link = lexicon.agency_id(unit.id, slot.place.id) if slot.place is not None else None
        return self.find(unit, f"{shown} {slot.words}", index, slot.after, link), slot.after

    def branch_at(self, index: int, unit: lexicon.UnitType) -> Slot | None:
        """The area whose branch of a national agency is meant: "Badan Narkotika Nasional Kabupaten Nunukan"."""
        tokens = self.sentence.tokens
        if index >= len(tokens) or tokens[index].text not in BRANCH_WORDS:
            return None
        slot = self.slot_at(index, unit)
        return slot if slot is not None and slot.place is not None else None

    def numbered(self, unit: lexicon.UnitType, shown: str, index: int, after: int) -> tuple[Find, int]:
        """A unit told apart by number or name: "Kodim 0911/Nunukan"."""
        tokens, end = self.sentence.tokens, after
        if end < len(tokens) and NUMBERED.fullmatch(tokens[end].text):
            end += 1
        while end < len(tokens) and end - after < 3 and self.is_place_word(end):
            end += 1
        name = f"{shown} {spell(self.sentence.between(after, end))}".strip()
        return self.find(unit, name, index, end, None, bare=end == after), end

    def numbered_with_place(
        self, unit: lexicon.UnitType, shown: str, index: int, at: int
    ) -> tuple[Find, int]:
        """A unit with a number and a place: "Kodim 0911/Nunukan", "Kodim 0313 Kampar"."""
        number = self.sentence.tokens[at].text
        _, _, inside = number.partition("/")
        slot = None if inside else self.slot_at(at + 1, unit)
        found = gazetteer().find(inside) if inside else ()
        place = slot.place if slot is not None else found[0] if found else None
        link = lexicon.agency_id(unit.id, place.id) if place is not None else None
        name = f"{shown} {number} {slot.words if slot is not None else ''}".strip()
        after = slot.after if slot is not None else at + 1
        return self.find(unit, name, index, after, link), after

    def slot_at(self, index: int, unit: lexicon.UnitType) -> Slot | None:
        """The place that fills a slot, with "wilayah", "Kabupaten" before it."""
        tokens = self.sentence.tokens
        start = index
        while start < len(tokens) - 1 and tokens[start].text.lower() in AREA_WORDS and start - index < 3:
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
            words = self.sentence.between(start, end)
            found = lexicon.places_for(unit.id, words) if unit.place_slot not in ("kec", "desa") else ()
            place = found[0] if found else gazetteer().get(hit.values[0])
            short = place is not None and words.lower() not in place.name.lower()
            shown = bare_name(place) if place is not None and short else spell(words)
            return Slot(place, f"{lead} {shown}".strip(), end)
        end = start
        while end < len(tokens) and end - start < 3 and self.is_place_word(end):
            end += 1
        if end == start or title_case(self.sentence):
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
        if not token.capital or not token.text.isalpha() or token.text.lower() in SELDOM:
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
        if index >= len(tokens) or tokens[index].text.lower() not in ("kelas", "tmp", "tipe"):
            return index
        while index < len(tokens) and CLASS.fullmatch(tokens[index].text):
            index += 1
        return index

    def skip_abbreviation(self, index: int, unit: lexicon.UnitType, surface: str) -> tuple[str, int]:
        """The index after "(BP3MI)" where it abbreviates the unit just named, and the surface to show."""
        tokens = self.sentence.tokens
        if index + 2 >= len(tokens) or tokens[index].text != "(":
            return surface, index
        inside = self.reference.units.get(tokens[index + 1].start)
        shown = surface
        if inside is None or inside.values[0].partition("|")[0] != unit.id:
            inside = self.reference.titles.get(tokens[index + 1].start)  # "Komandan Lanal (Danlanal) Nunukan"
        else:
            shown = inside.values[0].partition("|")[2]
        if inside is None:
            return surface, index
        close = self.after_offset(inside.end, index)
        closed = close < len(tokens) and tokens[close].text == ")"
        return (shown, close + 1) if closed else (surface, index)

    def after_offset(self, end: int, index: int) -> int:
        """The index of the first token that begins at or after the offset."""
        tokens = self.sentence.tokens
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        return index

    def sub_unit(self, unit: lexicon.UnitType, surface: str, first: int, inner: tuple[Find, int]) -> Find:
        """A unit of another agency: its name and identity follow from that one."""
        above, after = inner
        area = (above.link or "").partition(":")[2]
        link = None
        if above.link is not None:
            link = (
                lexicon.agency_id(unit.id, area)
                if area and unit.place_slot == "parent"
                else lexicon.agency_id(unit.id)
            )
        find = self.find(unit, f"{surface} {above.name}", first, after, link)
        return Find("Agency", find.start, find.end, find.sentence, find.name, link, find.facts, above)

    def named(self, agency_id: str, surface: str, first: int, after: int) -> Find:
        """An agency that the lexicon knows by its whole name: "Polda Metro Jaya"."""
        unit = lexicon.unit_type(agency_id.partition(":")[0])
        return self.find(unit, surface, first, after, agency_id)

    def find(self, unit: lexicon.UnitType, name: str, first: int, after: int, link: str | None, *,
             bare: bool = False) -> Find:  # fmt: skip
        """The find of tokens `first` to `after`. A bare unit ("Polres") is another's short form."""
        tokens = self.sentence.tokens
        facts: dict[str, Value] = {"unit": unit.id, "bare": bare}
        return Find(
            "Agency", tokens[first].start, tokens[after - 1].end, self.sentence.number, name, link, facts
        )


def bare_name(place: Place) -> str:
    """The name of a place without "Kabupaten" or "Kota"."""
    return place.name.removeprefix("Kabupaten ").removeprefix("Kota ")
