"""Nodes: what all documents say of one thing, as the properties of its label."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Document, Entity, Node, StoredValue
from graph.naming import best_name
from graph.projection.values import Report, Source, chosen, exact, last_reported, period
from graph.resolution.suspects import by_initials

COUNTED = (
    "kind",
    "date",
    "victims_total",
    "victims_men",
    "victims_women",
    "victims_children",
    "suspects_total",
    "exploitation",
)
"""Properties of an incident that each REPORTED_IN repeats as its article gives them."""
PRECISION = {4: "year", 7: "month", 10: "day"}
KINDS = {
    "trafficking": "Perdagangan orang",
    "smuggling_of_migrants": "Penyelundupan migran",
    "interception": "Pencegahan",
    "arrest": "Penangkapan",
    "rescue": "Penyelamatan",
    "repatriation": "Pemulangan",
    "deportation": "Deportasi",
    "other_crime": "Tindak pidana lain",
    "accident": "Kecelakaan",
}
"""What an incident is called in its name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An entity as one document gives it."""

    source: Source
    entity: Entity


def node(
    node_id: str, readings: Sequence[Reading], facts: Mapping[str, StoredValue], scene: str | None
) -> Node:
    """The node of all readings. `facts` is what the lexicons know, `scene` where an incident happened."""
    label = readings[0].entity.label
    reports = _reports(readings)
    properties: dict[str, StoredValue] = {
        name: chosen(name, values) for name, values in sorted(reports.items())
    }
    more = MORE.get(label)
    if more is not None:
        properties |= more(readings, reports)
    properties |= {name: value for name, value in facts.items() if name not in ("name", "aliases")}
    official_name = facts.get("name")
    name = _name(readings, official_name if isinstance(official_name, str) else None)
    if label == "Incident":
        name = incident_name(properties, scene)
    aliases = facts.get("aliases")
    forms = _forms(readings) if label != "Incident" else set()
    forms |= {str(official_name)} if official_name else set()
    forms |= set(map(str, aliases)) if isinstance(aliases, list) else set()
    sources = {reading.source for reading in readings}
    properties |= {
        "name": name,
        "aliases": sorted(forms - {name}),
        "sources": len(sources),
        **period(sources),
    }
    return Node(label, node_id, properties)


def _reports(readings: Sequence[Reading]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for reading in readings:
        for name, value in reading.entity.properties.items():
            found.setdefault(name, []).append(Report(reading.source, value))
    return found


def _forms(readings: Sequence[Reading]) -> set[str]:
    return {form for reading in readings for form in (reading.entity.name, *reading.entity.aliases) if form}


def _name(readings: Sequence[Reading], official_name: str | None) -> str:
    """The official name where a document writes it, else the form most documents use."""
    if official_name is not None and official_name in _forms(readings):
        return official_name
    return best_name(reading.entity.name for reading in readings)


def _official(_: Sequence[Reading], reports: Mapping[str, Sequence[Report]]) -> dict[str, StoredValue]:
    ranks = sorted(
        reports.get("rank", ()), key=lambda report: (report.source.published_on, report.source.article)
    )
    in_order = dict.fromkeys(str(report.value) for report in ranks)
    return {"ranks": list(in_order)} if in_order else {}


def _suspect(readings: Sequence[Reading], reports: Mapping[str, Sequence[Report]]) -> dict[str, StoredValue]:
    found: dict[str, StoredValue] = {"by_initials": all(by_initials(reading.entity) for reading in readings)}
    if statuses := reports.get("status"):
        status = last_reported(statuses)
        days = [report.source.published_on for report in statuses if report.value == status]
        if max(days):
            found["status_date"] = max(days)
        history = _history(statuses)
        if history:
            found["statuses"], found["status_days"] = list(history.values()), list(history)
    return found


def _history(statuses: Sequence[Report]) -> dict[str, str]:
    """From which day on documents report which status: a day and the status that is new on it, in order."""
    found: dict[str, str] = {}
    for day in sorted({report.source.published_on for report in statuses if report.source.published_on}):
        status = str(last_reported([report for report in statuses if report.source.published_on <= day]))
        if status != next(reversed(found.values()), None):
            found[day] = status
    return found


def _incident(_: Sequence[Reading], reports: Mapping[str, Sequence[Report]]) -> dict[str, StoredValue]:
    found: dict[str, StoredValue] = {}
    # Outlets choose different kinds for one incident (an arrest, a rescue), and suspects become known one by one:
    # neither is a disagreement.
    facts = sorted(name for name in COUNTED if name not in ("kind", "suspects_total"))
    conflicts = [name for name in facts if _disagree(name, reports.get(name, ()))]
    if conflicts:
        found["conflicts"] = list(conflicts)
    if dates := reports.get("date"):
        found["date_precision"] = PRECISION[len(str(chosen("date", dates)))]
    return found


def _disagree(name: str, reports: Sequence[Report]) -> bool:
    return len({report.value for report in (exact(reports) if name == "date" else reports)}) > 1


MORE: Mapping[str, Callable[[Sequence[Reading], Mapping[str, Sequence[Report]]], dict[str, StoredValue]]] = {
    "Official": _official,
    "Suspect": _suspect,
    "Incident": _incident,
}


def incident_name(properties: Mapping[str, StoredValue], scene: str | None) -> str:
    """What an incident is called: "Pencegahan – Nunukan – 2025-09-15", without what is not known."""
    kind = str(properties.get("kind", ""))
    parts = (KINDS.get(kind, "Kejadian"), scene, properties.get("date"))
    return " – ".join(str(part) for part in parts if part)


def article(source: Source, document: Document) -> Node:
    """The node of a document."""
    known = {
        "title": document.title,
        "publisher": document.publisher,
        "published_on": document.published_on,
        "url": document.url,
        "kind": document.kind,
        "language": document.language,
        "file": document.origin or None,
    }
    properties: dict[str, StoredValue] = {name: value for name, value in known.items() if value is not None}
    name = document.title or document.origin or source.article
    properties |= {"name": name, "aliases": [], "sources": 1, "sha256": document.sha256, **period([source])}
    return Node("Article", source.article, properties)
