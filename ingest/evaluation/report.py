"""The scores told: as rows of tables, as an object for other programs, as lists of what is missed and extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.evaluation.scores import tallies, together
from ingest.evaluation.values import DocumentScore, Scores, Tally

MICRO = "MICRO"
"""The row over all parts together."""

SECTIONS = ("entities", "relationships", "incident_slots")

Misses = dict[str, list[dict[str, str]]]
"""By document: `what` (missed, extra, leaked, without evidence), `of` (label, type, slot) and `text` of each."""


def sections(scores: Scores) -> dict[str, dict[str, Tally]]:
    """The counts by section and row; the last row of each section is `MICRO`."""
    parts = ("entities", "relationships", "slots")
    made = {}
    for title, part in zip(SECTIONS, parts, strict=True):
        rows = tallies(outcome for each in scores.documents for outcome in getattr(each, part))
        made[title] = {**rows, MICRO: together(rows.values())}
    return made


def as_object(scores: Scores) -> dict[str, Any]:
    """The figures as a JSON object, rounded to three digits."""
    counts = {
        "documents": len(scores.documents),
        "missing": len(scores.missing),
        "leaked_protected_names": scores.leaked,
        "relationships_without_evidence": scores.without_evidence,
    }
    return counts | {
        title: {name: figures(tally) for name, tally in rows.items()}
        for title, rows in sections(scores).items()
    }


def figures(tally: Tally) -> dict[str, float]:
    """Precision, recall, F1 (0 to 1) and how many the gold has."""
    return {
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
        "gold": tally.gold,
    }


def rows_of(rows: dict[str, Tally]) -> list[tuple[str, str, str, str, int]]:
    """The rows of a section's table: name, precision, recall, F1 with three digits, count in the gold."""
    return [
        (name, f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}", t.gold) for name, t in rows.items()
    ]


def misses(scores: Scores) -> Misses:
    """What is not as the gold has it, of every document where something is not."""
    listed = {each.id: list(_misses_of(each)) for each in scores.documents}
    return {document: lines for document, lines in listed.items() if lines}


def _misses_of(document: DocumentScore) -> Iterator[dict[str, str]]:
    for each in (*document.entities, *document.relationships, *document.slots):
        if each.what != "found":
            yield {"what": each.what, "of": each.of, "text": each.text}
    for place in document.leaked:
        yield {"what": "leaked", "of": "protected name", "text": f"number {place} of the gold's list"}
    for text in document.without_evidence:
        yield {"what": "without evidence", "of": "relationship", "text": text}
