"""Every saved query on the embedded graph and on a Neo4j server that holds the same generated case, in one run.

    make bench-queries DOCUMENTS=85000

85,000 documents are 200,000 nodes and 1,500,000 relationships, and half an hour. Prints a Markdown table: rows, within
how many milliseconds 95 of 100 answers came, from the name that was typed to the rows, and where Neo4j's plan begins.
What is asked about is what most is known of: the busiest place, agency, suspect. The first answer of each question is
not counted: it plans. Both stores have 1 GB of heap, the server 1 GB of page cache beside.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import neo4j
import neo4j_server
from generated import generated_graph, questions

from graph.store import Credentials, Store
from graph.stores.opening import open_store
from queries.catalogue import Catalogue, load_catalogue
from queries.runner import run

TIMES = 20
LIMIT_MS = 50
MEGABYTES = 1024


def p95(store: Store, catalogue: Catalogue, name: str, arguments: dict[str, str]) -> tuple[int, float]:
    """How many rows a question has, and in how many milliseconds 95 of 100 answers come."""
    rows = len(run(store, catalogue.get(name), arguments).rows)
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        run(store, catalogue.get(name), arguments)
        taken.append(1000 * (time.perf_counter() - began))
    return rows, sorted(taken)[-(-TIMES * 95 // 100) - 1]


def beginnings(server: neo4j_server.Server, cypher: str, parameters: Mapping[str, object]) -> str:
    """Where the server's plan of a query begins: at an index, at all nodes of a label."""
    with (
        neo4j.GraphDatabase.driver(server.address, auth=(server.username, server.password)) as driver,
        driver.session() as session,
    ):
        plan = session.run("EXPLAIN\n" + cypher, dict(parameters)).consume().plan
    leaves = {leaf.partition("@")[0] for leaf in _leaves(plan or {})} - {"Argument"}
    return ", ".join(sorted(leaves))


def _leaves(plan: Mapping[str, Any]) -> Iterator[str]:
    if not plan.get("children"):
        yield plan.get("operatorType", "")
    for child in plan.get("children", ()):
        yield from _leaves(child)


def main(documents: int) -> None:
    """Load both stores, ask all questions of both, print the table."""
    graph = generated_graph(documents)
    asked, catalogue = questions(graph), load_catalogue()
    print(f"{documents} documents, {len(graph.nodes)} nodes, {len(graph.relationships)} relationships")
    gc.freeze()  # the graph is of the benchmark: no user's search for dead objects goes through one
    with tempfile.TemporaryDirectory() as folder:
        server = neo4j_server.start(Path(folder) / "neo4j", heap=MEGABYTES, page_cache=MEGABYTES)
        login = Credentials(server.username, server.password, "neo4j")
        places = {"embedded": None, "Neo4j": server.address}
        taken: dict[str, dict[str, tuple[int, float]]] = {}
        try:
            for kind, address in places.items():
                with closing(open_store(address, Path(folder) / "graph", login)) as store:
                    began = time.perf_counter()
                    store.load(graph, "benchmark")
                    print(f"{kind}: loaded in {time.perf_counter() - began:.0f} s", flush=True)
                    taken[kind] = {
                        name: p95(store, catalogue, name, asked[name]) for name in catalogue.names()
                    }
            plans = {
                query.id: beginnings(server, query.cypher, dict.fromkeys(query.parameters))
                for query in map(catalogue.get, catalogue.names())
            }
        finally:
            server.stop()
    print(
        "\n| question | rows | embedded, ms | Neo4j, ms | ratio | Neo4j begins at |\n|---|---|---|---|---|---|"
    )
    for name in catalogue.names():
        (rows, embedded), (_, server_ms) = taken["embedded"][name], taken["Neo4j"][name]
        ratio = embedded / server_ms
        print(f"| {name} | {rows} | {embedded:.0f} | {server_ms:.0f} | {ratio:.2f} | {plans[name]} |")
    for kind, times in taken.items():
        within = sum(ms <= LIMIT_MS for _, ms in times.values())
        print(f"\n{kind}: {within} of {len(times)} within {LIMIT_MS} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
