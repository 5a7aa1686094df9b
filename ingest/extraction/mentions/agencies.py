"""Agencies by grammar: unit type, class, place or number, and the agency they belong to.

"Unit PPA Satreskrim Polres Nunukan" is three agencies, nested; "Staf Utama Operasi Polri (Stamaops Polri)" one;
"Kantor Imigrasi Kelas II TPI Nunukan", "Kodim 0911/Nunukan", "Gugus Tugas TPPO wilayah Kalimantan Utara".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Value
from graph.reference import agencies as lexicon
from graph.reference.places import gazetteer
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.orgs import organisation_at
from ingest.extraction.mentions.slots import Slot, Slots
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import spell

BRANCH_WORDS = frozenset({"Provinsi", "Kabupaten", "Kota"})
NUMBERED = re.compile(r"[IVX]+(?:[/-]\w+)*|\d{1,4}(?:[/-]\w+)*")
DEEPEST = 4
LONGEST_PART = 5
TEAMS = frozenset({"Resmob", "Tipidter", "Intel", "Provost", "Jatanras"})
"""Teams that are named by this word alone before the agency they belong to."""
PART_HEADS = TEAMS | {"Subdit", "Subdirektorat", "Subbid", "Unit", "Komisi", "Fraksi", "Panja"}
PATRONYMS = frozenset({"bin"})
"""Units whose short form also stands in names."""


@dataclass(frozen=True, slots=True)
class Grammar(Slots):
    """Reads agencies out of a sentence with the reference hits of its page.

    `areas` are the ids of regencies and provinces the page names: a district is sought in these.
    """

    def agency_at(self, index: int, depth: int = 0) -> tuple[Find, int] | None:
        """The agency that begins at token `index` and the index after it, or None."""
        tokens = self.sentence.tokens
        if index >= len(tokens) or depth > DEEPEST:
            return None
        hit = self.reference.units.get(tokens[index].start)
        place = self.reference.places.get(tokens[index].start)
        if hit is None:
            return self.government(index) or self.part_at(index, depth) or self.spelled_out(index)
        if place is not None and place.end > hit.end:
            return None  # "PLBL Liem Hie Djung" is a place
        unit_id, _, surface = hit.values[0].partition("|")
        after = self.after_offset(hit.end, index)
        if unit_id in PATRONYMS and self.in_capitals(index):
            return None
        if unit_id.startswith("="):
            return self.named(unit_id[1:], surface, index, after), after
        unit = lexicon.unit_type(unit_id)
        surface, after = self.skip_abbreviation(after, unit, surface)
        inner = self.agency_at(after, depth + 1) if unit.place_slot in ("none", "parent") else None
        if inner is not None and nests(unit, inner[0]):
            return self.sub_unit(unit, surface, index, inner), inner[1]
        filled = self.filled(unit, surface, index, after)
        return (self.with_parent(filled[0], unit), filled[1]) if filled is not None else None

    def government(self, index: int) -> tuple[Find, int] | None:
        """What governs a country, or its police: "pemerintah Indonesia", "otoritas Filipina"."""
        tokens = self.sentence.tokens
        if tokens[index].low not in words("governing") or index + 1 >= len(tokens):
            return None
        hit = self.reference.places.get(tokens[index + 1].start)
        place = gazetteer().get(hit.values[0]) if hit is not None else None
        if hit is None or place is None or place.kind != "country":
            return None
        after = self.after_offset(hit.end, index + 1)
        name = self.sentence.between(index, after)
        facts: dict[str, Value] = {"unit": "", "bare": False, "sure": True}
        start, end = tokens[index].start, tokens[after - 1].end
        return Find(
            "Agency", start, end, self.sentence.number, name[:1].upper() + name[1:], None, facts
        ), after

    def in_capitals(self, index: int) -> bool:
        """Whether the words on both sides are in capitals: "BIN" in the name of an accused is no agency."""
        sides = self.sentence.tokens[max(0, index - 1) : index] + self.sentence.tokens[index + 1 : index + 2]
        return bool(sides) and all(t.text.isupper() and len(t.text) > 2 for t in sides)

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
        following = self.sentence.tokens[at + 1].text if at + 1 < len(self.sentence.tokens) else ""
        if inside and following and (longer := gazetteer().find(f"{inside} {following}")):
            number, found, at = f"{number} {following}", longer, at + 1  # "Kodim 0504/Jakarta Selatan"
        place = slot.place if slot is not None else found[0] if found else None
        link = lexicon.agency_id(unit.id, place.id) if place is not None else None
        name = f"{shown} {number} {slot.words if slot is not None else ''}".strip()
        after = slot.after if slot is not None else at + 1
        return self.find(unit, name, index, after, link), after

    def skip_abbreviation(self, index: int, unit: lexicon.UnitType, surface: str) -> tuple[str, int]:
        """The index after "(BP3MI)" where it abbreviates the unit just named, and the surface to show."""
        tokens = self.sentence.tokens
        again = self.reference.units.get(tokens[index].start) if index < len(tokens) else None
        if again is not None and again.values[0].partition("|")[0] == unit.id:
            return surface, self.after_offset(again.end, index)  # "Kementerian Luar Negeri Kemlu"
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

    def spelled_out(self, index: int) -> tuple[Find, int] | None:
        """An organisation by its head word, or the unit whose short form follows it: "Badan … (BP3MI) X"."""
        found = organisation_at(self.sentence, index)
        tokens = self.sentence.tokens
        if found is None:
            return None
        if found[1] + 2 >= len(tokens) or tokens[found[1]].text != "(":
            return self.with_area(*found)
        hit = self.reference.units.get(tokens[found[1] + 1].start)
        close = self.after_offset(hit.end, found[1]) if hit is not None else len(tokens)
        if hit is None or close >= len(tokens) or tokens[close].text != ")" or hit.values[0].startswith("="):
            return self.with_area(*found)
        unit_id, _, surface = hit.values[0].partition("|")
        return self.filled(lexicon.unit_type(unit_id), surface, index, close + 1) or found

    def with_area(self, find: Find, after: int) -> tuple[Find, int]:
        """An organisation with its area, after its short form: "Dinas Perdagangan (Disdag) Kabupaten Nunukan"."""
        tokens, at = self.sentence.tokens, after
        if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
            at += 3
        lead = at
        if at < len(tokens) and tokens[at].text in BRANCH_WORDS:
            at += 1
        hit = self.reference.places.get(tokens[at].start) if at < len(tokens) else None
        if hit is None or (
            at == after and not self.sentence.text[find.end - self.sentence.start :].startswith(" ")
        ):
            return find, after
        end = self.after_offset(hit.end, at)
        name = f"{find.name} {spell(self.sentence.between(lead, end))}"
        return Find("Agency", find.start, tokens[end - 1].end, find.sentence, name, None, find.facts), end

    def part_at(self, index: int, depth: int) -> tuple[Find, int] | None:
        """A numbered part that no lexicon has, of the agency that follows: "Subdit IV Ditreskrimum Polda Bali"."""
        tokens, at = self.sentence.tokens, index + 1
        if tokens[index].text.capitalize() not in PART_HEADS:
            return None
        while at < len(tokens) and at - index < LONGEST_PART and self.names_part(at):
            at += 1
        inner = self.agency_at(at, depth + 1) if at < len(tokens) else None
        if inner is None:
            return None
        above, after = inner
        kind = str(above.facts["unit"])
        if above.inner is not None and kind and lexicon.unit_type(kind).abbr.endswith(f" {tokens[at].text}"):
            above = above.inner  # "Jatanras" without "Unit" is a word of "Subdit III Jatanras"
        elif at == index + 1 and tokens[index].text not in TEAMS:
            return None
        start, origin = tokens[index].start, self.sentence.start
        name = f"{self.sentence.text[start - origin : above.start - origin].strip()} {above.name}"
        facts: dict[str, Value] = {"unit": "", "bare": False}
        return Find("Agency", start, above.end, self.sentence.number, name, None, facts, above), after

    def names_part(self, index: int) -> bool:
        """Whether the token may stand between the head of a part and the agency it belongs to."""
        token = self.sentence.tokens[index]
        if token.text in PART_HEADS or token.start in self.reference.units:
            return False
        return token.capital or token.text[0].isdigit()

    def with_parent(self, find: Find, unit: lexicon.UnitType) -> Find:
        """The find with the national agency that its name ends with: "Bareskrim Polri" holds "Polri"."""
        parent = lexicon.unit_type(unit.parent) if unit.parent and unit.place_slot == "none" else None
        words = self.sentence.text[: find.end - self.sentence.start]
        if parent is None or parent.place_slot != "none" or not words.endswith(f" {parent.abbr}"):
            return find
        start = find.end - len(parent.abbr)
        facts: dict[str, Value] = {"unit": parent.id, "bare": False}
        link = lexicon.agency_id(parent.id)
        above = Find("Agency", start, find.end, find.sentence, parent.abbr, link, facts)
        return Find("Agency", find.start, find.end, find.sentence, find.name, find.link, find.facts, above)

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


def nests(unit: lexicon.UnitType, above: Find) -> bool:
    """Whether a unit may be part of the agency after it: a national one only of its own parent, not "Polri KBRI"."""
    if above.facts["unit"] == unit.id:
        return False
    if unit.place_slot == "parent":
        return True
    return above.facts["unit"] == unit.parent
