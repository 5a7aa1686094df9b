"""Every saved query in a case of 5,000 generated documents: both stores give the rows that were once found right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from answers import GENERATED_DOCUMENTS, answers, digest
from generated import generated_graph, questions

from graph.model import Graph
from graph.schema import check_graph
from graph.store import Store
from queries.catalogue import load_catalogue
from queries.runner import run

CATALOGUE = load_catalogue()
ANSWERS = answers("generated")


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The graph of the generated documents."""
    return generated_graph(GENERATED_DOCUMENTS)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def world(
    request: pytest.FixtureRequest, open_empty: Callable[[str], Store], graph: Graph
) -> Iterator[Store]:
    """A store that holds it; the tests here only read it."""
    with closing(open_empty(request.param)) as opened:
        opened.load(graph, "generated")
        yield opened


def test_the_generated_case_is_as_the_schema_says(graph: Graph) -> None:
    """What is asked about could come out of 5,000 documents, and every query is asked."""
    check_graph(graph)
    assert sum(node.label == "Article" for node in graph.nodes) == GENERATED_DOCUMENTS
    assert tuple(sorted(ANSWERS)) == tuple(sorted(questions(graph))) == CATALOGUE.names()


def test_both_stores_give_the_rows_that_are_known(world: Store, graph: Graph) -> None:
    """All rows of every query, in this order, whichever store answers."""
    asked = questions(graph)
    found = {name: digest(run(world, CATALOGUE.get(name), asked[name])) for name in CATALOGUE.names()}
    assert {name: each for name, each in found.items() if each != ANSWERS[name]} == {}
