"""Measures of a network, against numbers worked out by hand, and the case from Python."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from wide_world import WIDE_WORLD

from graph.picture.selection import PictureError
from graph.store import Rows, StoreError
from queries.evidence import Said
from queries.measures import CAUTION, COLUMNS, MEANINGS, measure
from queries.model import QueryError
from queries.network import network
from tppo import Case


def named(**labels: str) -> nx.MultiDiGraph:
    """A network of nodes with these labels, without edges."""
    made: nx.MultiDiGraph = nx.MultiDiGraph()
    for name, label in labels.items():
        made.add_node(name, label=label, name=name.upper())
    return made


def test_a_go_between_is_found() -> None:
    """a-b-c in a triangle, c-d-e in a row: all ways to d and e lead over c; d alone leads to e."""
    made = named(a="Official", b="Official", c="Agency", d="Suspect", e="Incident", news="Article")
    made.add_edges_from(
        [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "c"), ("d", "e"), ("news", "a")]
    )
    rows = {row[7]: dict(zip(COLUMNS, row, strict=True)) for row in measure(made).rows}
    assert set(rows) == set("abcde")  # an article is no part of the network
    assert list(rows)[:2] == ["c", "d"]
    assert rows["c"]["between"] == pytest.approx(4 / 6, abs=1e-4)  # 4 of 6 pairs of the others
    assert rows["d"]["between"] == pytest.approx(3 / 6, abs=1e-4)
    assert rows["a"]["between"] == 0
    assert {name: row["neighbours"] for name, row in rows.items()} == {"a": 2, "b": 2, "c": 3, "d": 2, "e": 1}
    assert {name: row["core"] for name, row in rows.items()} == {"a": 2, "b": 2, "c": 2, "d": 1, "e": 1}
    assert {name for name, row in rows.items() if row["cut"]} == {"c", "d"}
    assert rows["a"]["group"] == rows["b"]["group"]
    assert rows["d"]["group"] == rows["e"]["group"] != rows["a"]["group"]


def test_things_that_nothing_joins_have_groups_of_their_own() -> None:
    """No edge: every measure is nothing, and no error."""
    rows = measure(named(a="Official", b="Agency")).rows
    assert [row[2:7] for row in rows] == [(0, 0.0, 0, False, 1), (0, 0.0, 0, False, 2)]


def test_every_measure_has_a_meaning_and_none_is_guilt() -> None:
    """What is shown is explained in plain words."""
    assert set(MEANINGS) == set(COLUMNS[2:7])
    assert "no sign of guilt" in CAUTION


def test_a_network_is_what_the_rows_name() -> None:
    """Nodes and relationships with their properties; rows that name nothing are an error with a cure."""
    made = network(WIDE_WORLD, Rows(("x", "y"), (("suspect:daeng-lolo", ["incident:sebatik"]),)))
    assert set(made) == {"suspect:daeng-lolo", "incident:sebatik"}
    ((start, end, told),) = made.edges(data=True)
    assert (start, end, told["type"], told["role"]) == (
        "suspect:daeng-lolo", "incident:sebatik", "SUSPECTED_IN", "perekrut"
    )  # fmt: skip
    with pytest.raises(PictureError, match="names no node"):
        network(WIDE_WORLD, Rows(("x",), (("nobody",),)))


def test_a_case_is_asked_from_python(demo_case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows, a DataFrame, a network and sentences of one question; the case is released at the end."""
    with Case.open(demo_case) as case:
        answer = case.query("incidents-by-place", place="Kab. Nunukan", from_="2025", to=2025)
        assert len(answer) == len(list(answer)) > 0
        assert {row["date"][:4] for row in answer} == {"2025"}
        frame = answer.dataframe()
        assert list(frame.columns) == list(answer.columns)
        assert len(frame) == len(answer)
        made = answer.networkx()
        assert {row["incident_id"] for row in answer} <= set(made)
        said = answer.evidence()
        assert len(said) == len(answer)
        assert all(isinstance(each, Said) and each.sentence for of_row in said for each in of_row)
        counted = case.cypher("MATCH (n:Incident) WHERE n.kind = $kind RETURN count(n) AS n", kind="rescue")
        assert counted.rows.rows[0][0] >= 1
        with pytest.raises(QueryError, match="no saved query"):
            case.query("no-such-question")
    monkeypatch.setenv("NEO4J_PASSWORD", "an invented one")
    with pytest.raises(StoreError, match="no address"):
        Case.open(demo_case, store="nowhere")
    with Case.open(demo_case) as again:  # what failed has let go of the case
        assert len(again.query("routes", limit=1)) == 1
