"""The Cypher text for the stores: names stand in it, values never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.stores import statements

BY_NAME = (
    statements.constraint,
    statements.merge_nodes,
    statements.foreign_node,
    statements.sweep_nodes,
    statements.sweep_relationships,
    statements.nodes_of,
    statements.relationships_of,
)


def test_the_constraint_makes_ids_unique_and_may_be_repeated() -> None:
    """Its name is tppo's own, so that it meets no constraint of others."""
    expected = "CREATE CONSTRAINT tppo_agency_id IF NOT EXISTS FOR (n:Agency) REQUIRE n.id IS UNIQUE"
    assert expected == statements.constraint("Agency")


def test_nodes_are_merged_by_id_and_set_exactly() -> None:
    """`=` and not `+=`: a property that the row lacks goes."""
    expected = "UNWIND $rows AS row MERGE (n:Agency {id: row.id}) SET n = row.properties"
    assert expected == statements.merge_nodes("Agency")


def test_relationships_are_merged_by_key_between_nodes_found_by_label_and_id() -> None:
    """The labels of both ends stand in the text, so that the unique index finds the nodes."""
    expected = (
        "UNWIND $rows AS row MATCH (a:Agency {id: row.start}) MATCH (b:Location {id: row.end}) "
        "MERGE (a)-[r:COVERS {key: row.key}]->(b) SET r = row.properties"
    )
    assert expected == statements.merge_relationships("COVERS", "Agency", "Location")


@given(st.text().filter(lambda text: not (text.isascii() and text.isidentifier())))
def test_what_is_no_name_gets_into_no_statement(text: str) -> None:
    """A label or type with anything but letters, digits and underscores is refused."""
    for make in BY_NAME:
        with pytest.raises(ValueError, match="is no name"):
            make(text)
    with pytest.raises(ValueError, match="is no name"):
        statements.merge_relationships("COVERS", "Agency", text)


def test_sweeps_spare_what_has_no_tag() -> None:
    """Null is not unequal to a tag in Cypher, so that what others made is not matched."""
    assert "WHERE n.tppo_tag <> $tag" in statements.sweep_nodes("Agency")
    assert "WHERE r.tppo_tag <> $tag" in statements.sweep_relationships("COVERS")
