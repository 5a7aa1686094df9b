"""Graphs of invented documents, and ways to look things up in them."""

from __future__ import annotations

from collections.abc import Iterable

from papers import Paper

from graph.casefile.decision import Decision
from graph.lookup import find_node
from graph.model import Graph, Node, Relationship, StoredValue
from graph.projection import build_graph
from graph.reference.hierarchy import hierarchy
from graph.schema import check_graph

RANGGA = "Rangga Wiratmaja"
NUNUKAN = ("Kapolres", "Polres Nunukan", "polres:65.03")
TARAKAN = ("Kapolres", "Polres Tarakan", "polres:65.71")
PORT = ("Pelabuhan Tunon Taka", "port:tunon-taka")
TAWAU = "geonames:1734199"


def built(*papers: Paper, decisions: Iterable[Decision] = ()) -> Graph:
    """The graph of the documents, checked against the schema."""
    graph, _ = build_graph((paper.extraction for paper in papers), decisions, hierarchy())
    check_graph(graph)
    return graph


def node(graph: Graph, name: str) -> Node:
    """The node with this name, alias or id."""
    return find_node(graph, name)


def links(graph: Graph, kind: str) -> list[Relationship]:
    """All relationships of the type."""
    return [each for each in graph.relationships if each.type == kind]


def link(graph: Graph, kind: str, start: str, end: str) -> Relationship:
    """The only relationship of the type between these ids."""
    (found,) = [each for each in links(graph, kind) if (each.start, each.end) == (start, end)]
    return found


def the(graph: Graph, label: str) -> Node:
    """The only node with the label."""
    (found,) = [each for each in graph.nodes if each.label == label]
    return found


def some(properties: dict[str, StoredValue], *names: str) -> dict[str, StoredValue]:
    """These properties only."""
    return {name: properties[name] for name in names}
