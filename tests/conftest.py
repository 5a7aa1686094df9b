"""Fixtures that more than one test file uses: real stores, started once, handed out empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import neo4j
import neo4j_server
import pytest
from cli import run
from wide_world import WIDE_WORLD

from graph.store import Credentials, Store
from graph.stores.bolt import BoltStore
from graph.stores.opening import open_store

STORES = ("embedded", "neo4j")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is, and how to open it: for the case `case_id`, or for whatever it holds."""

    address: str | None
    folder: Path
    credentials: Credentials
    case_id: str | None = None

    def open(self) -> Store:
        """The store that is there."""
        return open_store(self.address, self.folder, self.credentials, self.case_id)


EmptyPlace = Callable[[str], Place]
"""Makes a place for an empty store of one of the kinds `STORES`."""

OpenEmpty = Callable[[str], Store]
"""Opens an empty store of one of the kinds `STORES`; it is closed when the test run ends, if not before."""


@pytest.fixture(scope="session")
def demo_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of the demo documents with its embedded graph, which tests may only ask."""
    folder = tmp_path_factory.mktemp("demo-case") / "case"
    outcome = run("ingest", Path(str(files("tppo") / "demo" / "documents")), "--case", folder)
    assert outcome.code == 0, outcome.err
    return folder


@pytest.fixture(scope="session")
def neo4j_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A Neo4j server for this test run. Without Java or Maven the run fails and says what to install."""
    server = neo4j_server.start(tmp_path_factory.mktemp("neo4j"))
    yield Place(server.address, server.home, Credentials(server.username, server.password, "neo4j"))
    server.stop()


@pytest.fixture(scope="session")
def empty_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> EmptyPlace:
    """Places for stores. There is one Neo4j database: it is emptied each time."""

    def place_of(kind: str) -> Place:
        if kind == "embedded":
            return Place(None, tmp_path_factory.mktemp("graph"), Credentials())
        place: Place = request.getfixturevalue("neo4j_place")
        wipe(place)
        return place

    return place_of


@pytest.fixture(scope="session")
def open_empty(empty_place: EmptyPlace) -> Iterator[OpenEmpty]:
    """Opens empty stores, for fixtures of a wider scope than `store`."""
    with ExitStack() as opened:
        yield lambda kind: opened.enter_context(closing(empty_place(kind).open()))


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, empty_place: EmptyPlace) -> Iterator[Store]:
    """An empty store, of each kind in turn."""
    with closing(empty_place(request.param).open()) as opened:
        yield opened


@pytest.fixture(scope="module", params=STORES)
def wide_world(request: pytest.FixtureRequest, open_empty: OpenEmpty) -> Iterator[Store]:
    """A store of each kind in turn that holds the wide world; tests only read it."""
    with closing(open_empty(request.param)) as opened:
        opened.load(WIDE_WORLD, "wide-world")
        yield opened


def wipe(place: Place) -> None:
    """Delete everything in the test run's Neo4j database, constraints too."""
    login = (place.credentials.username, place.credentials.password)
    with neo4j.GraphDatabase.driver(str(place.address), auth=login) as driver:
        # A few at a time: a large graph in one transaction is more than the server's memory.
        few = "MATCH (n) WITH n LIMIT 500 DETACH DELETE n RETURN count(*) AS gone"
        while driver.execute_query(few, database_="neo4j").records[0]["gone"]:
            pass
        for record in driver.execute_query("SHOW CONSTRAINTS YIELD name", database_="neo4j").records:
            driver.execute_query(f"DROP CONSTRAINT {record['name']}", database_="neo4j")


def behind(store: Store, cypher: str) -> None:
    """Change the store as someone else with the password could."""
    assert isinstance(store, BoltStore)
    store._driver.execute_query(cypher, database_=store._database)
