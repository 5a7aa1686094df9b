"""Many reports of one thing brought together: which value is shown, and who said what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Evidence, Relationship, StoredValue, Value

READ, OFFICIAL, DERIVED = "read", "official", "derived"
LATEST = frozenset({"rank", "age", "status"})
"""Properties that change with time: the last report counts, not the most frequent."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the graph knows it: its node id and its date ("" where unknown)."""

    article: str
    published_on: str


@dataclass(frozen=True, slots=True)
class Report:
    """A value and the document that gives it."""

    source: Source
    value: Value


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a document, and what read it."""

    source: Source
    start: int
    end: int
    sentence: str
    rule: str


@dataclass(slots=True)
class Draft:
    """A relationship while its evidence comes together. `ends` are (label, id) of start and end."""

    type: str
    ends: tuple[tuple[str, str], tuple[str, str]]
    qualifier: str = ""
    origin: str = READ
    confidence: float = 0.0
    said: set[Said] = field(default_factory=set)
    sources: set[Source] = field(default_factory=set)
    reports: dict[str, list[Report]] = field(default_factory=dict)
    fixed: dict[str, StoredValue] = field(default_factory=dict)
    rule: str = ""

    def add(
        self, source: Source, rule: str, evidence: Iterable[Evidence], values: Mapping[str, Value]
    ) -> None:
        """Add what one document says."""
        self.sources.add(source)
        self.said.update(Said(source, part.start, part.end, part.text, rule) for part in evidence)
        for name, value in values.items():
            self.reports.setdefault(name, []).append(Report(source, value))

    def finished(self) -> Relationship:
        """The relationship, its sentences by date and place in the text."""
        (start_label, start), (end_label, end) = self.ends
        key = f"{start}|{end}" + (f"|{self.qualifier}" if self.qualifier else "")
        rows = sorted(self.said, key=_reading_order)
        properties: dict[str, StoredValue] = {
            "origin": self.origin,
            "articles": [row.source.article for row in rows],
            "sentences": [row.sentence for row in rows],
            "starts": [row.start for row in rows],
            "ends": [row.end for row in rows],
            "rules": [row.rule for row in rows] or [rule for rule in (self.rule,) if rule],
            "confidence": self.confidence,
            "sources": len(self.sources),
            **period(self.sources),
            **{name: chosen(name, reports) for name, reports in sorted(self.reports.items())},
            **self.fixed,
        }
        return Relationship(self.type, key, start_label, start, end_label, end, properties)


def _reading_order(row: Said) -> tuple[str, str, int, int, str]:
    return row.source.published_on or "9999", row.source.article, row.start, row.end, row.rule


def period(sources: Iterable[Source]) -> dict[str, StoredValue]:
    """`first_reported` and `last_reported` of the sources that have a date."""
    dates = sorted(source.published_on for source in sources if source.published_on)
    return {"first_reported": dates[0], "last_reported": dates[-1]} if dates else {}


def most_reported(reports: Sequence[Report]) -> Value:
    """The value most documents give; of equals the one reported latest."""
    by_value: dict[Value, set[Source]] = {}
    for report in reports:
        by_value.setdefault(report.value, set()).add(report.source)
    return max(by_value, key=lambda value: (len(by_value[value]), *_latest(by_value[value]), str(value)))


def last_reported(reports: Sequence[Report]) -> Value:
    """The value of the latest document; where several are of that day, the most reported of theirs."""
    day = max(report.source.published_on for report in reports)
    return most_reported([report for report in reports if report.source.published_on == day])


def chosen(name: str, reports: Sequence[Report]) -> StoredValue:
    """The value to show of the property with this name, among all that documents report; of lists all they hold."""
    texts = [report.value for report in reports if isinstance(report.value, tuple)]
    if texts:
        return sorted({text for each in texts for text in each})
    if name == "date":
        reports = exact(reports)
    value = last_reported(reports) if name in LATEST else most_reported(reports)
    return list(value) if isinstance(value, tuple) else value


def _latest(sources: Iterable[Source]) -> tuple[str, str]:
    return max((source.published_on, source.article) for source in sources)


def exact(reports: Sequence[Report]) -> list[Report]:
    """The reports without the dates that another only gives more exactly ("2025-09", "2025-09-17")."""
    dates = {str(report.value) for report in reports}
    return [
        report
        for report in reports
        if not any(date != report.value and date.startswith(f"{report.value}-") for date in dates)
    ]
