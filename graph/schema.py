"""What nodes and relationships hold: the YAML files of `graph/schema/`, loaded and held against a graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.model import Graph, Node, Relationship, StoredValue, TppoError

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PROPERTY_KEYS = {"type", "description", "choices"}
PYTHON_TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "date": (str,),
    "integer": (int,),
    "number": (int, float),
    "flag": (bool,),
}
LISTS: Mapping[str, str] = {"texts": "text", "integers": "integer", "numbers": "number"}


class SchemaError(TppoError):
    """A node, relationship or schema file that breaks the schema: a fault of tppo, not of the user."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or relationship type; `type` is a word of `common.yaml`'s head."""

    name: str
    type: str
    description: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label: what it stands for, what makes two of them the same, and its own properties by name."""

    label: str
    description: str
    identity: str
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type, the (start label, end label) pairs it may join, and its own properties by name."""

    type: str
    description: str
    between: frozenset[tuple[str, str]]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Schema:
    """All labels and types. `every_node` and `every_relationship` are the properties they have in common."""

    nodes: Mapping[str, NodeType]
    relationships: Mapping[str, RelationshipType]
    every_node: Mapping[str, Property]
    every_relationship: Mapping[str, Property]


def parse_properties(where: str, raw: Mapping[str, Any]) -> dict[str, Property]:
    """Properties of one YAML mapping. Raises `SchemaError` for an unknown key or type or no description."""
    found: dict[str, Property] = {}
    for name, fields in raw.items():
        unknown = set(fields) - PROPERTY_KEYS
        if unknown or fields.get("type") not in {*PYTHON_TYPES, *LISTS} or not fields.get("description"):
            raise SchemaError(
                f"{where}: property {name!r} is not well described: {fields!r}.",
                "It needs a known `type` and a `description`; only `choices` may stand beside them.",
            )
        found[name] = Property(name, fields["type"], fields["description"], tuple(fields.get("choices", ())))
    return found


def _documents(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in sorted((files("graph") / "schema" / folder).iterdir(), key=lambda path: path.name):
        if entry.name.endswith(".yaml"):
            yield entry.name, yaml.safe_load(entry.read_text(encoding="utf-8"))


@cache
def load_schema() -> Schema:
    """The schema of this version, read once. Raises `SchemaError` when a file of it is malformed."""
    common = yaml.safe_load((files("graph") / "schema" / "common.yaml").read_text(encoding="utf-8"))
    nodes = {
        raw["label"]: NodeType(
            raw["label"], raw["description"], raw["identity"], parse_properties(name, raw["properties"])
        )
        for name, raw in _documents("nodes")
    }
    relationships = {
        raw["type"]: RelationshipType(
            raw["type"],
            raw["description"],
            frozenset((start, end) for start, end in raw["between"]),
            parse_properties(name, raw["properties"]),
        )
        for name, raw in _documents("relationships")
    }
    return Schema(
        nodes,
        relationships,
        parse_properties("common.yaml node", common["node"]),
        parse_properties("common.yaml relationship", common["relationship"]),
    )


def _holds(kind: str, value: object) -> bool:
    if kind in LISTS:
        return isinstance(value, list) and all(_holds(LISTS[kind], item) for item in value)
    if isinstance(value, bool) != (kind == "flag") or not isinstance(value, PYTHON_TYPES[kind]):
        return False
    return kind != "date" or ISO_DATE.fullmatch(str(value)) is not None


def _check_values(where: str, known: Mapping[str, Property], values: Mapping[str, StoredValue]) -> None:
    for name, value in values.items():
        meant = known.get(name)
        if meant is None:
            raise SchemaError(f"{where} has a property {name!r} that the schema does not know.")
        if not _holds(meant.type, value):
            raise SchemaError(f"{where}: {name} = {value!r} is no {meant.type}.")
        if meant.choices and value not in meant.choices:
            raise SchemaError(f"{where}: {name} = {value!r} is none of {', '.join(meant.choices)}.")


def check_node(node: Node) -> None:
    """Nothing, when the node is as the schema says; else a `SchemaError` that names property and value."""
    schema = load_schema()
    where = f"{node.label} {node.id}"
    if node.label not in schema.nodes:
        raise SchemaError(f"{where}: the schema has no label {node.label!r}.")
    if not node.properties.get("name"):
        raise SchemaError(f"{where} has no name.")
    _check_values(where, {**schema.every_node, **schema.nodes[node.label].properties}, node.properties)


def check_relationship(relationship: Relationship) -> None:
    """Nothing, when the relationship is as the schema says and its lists are parallel; else `SchemaError`."""
    schema = load_schema()
    where = f"{relationship.type} {relationship.key}"
    meant = schema.relationships.get(relationship.type)
    if meant is None:
        raise SchemaError(f"{where}: the schema has no relationship type {relationship.type!r}.")
    if (relationship.start_label, relationship.end_label) not in meant.between:
        raise SchemaError(f"{where} may not join {relationship.start_label} and {relationship.end_label}.")
    _check_values(where, {**schema.every_relationship, **meant.properties}, relationship.properties)
    columns = [relationship.properties.get(name) for name in ("articles", "sentences", "starts", "ends")]
    lengths = {len(column) if isinstance(column, list) else -1 for column in columns}
    if len(lengths) > 1 or -1 in lengths:
        raise SchemaError(f"{where}: articles, sentences, starts and ends are not parallel.")


def check_graph(graph: Graph) -> None:
    """Nothing, when every part is as the schema says, ids and keys are unique and every end exists."""
    labels = {node.id: node.label for node in graph.nodes}
    keys = {(relationship.type, relationship.key) for relationship in graph.relationships}
    if len(labels) != len(graph.nodes) or len(keys) != len(graph.relationships):
        raise SchemaError("Two nodes share an id, or two relationships of one type share a key.")
    for node in graph.nodes:
        check_node(node)
    for relationship in graph.relationships:
        check_relationship(relationship)
        ends = (labels.get(relationship.start), labels.get(relationship.end))
        if ends != (relationship.start_label, relationship.end_label):
            raise SchemaError(
                f"{relationship.type} {relationship.key} joins nodes that are not there: {ends}."
            )


def _table(properties: Mapping[str, Property]) -> list[str]:
    if not properties:
        return ["No properties of its own.", ""]
    rows = ["| property | type | what it holds |", "|---|---|---|"]
    for each in properties.values():
        choices = f" One of: {', '.join(each.choices)}." if each.choices else ""
        rows.append(f"| `{each.name}` | {each.type} | {each.description}{choices} |")
    return [*rows, ""]


def schema_page() -> str:
    """What docs/schema.md says of labels, types and properties: Markdown that ends in a newline."""
    schema = load_schema()
    identity = Property("id", "text", "Identity, unique over all labels.")
    lines = ["## Every node", "", *_table({"id": identity, **schema.every_node})]
    lines += ["## Every relationship", "", *_table(schema.every_relationship)]
    for node in schema.nodes.values():
        lines += [f"## {node.label}", "", node.description, "", f"Identity: {node.identity}.", ""]
        lines += _table(node.properties)
    for relationship in schema.relationships.values():
        pairs = ", ".join(f"{start} → {end}" for start, end in sorted(relationship.between))
        lines += [f"## {relationship.type}", "", f"{pairs}. {relationship.description}", ""]
        lines += _table(relationship.properties)
    return "\n".join(lines).rstrip("\n") + "\n"
