"""Which part of a case's graph a picture shows.

Three ways to choose: all of it, the surroundings of one node, or what the rows of a query name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.model import Graph, Relationship, TppoError
from graph.store import Rows

RelationshipId = tuple[str, str]
"""What a relationship is known by: its type, and its key within the type."""


class PictureError(TppoError):
    """What was to be drawn is not there or cannot be drawn. Exit code 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of the nodes and relationships to draw. `focus` are the nodes that the picture is about, if any."""

    nodes: frozenset[str]
    relationships: frozenset[RelationshipId]
    focus: frozenset[str] = frozenset()

    def part_of(self, graph: Graph) -> Graph:
        """The selected nodes, and the selected relationships of which both ends are selected."""
        nodes = tuple(node for node in graph.nodes if node.id in self.nodes)
        present = {node.id for node in nodes}
        relationships = tuple(
            r
            for r in graph.relationships
            if (r.type, r.key) in self.relationships and r.start in present and r.end in present
        )
        return Graph(nodes, relationships)


def whole(graph: Graph) -> Selection:
    """All nodes and relationships."""
    return _induced(graph, (node.id for node in graph.nodes))


def around(graph: Graph, node_id: str, hops: int) -> Selection:
    """The nodes that are at most `hops` relationships away from a node, and all relationships among them.

    The walk ignores directions, with two exceptions that keep it about one thing: it never leads through an
    article (two things named in one text are not related by that), and it follows the official hierarchy only
    upwards (a harbour leads to its province, but not on to every other place of the province). Neither holds
    for the node where it starts. Raises `PictureError` for an unknown id or negative hops.
    """
    if graph.node(node_id) is None:
        raise PictureError(f"The graph has no node with the id {node_id!r}.", "`tppo status` lists the case.")
    if hops < 0:
        raise PictureError(f"Hops cannot be negative: {hops}.", "Give --hops 0 or more.")
    near = nx.single_source_shortest_path_length(_walkable(graph, node_id), node_id, cutoff=hops)
    return _induced(graph, near, focus={node_id})


def named_in(graph: Graph, rows: Rows) -> Selection:
    """What the rows of a query name, and the relationships among it.

    Nodes and relationships in the rows count, also inside lists and paths; so does a text that is exactly the
    id or the name of a node, because saved queries answer with names. Raises `PictureError` when the rows
    name nothing of the graph.
    """
    by_name: dict[str, list[str]] = {}
    for node in graph.nodes:
        by_name.setdefault(str(node.properties.get("name", node.id)), []).append(node.id)
    by_key = {(r.type, r.key): r for r in graph.relationships}
    found: set[str] = set()
    for value in _leaves(rows.rows):
        found.update(_ids_of(value, graph, by_name, by_key))
    if not found:
        raise PictureError(
            "The answer of the query names no node of the graph.",
            "Draw a query that returns nodes, ids or names, or give it other parameters.",
        )
    return _induced(graph, found, focus=found)


def _induced(graph: Graph, node_ids: Iterable[str], focus: Iterable[str] = ()) -> Selection:
    nodes = frozenset(node_ids)
    return Selection(
        nodes,
        frozenset((r.type, r.key) for r in graph.relationships if r.start in nodes and r.end in nodes),
        frozenset(focus),
    )


def _walkable(graph: Graph, start: str) -> nx.DiGraph[str]:
    """The steps that a walk from `start` may take."""
    steps: nx.DiGraph[str] = nx.DiGraph()
    steps.add_nodes_from(node.id for node in graph.nodes)
    for r in graph.relationships:
        downwards = r.properties.get("origin") == "official"
        if r.start_label != "Article" or r.start == start:
            steps.add_edge(r.start, r.end)
        if (r.end_label != "Article" and not downwards) or r.end == start:
            steps.add_edge(r.end, r.start)
    return steps


def _leaves(value: Any) -> Iterator[Any]:
    """Plain values and mappings in rows, lists and paths, at any depth."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


def _ids_of(
    value: Any,
    graph: Graph,
    by_name: dict[str, list[str]],
    by_key: dict[RelationshipId, Relationship],
) -> list[str]:
    """Ids of the nodes that one value of an answer stands for."""
    if isinstance(value, str):
        return [value] if graph.node(value) else by_name.get(value, [])
    if isinstance(value, dict) and "_label" in value:
        return [value["id"]] if graph.node(value["id"]) else []
    if isinstance(value, dict) and "_type" in value:
        relationship = by_key.get((value["_type"], str(value.get("key", ""))))
        return [relationship.start, relationship.end] if relationship else []
    return []
