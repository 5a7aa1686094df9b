"""Relationships that documents state: claims of the same ends brought together with all their sentences."""

from __future__ import annotations

from graph.masking import MaskedCase
from graph.model import Claim, Entity, Extraction, Value
from graph.naming import slug
from graph.projection.nodes import COUNTED
from graph.projection.values import Draft, Source, last_reported
from graph.resolution import Resolution

Key = tuple[str, str, str, str]
"""Type, start id, end id and qualifier of a relationship."""

CHARGED = "suspects"
"""Property of a CHARGED_WITH claim: ids of the suspects it names, divided by blanks or commas."""


def article_id(sha256: str) -> str:
    """The node id of a document."""
    return f"article:{sha256[:16]}"


def source_of(extraction: Extraction) -> Source:
    """The document as a source of statements."""
    return Source(article_id(extraction.document.sha256), extraction.document.published_on or "")


class Statements:
    """Collects the relationships of a case, one draft per type, ends and qualifier."""

    def __init__(self, case: MaskedCase, resolution: Resolution) -> None:
        self.drafts: dict[Key, Draft] = {}
        self._from: dict[tuple[str, str], list[Draft]] = {}
        for extraction in case.extractions:
            reader = _Reader(self, extraction, resolution)
            reader.claims()
            for entity in extraction.entities:
                reader.mention(entity, case)
                if entity.label == "Incident":
                    reader.report(entity, case)

    def draft(self, kind: str, start: tuple[str, str], end: tuple[str, str], qualifier: str = "") -> Draft:
        """The draft with these ends, (label, id) each; a new one where there is none yet."""
        key = kind, start[1], end[1], qualifier
        if key not in self.drafts:
            self.drafts[key] = Draft(kind, (start, end), qualifier)
            self._from.setdefault((kind, start[1]), []).append(self.drafts[key])
        return self.drafts[key]

    def leaving(self, kind: str, start: str) -> list[Draft]:
        """The drafts of a type that begin at a node, by id of their end."""
        return sorted(self._from.get((kind, start), ()), key=lambda draft: draft.ends[1])


class _Reader:
    """Adds one document's statements."""

    def __init__(self, statements: Statements, extraction: Extraction, resolution: Resolution) -> None:
        self._statements = statements
        self._extraction = extraction
        self._sha256 = extraction.document.sha256
        self._source = source_of(extraction)
        self._entities = {entity.id: entity for entity in extraction.entities}
        self._resolution = resolution

    def _end(self, entity_id: str) -> tuple[str, str]:
        return self._entities[entity_id].label, self._resolution.nodes[self._sha256, entity_id]

    def claims(self) -> None:
        for claim in self._extraction.claims:
            values = dict(claim.properties)
            charged = str(values.pop(CHARGED, "")) if claim.type == "CHARGED_WITH" else ""
            self._claim(claim, claim.start, values)
            for suspect in charged.replace(",", " ").split():
                if suspect in self._entities and suspect != claim.start:
                    self._claim(claim, suspect, values)

    def _claim(self, claim: Claim, start: str, values: dict[str, Value]) -> None:
        ends = self._end(start), self._end(claim.end)
        if ends[0] == ends[1]:
            return  # Two entities of the document turned out to be one thing.
        position = claim.type == "HOLDS_POSITION"
        draft = self._statements.draft(claim.type, *ends, _office(values) if position else "")
        draft.confidence = max(draft.confidence, claim.confidence)
        if position:
            values = {"former": False, **values}
        draft.add(self._source, claim.rule, claim.evidence, values)

    def mention(self, entity: Entity, case: MaskedCase) -> None:
        end = entity.label, self._resolution.nodes[self._sha256, entity.id]
        draft = self._statements.draft("MENTIONS", ("Article", self._source.article), end)
        draft.confidence = 1.0
        draft.add(self._source, "mention", case.mentioned[self._sha256, entity.id], {})
        before = draft.fixed.get("count", 0)
        draft.fixed["count"] = (before if isinstance(before, int) else 0) + max(1, len(entity.mentions))

    def report(self, incident: Entity, case: MaskedCase) -> None:
        """What this document says of the incident itself."""
        start = "Incident", self._resolution.nodes[self._sha256, incident.id]
        draft = self._statements.draft("REPORTED_IN", start, ("Article", self._source.article))
        read = [
            claim.confidence for claim in self._extraction.claims if incident.id in (claim.start, claim.end)
        ]
        draft.confidence = max([draft.confidence, *read] if read else [1.0])
        values = {name: value for name, value in incident.properties.items() if name in COUNTED}
        draft.add(self._source, "incident", (), values)
        for name, evidence in sorted(incident.evidence.items()):
            draft.add(self._source, f"slot:{name}", evidence, {})
        if not incident.evidence:
            draft.add(self._source, "mention", case.mentioned[self._sha256, incident.id], {})


def _office(values: dict[str, Value]) -> str:
    """What tells two offices of one person at one agency apart."""
    title = slug(str(values["title"])) if values.get("title") else ""
    return f"{title}|acting" if values.get("acting") else title


def finish_positions(drafts: dict[Key, Draft]) -> None:
    """Give every office the dates for which documents report it as held, and whether it is former.

    A report that somebody held the office earlier says nothing of the day it appeared.
    """
    for draft in drafts.values():
        if draft.type != "HOLDS_POSITION":
            continue
        former = draft.reports.pop("former")
        stated = [str(report.value) for name in ("from", "to") for report in draft.reports.pop(name, [])]
        held = [report.source.published_on for report in former if not report.value]
        days = sorted(day for day in [*stated, *held] if day)
        if days:
            draft.fixed |= {"from": days[0], "to": days[-1]}
        if last_reported(former):
            draft.fixed["former"] = True
