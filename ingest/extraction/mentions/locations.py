"""Locations: gazetteer names in capitals, ports and jetties by their head word, districts and villages by cue.

A district or village is linked to a code only where a larger place that holds it is named in the document and
just one candidate remains; otherwise it stays unresolved rather than guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph.reference import places
from ingest.extraction.mentions.finds import Board, Find
from ingest.extraction.words.lexicon import rows, words
from ingest.extraction.words.names import spell
from ingest.extraction.words.reference import Reference
from ingest.extraction.words.text import Page, Sentence, Token

HEADS_IN_FULL = {"Kec": "Kecamatan", "Kel": "Kelurahan", "Kab": "Kabupaten", "Sei": "Sungai"}
INNER_HEADS = frozenset({"sungai", "sei", "pulau", "tanjung", "kampung", "pantai", "laut", "pangkalan"})
"""Head words that also begin the proper name of a district or village: "Desa Sungai Nyamuk"."""
ROMAN = frozenset({"I", "II", "III", "IV", "V"})


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A word that begins a place name: "Kecamatan", "Pelabuhan", "Dermaga", "Pulau"."""

    word: str
    kind: str
    in_name: bool


@cache
def head_words() -> dict[str, HeadWord]:
    """Head words by their lower-case form."""
    return {
        r["word"].lower(): HeadWord(r["word"], r["kind"], r["in_name"] == "yes") for r in rows("place_heads")
    }


def find_locations(page: Page, reference: Reference, board: Board, areas: frozenset[str]) -> None:
    """Put the locations of a page on the board, where nothing else stands."""
    for sentence in page.sentences:
        index = 0
        while index < len(sentence.tokens):
            find = headed(sentence, index, reference, areas) or listed(sentence, index, reference)
            find = find or district_at(sentence, index, areas)
            if find is not None and board.claim(find):
                while index < len(sentence.tokens) and sentence.tokens[index].start < find.end:
                    index += 1
            else:
                index += 1


def listed(sentence: Sentence, index: int, reference: Reference) -> Find | None:
    """A gazetteer name that begins at the token, if it is not the beginning of a longer name."""
    token = sentence.tokens[index]
    hit = reference.places.get(token.start)
    if hit is None or part_of_name(sentence, index, hit.end, reference):
        return None
    place = places.gazetteer().get(hit.values[0])
    before = sentence.tokens[index - 1] if index else None
    if before is not None and before.capital and before.low in words("given_names"):
        return None  # "Andi Tarakan" is a person
    if place is None or (place.kind == "country" and index and whose(sentence, index)):
        return None
    return Find("Location", hit.start, hit.end, sentence.number, place.name, place.id, {"kind": place.kind})


def district_at(sentence: Sentence, index: int, areas: frozenset[str]) -> Find | None:
    """A district named without its head word after "di", "ke", "dari" or a comma, if it lies in an area of the page."""
    tokens = sentence.tokens
    if not tokens[index].capital or (index and tokens[index - 1].low not in BEFORE_PLACES):
        return None
    for length in (3, 2, 1):
        part = tokens[index : index + length]
        if len(part) < length or not all(t.capital and t.text.isalpha() for t in part):
            continue
        if length == 1 and (
            index == 0 or len(part[0].text) < 5 or part[0].text.lower() in words("not_names")
        ):
            continue
        name = sentence.between(index, index + length)
        link = linked("district", name, areas)
        if link is not None:
            return Find(
                "Location",
                part[0].start,
                part[-1].end,
                sentence.number,
                spell(name),
                link,
                {"kind": "district"},
            )
    return None


BEFORE_PLACES = frozenset({"di", "ke", "dari", ",", "dan", "asal", "menuju"})


def whose(sentence: Sentence, index: int) -> bool:
    """Whether a country's name at the token only says whose; not in "wilayah negara Republik Indonesia"."""
    tokens = sentence.tokens
    at = index - 1
    while at >= 0 and tokens[at].low in ("negara", "republik"):
        at -= 1
    if at < index - 1 and at >= 0 and tokens[at].low in words("place_of_state"):
        return False
    return names_people(tokens[index - 1])


