"""A page with its entities: what the relation readers work on and write to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graph.model import Evidence, Value
from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import PEOPLE, Find
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.words.dates import Found, find_dates, full_day, printed_years
from ingest.extraction.words.lexicon import REMEMBERED, compiled, rows
from ingest.extraction.words.text import Page, Sentence


@dataclass(slots=True, eq=False)
class Thing:
    """An entity that relations made: an incident or event, with the sentences behind its properties."""

    label: str
    name: str
    properties: dict[str, Value] = field(default_factory=dict)
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim whose ends are still groups or things."""

    type: str
    start: Group | Thing
    end: Group | Thing
    evidence: Evidence
    rule: str
    confidence: float
    properties: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """The finds of a sentence in order, where they start, and how many there are of each label."""

    finds: list[Find]
    starts: list[int]
    labels: Counter[str]


@dataclass(eq=False)
class Story:
    """The groups of a page, and the drafts of its claims."""

    mentions: Mentions
    groups: list[Group]
    things: list[Thing] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    _beside: dict[int, Beside] = field(default_factory=dict, init=False, repr=False)

    @property
    def page(self) -> Page:
        """The page read."""
        return self.mentions.page

    @cached_property
    def by_find(self) -> dict[tuple[str, int, int], Group]:
        """Groups by label and span of their finds."""
        return {(f.label, f.start, f.end): g for g in self.groups for f in g.finds}

    def group_of(self, find: Find) -> Group:
        """The group of a find."""
        return self.by_find[find.label, find.start, find.end]

    def home_of(self, find: Find) -> Group | None:
        """The group of a find that may have given way to another: one of the same place or identity, or None."""
        exact = self.by_find.get((find.label, find.start, find.end))
        if exact is not None:
            return exact
        for group in self.groups:
            if group.label == find.label and any(
                f.start < find.end and find.start < f.end for f in group.finds
            ):
                return group
        return next(
            (g for g in self.groups if g.label == find.label and find.link and g.link == find.link), None
        )

    def finds(self, sentence: Sentence, *labels: str) -> list[tuple[Find, Group]]:
        """Finds of a sentence with their groups, in order, outermost only."""
        return [(f, self.group_of(f)) for f in self.mentions.board.of(sentence, *labels)]

    def beside(self, sentence: Sentence) -> Beside:
        """All finds of a sentence; asked for at each of them, so kept."""
        if sentence.number not in self._beside:
            finds = self.mentions.board.of(sentence, *PEOPLE, "Agency", "Location", "Law", "Vessel")
            self._beside[sentence.number] = Beside(
                finds, [f.start for f in finds], Counter(f.label for f in finds)
            )
        return self._beside[sentence.number]

    def say(self, kind: str, start: Group | Thing, end: Group | Thing, sentence: Sentence, rule: str,
            confidence: float, **properties: Value) -> None:  # fmt: skip
        """Draft a claim."""
        self.drafts.append(
            Draft(kind, start, end, sentence.evidence, rule, confidence, tuple(sorted(properties.items())))
        )

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that a date without one may be in, where the day of publication is unknown."""
        document = self.page.document
        return () if full_day(document.published_on) else printed_years([s.text for s in self.sentences()])

    def dates(self, sentence: Sentence) -> tuple[Found, ...]:
        """The dates of a sentence."""
        return find_dates(sentence.text, self.page.document.published_on, self.years)

    def sentences(self) -> Iterator[Sentence]:
        """The page's sentences."""
        return iter(self.page.sentences)


def general(sentence: Sentence) -> bool:
    """Whether the sentence tells of no single case: statistics, warnings, plans, negations."""
    return is_general(sentence.text)


@lru_cache(maxsize=REMEMBERED)
def is_general(text: str) -> bool:
    """Whether a cue of `data/general_cues.tsv` stands in the text."""
    return any(compiled(row["pattern"]).search(text) for row in rows("general_cues"))
