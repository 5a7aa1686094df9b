"""Colours, shapes and names of what a picture shows: `types.yaml`, `values.yaml` and `texts.yaml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

Names = tuple[str, str]
"""The English and the Indonesian name of something."""


LAST_TURN = 9


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How nodes of one label look; `colour` is "#RRGGBB", `shape` a shape that the page can draw.

    Where names lack room, those of a label with a lower `turn` are written first.
    """

    colour: str
    shape: str
    names: Names
    turn: int


@dataclass(frozen=True, slots=True)
class RelationshipStyle:
    """What relationships of one type are called, read forwards (`names`) and backwards (`back`)."""

    names: Names
    back: Names


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that a picture has a word or a look for. `properties` is the whitelist of what is shown.

    `values` has the words for values, by property.
    """

    nodes: Mapping[str, NodeStyle]
    relationships: Mapping[str, RelationshipStyle]
    properties: Mapping[str, Names]
    left_out: frozenset[str]
    texts: Mapping[str, Names]
    values: Mapping[str, Mapping[str, Names]]

    def node_style(self, label: str) -> NodeStyle:
        """The look of nodes with this label; a label without an entry is a grey circle under its own name."""
        return self.nodes.get(label) or NodeStyle("#8C8C8C", "circle", (label, label), LAST_TURN)

    def relationship_style(self, type_: str) -> RelationshipStyle:
        """The words for this type; a type without an entry goes by its own name, in lower case."""
        words = type_.replace("_", " ").lower()
        return self.relationships.get(type_) or RelationshipStyle((words, words), (words, words))


def _read(name: str) -> Any:
    return yaml.safe_load(resources.files("graph.picture").joinpath(name).read_text(encoding="utf-8"))


def _names(entry: Mapping[str, str], suffix: str = "") -> Names:
    return (entry["en" + suffix], entry["id" + suffix])


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package."""
    tables = _read("types.yaml")
    turns = {label: turn for turn, label in enumerate(tables["names_first"])}
    return Vocabulary(
        nodes={
            k: NodeStyle(v["colour"], v["shape"], _names(v), turns.get(k, LAST_TURN))
            for k, v in tables["nodes"].items()
        },
        relationships={
            k: RelationshipStyle(_names(v), _names(v, "_back")) for k, v in tables["relationships"].items()
        },
        properties={k: _names(v) for k, v in tables["properties"].items()},
        left_out=frozenset(tables["left_out"]),
        texts={k: _names(v) for k, v in _read("texts.yaml").items()},
        values={
            name: {str(value): _names(words) for value, words in table.items()}
            for name, table in _read("values.yaml").items()
        },
    )
