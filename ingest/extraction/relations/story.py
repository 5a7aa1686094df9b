"""A page with its entities: what the relation readers work on and write to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graph.model import Evidence, Value
from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.mentions import Mentions
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


@dataclass(eq=False)
class Story:
    """The groups of a page, and the drafts of its claims."""

    mentions: Mentions
    groups: list[Group]
    things: list[Thing] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

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

    def say(self, kind: str, start: Group | Thing, end: Group | Thing, sentence: Sentence, rule: str,
            confidence: float, **properties: Value) -> None:  # fmt: skip
        """Draft a claim."""
        self.drafts.append(
            Draft(kind, start, end, sentence.evidence, rule, confidence, tuple(sorted(properties.items())))
        )

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
