"""What articles say where they contradict each other, for the evidence of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Graph, StoredValue


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value of a property on which documents disagree, and the id of the article that gives it."""

    property: str
    value: StoredValue
    article: str


def disputes(graph: Graph) -> Mapping[str, tuple[Dispute, ...]]:
    """By id of the node: for each of its `conflicts` what each article gives, by article in order of date."""
    conflicts = {node.id: node.properties.get("conflicts") for node in graph.nodes}
    dates = {node.id: str(node.properties.get("published_on") or "~") for node in graph.nodes}
    found: dict[str, list[Dispute]] = {}
    for report in sorted(graph.relationships, key=lambda each: (dates.get(each.end, ""), each.end)):
        names = conflicts.get(report.start)
        if report.type != "REPORTED_IN" or not isinstance(names, list):
            continue
        for name in map(str, names):
            if name in report.properties:
                dispute = Dispute(name, report.properties[name], report.end)
                found.setdefault(report.start, []).append(dispute)
    return {node_id: tuple(told) for node_id, told in found.items()}
