"""Officials: rank and name, office and name, and the offices that stand beside them.

"Kepala BP3MI Kalimantan Utara, Kombes Pol. Andi M. Ichsan", "Kapolres Nunukan AKBP X", "X selaku Kasat Reskrim",
"Plt. Kepala P4MI Nunukan, Y,". An office is a title with the agency that follows it or that it implies
("Kapolres Nunukan": Polres Nunukan).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.reference import agencies as lexicon
from ingest.extraction.mentions.agencies import NUMBERED, Grammar
from ingest.extraction.mentions.finds import Board, Find
from ingest.extraction.mentions.orgs import FIELDS
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import NameRun, name_at, spell

ACTING = frozenset({"plt", "plh", "pj", "pjs", "pgs", "pejabat", "penjabat"})
FORMER = frozenset({"mantan", "eks", "bekas"})
HEADS = re.compile(
    r"[Aa]nggota\b|(?:Wakil\s|Wk\.?\s)?(?:Jaksa Penuntut Umum|Penuntut Umum|Kepala|Ketua|Direktur|Komandan|"
    r"Sekretaris|Koordinator|Manajer|Inspektur|Deputi|Asisten|"
    r"Perwira|Kanit|Kasi|Kasubdit|Kabag|Kabid|Kasubbid|Kasubag|Kaur|Karo[a-z]*|Kasat|Danki|Danpos|Danton|Juru Bicara|"
    r"Konsul|Atase|Rektor|Anggota|Hakim|Jaksa|Panitera)\b"
)
BETWEEN = frozenset({"dan", "&", "/", "-", "atas"})
LONGEST_TITLE = 9


@dataclass(frozen=True, slots=True)
class Office:
    """A title and the agency it is held at; tokens `first` to `after` (exclusive) of the sentence."""

    first: int
    after: int
    title: str
    agency: Find | None
    acting: bool
    former: bool


def office_at(grammar: Grammar, index: int) -> Office | None:
    """The office that begins at token `index`: "Plt. Kepala BP3MI Kalimantan Utara", "Kapolres Nunukan"."""
    tokens = grammar.sentence.tokens
    first, acting, former = index, False, False
    while index < len(tokens) and (low := tokens[index].low) in ACTING | FORMER | {"."}:
        if low == "." and index == first:
            return None
        acting, former = acting or low in ACTING, former or low in FORMER
        index += 1
    end = title_end(grammar, index)
    if end is None:
        return None
    title = " ".join(grammar.sentence.between(index, end).split())
    start_of_agency = end
    if start_of_agency < len(tokens) and tokens[start_of_agency].low in ("pada", "di", "dari"):
        start_of_agency += 1
    found = grammar.agency_at(start_of_agency)
    if found is not None:
        own = headed_part(grammar, index, found)
        return Office(first, found[1], title, own or found[0], acting, former)
    implied = implied_agency(grammar, index, end)
    if implied is not None:
        return Office(first, implied[1], title, implied[0], acting, former)
    if end < len(tokens) and tokens[end].start in grammar.reference.titles:
        again = office_at(grammar, end)  # "Direktur Jenderal Dirjen Imigrasi"
        if again is not None and again.agency is not None:
            return Office(first, again.after, title, again.agency, acting or again.acting, former)
    if end - index > 1 and tokens[end - 1].text in FIELDS:
        field = grammar.agency_at(end - 1)  # "Kepala Dinas Koperasi …"
        if field is not None:
            return Office(first, field[1], grammar.sentence.between(index, end - 1), field[0], acting, former)
    return Office(first, end, title, None, acting, former)


def title_end(grammar: Grammar, index: int) -> int | None:
    """The index after the title that begins at token `index`, or None where none does."""
    tokens, reference = grammar.sentence.tokens, grammar.reference
    if index >= len(tokens):
        return None
    hit = reference.titles.get(tokens[index].start)
    head = HEADS.match(grammar.sentence.text, tokens[index].start - grammar.sentence.start)
    if hit is None and head is None:
        return None
    ends = [hit.end if hit else 0, grammar.sentence.start + head.end() if head else 0]
    end = grammar.after_offset(max(ends), index)
    if hit is not None and index and is_surname(grammar, index):
        return None
    if tokens[index].start in reference.units and reference.units[tokens[index].start].end >= max(ends):
        return None
    inside = [
        at for at in range(index + 1, end) if tokens[at].start in reference.units and grammar.agency_at(at)
    ]
    return inside[0] if inside else extend_title(grammar, index, end)


def is_surname(grammar: Grammar, index: int) -> bool:
    """Whether a word that is also a title ends a name: "Jumadil Kasau"."""
    before, reference = grammar.sentence.tokens[index - 1], grammar.reference
    if index < 2 or not before.capital or not before.text.isalpha() or before.text.isupper():
        return False
    known = (reference.units, reference.titles, reference.ranks, reference.places)
    return before.low not in words("not_names") and not any(before.start in hits for hits in known)


def extend_title(grammar: Grammar, index: int, end: int) -> int:
    """A title goes on over "Seksi Intelijen dan Penindakan" as long as an agency follows in the end."""
    tokens, reference = grammar.sentence.tokens, grammar.reference
    reach = end
    while reach < len(tokens) and reach - index < LONGEST_TITLE:
        token = tokens[reach]
        if (token.start in reference.units and grammar.agency_at(reach)) or grammar.part_at(reach, 0):
            return reach
        if token.start in reference.ranks or not (token.capital or token.low in BETWEEN):
            break
        reach += 1
    return end


def headed_part(grammar: Grammar, index: int, named: tuple[Find, int]) -> Find | None:
    """The part of the named agency that a title names by itself: Korlantas Polri for "Kakorlantas Polri"."""
    hit = grammar.reference.titles.get(grammar.sentence.tokens[index].start)
    row = lexicon.title(hit.values[0]) if hit is not None else None
    unit = lexicon.unit_type(row.unit) if row is not None and row.unit and row.implies else None
    if unit is None or unit.place_slot != "none" or unit.parent != named[0].facts.get("unit"):
        return None
    name = unit.abbr if unit.abbr.endswith(named[0].name) else f"{unit.abbr} {named[0].name}"
    find = grammar.find(unit, name, index, named[1], lexicon.agency_id(unit.id))
    return replace(find.with_facts(implied=True), inner=named[0])


def implied_agency(grammar: Grammar, index: int, end: int) -> tuple[Find, int] | None:
    """The agency that a title names by itself: Kapolres and a place, Kapolri alone."""
    tokens = grammar.sentence.tokens
    hit = grammar.reference.titles.get(tokens[index].start)
    if hit is None:
        return None
    row = lexicon.title(hit.values[0])
    unit = lexicon.unit_type(row.unit) if row.unit and row.implies else None
    if unit is None:
        return None
    if unit.place_slot == "none":
        if end < len(tokens) and tokens[end].start in grammar.reference.places and unit.id == "presiden":
            return None  # the president of another country
        find = grammar.find(unit, unit.abbr, index, end, lexicon.agency_id(unit.id))
        return find.with_facts(implied=True), end
    if unit.place_slot in ("num", "num_name", "name"):
        find, after = grammar.numbered(unit, unit.abbr, index, end)
        return (find.with_facts(implied=True), after) if after > end else None
    if (
        unit.place_slot == "city"
        and end < len(tokens)
        and NUMBERED.fullmatch(tokens[end].text)
        and tokens[end].text[0].isdigit()
    ):
        find, after = grammar.numbered_with_place(unit, unit.abbr, index, end)
        return find.with_facts(implied=True), after
    slot = grammar.slot_at(end, unit) if unit.place_slot != "parent" else None
    if slot is None:
        return None
    link = lexicon.agency_id(unit.id, slot.place.id) if slot.place is not None else None
    return grammar.find(unit, f"{unit.abbr} {slot.words}", index, slot.after, link).with_facts(
        implied=True
    ), slot.after


def ranked_name(grammar: Grammar, index: int) -> tuple[str, NameRun] | None:
    """Rank and name where a rank begins at token `index`."""
    sentence, tokens = grammar.sentence, grammar.sentence.tokens
    hit = grammar.reference.ranks.get(tokens[index].start)
    if hit is None:
        return None
    after = grammar.after_offset(hit.end, index)
    while after < len(tokens) and (
        tokens[after].text in (".", "(", ")")
        or tokens[after].text in rank_tails()
        or (tokens[after - 1].text == "(" and tokens[after].start in grammar.reference.ranks)
    ):
        after += 1
    run = name_at(sentence, after)
    return (hit.values[0], run) if run is not None else None


def rank_tails() -> frozenset[str]:
    """Corps and branch marks after a rank: Inf, Laut, P, Mar, Pol, TNI, Purn."""
    return frozenset(word.capitalize() for word in words("rank_tails")) | frozenset(
        w.upper() for w in words("rank_tails")
    )


def official(grammar: Grammar, run: NameRun, rank: str | None) -> Find:
    """The find of a name run."""
    tokens = grammar.sentence.tokens
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    name = spell(grammar.sentence.between(run.first, run.last))
    facts: dict[str, str] = {"rank": rank} if rank else {}
    return Find("Official", start, end, grammar.sentence.number, name, None, facts)


def plain_name_after(grammar: Grammar, index: int, board: Board) -> NameRun | None:
    """A name without rank right after an office (a comma may stand between): two words, or one before a comma
    or a verb of saying; never a place, unit or title.
    """
    tokens, reference = grammar.sentence.tokens, grammar.reference
    if index < len(tokens) and tokens[index].text in (",", ":"):
        index += 1
    if index >= len(tokens):
        return None
    for hits in (reference.units, reference.titles, reference.places, reference.ranks):
        if tokens[index].start in hits:
            return None
    run = None if grammar.sentence.headline else name_at(grammar.sentence, index)
    if run is None or not board.free(tokens[run.first].start, tokens[run.last - 1].end):
        return None
    if run.last - run.first >= 2:
        return run
    follows = tokens[run.after].low if run.after < len(tokens) else "."
    return run if follows in {",", "."} | words("saying") and len(tokens[run.first].text) > 2 else None
