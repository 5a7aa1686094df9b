"""Every saved query in a case of 5,000 generated documents: both stores give the rows that were once found right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from generated import generated_graph, questions

from graph.model import Graph
from graph.schema import check_graph
from graph.store import Rows, Store
from queries.catalogue import load_catalogue
from queries.runner import run

DOCUMENTS = 5000
CATALOGUE = load_catalogue()
ANSWERS: dict[str, list[object]] = json.loads(
    Path(__file__).with_name("generated_answers.json").read_text("utf-8")
)
"""For each query the number of its rows and the SHA-256 of them as JSON. Both stores gave them; a query that is meant to
answer otherwise changes its line."""


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The graph of the generated documents."""
    return generated_graph(DOCUMENTS)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def world(
    request: pytest.FixtureRequest, open_empty: Callable[[str], Store], graph: Graph
) -> Iterator[Store]:
    """A store that holds it; the tests here only read it."""
    opened = open_empty(request.param)
    opened.load(graph, "generated")
    yield opened
    opened.close()


def digest(rows: Rows) -> list[object]:
    """How many rows, and what they say in short."""
    return [len(rows.rows), hashlib.sha256(json.dumps(rows.rows, ensure_ascii=False).encode()).hexdigest()]


def test_the_generated_case_is_as_the_schema_says(graph: Graph) -> None:
    """What is asked about could come out of 5,000 documents, and every query is asked."""
    check_graph(graph)
    assert sum(node.label == "Article" for node in graph.nodes) == DOCUMENTS
    assert tuple(sorted(ANSWERS)) == tuple(sorted(questions(graph))) == CATALOGUE.names()


def test_both_stores_give_the_rows_that_are_known(world: Store, graph: Graph) -> None:
    """All rows of every query, in this order, whichever store answers."""
    asked = questions(graph)
    found = {name: digest(run(world, CATALOGUE.get(name), asked[name])) for name in CATALOGUE.names()}
    assert {name: each for name, each in found.items() if each != ANSWERS[name]} == {}
