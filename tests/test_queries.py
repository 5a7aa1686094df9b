"""What holds for every saved query on each store: same rows, nothing from nothing, values only values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_world import SMALL_WORLD

from graph.schema import check_graph
from graph.store import Store
from queries.catalogue import load_catalogue
from queries.model import QueryError
from queries.runner import run

CATALOGUE = load_catalogue()

ANSWERS = json.loads(Path(__file__).with_name("small_world_answers.json").read_text(encoding="utf-8"))
"""For each query, arguments and all rows that it gives for them in the small world."""

HOSTILE = (
    "Polres Nunukan' OR true //",
    'x") RETURN 1 AS x //',
    "' }) DETACH DELETE n //",
    "$agency",
    "\\",
    "`; DROP DATABASE neo4j; --",
    "نونوكان \u202e 🚢 '\"",
    "null",
    "%",
    ".*",
)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def world(request: pytest.FixtureRequest, open_empty: Callable[[str], Store]) -> Iterator[Store]:
    """A store that holds the small world; the tests here only read it."""
    opened = open_empty(request.param)
    opened.load(SMALL_WORLD, "small-world")
    yield opened
    opened.close()


def test_the_small_world_is_as_the_schema_says() -> None:
    """What the queries are asked about could come out of a projection."""
    check_graph(SMALL_WORLD)


def test_there_is_an_answer_for_every_query() -> None:
    """No saved query is left out of these tests, and every one finds something in the small world."""
    assert CATALOGUE.names() == tuple(sorted(name for name, answer in ANSWERS.items() if answer["rows"]))


def test_both_stores_give_the_same_rows(world: Store) -> None:
    """Every column of every row, in this order, whichever store answers."""
    for name, answer in ANSWERS.items():
        rows = run(world, CATALOGUE.get(name), answer["arguments"])
        assert tuple(CATALOGUE.get(name).columns) == rows.columns, name
        assert answer["rows"] == [list(row) for row in rows.rows], name


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_hostile_values_find_and_change_nothing(world: Store, name: str) -> None:
    """Quotes, Cypher and odd signs in a value are a name that nothing has."""
    query = CATALOGUE.get(name)
    typed = {"integer", "date", "choice"}
    named = [key for key, parameter in query.parameters.items() if parameter.type not in typed]
    assert named
    for value in HOSTILE:
        rows = run(world, query, {**ANSWERS[name]["arguments"], **dict.fromkeys(named, value)})
        assert rows.rows == (), value
    assert world.snapshot() == SMALL_WORLD


def test_a_limit_keeps_the_first_rows(world: Store) -> None:
    """With a limit the answer is the beginning of the whole answer."""
    for name, answer in ANSWERS.items():
        for limit in (1, 2, 1000):
            rows = run(world, CATALOGUE.get(name), answer["arguments"], limit=limit)
            assert answer["rows"][:limit] == [list(row) for row in rows.rows], (name, limit)


def test_a_limit_below_one_is_refused(world: Store) -> None:
    """A limit of zero is a slip, not a wish."""
    with pytest.raises(QueryError, match="limit 0 leaves no row"):
        run(world, CATALOGUE.get("routes"), {}, limit=0)


def test_wrong_arguments_do_not_reach_the_store(world: Store) -> None:
    """A missing parameter is the user's error, with the right command as cure, before anything is asked."""
    with pytest.raises(QueryError) as caught:
        run(world, CATALOGUE.get("officials-of-agency"), {})
    expected = 'Write: tppo query run officials-of-agency --agency "BP3MI Kalimantan Utara"'
    assert expected == caught.value.cure


def test_every_sentence_comes_with_its_article() -> None:
    """A row has a sentence exactly when it has the article that says it."""
    for name, answer in ANSWERS.items():
        columns = list(CATALOGUE.get(name).columns)
        for row in answer["rows"]:
            given = {column: row[columns.index(column)] for column in ("sentence", "article_id")}
            assert (given["sentence"] is None) == (given["article_id"] is None), name
