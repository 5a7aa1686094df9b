"""The rules of reading that are data: `data/*.tsv`, which an expert edits in a spreadsheet.

`furniture.tsv`: match is line (the whole line, letter case and outer punctuation aside), start (a short line
begins so), regex (the whole line, letter case aside), inline (part of a line, letter case counts), teaser (a
lead-in whose headline follows), block (a heading over teasers); where is any, head (above the first
paragraph) or verdict. `publishers.tsv`: forms in datelines and web hosts of one publisher.
`verdict_signs.tsv`: weighted signs of a court decision. `words.tsv`: months, days, small words. Examples in
the files are held to their patterns by a test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.reference.tables import Row, parse_table

_FURNITURE = ("match", "where", "pattern", "what", "example")
_PUBLISHERS = ("name", "kind", "aliases", "hosts")
_SIGNS = ("pattern", "where", "weight", "example")
_WORDS = ("kind", "word", "value")
_OUTER = " \t\u00a0.,:;|»«›‹<>-–—*•·\\"


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """A row of furniture.tsv: `literal` as `bare` gives it, `pattern` for the matches that are
    expressions.
    """

    match: str
    where: str
    literal: str
    pattern: re.Pattern[str]
    what: str
    example: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """A row of publishers.tsv: `kind` is news or release."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictSign:
    """A row of verdict_signs.tsv: `head` signs count in the first 600 characters only."""

    pattern: re.Pattern[str]
    head: bool
    weight: int
    example: str


def bare(line: str) -> str:
    """A line for comparison: without outer blanks and punctuation, one blank between words, letter case
    folded.
    """
    return " ".join(line.strip(_OUTER).split()).casefold()


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """All rows of furniture.tsv, in the file's order."""
    return tuple(_furniture(row) for row in _rows("furniture.tsv", _FURNITURE))


@cache
def publishers() -> tuple[Publisher, ...]:
    """All rows of publishers.tsv, in the file's order."""
    return tuple(
        Publisher(row["name"], row["kind"], row.many("aliases"), row.many("hosts"))
        for row in _rows("publishers.tsv", _PUBLISHERS)
    )


@cache
def publisher_names() -> dict[str, Publisher]:
    """Publishers by their names and aliases as `bare` gives them."""
    known = {bare(alias): publisher for publisher in publishers() for alias in publisher.aliases}
    return known | {bare(publisher.name): publisher for publisher in publishers()}


@cache
def verdict_signs() -> tuple[VerdictSign, ...]:
    """All rows of verdict_signs.tsv."""
    return tuple(
        VerdictSign(re.compile(row["pattern"]), row["where"] == "head", int(row["weight"]), row["example"])
        for row in _rows("verdict_signs.tsv", _SIGNS)
    )


@cache
def words(kind: str) -> dict[str, str]:
    """The words of one kind in words.tsv with their values ("" where a kind has none)."""
    return {row["word"]: row["value"] for row in _rows("words.tsv", _WORDS) if row["kind"] == kind}


def _rows(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    text = resources.files("ingest.reading").joinpath("data", name).read_text("utf-8")
    return parse_table(name, text, columns)


def _furniture(row: Row) -> FurnitureRule:
    match, text = row["match"], row["pattern"]
    source = re.escape(text) if match in ("line", "start", "block") else text
    pattern = re.compile(source, re.IGNORECASE if match in ("start", "regex") else 0)
    return FurnitureRule(match, row["where"], bare(text), pattern, row["what"], row["example"])
