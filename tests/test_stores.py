"""What every store must do: the same file holds the embedded engine and a real Neo4j server to it."""

from __future__ import annotations

import signal
from contextlib import closing
from typing import Any

import pytest
from conftest import STORES, EmptyPlace, OpenEmpty, Place, behind
from dying_load import killed_load
from hypothesis import HealthCheck, given, settings
from neo4j.exceptions import ClientError
from store_graphs import NODES, RELATIONSHIPS, WORLD, graphs
from store_queries import TYPICAL, WRITES

from graph.model import Graph, Node, Relationship
from graph.store import LoadReport, Store, StoreError

COUNTS = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relationships"


@pytest.fixture(scope="module", params=STORES)
def loaded(request: pytest.FixtureRequest, open_empty: OpenEmpty) -> Store:
    """A store of each kind that holds `WORLD`, for tests that only read."""
    store = open_empty(request.param)
    store.load(WORLD, "world")
    return store


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest, empty_place: EmptyPlace) -> Place:
    """Where `WORLD` was loaded into a store of each kind, which is closed."""
    made = empty_place(request.param)
    with closing(made.open()) as store:
        store.load(WORLD, "world")
    return made


def rows_of(store: Store, cypher: str, **parameters: Any) -> tuple[tuple[Any, ...], ...]:
    """The rows of a query."""
    return store.read(cypher, parameters).rows


def test_an_empty_store_holds_the_empty_graph(store: Store) -> None:
    """Before the first load there is nothing, and asking for it is no error."""
    assert Graph() == store.snapshot()
    assert rows_of(store, COUNTS) == ((0, 0),)


def test_what_was_loaded_is_what_the_store_holds(store: Store) -> None:
    """A load reports what the store then holds, and the snapshot is that graph."""
    assert LoadReport(8, 7, 0, 0) == store.load(WORLD, "world")
    assert store.snapshot() == WORLD


def test_loading_twice_changes_nothing(store: Store) -> None:
    """The second load of a graph removes nothing, adds nothing and changes no property."""
    store.load(WORLD, "world")
    assert LoadReport(8, 7, 0, 0) == store.load(WORLD, "world")
    assert store.snapshot() == WORLD


def test_what_the_graph_no_longer_has_is_swept(store: Store) -> None:
    """What the new graph lacks goes, even when its whole label or type is gone."""
    store.load(WORLD, "world")
    fewer = Graph(NODES[:4], ())
    assert LoadReport(4, 0, 4, 7) == store.load(fewer, "world")
    assert fewer == store.snapshot()
    assert LoadReport(0, 0, 4, 0) == store.load(Graph(), "world")
    assert Graph() == store.snapshot()


def test_a_property_that_is_gone_is_removed(store: Store) -> None:
    """A property that the new graph has not, or has as None, is not in the store."""
    place = ("Location", "l1", "Location", "l2")
    ends = (Node("Location", "l1", {"name": "A", "kind": "port"}), Node("Location", "l2", {"name": "B"}))
    route = Relationship("ROUTE_TO", "r", *place, {"victims": 4, "incidents": 1})
    store.load(Graph(ends, (route,)), "world")
    ends = (Node("Location", "l1", {"name": "A", "kind": None}), ends[1])  # type: ignore[dict-item]
    store.load(Graph(ends, (Relationship("ROUTE_TO", "r", *place, {"victims": 5}),)), "world")
    assert [node.properties for node in store.snapshot().nodes] == [{"name": "A"}, {"name": "B"}]
    assert [route.properties for route in store.snapshot().relationships] == [{"victims": 5}]


def test_a_relationship_that_moved_is_not_left_at_its_old_place(store: Store) -> None:
    """The same key between other nodes is one relationship, at the new place."""
    store.load(WORLD, "world")
    moved = Relationship("PART_OF", "p1", "Agency", "a2", "Agency", "a1", {})
    changed = Graph(NODES, (*RELATIONSHIPS[:4], moved, *RELATIONSHIPS[5:]))
    assert LoadReport(8, 7, 0, 1) == store.load(changed, "world")
    assert changed == store.snapshot()


