"""A store holds the graph of one case, and knows of which: asked for another it refuses, whichever kind it is."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from conftest import STORES, EmptyPlace, Place, behind
from dying_load import killed_load
from store_graphs import WORLD

from graph.model import Graph
from graph.store import LoadReport, Rows, Store, StoreError

ONE = "MATCH (a:Agency {id: 'a1'}) RETURN a.id"
ASKED: dict[str, Callable[[Store], Graph | Rows | str | None]] = {
    "read": lambda store: store.read(ONE, {}),
    "snapshot": lambda store: store.snapshot(),
    "digest": lambda store: store.digest(),
}


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest, empty_place: EmptyPlace) -> Place:
    """Where `WORLD` was loaded as the graph of the case "world" into a store of each kind, which is closed."""
    made = replace(empty_place(request.param), case_id="world")
    with closing(made.open()) as store:
        store.load(WORLD, "world", "of sixteen documents")
    return made


def test_another_case_is_not_loaded(store: Store) -> None:
    """A store with the graph of one case takes no other case's, and keeps what it has."""
    store.load(WORLD, "world")
    with pytest.raises(StoreError, match="another case"):
        store.load(Graph(), "other")
    assert store.snapshot() == WORLD


@pytest.mark.parametrize("asked", ASKED)
def test_another_case_is_not_answered(place: Place, asked: str) -> None:
    """Opened for a case, a store gives nothing of another case's graph, and says what to do."""
    with closing(replace(place, case_id="other").open()) as store:
        with pytest.raises(StoreError, match=r"another case \(world, not other\)") as caught:
            ASKED[asked](store)
        assert ("NEO4J_DATABASE" if place.address else "Delete this folder") in caught.value.cure


def test_the_own_case_is_answered(place: Place) -> None:
    """Opened for the case that it holds, a store answers."""
    with closing(place.open()) as store:
        assert (("a1",),) == store.read(ONE, {}).rows
        assert WORLD == store.snapshot()


def test_a_store_knows_of_what_its_graph_was_made(place: Place) -> None:
    """The digest of a load is kept until the next load gives another."""
    with closing(place.open()) as store:
        assert "of sixteen documents" == store.digest()
        store.load(WORLD, "world", "of seventeen documents")
        assert "of seventeen documents" == store.digest()


def test_an_empty_store_has_no_digest(store: Store) -> None:
    """Nothing was loaded, and asking is no error."""
    assert store.digest() is None


def test_a_load_that_broke_off_leaves_no_digest(place: Place) -> None:
    """What is loaded in part is not the graph of anything."""
    died = killed_load(place.address, place.folder, place.credentials.password, whole_size=3)
    assert died == -signal.SIGKILL
    with closing(place.open()) as store:
        assert store.digest() is None
        assert LoadReport(8, 7, 1, 0) == store.load(WORLD, "world", "again")
        assert "again" == store.digest()


def test_a_graph_that_was_loaded_before_there_were_digests_has_an_empty_one(place: Place) -> None:
    """An older store is none that fits, and no error."""
    with closing(place.open()) as store:
        behind(store, "MATCH (c:TppoCase) REMOVE c.digest")
        assert "" == store.digest()


def test_the_graph_of_a_newer_tppo_is_refused(store: Store) -> None:
    """A store whose shape this version does not know is left as it is."""
    store.load(WORLD, "world")
    behind(store, "MATCH (c:TppoCase) SET c.schema_version = 99")
    with pytest.raises(StoreError, match=r"newer tppo.*99") as caught:
        store.load(Graph(), "world")
    assert "newer tppo" in caught.value.cure
    assert store.snapshot() == WORLD


def test_a_graph_of_an_older_shape_is_not_known(store: Store) -> None:
    """What an older tppo loaded lacks the indexes of names: it counts as not loaded, so it is loaded again."""
    store.load(WORLD, "world", "made of this")
    assert store.digest() == "made of this"
    behind(store, "MATCH (c:TppoCase) SET c.schema_version = 1")
    assert store.digest() is None
