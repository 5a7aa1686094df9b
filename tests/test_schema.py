"""The schema files, and the checks that hold a graph to them."""

from __future__ import annotations

import pytest

from graph.model import Graph, Node, Relationship, StoredValue
from graph.schema import (
    SchemaError,
    check_graph,
    check_node,
    check_relationship,
    load_schema,
    parse_properties,
    schema_page,
)

PLACE = Node("Location", "65.03", {"name": "Nunukan", "kind": "regency"})
TOWN = Node("Location", "geonames:1734199", {"name": "Tawau", "kind": "town"})


def route(**more: StoredValue) -> Relationship:
    properties: dict[str, StoredValue] = {
        "origin": "read",
        "articles": ["article:1"],
        "sentences": ["Dari Nunukan ke Tawau."],
        "starts": [0],
        "ends": [22],
        **more,
    }
    return Relationship("ROUTE_TO", "r", "Location", PLACE.id, "Location", TOWN.id, properties)


def test_schema_has_every_label_and_type() -> None:
    """The schema has the nine labels of the design, and every relationship joins labels that it has."""
    schema = load_schema()
    labels = {"Agency", "Article", "Event", "Incident", "Law", "Location", "Official", "Suspect", "Vessel"}
    joined = {label for each in schema.relationships.values() for pair in each.between for label in pair}
    assert labels == set(schema.nodes)
    assert labels == joined


def test_good_graph_passes() -> None:
    """A graph that is as the schema says raises nothing."""
    check_graph(Graph((PLACE, TOWN), (route(mode="sea", incidents=2, confidence=0.5),)))


@pytest.mark.parametrize(
    ("properties", "word"),
    [
        ({"name": "Nunukan", "population": 3}, "population"),
        ({"name": "Nunukan", "kind": "planet"}, "planet"),
        ({"name": "Nunukan", "latitude": "4.1"}, "latitude"),
        ({"name": "Nunukan", "sources": True}, "sources"),
        ({"name": "Nunukan", "aliases": ["a", 1]}, "aliases"),
        ({"name": "Nunukan", "first_reported": "2025-13"}, "2025-13"),
        ({"name": ""}, "name"),
    ],
)
def test_bad_node_is_named(properties: dict[str, StoredValue], word: str) -> None:
    """A node that breaks the schema raises an error that names the property or value."""
    with pytest.raises(SchemaError, match=word):
        check_node(Node("Location", "65.03", properties))


def test_unknown_label_and_type_are_refused() -> None:
    """A label or relationship type that the schema does not have is an error."""
    with pytest.raises(SchemaError, match="Planet"):
        check_node(Node("Planet", "x", {"name": "x"}))
    with pytest.raises(SchemaError, match="LIKES"):
        check_relationship(Relationship("LIKES", "k", "Official", "a", "Agency", "b", {}))


def test_relationship_lists_must_be_parallel() -> None:
    """Sentences without as many articles and offsets are an error, and so is their absence."""
    with pytest.raises(SchemaError, match="parallel"):
        check_relationship(route(starts=[0, 5]))
    with pytest.raises(SchemaError, match="parallel"):
        check_relationship(Relationship("WITHIN", "k", "Location", "a", "Location", "b", {}))


def test_relationship_between_wrong_labels_is_refused() -> None:
    """A relationship may only join the labels that its file lists."""
    with pytest.raises(SchemaError, match="may not join Agency and Location"):
        check_relationship(Relationship("ROUTE_TO", "k", "Agency", "a", "Location", "b", {}))


def test_graph_without_an_end_is_refused() -> None:
    """A relationship to a node that is not in the graph is an error, and so are two nodes with one id."""
    with pytest.raises(SchemaError, match="not there"):
        check_graph(Graph((PLACE,), (route(),)))
    with pytest.raises(SchemaError, match="share"):
        check_graph(Graph((PLACE, PLACE)))


def test_schema_file_with_an_unknown_key_is_refused() -> None:
    """A property with a key beside type, description and choices is an error that names the file."""
    with pytest.raises(SchemaError, match=r"x\.yaml"):
        parse_properties("x.yaml", {"age": {"type": "integer", "description": "Years.", "unit": "a"}})


def test_page_shows_every_property() -> None:
    """The generated page has a heading for every label and type and a row for every property."""
    page = schema_page()
    schema = load_schema()
    for heading in (*schema.nodes, *schema.relationships):
        assert f"## {heading}\n" in page
    rows = sum(len(each.properties) for each in schema.nodes.values())
    rows += sum(len(each.properties) for each in schema.relationships.values())
    common = len(schema.every_node) + len(schema.every_relationship) + 1
    assert rows + common == page.count("\n| `")