def test_a_graph_with_a_loose_end_is_refused_before_anything_is_written(store: Store) -> None:
    """A relationship to a node that the graph lacks is an error of the caller, and the store stays as it was."""
    store.load(WORLD, "world")
    with pytest.raises(ValueError, match="Agency a1"):
        store.load(Graph(NODES[1:], RELATIONSHIPS), "world")
    assert store.snapshot() == WORLD


def test_a_load_that_is_killed_leaves_the_graph_of_before(place: Place) -> None:
    """A load is one transaction: when its process is killed midway, nothing of the new graph is there."""
    died = killed_load(place.address, place.folder, place.credentials.password, whole_size=50_000)
    assert died == -signal.SIGKILL
    with closing(place.open()) as store:
        assert store.snapshot() == WORLD


def test_a_large_load_that_is_killed_is_not_taken_for_whole(place: Place) -> None:
    """When a load of several transactions broke off, nothing is read until the next load has mended it."""
    died = killed_load(place.address, place.folder, place.credentials.password, whole_size=3)
    assert died == -signal.SIGKILL
    with closing(place.open()) as store:
        for ask in (store.snapshot, lambda: rows_of(store, COUNTS)):
            with pytest.raises(StoreError, match="broke off"):
                ask()
        assert LoadReport(8, 7, 1, 0) == store.load(WORLD, "world")
        assert store.snapshot() == WORLD


