"""What the detectors of extraction pass on: finds in sentences, and a board that keeps them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
    """A span that the tagger names, with its label ("Official") and the number of its sentence."""

    start: int
    end: int
    label: str
    sentence: int


@dataclass(slots=True)
class Board:
    """The finds of a page so far. A later detector may not claim characters that are taken."""

    page: Page
    finds: list[Find] = field(default_factory=list)
    _taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self._taken = bytearray(len(self.page.document.text))

    def free(self, start: int, end: int) -> bool:
        """Whether no find stands on any character of the span."""
        return not any(self._taken[start:end])

    def claim(self, find: Find) -> bool:
        """Put a find on the board where its span is free; whether it was."""
        if not self.free(find.start, find.end):
            return False
        self._taken[find.start : find.end] = b"\x01" * (find.end - find.start)
        self.finds.append(find)
        return True

    def of(self, sentence: Sentence, *labels: str) -> list[Find]:
        """Finds of a sentence with one of the labels, in order."""
        return sorted(
            (f for f in self.finds if f.sentence == sentence.number and f.label in labels),
            key=lambda f: f.start,
        )
