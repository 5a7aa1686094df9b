"""The official order of agencies and places, added to what documents say and never mixed up with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from graph.model import Node, StoredValue
from graph.projection.claims import Statements
from graph.projection.values import OFFICIAL, READ
from graph.reference.hierarchy import RULE_COVERS, RULE_PART_OF, rule_of_place


class Hierarchy(Protocol):
    """What the lexicons and the gazetteer know. `graph.reference.hierarchy.hierarchy()` is the real one."""

    def parents_of_agency(self, agency_id: str) -> tuple[tuple[str, str], ...]:
        """(id, name) of the agencies above, the nearest first; () for an unknown one."""

    def covers(self, agency_id: str) -> tuple[str, ...]:
        """Ids of the places that are the agency's area of work; () where none is known."""

    def within(self, place_id: str) -> str | None:
        """Id of the next larger place, or None."""

    def facts(self, label: str, node_id: str) -> Mapping[str, StoredValue]:
        """`name`, `aliases` and schema properties of a place or agency; empty for an unknown one."""


def add_hierarchy(nodes: dict[str, Node], statements: Statements, hierarchy: Hierarchy) -> None:
    """Add PART_OF, COVERS and WITHIN from official codes, with the agencies and places they need.

    What a document states too stays "read"; what is only added has no sentences and no sources.
    """
    builder = _Builder(nodes, statements, hierarchy)
    for agency in sorted(each.id for each in nodes.values() if each.label == "Agency"):
        builder.superiors(agency)
    for agency in sorted(each.id for each in nodes.values() if each.label == "Agency"):
        builder.area(agency)
    for place in sorted(each.id for each in nodes.values() if each.label == "Location"):
        builder.surroundings(place)


class _Builder:
    def __init__(self, nodes: dict[str, Node], statements: Statements, hierarchy: Hierarchy) -> None:
        self._nodes = nodes
        self._statements = statements
        self._hierarchy = hierarchy

    def superiors(self, agency: str) -> None:
        below = agency
        for above, name in self._hierarchy.parents_of_agency(agency):
            self._relate("PART_OF", ("Agency", below), ("Agency", above), name)
            below = above

    def area(self, agency: str) -> None:
        for place in self._hierarchy.covers(agency):
            self._relate("COVERS", ("Agency", agency), ("Location", place), place)

    def surroundings(self, place: str) -> None:
        inner = place
        while (outer := self._hierarchy.within(inner)) is not None:
            self._relate("WITHIN", ("Location", inner), ("Location", outer), outer)
            inner = outer

    def _relate(self, kind: str, start: tuple[str, str], end: tuple[str, str], name: str) -> None:
        """Relate a node to one that may have to be made; `name` is for one that the lexicons do not know."""
        label, node_id = end
        if node_id not in self._nodes:
            known = {"name": name, "aliases": [], **self._hierarchy.facts(label, node_id), "sources": 0}
            self._nodes[node_id] = Node(label, node_id, known)
        draft = self._statements.draft(kind, start, end)
        if not draft.sources:
            draft.origin, draft.rule, draft.confidence = OFFICIAL, _rule(kind, start[1]), 1.0
        else:
            draft.origin = READ


def _rule(kind: str, start: str) -> str:
    """What the official relationship rests on."""
    return {"PART_OF": RULE_PART_OF, "COVERS": RULE_COVERS}.get(kind) or rule_of_place(start)
