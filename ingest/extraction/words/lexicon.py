"""The word lists and surface lexicons that extraction reads by.

Lists are TSV files in `ingest/extraction/data` that an expert can edit in a spreadsheet; longer names (places, units,
titles, ranks) are found by one pass of an Aho-Corasick automaton over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import ahocorasick

from graph.reference.tables import Row, parse_table

__all__ = ["Hit", "Row", "SurfaceLexicon", "compiled", "fold", "joins", "pattern", "rows", "words"]


REMEMBERED = 4096
"""Texts and patterns whose matches are kept: a sentence is asked for the same words at each of its names."""


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `data/<name>.tsv`. Raises `TableError` with file and line where its form is broken."""
    text = (files("ingest.extraction") / "data" / f"{name}.tsv").read_text("utf-8")
    return parse_table(f"{name}.tsv", text, tuple(text.partition("\n")[0].split("\t")))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of `data/<name>.tsv`, in lower case."""
    return frozenset(next(iter(row.cells.values())).lower() for row in rows(name))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern at word boundaries, whatever the case."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """All that `data/cues.tsv` has under a name, not inside of a word, whatever the case."""
    patterns = [row["pattern"] for row in rows("cues") if row["cue"] == name]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def found_in(name: str, text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a pattern of `data/cues.tsv` stands in a text: start, end and the words in lower case."""
    return tuple((m.start(), m.end(), m.group().lower()) for m in pattern(name).finditer(text))


@lru_cache(maxsize=REMEMBERED)
def words_found(name: str, text: str) -> frozenset[str]:
    """The different words that a pattern of `data/cues.tsv` finds in a text."""
    return frozenset(word for _, _, word in found_in(name, text))


def stands_in(name: str, text: str) -> bool:
    """Whether a pattern of `data/cues.tsv` stands in a text."""
    return bool(found_in(name, text))


def last_before(name: str, text: str, start: int) -> str | None:
    """The words of a pattern of `data/cues.tsv` that stand last before an offset of a text, None where none do."""
    return next((word for _, end, word in reversed(found_in(name, text)) if end <= start), None)


def first_after(name: str, text: str, end: int) -> tuple[int, str] | None:
    """Where the words of a pattern stand first after an offset of a text, and the words; None where none do."""
    return next(((start, word) for start, _, word in found_in(name, text) if start >= end), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface found in a text: `text[start:end]`, with what the lexicon says of it (possibly several)."""

    start: int
    end: int
    values: tuple[str, ...]


class SurfaceLexicon:
    """Surfaces with values, found in running text at word boundaries, longest first, whatever the case."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        by_surface: dict[str, list[str]] = {}
        for surface, value in entries:
            values = by_surface.setdefault(fold(surface), [])
            if value not in values:
                values.append(value)
        self._automaton = ahocorasick.Automaton()
        for surface, values in by_surface.items():
            self._automaton.add_word(surface, (len(surface), tuple(values)))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Hit]:
        """Every occurrence at word boundaries, also those inside longer ones, in order of their end."""
        flat = fold(text)
        for last, (length, values) in self._automaton.iter(flat):
            start, end = last + 1 - length, last + 1
            if (start == 0 or not joins(flat[start - 1])) and (end == len(flat) or not joins(flat[end])):
                yield Hit(start, end, values)

    def longest(self, text: str) -> dict[int, Hit]:
        """The longest occurrence at each start."""
        best: dict[int, Hit] = {}
        for hit in self.find(text):
            if hit.start not in best or best[hit.start].end < hit.end:
                best[hit.start] = hit
        return best


def joins(character: str) -> bool:
    """Whether the character would make a neighbouring surface part of a longer word."""
    return character.isalnum() or character == "_"


PLAIN = {ord(c): " " for c in "\t\n\r\v\f\u00a0\u2007\u202f"} | {ord("’"): "'"}


def fold(text: str) -> str:
    """Lower case and plain spaces, character for character, so that offsets stay those of the text."""
    low = text.lower()
    if len(low) != len(text):  # some capitals (İ) become two characters
        low = "".join(small if len(small := c.lower()) == 1 else c for c in text)
    return low.translate(PLAIN)
