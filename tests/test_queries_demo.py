"""Every saved query on the demo case, from its documents to the rows of both stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from answers import answers, demo_graph, whole
from demo_questions import DEMO_QUESTIONS

from graph.model import Graph
from graph.store import Store
from queries.catalogue import load_catalogue
from queries.runner import run

CATALOGUE = load_catalogue()
ANSWERS = answers("demo")
NOTHING = {"charges-after-repeal"}
"""What the documents of the demo case have no example of: all are older than the repeal."""


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The graph of the demo case."""
    return demo_graph()


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def demo(request: pytest.FixtureRequest, open_empty: Callable[[str], Store], graph: Graph) -> Iterator[Store]:
    """A store that holds the demo case; the tests here only read it."""
    with closing(open_empty(request.param)) as opened:
        opened.load(graph, "demo")
        yield opened


def test_every_query_is_asked_and_finds_something() -> None:
    """An answer without rows would prove little."""
    assert CATALOGUE.names() == tuple(sorted(DEMO_QUESTIONS)) == tuple(sorted(ANSWERS))
    assert {name for name, rows in ANSWERS.items() if not rows} == NOTHING


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_both_stores_give_the_rows_that_are_known(demo: Store, name: str) -> None:
    """Every column of every row, in this order, whichever store answers."""
    assert ANSWERS[name] == whole(run(demo, CATALOGUE.get(name), DEMO_QUESTIONS[name]))