def test_a_large_load_does_what_a_small_one_does(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut into several transactions, a load still writes everything and sweeps everything."""
    monkeypatch.setattr("graph.stores.loading.WHOLE_SIZE", 3)
    monkeypatch.setattr("graph.stores.loading.BATCH_ROWS", 2)
    monkeypatch.setattr("graph.stores.loading.SWEEP_ROWS", 2)
    assert LoadReport(8, 7, 0, 0) == store.load(WORLD, "world")
    assert store.snapshot() == WORLD
    assert LoadReport(1, 0, 7, 7) == store.load(Graph(NODES[:1]), "world")
    assert Graph(NODES[:1]) == store.snapshot()


def test_what_others_put_into_the_store_is_left_alone(store: Store) -> None:
    """Nodes and relationships without our tag are in no snapshot and survive each load."""
    behind(store, "CREATE (:Agency {id: 'theirs', name: 'Bukan kami'})-[:PART_OF]->(:Note {text: 'catatan'})")
    store.load(WORLD, "world")
    behind(store, "MATCH (a:Agency {id: 'a1'}), (n:Note) CREATE (n)-[:ABOUT]->(a)")
    store.load(WORLD, "world")
    assert store.snapshot() == WORLD
    theirs = "MATCH (t:Agency {id: 'theirs'})-[:PART_OF]->(n:Note)-[:ABOUT]->(a) RETURN t.name, n.text, a.id"
    assert rows_of(store, theirs) == (("Bukan kami", "catatan", "a1"),)


def test_a_node_of_others_with_our_id_is_not_taken_over(store: Store) -> None:
    """Two things cannot have one id: the load is refused and names it, and theirs is as it was."""
    behind(store, "CREATE (:Agency {id: 'a1', name: 'Bukan kami'})")
    with pytest.raises(StoreError, match="Agency a1"):
        store.load(WORLD, "world")
    assert rows_of(store, "MATCH (a:Agency) RETURN a.name") == (("Bukan kami",),)


def test_an_id_is_unique_among_the_nodes_of_a_label(store: Store) -> None:
    """The constraint is there before the first node."""
    store.load(WORLD, "world")
    with pytest.raises(ClientError):
        behind(store, "CREATE (:Agency {id: 'a1'})")


@pytest.mark.parametrize("kind", STORES)
def test_every_graph_comes_back_as_it_was(open_empty: OpenEmpty, kind: str) -> None:
    """Whatever the names and values, the snapshot is the graph that was loaded last."""
    store = open_empty(kind)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(graphs())
    def comes_back(graph: Graph) -> None:
        store.load(graph, "made up")
        assert graph == store.snapshot()

    comes_back()


@pytest.mark.parametrize("cypher", WRITES)
def test_a_query_that_writes_is_refused_and_changes_nothing(loaded: Store, cypher: str) -> None:
    """Reading only reads: what writes, administers or opens files is refused with its reason."""
    with pytest.raises(StoreError) as caught:
        loaded.read(cypher, {})
    assert "\n" not in str(caught.value)
    assert loaded.snapshot() == WORLD
    assert rows_of(loaded, "MATCH (n:Intruder) RETURN count(n)") == ((0,),)


@pytest.mark.parametrize(
    "cypher", ["MATCH (n RETURN n", "RETURN", "MATCH (n)\nRETURN m", "RETURN nothing(1)"]
)
def test_a_query_with_an_error_gives_its_message_in_one_line(loaded: Store, cypher: str) -> None:
    """A syntax error, an unknown name: the store's own words, not a stack trace."""
    with pytest.raises(StoreError, match=r"^The store refuses: \S.*$") as caught:
        loaded.read(cypher, {})
    assert "\n" not in str(caught.value)


def test_an_error_while_a_query_runs_says_what_it_is(loaded: Store) -> None:
    """The store's message reaches the user also when the query fails only at some row."""
    with pytest.raises(StoreError, match="by zero"):
        loaded.read("MATCH (n) RETURN 1 / (n.sources - n.sources)", {})


def test_a_query_is_stopped_at_its_time_limit(loaded: Store) -> None:
    """A query without end is stopped, and the store answers the next one."""
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN count(a)"
    with pytest.raises(StoreError, match=r"time limit of 0\.5 seconds"):
        loaded.read(endless, {}, timeout=0.5)
    assert rows_of(loaded, "RETURN 1 AS one") == ((1,),)


def test_nodes_relationships_and_paths_arrive_as_plain_values(loaded: Store) -> None:
    """A node has its label and id, a relationship its type and key, a path is the list of both in order."""
    start = {"_label": "Location", "id": "l2", "latitude": 4.25, "longitude": -117.5, "name": "Tanjung Raya"}
    route = {"_type": "ROUTE_TO", "key": "r2", "victims": 3}
    end = {"_label": "Location", "id": "l3", "name": "Pulau Sebrang"}
    cypher = (
        "MATCH p = (a:Location {id: $id})-[r:ROUTE_TO]->(b) RETURN a, r, p, {place: b, all: [a, b]} AS both"
    )
    answer = loaded.read(cypher, {"id": "l2"})
    assert answer.columns == ("a", "r", "p", "both")
    both = {"place": end, "all": [start, end]}
    assert ((start, route, [start, route, end], both),) == answer.rows


def test_the_tag_of_the_load_is_in_no_answer(loaded: Store) -> None:
    """It differs from load to load and is no property of anything in the documents."""
    assert rows_of(loaded, "MATCH (n {id: 'l3'}) RETURN properties(n)") == (
        ({"id": "l3", "name": "Pulau Sebrang"},),
    )


def test_times_arrive_as_iso_text(loaded: Store) -> None:
    """Dates and durations that a query makes are text in an answer."""
    cypher = "RETURN date('2025-03-09') AS day, duration('P1M2D') AS span, localtime('10:20') AS at"
    assert rows_of(loaded, cypher) == (("2025-03-09", "P1M2D", "10:20:00.000000000"),)


@pytest.mark.parametrize("value", ["Zoé'); DROP \"", 7, -1.5, True, None, ["a", "b"], [], {"a": [1]}, 2**62])
def test_a_parameter_comes_through_unchanged(loaded: Store, value: Any) -> None:
    """Values travel as parameters, whatever is in them."""
    assert ((value,),) == rows_of(loaded, "RETURN $value AS value", value=value)


@pytest.mark.parametrize(("cypher", "expected"), TYPICAL)
def test_typical_queries_give_the_same_rows_on_both(
    loaded: Store, cypher: str, expected: tuple[tuple[Any, ...], ...]
) -> None:
    """The forms that saved queries are made of mean the same to both stores."""
    assert expected == rows_of(loaded, cypher, part="karang")


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("nunukan", "Agency", ["polres:65.03"]),
        ("Polres NUNUKEN", "Agency", ["polres:65.03"]),  # one letter wrong
        ("satgas", "Agency", []),
        ("nunukan", "Official", []),
        ("badan nunukan", "Location", ["65.03"]),  # by an alias
        ("pidana", "Article", []),
        ("", "Agency", []),
        ('"(~*) AND', "Agency", []),  # signs of the index's own language mean nothing
        ("nunukan", "NoSuchLabel", []),
    ],
)
def test_a_node_is_found_by_a_word_of_its_names(
    store: Store, text: str, label: str, found: list[str]
) -> None:
    """A word of name or alias, in any case, or one spelled nearly so."""
    nodes = (
        Node("Agency", "polres:65.03", {"name": "Polres Nunukan", "aliases": ["Kepolisian Resor Nunukan"]}),
        Node("Agency", "polres:65.71", {"name": "Polres Tarakan", "aliases": []}),
        Node("Location", "65.03", {"name": "Kab. X", "aliases": ["Kabupaten Nunukan"]}),
    )
    store.load(Graph(nodes, ()), "case")
    assert [node.id for node in store.named(text, [label]) if node.id != "polres:65.71"] == found
    for node in store.named(text, [label]):
        assert node in nodes


