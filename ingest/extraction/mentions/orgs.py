"""Organisations that the lexicon of units lacks, by the word that begins their name: "Yayasan …", "PT …", "Dinas …"."""

from __future__ import annotations

from functools import cache

from graph.model import Value
from ingest.extraction.mentions.finds import Find
from ingest.extraction.words.lexicon import Row, rows, words
from ingest.extraction.words.names import spell
from ingest.extraction.words.text import Sentence

INSIDE = frozenset({"dan", "&"})
LONGEST = 7


@cache
def heads() -> dict[str, Row]:
    """Head words with the role of those who speak for such an organisation."""
    return {row["head"]: row for row in rows("org_heads")}


def organisation_at(sentence: Sentence, index: int) -> tuple[Find, int] | None:
    """The organisation that begins at token `index` and the index after it, or None."""
    tokens = sentence.tokens
    room = len(tokens) - index
    length = next((n for n in (3, 2, 1) if n <= room and sentence.between(index, index + n) in heads()), 0)
    if not length:
        return None
    end = index + length
    while end < len(tokens) and end - index < LONGEST and goes_on(sentence, end):
        end += 1
    end = listed_fields(sentence, index, length, end)
    end = before_person(sentence, index, length, end)
    while tokens[end - 1].text in INSIDE:
        end -= 1
    if end == index + length:
        return None
    role = heads()[sentence.between(index, index + length)]["role"]
    name = spell(sentence.between(index, end))
    facts: dict[str, Value] = {"unit": "", "bare": False, "org_role": role}
    return Find("Agency", tokens[index].start, tokens[end - 1].end, sentence.number, name, None, facts), end


def goes_on(sentence: Sentence, index: int) -> bool:
    """Whether the token belongs to the name: a capital word or number, or "dan" between two such words."""
    tokens = sentence.tokens
    if tokens[index].text in INSIDE:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        return (
            following is not None
            and following.capital
            and following.text.isalpha()
            and following.text not in heads()
        )
    return (tokens[index].capital or tokens[index].text.isdigit()) and tokens[index].text[0].isalnum()


def before_person(sentence: Sentence, index: int, length: int, end: int) -> int:
    """The end of a public agency's name before a person's: "Dinas Pariwisata Jatmika Wirasuta mengatakan"."""
    if sentence.between(index, index + length) not in FIELDS:
        return end
    names = (at for at in range(index + length + 1, end) if sentence.tokens[at].low in words("given_names"))
    return next(names, end)


FIELDS = frozenset(
    {"Dinas", "Kementerian", "Badan", "Direktorat", "Biro", "Bidang", "Bagian", "Panitia Kerja"}
)
"""Heads whose names may list fields: "Dinas Koperasi, Usaha Mikro, dan Perdagangan"."""
FARTHEST = 14


def listed_fields(sentence: Sentence, index: int, length: int, end: int) -> int:
    """The end of a name that goes on over commas to a last "dan" and field; else the same end."""
    tokens = sentence.tokens
    if sentence.between(index, index + length) not in FIELDS or end == index + length:
        return end
    at, commas = end, 0
    while at + 1 < len(tokens) and at - index < FARTHEST:
        if tokens[at].text == ",":
            commas += 1
            at += 1
        if tokens[at].text in INSIDE and commas and at + 1 < len(tokens) and tokens[at + 1].capital:
            at += 2
            return at
        if not (tokens[at].capital and tokens[at].text.isalpha()):
            return end
        at += 1
    return end
