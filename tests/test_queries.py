"""Every saved query in the wide world: the same rows on both stores, what must and must not be found, wrong input."""

from __future__ import annotations

import json

import pytest
from answers import answers
from wide_world import QUESTIONS, WIDE_WORLD

from graph.lookup import UnknownNameError
from graph.schema import check_graph
from graph.store import Store
from queries.catalogue import load_catalogue
from queries.lookup import meaning
from queries.model import LABELS_OF, Parameter, QueryError
from queries.runner import run

CATALOGUE = load_catalogue()
ANSWERS = answers("wide_world")
"""For each query all rows that it gives for its question in the wide world."""

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


def test_the_wide_world_is_as_the_schema_says() -> None:
    """What the queries are asked about could come out of a projection."""
    check_graph(WIDE_WORLD)


def test_there_are_thirty_queries_or_more_and_a_question_for_each() -> None:
    """No saved query is left out of these tests, and every one finds something in the wide world."""
    assert len(CATALOGUE.names()) >= 30
    assert CATALOGUE.names() == tuple(sorted(QUESTIONS))
    assert CATALOGUE.names() == tuple(sorted(name for name, rows in ANSWERS.items() if rows))


def test_every_question_says_what_must_and_what_must_not_be_found() -> None:
    """Both ids are of the wide world: a slip in one would prove nothing."""
    known = {node.id for node in WIDE_WORLD.nodes}
    for name, (_, found, absent) in QUESTIONS.items():
        assert found and absent, name
        assert set(found) | set(absent) <= known, name


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_store_gives_the_rows_that_are_right(wide_world: Store, name: str) -> None:
    """Every column of every row, in this order, whichever store answers."""
    arguments, found, absent = QUESTIONS[name]
    rows = run(wide_world, CATALOGUE.get(name), arguments)
    assert tuple(CATALOGUE.get(name).columns) == rows.columns
    assert ANSWERS[name] == [list(row) for row in rows.rows]
    told = json.dumps(rows.rows)
    assert [each for each in found if json.dumps(each) not in told] == []
    assert [each for each in absent if json.dumps(each) in told] == []


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_hostile_values_find_and_change_nothing(wide_world: Store, name: str) -> None:
    """Quotes, Cypher and odd signs in a value are a name that nothing has."""
    query = CATALOGUE.get(name)
    named = [key for key, parameter in query.parameters.items() if parameter.type in LABELS_OF]
    chosen = [key for key, parameter in query.parameters.items() if parameter.type not in LABELS_OF]
    for key in named:
        with pytest.raises(UnknownNameError):
            run(wide_world, query, {**QUESTIONS[name][0], key: HOSTILE[0]})
    for key in chosen:
        for value in HOSTILE:
            with pytest.raises(QueryError):
                run(wide_world, query, {**QUESTIONS[name][0], key: value})


@pytest.mark.parametrize("kind", LABELS_OF)
def test_hostile_names_find_and_change_nothing(wide_world: Store, kind: str) -> None:
    """Whatever the kind of name: quotes, Cypher and signs of the index's language are no name."""
    for value in HOSTILE:
        with pytest.raises(UnknownNameError):
            meaning(wide_world, Parameter("x", kind, "For the test."), value)
    assert wide_world.snapshot() == WIDE_WORLD


def test_a_limit_keeps_the_first_rows(wide_world: Store) -> None:
    """With a limit the answer is the beginning of the whole answer."""
    for name, (arguments, _, _) in QUESTIONS.items():
        for limit in (1, 2, 1000):
            rows = run(wide_world, CATALOGUE.get(name), arguments, limit=limit)
            assert ANSWERS[name][:limit] == [list(row) for row in rows.rows], (name, limit)


def test_a_limit_below_one_is_refused(wide_world: Store) -> None:
    """A limit of zero is a slip, not a wish."""
    with pytest.raises(QueryError, match="limit 0 leaves no row"):
        run(wide_world, CATALOGUE.get("routes"), {}, limit=0)


def test_wrong_arguments_do_not_reach_the_store(wide_world: Store) -> None:
    """A missing parameter is the user's error, with the right command as cure, before anything is asked."""
    with pytest.raises(QueryError) as caught:
        run(wide_world, CATALOGUE.get("officials-of-agency"), {})
    expected = 'Write: tppo query run officials-of-agency --agency "BP3MI Kalimantan Utara"'
    assert expected == caught.value.cure


def test_every_sentence_comes_with_its_article() -> None:
    """A row has a sentence exactly when it has the article that says it."""
    for name, rows in ANSWERS.items():
        columns = list(CATALOGUE.get(name).columns)
        for row in rows if "sentence" in columns else ():
            given = {column: row[columns.index(column)] for column in ("sentence", "article_id")}
            assert (given["sentence"] is None) == (given["article_id"] is None), name


@pytest.mark.parametrize(
    ("status", "as_of", "found"),
    [
        ("DPO", None, True),
        ("tersangka", None, False),
        ("tersangka", "2026-01", True),
        ("tersangka", "2026-01-14", False),
        ("diamankan", "2025", True),
        ("diamankan", "2025-11-01", False),
        ("DPO", "2026-01-20", False),
    ],
)
def test_a_status_is_that_of_the_day(wide_world: Store, status: str, as_of: str | None, found: bool) -> None:
    """What documents published by the day have; nobody has a status before the first report of one."""
    asked = {"status": status, **({"as_of": as_of} if as_of else {})}
    rows = run(wide_world, CATALOGUE.get("suspects-by-status"), asked)
    assert found == ("suspect:daeng-lolo" in json.dumps(rows.rows))
    if found and as_of:
        assert [row[rows.columns.index("status")] for row in rows.rows] == [status]
