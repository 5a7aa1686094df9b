"""What the neo4j driver returns, as plain Python: the values that `graph.store.Rows` promises."""

from __future__ import annotations

from typing import Any

import neo4j.graph
import neo4j.spatial
import neo4j.time

from graph.stores.statements import TAG


def plain(value: Any) -> Any:
    """The value with nodes and relationships as dictionaries, paths as lists, times as ISO text."""
    match value:
        case neo4j.graph.Node():
            return {"_label": _label(value), **_properties(value)}
        case neo4j.graph.Relationship():
            return {"_type": value.type, **_properties(value)}
        case neo4j.graph.Path():
            return _path(value)
        case dict():
            return {key: plain(item) for key, item in value.items() if key != TAG}
        case list() | neo4j.spatial.Point():
            return [plain(item) for item in value]
        case neo4j.time.Date() | neo4j.time.Time() | neo4j.time.DateTime() | neo4j.time.Duration():
            return value.iso_format()
        case bytes() | bytearray():
            return value.hex()
    return value


def _label(node: neo4j.graph.Node) -> str:
    """The label; of a node with several, which only others make, the first by name."""
    return min(node.labels, default="")


def _properties(entity: neo4j.graph.Entity) -> dict[str, Any]:
    return {name: plain(entity[name]) for name in sorted(entity.keys()) if name != TAG}


def _path(path: neo4j.graph.Path) -> list[dict[str, Any]]:
    steps = [plain(path.start_node)]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(relationship), plain(node)]
    return steps
