"""What the detectors of extraction pass on: finds in sentences, and a board that keeps them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graph.model import Value
from ingest.extraction.words.text import Page, Sentence

PEOPLE = ("Official", "Suspect", "Protected")
"""Labels of finds that name people."""


@dataclass(frozen=True, slots=True)
class Find:
    """A mention as a detector found it: `label` is a node label or "Protected".

    `name` is the canonical form of this mention; `link` the certain identity; `facts` what stands beside it (rank,
    age, unit, kind …); `inner` the find nested in it (the Polres of "Satreskrim Polres Nunukan").
    """

    label: str
    start: int
    end: int
    sentence: int
    name: str
    link: str | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)
    inner: Find | None = None

    def with_facts(self, **facts: Value) -> Find:
        """The same find with more facts."""
        return replace(self, facts={**self.facts, **facts})


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span that the tagger names, with its label ("Official") and the number of its sentence; `margin` is how far the
    label is ahead of the next best one, as the mean of its tokens.
    """

    start: int
    end: int
    label: str
    sentence: int
    margin: float = 0.0


class Board:
    """The finds of a page so far. A later detector may not claim characters that are taken."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._finds: list[Find] = []
        self._by_sentence: dict[int, list[Find]] = {}
        self._taken = bytearray(len(page.document.text))

    @property
    def finds(self) -> Sequence[Find]:
        """The finds in the order in which they were claimed."""
        return self._finds

    def relabel(self, finds: Iterable[Find]) -> None:
        """Put other finds in the place of those on the board; what is taken stays taken."""
        self._finds, self._by_sentence = [], {}
        for find in finds:
            self._put(find)

    def _put(self, find: Find) -> None:
        self._finds.append(find)
        self._by_sentence.setdefault(find.sentence, []).append(find)

    def free(self, start: int, end: int) -> bool:
        """Whether no find stands on any character of the span."""
        return self._taken.find(1, start, end) < 0

    def claim(self, find: Find) -> bool:
        """Put a find on the board where its span is free; whether it was."""
        if not self.free(find.start, find.end):
            return False
        self._taken[find.start : find.end] = b"\x01" * (find.end - find.start)
        self._put(find)
        return True

    def of(self, sentence: Sentence, *labels: str) -> list[Find]:
        """Finds of a sentence with one of the labels, in order."""
        here = self._by_sentence.get(sentence.number, ())
        return sorted((f for f in here if f.label in labels), key=lambda f: f.start)


Spanned = TypeVar("Spanned", Find, Tagged)


def by_sentence(spans: Iterable[Spanned]) -> dict[int, list[Spanned]]:
    """Finds or tagged spans under the number of their sentence."""
    found: dict[int, list[Spanned]] = {}
    for span in spans:
        found.setdefault(span.sentence, []).append(span)
    return found
