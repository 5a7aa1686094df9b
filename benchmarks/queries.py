"""Every saved query on the embedded graph and on a Neo4j server that holds the same generated case, in one run.

    make bench-queries DOCUMENTS=1500

Prints a Markdown table: rows, and within how many milliseconds 95 of 100 answers came, from the name that was typed to
the rows. The first answer of each is not counted: it plans. The server is the one that the tests start, with 512 MB of
heap.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import neo4j_server
from generated import generated_graph, questions

from graph.store import Credentials, Store
from graph.stores.opening import open_store
from queries.catalogue import Catalogue, load_catalogue
from queries.runner import run

TIMES = 20
LIMIT_MS = 50


def p95(store: Store, catalogue: Catalogue, name: str, arguments: dict[str, str]) -> tuple[int, float]:
    """How many rows a question has, and in how many milliseconds 95 of 100 answers come."""
    rows = len(run(store, catalogue.get(name), arguments).rows)
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        run(store, catalogue.get(name), arguments)
        taken.append(1000 * (time.perf_counter() - began))
    return rows, sorted(taken)[-(-TIMES * 95 // 100) - 1]


def main(documents: int) -> None:
    """Load both stores, ask all questions of both, print the table."""
    graph = generated_graph(documents)
    asked, catalogue = questions(graph), load_catalogue()
    with tempfile.TemporaryDirectory() as folder:
        server = neo4j_server.start(Path(folder) / "neo4j")
        login = Credentials(server.username, server.password, "neo4j")
        places = {"embedded": None, "Neo4j": server.address}
        taken: dict[str, dict[str, tuple[int, float]]] = {}
        try:
            for kind, address in places.items():
                with closing(open_store(address, Path(folder) / "graph", login)) as store:
                    began = time.perf_counter()
                    store.load(graph, "benchmark")
                    print(f"{kind}: loaded in {time.perf_counter() - began:.0f} s", file=sys.stderr)
                    taken[kind] = {
                        name: p95(store, catalogue, name, asked[name]) for name in catalogue.names()
                    }
        finally:
            server.stop()
    print(f"{documents} documents, {len(graph.nodes)} nodes, {len(graph.relationships)} relationships\n")
    print("| question | rows | embedded, ms | Neo4j, ms | ratio |\n|---|---|---|---|---|")
    for name in catalogue.names():
        (rows, embedded), (_, neo4j) = taken["embedded"][name], taken["Neo4j"][name]
        print(f"| {name} | {rows} | {embedded:.0f} | {neo4j:.0f} | {embedded / neo4j:.2f} |")
    for kind, times in taken.items():
        print(
            f"\n{kind}: {sum(ms <= LIMIT_MS for _, ms in times.values())} of {len(times)} within {LIMIT_MS} ms"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
