"""What to run, in which order, so that a store holds exactly a graph. Pure: `graph/stores/bolt.py` runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.model import Graph, Node, Relationship, StoredValue
from graph.stores import statements

SCHEMA_VERSION = 3
"""Version of the shape that a load gives a store; a graph of an older one is loaded again."""

BATCH_ROWS = 2_000
SWEEP_ROWS = 10_000
WHOLE_SIZE = 50_000
"""Up to so many nodes and relationships, old or new, a load is one transaction. A server keeps an open one in
memory: Neo4j 5.26 with 512 MB of heap gave up before 360,000."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_INTEGERS = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class StoredCase:
    """What a store says of the graph in it: the properties of its one `TppoCase` node.

    `labels` and `types` are those it may hold, `size` its nodes and relationships; `complete` is False while
    a load of several transactions is under way, and stays so when one breaks off. `digest` is what the loader
    said of the graph's origin, "" where nothing.
    """

    id: str
    schema_version: int
    labels: tuple[str, ...]
    types: tuple[str, ...]
    size: int
    complete: bool
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One statement with its parameters. It is repeated while it deletes something: only sweeps delete."""

    cypher: str
    parameters: Mapping[str, Any]


def case_of(graph: Graph, case_id: str, digest: str = "") -> StoredCase:
    """What the store will say of itself when it holds this graph."""
    labels = sorted({node.label for node in graph.nodes})
    types = sorted({relationship.type for relationship in graph.relationships})
    size = len(graph.nodes) + len(graph.relationships)
    return StoredCase(case_id, SCHEMA_VERSION, tuple(labels), tuple(types), size, True, digest)


def begun(case: StoredCase, before: StoredCase | None) -> StoredCase:
    """What the store says while it is on the way from one graph to another."""
    labels = sorted({*case.labels, *(before.labels if before else ())})
    types = sorted({*case.types, *(before.types if before else ())})
    size = max(case.size, before.size if before else 0)
    return StoredCase(case.id, SCHEMA_VERSION, tuple(labels), tuple(types), size, complete=False)


def state_step(case: StoredCase) -> Step:
    """The step that writes the `TppoCase` node."""
    properties = {
        "id": case.id,
        "schema_version": case.schema_version,
        "labels": list(case.labels),
        "types": list(case.types),
        "size": case.size,
        "complete": case.complete,
        "digest": case.digest,
    }
    return Step(statements.WRITE_CASE, {"id": case.id, "properties": properties})


def steps(graph: Graph, tag: str, on_the_way: StoredCase) -> Iterator[Step]:
    """Nodes, relationships, then the sweep of what of `on_the_way` was not written now.

    Raises ValueError for a relationship whose ends are not nodes of the graph (a store would just drop it)
    and for a value that a store cannot keep.
    """
    yield from _node_steps(graph, tag)
    yield from _relationship_steps(graph, tag)
    sweep = {"tag": tag, "limit": SWEEP_ROWS}
    for kind in on_the_way.types:
        yield Step(statements.sweep_relationships(kind), sweep)
    for label in on_the_way.labels:
        yield Step(statements.sweep_nodes(label), sweep)


def ids_by_label(graph: Graph) -> dict[str, list[str]]:
    """The ids of the graph's nodes, by label in order."""
    found: dict[str, list[str]] = {}
    for node in sorted(graph.nodes, key=_label):
        found.setdefault(node.label, []).append(_utf8(node.id))
    return found


def _node_steps(graph: Graph, tag: str) -> Iterator[Step]:
    for label, nodes in groupby(sorted(graph.nodes, key=_label), _label):
        yield from _batches(statements.merge_nodes(label), [_node_row(node, tag) for node in nodes])


def _node_row(node: Node, tag: str) -> dict[str, Any]:
    return {"id": _utf8(node.id), "properties": _written(node.properties, tag, id=node.id)}


def _relationship_steps(graph: Graph, tag: str) -> Iterator[Step]:
    known = {(node.label, node.id) for node in graph.nodes}
    for kind, relationships in groupby(sorted(graph.relationships, key=_kind), _kind):
        rows = [_relationship_row(relationship, known, tag) for relationship in relationships]
        yield from _batches(statements.merge_relationships(*kind), rows)


def _relationship_row(relationship: Relationship, known: set[tuple[str, str]], tag: str) -> dict[str, Any]:
    ends = ((relationship.start_label, relationship.start), (relationship.end_label, relationship.end))
    for label, node_id in ends:
        if (label, node_id) not in known:
            raise ValueError(f"{relationship.type} {relationship.key}: the graph has no {label} {node_id}.")
    properties = _written(relationship.properties, tag, **{statements.KEY: relationship.key})
    start, end, key = (_utf8(text) for text in (relationship.start, relationship.end, relationship.key))
    return {"start": start, "end": end, "key": key, "properties": properties}


def _written(properties: Mapping[str, StoredValue | None], tag: str, **identity: str) -> dict[str, Any]:
    everything = {**properties, **identity, statements.TAG: tag}
    return {name: _storable(name, value) for name, value in everything.items() if value is not None}


def _storable(name: str, value: Any) -> Any:
    """The value as both stores keep it.

    Lists are of one type, so one float among integers makes all floats. Half surrogate pairs, which a broken
    file may bring, cannot be sent as UTF-8 and become U+FFFD.
    """
    match value:
        case str():
            return _LONE_SURROGATE.sub("\ufffd", value)
        case bool() | float():
            return value
        case int() if value in _INTEGERS:
            return value
        case list() | tuple():
            return _storable_list(name, [_storable(name, item) for item in value])
    raise ValueError(f"{name}: no store keeps {value!r} ({type(value).__name__}).")


def _storable_list(name: str, items: list[Any]) -> list[Any]:
    types = {type(item) for item in items}
    if types == {int, float}:
        return [float(item) for item in items]
    if len(types) > 1 or list in types:
        raise ValueError(f"{name}: no store keeps {items!r} (a list of one type is kept).")
    return items


def _utf8(text: str) -> str:
    """The text as it can be sent: half surrogate pairs, which a broken file may bring, become U+FFFD."""
    return _LONE_SURROGATE.sub("�", text)


def _batches(cypher: str, rows: Sequence[dict[str, Any]]) -> Iterator[Step]:
    for first in range(0, len(rows), BATCH_ROWS):
        yield Step(cypher, {"rows": list(rows[first : first + BATCH_ROWS])})


def _label(node: Node) -> str:
    return node.label


def _kind(relationship: Relationship) -> tuple[str, str, str]:
    return relationship.type, relationship.start_label, relationship.end_label
