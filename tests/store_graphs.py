"""Invented graphs for the tests of the stores: one small fixed world, and whatever Hypothesis makes up."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graph.model import Graph, Node, Relationship

NODES = (
    Node("Agency", "a1", {"name": "Polres Karangjati", "aliases": ["Polres KJ"], "sources": 3}),
    Node("Agency", "a2", {"name": "Polda Tanjung Raya", "aliases": [], "sources": 1}),
    Node("Incident", "i1", {"name": "Kasus Dermaga Lama", "victims_total": 14, "date": "2025-03"}),
    Node("Incident", "i2", {"name": "Kasus Kapal Bintang", "victims_total": 3}),
    Node("Location", "l1", {"name": "Karangjati", "latitude": 3.5, "longitude": 117.0}),
    Node("Location", "l2", {"name": "Tanjung Raya", "latitude": 4.25, "longitude": -117.5}),
    Node("Location", "l3", {"name": "Pulau Sebrang"}),
    Node("Official", "o1", {"name": "Raden Wirasakti", "rank": "AKBP", "verified": True}),
)
RELATIONSHIPS = (
    Relationship("HOLDS_POSITION", "h1", "Official", "o1", "Agency", "a1", {"title": "Kapolres"}),
    Relationship("HOLDS_POSITION", "h2", "Official", "o1", "Agency", "a1", {"title": "Wakapolres"}),
    Relationship(
        "OCCURRED_AT", "w1", "Incident", "i1", "Location", "l1", {"confidence": 0.75, "starts": [4, 90]}
    ),
    Relationship("OCCURRED_AT", "w2", "Incident", "i2", "Location", "l1", {"confidence": 1.0}),
    Relationship("PART_OF", "p1", "Agency", "a1", "Agency", "a2", {}),
    Relationship("ROUTE_TO", "r1", "Location", "l1", "Location", "l2", {"victims": 14}),
    Relationship("ROUTE_TO", "r2", "Location", "l2", "Location", "l3", {"victims": 3}),
)
WORLD = Graph(NODES, RELATIONSHIPS)

LABELS = ("Article", "Official", "Location")
TYPES = ("MENTIONS", "PART_OF")
NAMES = ("sources", "confidence", "x", "Ä ö `'\"$")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
integers = st.integers(-(2**63), 2**63 - 1)
floats = st.floats(allow_nan=False)
values = st.one_of(
    texts,
    integers,
    floats,
    st.booleans(),
    st.lists(texts, max_size=3),
    st.lists(integers, max_size=3),
    st.lists(floats, max_size=3),
)
properties: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={"name": texts, "aliases": st.lists(texts, max_size=3), **dict.fromkeys(NAMES, values)}
)
"""Names and aliases are of the types that the schema gives them, as they are looked up; others are of any."""
ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Graphs of up to five nodes and six relationships, in the order that `Graph` documents."""
    node_ids = draw(st.lists(ids, max_size=5, unique=True))
    nodes = [Node(draw(st.sampled_from(LABELS)), node_id, draw(properties)) for node_id in node_ids]
    nodes.sort(key=lambda node: (node.label, node.id))
    if not nodes:
        return Graph()
    relationships = []
    for key in draw(st.lists(ids, max_size=6, unique=True)):
        start, end = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        ends = (start.label, start.id, end.label, end.id)
        relationships.append(Relationship(draw(st.sampled_from(TYPES)), key, *ends, draw(properties)))
    relationships.sort(key=lambda relationship: (relationship.type, relationship.key))
    return Graph(tuple(nodes), tuple(relationships))
