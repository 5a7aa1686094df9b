"""What a load runs, before any store has seen it."""

from __future__ import annotations

from typing import Any

import pytest
from store_graphs import WORLD

from graph.model import Graph, Node, Relationship
from graph.stores import loading

TAG = "tag-1"


def rows_of(graph: Graph) -> list[dict[str, Any]]:
    """The rows that the load of a graph sends, in order."""
    steps = loading.steps(graph, TAG, loading.case_of(graph, "world"))
    return [row for step in steps for row in step.parameters.get("rows", ())]


def written(value: Any) -> Any:
    """How a property value of a node is sent."""
    (row,) = rows_of(Graph((Node("Agency", "a1", {"x": value}),)))
    return row["properties"].get("x")


def test_nodes_come_before_relationships_and_sweeps_last() -> None:
    """A relationship needs its ends; what is swept must have been left out by everything before."""
    steps = loading.steps(WORLD, TAG, loading.case_of(WORLD, "world"))
    kinds = ["DELETE" if "DELETE" in step.cypher else step.cypher.split("MERGE ")[1][:2] for step in steps]
    assert kinds == ["(n"] * 4 + ["(a"] * 4 + ["DELETE"] * 8


def test_a_row_carries_id_and_tag() -> None:
    """The id is looked up and written; the tag says which load wrote it."""
    (row,) = rows_of(Graph((Node("Agency", "a1", {"name": "Polres Karangjati"}),)))
    properties = {"name": "Polres Karangjati", "id": "a1", "tppo_tag": TAG}
    assert {"id": "a1", "properties": properties} == row


def test_rows_go_in_batches_of_one_label() -> None:
    """No statement carries more than the batch size, and none mixes labels."""
    nodes = [Node("Agency", f"a{number}", {}) for number in range(loading.BATCH_ROWS + 1)]
    graph = Graph((*nodes, Node("Law", "uu-21-2007:4", {})))
    steps = loading.steps(graph, TAG, loading.case_of(Graph(), "world"))
    assert [len(step.parameters["rows"]) for step in steps] == [loading.BATCH_ROWS, 1, 1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ([1, 2.5], [1.0, 2.5]),
        (("a", "b"), ["a", "b"]),
        ([], []),
        (2**63 - 1, 2**63 - 1),
        ("putus \ud800 di sini", "putus \ufffd di sini"),
        (["\udfff"], ["\ufffd"]),
    ],
)
def test_a_value_is_sent_as_both_stores_keep_it(value: Any, expected: Any) -> None:
    """None is left out, mixed numbers become floats, half surrogate pairs are replaced."""
    assert repr(expected) == repr(written(value))


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, ["a", 1], [True, 1], [["a"]], {"a": 1}, b"a"])
def test_a_value_that_a_store_cannot_keep_is_refused(value: Any) -> None:
    """The error names the property and the value, before anything is sent."""
    with pytest.raises(ValueError, match="x: no store keeps"):
        written(value)


def test_a_relationship_needs_both_ends_in_the_graph() -> None:
    """Label and id must fit: a store would silently leave the relationship out."""
    loose = Relationship("COVERS", "c1", "Agency", "a1", "Location", "a1", {})
    with pytest.raises(ValueError, match="COVERS c1: the graph has no Location a1"):
        rows_of(Graph((Node("Agency", "a1", {}),), (loose,)))


def test_on_the_way_a_store_may_hold_both_graphs() -> None:
    """Until the end of a long load, labels and types of before and after are to be swept."""
    before = loading.StoredCase("world", 1, ("Law",), ("USED",), 900, complete=True)
    after = loading.StoredCase("world", loading.SCHEMA_VERSION, ("Agency",), (), 2, complete=True)
    expected = loading.StoredCase(
        "world", loading.SCHEMA_VERSION, ("Agency", "Law"), ("USED",), 900, complete=False
    )
    assert expected == loading.begun(after, before)