def test_names_follow_the_graph(store: Store) -> None:
    """What a load swept is found no more, what it renamed under its new name."""
    first = Node("Agency", "a", {"name": "Polres Nunukan", "aliases": []})
    gone = Node("Agency", "b", {"name": "Lanal Nunukan", "aliases": []})
    renamed = Node("Agency", "a", {"name": "Polresta Sebatik", "aliases": []})
    store.load(Graph((first, gone), ()), "case")
    assert {node.id for node in store.named("nunukan", ["Agency"])} == {"a", "b"}
    store.load(Graph((renamed,), ()), "case")
    assert store.named("nunukan", ["Agency"]) == ()
    assert store.named("sebatik", ["Agency"]) == (renamed,)


@pytest.mark.parametrize(
    ("cypher", "parameters"),
    [
        ("MATCH (n:Agency {id: 'a1'}) RETURN count(n) AS n", {}),
        ("MATCH (n:Agency) WHERE n.id = $id RETURN count(n) AS n", {"id": "a1"}),
        ("// CALL apoc.load.json('x')\nMATCH (n:Agency) WHERE n.id = 'a1' RETURN count(n) AS n", {}),
        ("MATCH (n:Agency) WHERE n.id = 'a1' AND n.name <> 'CALL dbms.shutdown()' RETURN count(n) AS n", {}),
        (
            "MATCH (n:Agency) WHERE n.id = 'a1' CALL { WITH n RETURN n.name AS name } RETURN count(name) AS n",
            {},
        ),
    ],
)
def test_what_only_looks_like_an_attack_is_answered(
    loaded: Store, cypher: str, parameters: dict[str, Any]
) -> None:
    """Texts, comments and subqueries that only read are no procedures."""
    assert rows_of(loaded, cypher, **parameters) == ((1,),)


@pytest.mark.parametrize(
    "value", ["a1' OR true //", "'}) DETACH DELETE n //", "\\u0027 OR 1=1", "$id", "CALL dbms.shutdown()"]
)
def test_a_parameter_that_looks_like_cypher_is_a_value(loaded: Store, value: str) -> None:
    """Whatever stands in a parameter, it is compared and never run."""
    assert rows_of(loaded, "MATCH (n:Agency) WHERE n.id = $id RETURN count(n) AS n", id=value) == ((0,),)
    assert loaded.snapshot() == WORLD
