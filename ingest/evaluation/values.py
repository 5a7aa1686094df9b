"""The values of an evaluation: the two sides of a document, what became of each part, and the counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from graph.model import TppoError

HASHED = "h:"
"""How a name begins that stands in the gold only as a salted hash."""

CASES = ("Incident", "Event")
"""Labels whose things have no name of their own: matched by what is said of them."""

SLOTS = (
    "kind", "date", "victims_total", "victims_men", "victims_women", "victims_children", "suspects_total",
)  # fmt: skip
"""The properties of an incident that are scored."""


class EvaluationError(TppoError):
    """The gold, the predictions or the texts are not there or cannot be understood. Exit code 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of either side. `names` are all strings that name it, `name` among them."""

    key: str
    label: str
    name: str
    names: tuple[str, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of either side, between keys of things. `evidenced`: a sentence states it."""

    type: str
    start: str
    end: str
    evidenced: bool = True


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated document. `teasers` belong to another article: neither wanted nor counted as extra."""

    path: Path
    things: tuple[Thing, ...]
    relations: tuple[Relation, ...]
    teasers: tuple[Thing, ...] = ()
    protected: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The document's name: that of its file without the ending."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was read of one document; `text` is the whole interchange object as it is written."""

    things: tuple[Thing, ...] = ()
    relations: tuple[Relation, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one part: `of` is a label, type or slot; `text` names the part without private names."""

    of: str
    what: Literal["found", "missed", "extra"]
    text: str


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The outcomes of one document. `leaked` are places in its list of protected names, from 1."""

    id: str
    predicted: bool
    entities: tuple[Outcome, ...]
    relationships: tuple[Outcome, ...]
    slots: tuple[Outcome, ...]
    leaked: tuple[int, ...]
    without_evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found, read in excess, and missed; the figures are 0 where nothing can be divided."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def gold(self) -> int:
        """How many the gold has."""
        return self.found + self.missed

    @property
    def precision(self) -> float:
        """The part of what was read that is right, 0 to 1."""
        return ratio(self.found, self.found + self.extra)

    @property
    def recall(self) -> float:
        """The part of the gold that was read, 0 to 1."""
        return ratio(self.found, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of all documents, in the order of the gold."""

    documents: tuple[DocumentScore, ...]

    @property
    def missing(self) -> list[str]:
        """The documents of which there is no prediction: scored as if nothing had been read."""
        return [each.id for each in self.documents if not each.predicted]

    @property
    def leaked(self) -> int:
        """How many protected names stand in what was read."""
        return sum(len(each.leaked) for each in self.documents)

    @property
    def without_evidence(self) -> int:
        """How many relationships were read that no sentence states."""
        return sum(len(each.without_evidence) for each in self.documents)


def ratio(part: float, whole: float) -> float:
    """`part / whole`, 0 of nothing."""
    return part / whole if whole else 0.0
