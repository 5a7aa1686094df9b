"""The network of a picture: a pyvis `Network` with everything the page needs, and nothing else.

pyvis is the builder. The network is directed, because an undirected one drops every second relationship
between the same two nodes. Its own template is never used (docs/decisions/0003-pictures.md):
`graph.picture.page` reads the fields set here and no others.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from pyvis.network import Network

from graph.model import Graph, Node, Relationship, StoredValue
from graph.picture.disputes import Dispute
from graph.picture.layout import positions
from graph.picture.vocabulary import Vocabulary

MOST_NODES = 1000
"""A network has at most this many nodes: pyvis searches a list for every relationship that is added."""
MOST_EVIDENCE = 12
"""A relationship carries at most this many of its sentences; the number of all is kept beside them."""
HIDDEN_LABEL = "Article"
HIDDEN_TYPE = "MENTIONS"

Fact = tuple[str, StoredValue]


def build_network(
    part: Graph, focus: Collection[str], words: Vocabulary, told: Mapping[str, Sequence[Dispute]]
) -> Network:
    """A directed pyvis network of the graph, with positions, colours, shapes, facts and evidence.

    `told` has by id of a node what articles say where they disagree on it.
    Beyond `MOST_NODES` nodes it holds the most connected ones, those in focus first.
    """
    part = most_connected(part, focus)
    network = Network(directed=True)
    places = _places(part, focus)
    for node in part.nodes:
        options = _node_options(node, places[node.id], node.id in focus, words)
        network.add_node(node.id, **options, disputes=told.get(node.id, ()))
    for relationship in part.relationships:
        network.add_edge(relationship.start, relationship.end, **_edge_options(relationship, words))
    return network


def most_connected(part: Graph, focus: Collection[str], most: int = MOST_NODES) -> Graph:
    """The graph itself if it is small enough, else its most connected nodes, those in focus first."""
    if len(part.nodes) <= most:
        return part
    degree = {node.id: 0 for node in part.nodes}
    for r in part.relationships:
        if r.type != HIDDEN_TYPE:
            degree[r.start] += 1
            degree[r.end] += 1
    ranked = sorted(part.nodes, key=lambda n: (n.id not in focus, -degree[n.id], n.label, n.id))
    kept = {node.id for node in ranked[:most]}
    return Graph(
        tuple(node for node in part.nodes if node.id in kept),
        tuple(r for r in part.relationships if r.start in kept and r.end in kept),
    )


def articles_hidden(part: Graph, focus: Collection[str]) -> bool:
    """Whether the picture opens without its articles: yes, unless it is about one or has nothing else."""
    others = any(node.label != HIDDEN_LABEL for node in part.nodes)
    return others and not any(node.label == HIDDEN_LABEL and node.id in focus for node in part.nodes)


def _node_options(node: Node, place: tuple[float, float], focus: bool, words: Vocabulary) -> dict[str, Any]:
    style = words.node_style(node.label)
    aliases = node.properties.get("aliases", [])
    return {
        "label": str(node.properties.get("name") or node.id),
        "group": node.label,
        "shape": style.shape,
        "colour": style.colour,
        "size": _size(node.properties.get("sources", 0)),
        "x": round(place[0], 1),
        "y": round(place[1], 1),
        "physics": False,
        "focus": focus,
        "aliases": [str(alias) for alias in aliases] if isinstance(aliases, list) else [],
        "facts": _facts(node.properties, words),
    }


def _size(sources: StoredValue) -> float:
    """Radius in page units: grows with the root of the number of documents, from 8 to 17."""
    count = sources if isinstance(sources, int) else 0
    return round(min(17.0, 7.0 + 1.6 * math.sqrt(max(count, 0))), 1)


def _edge_options(relationship: Relationship, words: Vocabulary) -> dict[str, Any]:
    properties = relationship.properties
    evidence = _evidence(properties)
    return {
        "label": relationship.type,
        "key": relationship.key,
        "origin": str(properties.get("origin", "read")),
        "confidence": properties.get("confidence"),
        "evidence": evidence[:MOST_EVIDENCE],
        "evidence_total": len(evidence),
        "facts": _facts(properties, words),
    }


def _evidence(properties: Mapping[str, StoredValue]) -> list[tuple[str, str, str]]:
    """Article id, sentence and rule of each statement; the three lists of a relationship are parallel."""
    columns = [properties.get(name, []) for name in ("articles", "sentences", "rules")]
    lists = [column if isinstance(column, list) else [column] for column in columns]
    rows = zip_longest(*lists, fillvalue="")
    return [(str(article), str(sentence), str(rule)) for article, sentence, rule in rows if sentence]


def _facts(properties: Mapping[str, StoredValue], words: Vocabulary) -> list[Fact]:
    """The properties that the vocabulary lists, in its order, without empty ones."""
    found = ((name, properties.get(name)) for name in words.properties)
    return [(name, value) for name, value in found if value is not None and value != [] and value != ""]


def _places(part: Graph, focus: Collection[str]) -> dict[str, tuple[float, float]]:
    """Positions of all nodes. What opens hidden does not shape the drawing: it finds its place afterwards."""
    hidden = HIDDEN_LABEL if articles_hidden(part, focus) else ""
    shown = [node for node in part.nodes if node.label != hidden]
    index = {node.id: i for i, node in enumerate(shown)}
    links = [
        (index[r.start], index[r.end], 1.25 if r.properties.get("origin") == "official" else 1.0)
        for r in part.relationships
        if r.start in index and r.end in index and (r.type != HIDDEN_TYPE or not hidden)
    ]
    laid = positions([_box(node) for node in shown], links)
    places = {
        node.id: (float(laid[i, 0]), float(laid[i, 1])) for node, i in zip(shown, index.values(), strict=True)
    }
    return places | _beside(part, places)


def _box(node: Node) -> tuple[float, float]:
    """Width and height of a node with its label below it, in page units; labels break at about 20 letters,
    those of incidents at 25.
    """
    length = len(str(node.properties.get("name", "")))
    longest = 25 if node.label == "Incident" else 20
    return (max(34.0, 6.6 * min(length, longest) + 10.0), 46.0 if length <= 20 else 60.0)


def _beside(part: Graph, places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Positions of the nodes without one: around the drawing, each near the side where its neighbours are."""
    missing = [node for node in part.nodes if node.id not in places]
    wide = max((abs(x) for x, _ in places.values()), default=0.0) + 130.0
    high = max((abs(y) for _, y in places.values()), default=0.0) + 90.0
    angles: list[tuple[float, str]] = []
    for node in missing:
        ends = [
            r.end if r.start == node.id else r.start
            for r in part.relationships
            if node.id in (r.start, r.end)
        ]
        near = [places[end] for end in ends if end in places] or [(1.0, 0.0)]
        angles.append((math.atan2(sum(y for _, y in near) / high, sum(x for x, _ in near) / wide), node.id))
    found = {}
    for i, (_, node_id) in enumerate(sorted(angles)):
        angle = 2 * math.pi * i / len(angles) - math.pi
        found[node_id] = (wide * math.cos(angle), high * math.sin(angle))
    return found
