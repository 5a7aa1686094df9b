"""The demo case's graph as written by hand (tppo/demo/expected.yaml), held against a graph that the program made."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

from graph.model import Graph, Node, Relationship

Expected = dict[str, Any]


def load_expected() -> Expected:
    """The whole file."""
    found: Expected = yaml.safe_load((files("tppo") / "demo" / "expected.yaml").read_text("utf-8"))
    return found


def choices(wanted: Any) -> list[Any]:
    """A list means any of these; anything else only itself."""
    return wanted if isinstance(wanted, list) else [wanted]


class Comparison:
    """Finds the expected nodes and relationships in a graph; what is not there is in `missing`."""

    def __init__(self, graph: Graph, expected: Expected) -> None:
        self.graph, self.expected = graph, expected
        self.texts: dict[str, str] = {}
        self.nodes: dict[str, Node] = {}
        self._articles()
        for entry in expected["nodes"]:
            node = self._find(entry)
            if node is not None:
                self.nodes[entry["key"]] = node

    def _articles(self) -> None:
        for entry in self.expected["documents"]:
            titles = {str(title).lower() for title in choices(entry["title"])}
            for node in self.graph.nodes:
                if node.label == "Article" and str(node.properties["title"]).lower() in titles:
                    self.nodes[entry["key"]] = node

    def _find(self, entry: Expected) -> Node | None:
        if "id" in entry:
            return self.graph.node(entry["id"])
        if entry["label"] == "Incident":
            return self._incident(entry)
        names = {str(name).lower() for name in choices(entry.get("name", []))}
        for node in self.graph.nodes:
            known = {
                str(node.properties["name"]).lower(),
                *(a.lower() for a in node.properties.get("aliases", [])),
            }  # type: ignore[union-attr]
            if node.label == entry["label"] and known & names and self._fits_incident(entry, node):
                return node
        return None

    def _incident(self, entry: Expected) -> Node | None:
        date = entry["properties"]["date"]
        found = [n for n in self.graph.nodes if n.label == "Incident" and n.properties.get("date") == date]
        return found[0] if found else None

    def _fits_incident(self, entry: Expected, node: Node) -> bool:
        if "incident" not in entry:
            return True
        incident = self.nodes.get(entry["incident"]) or next(
            (self._find(e) for e in self.expected["nodes"] if e["key"] == entry["incident"]), None
        )
        return incident is not None and any(
            r.type == "SUSPECTED_IN" and r.start == node.id and r.end == incident.id
            for r in self.graph.relationships
        )

    def missing_nodes(self) -> Iterator[str]:
        """What is wrong with the expected nodes, a line each."""
        for entry in self.expected["nodes"]:
            node = self.nodes.get(entry["key"])
            if node is None:
                yield f"{'hard ' if entry.get('hard') else ''}node {entry['key']}"
                continue
            for name, wanted in entry.get("properties", {}).items():
                if node.properties.get(name) not in choices(wanted):
                    yield f"node {entry['key']}: {name} is {node.properties.get(name)!r}, wanted {wanted!r}"

    def missing_relationships(self) -> Iterator[str]:
        """What is wrong with the expected relationships, a line each; "hard" in front where that was expected."""
        for entry in self.expected["relationships"]:
            found = [r for r in self.graph.relationships if self.matches(r, entry)]
            hard = "hard " if entry.get("hard") else ""
            label = f"{hard}{entry['start']} {entry['type']} {entry['end']}"
            if not found:
                yield label
                continue
            for name, wanted in entry.get("properties", {}).items():
                if not any(r.properties.get(name) in choices(wanted) for r in found):
                    yield f"{label}: {name} is {[r.properties.get(name) for r in found]!r}, wanted {wanted!r}"
            if entry["type"] != "POSSIBLY_SAME_AS":
                yield from (
                    f"{label}: no sentence with {e['fragment']!r}"
                    for e in entry["evidence"]
                    if not self._said(e, found)
                )

    def matches(self, relationship: Relationship, entry: Expected) -> bool:
        """Whether the relationship is the expected one, whatever its properties."""
        if relationship.type not in choices(entry["type"]):
            return False
        starts = {self.nodes[k].id for k in choices(entry["start"]) if k in self.nodes}
        ends = {self.nodes[k].id for k in choices(entry["end"]) if k in self.nodes}
        pair = (relationship.start, relationship.end)
        if pair[0] in starts and pair[1] in ends:
            return True
        return relationship.type == "POSSIBLY_SAME_AS" and pair[1] in starts and pair[0] in ends

    def _said(self, evidence: Expected, found: list[Relationship]) -> bool:
        article = self.nodes[evidence["document"]].id
        return any(
            where == article and evidence["fragment"] in self.texts.get(article, "")[start:end]
            for r in found
            for where, start, end in zip(
                r.properties["articles"],
                r.properties["starts"],
                r.properties["ends"],
                strict=True,  # type: ignore[arg-type]
            )
        )