def names_people(before: Token) -> bool:
    """Whether a country's name only says whose: "Warga Negara Indonesia", "WN China", "Bank Indonesia"."""
    lower = before.low
    if lower == ":":
        return True  # "Kebangsaan : Indonesia"
    return (before.capital and before.text.isalpha()) or lower in (
        "negara",
        "warga",
        "migran",
        "republik",
        "bangsa",
        "wn",
    )


def part_of_name(sentence: Sentence, index: int, end: int, reference: Reference) -> bool:
    """Whether the name runs on into further capital words ("Bulungan Jaya"), or follows one ("Andi Tarakan")."""
    tokens = sentence.tokens
    after = index
    while after < len(tokens) and tokens[after].start < end:
        after += 1
    if all(t.text.isupper() for t in tokens if t.text.isalpha() and len(t.text) > 2):
        return False
    if sentence.headline:
        return False
    follows = tokens[after] if after < len(tokens) else None
    runs_on = (
        follows is not None
        and follows.capital
        and follows.text.isalpha()
        and follows.low not in words("not_names")
        and not any(
            follows.start in h for h in (reference.places, reference.units, reference.titles, reference.ranks)
        )
    )
    return runs_on and len(follows.text) > 2 if follows else False


def headed(sentence: Sentence, index: int, reference: Reference, areas: frozenset[str]) -> Find | None:
    """A place named by a head word and a name: "Kec. Nunukan Selatan", "Pelabuhan Tunon Taka", "Desa Aji Kuning"."""
    tokens = sentence.tokens
    head = head_words().get(tokens[index].low)
    if head is None or not tokens[index].capital:
        return None
    whole = reference.places.get(tokens[index].start)
    start = index + 1
    if start < len(tokens) and tokens[start].text == ".":
        start += 1
    end = start
    while end < len(tokens) and end - start < 4 and name_word(sentence, end, end == start):
        end += 1
    finish = tokens[end - 1].end if end > start else 0
    if whole is not None and whole.end >= finish:
        return listed(sentence, index, reference)
    if end == start:
        return None
    while end - start > 1 and tokens[end - 1].low in words("given_names"):
        shorter = spell(sentence.between(start, end - 1))
        if linked(head.kind, f"{head.word} {shorter}" if head.in_name else shorter, areas) is None:
            break
        end -= 1  # "warga Kecamatan Sebatik Wulan"
        finish = tokens[end - 1].end
    bare = spell(sentence.between(start, end))
    link = linked(head.kind, f"{head.word} {bare}" if head.in_name else bare, areas)
    first = tokens[index]
    name = f"{HEADS_IN_FULL.get(head.word, head.word)} {bare}"
    return Find("Location", first.start, finish, sentence.number, name, link, {"kind": head.kind})


def name_word(sentence: Sentence, index: int, first: bool) -> bool:
    """Whether the token may belong to the name after a head word."""
    token = sentence.tokens[index]
    if token.text in ROMAN and not first:
        return True
    if not token.capital or not token.text[0].isalpha():
        return False
    if token.low in head_words():
        return first and token.low in INNER_HEADS
    return token.low not in words("not_names")


def linked(kind: str, name: str, areas: frozenset[str]) -> str | None:
    """The code of a district or village of the name inside one of the areas, if just one fits."""
    gazetteer = places.gazetteer()
    candidates = {"district": gazetteer.districts, "village": gazetteer.villages}.get(kind, gazetteer.find)
    found = [p.id for p in candidates(name) if areas & {a.id for a in gazetteer.ancestors(p.id)}]
    return found[0] if len(found) == 1 else None


def named_areas(reference: Reference) -> frozenset[str]:
    """Regencies and cities that the text names (else provinces): the areas in which its districts are sought."""
    ids = {value for hit in reference.places.values() for value in hit.values}
    regencies = frozenset(i for i in ids if len(i) == 5 and i[2] == ".")
    return regencies or frozenset(i for i in ids if len(i) == 2 and i.isdigit())
