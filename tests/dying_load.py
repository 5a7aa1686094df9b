"""A load that is killed midway, as its own program: dying_load.py FOLDER [ADDRESS]

It loads a changed `WORLD` and kills itself when the first relationships are on their way to the store, after
the nodes. NEO4J_PASSWORD is the server's; WHOLE_SIZE is the size up to which the load is one transaction.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

from store_graphs import NODES, RELATIONSHIPS

from graph.model import Graph, Node
from graph.store import Credentials
from graph.stores import loading
from graph.stores.opening import open_store


def killed_load(address: str | None, folder: Path, password: str, whole_size: int) -> int:
    """Run this program and return its exit code."""
    environment = {
        **os.environ,
        "NEO4J_PASSWORD": password,
        "WHOLE_SIZE": str(whole_size),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    arguments = [str(folder), *([address] if address else [])]
    return subprocess.run([sys.executable, __file__, *arguments], env=environment).returncode


class KillAtRelationships(logging.Handler):
    """Watches what the driver sends."""

    def emit(self, record: logging.LogRecord) -> None:
        """Kill this process when a statement that writes relationships is sent."""
        if "RUN" in record.getMessage() and "MERGE (a)-[r:" in record.getMessage():
            os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, address: str | None = None) -> None:
    """Open the store and load; never returns."""
    loading.WHOLE_SIZE = int(os.environ.get("WHOLE_SIZE", loading.WHOLE_SIZE))
    store = open_store(address, Path(folder), Credentials(password=os.environ.get("NEO4J_PASSWORD", "")))
    traffic = logging.getLogger("neo4j.io")
    traffic.setLevel(logging.DEBUG)
    traffic.addHandler(KillAtRelationships())
    changed = tuple(Node(node.label, node.id, {**node.properties, "name": "lain"}) for node in NODES)
    store.load(Graph((*changed, Node("Vessel", "v1", {"name": "KM Angin"})), RELATIONSHIPS), "world")


if __name__ == "__main__":
    main(*sys.argv[1:])
