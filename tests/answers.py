"""The known answers of every saved query, on three cases; written anew by `make answers` when a query is meant to change.

Read what changed (`git diff tests/*_answers.json`) before you keep it: the tests hold both stores to these files. Those of the
demo case are what is read of its documents today, faults of reading included.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

from demo_questions import DEMO_QUESTIONS
from generated import generated_graph, questions
from wide_world import QUESTIONS, WIDE_WORLD

from graph.model import Document, Graph
from graph.projection import build_graph
from graph.reference.hierarchy import hierarchy
from graph.store import Rows
from graph.stores.embedded import open_embedded
from ingest.batch import extract_all
from ingest.reading import read_paths
from queries.catalogue import load_catalogue
from queries.runner import run

GENERATED_DOCUMENTS = 5000
HERE = Path(__file__).parent


def answers(name: str) -> dict[str, Any]:
    """The known answers by query: `name` is "wide_world", "demo" (all rows) or "generated" (their number and SHA-256)."""
    known: dict[str, Any] = json.loads((HERE / f"{name}_answers.json").read_text("utf-8"))
    return known


def demo_graph() -> Graph:
    """The graph of the demo case, read from its documents."""
    documents = Path(str(files("tppo") / "demo" / "documents"))
    read = [each for each in read_paths([documents]) if isinstance(each, Document)]
    return build_graph(list(extract_all(read)), (), hierarchy())[0]


def digest(rows: Rows) -> list[object]:
    """How many rows, and what they say in short."""
    return [len(rows.rows), hashlib.sha256(json.dumps(rows.rows, ensure_ascii=False).encode()).hexdigest()]


def whole(rows: Rows) -> list[object]:
    """All rows, as JSON gives them back."""
    found: list[object] = json.loads(json.dumps(rows.rows))
    return found


def ask(graph: Graph, asked: Mapping[str, Mapping[str, str]]) -> dict[str, Rows]:
    """What the embedded graph answers to each question."""
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory() as folder, closing(open_embedded(Path(folder))) as store:
        store.load(graph, "answers")
        return {name: run(store, catalogue.get(name), asked[name]) for name in catalogue.names()}


def write(name: str, known: Mapping[str, list[object]]) -> None:
    """Keep answers, one row a line, so that a change is seen where it is."""
    lines = []
    for query, rows in sorted(known.items()):
        whole_rows = rows and isinstance(rows[0], list)
        shown = [json.dumps(row, ensure_ascii=False) for row in rows]
        body = "[\n  " + ",\n  ".join(shown) + "\n ]" if whole_rows else f"[{', '.join(shown)}]"
        lines.append(f" {json.dumps(query)}: {body}")
    (HERE / f"{name}_answers.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def main() -> None:
    """Write all three files."""
    wide = {name: arguments for name, (arguments, _, _) in QUESTIONS.items()}
    write("wide_world", {name: whole(rows) for name, rows in ask(WIDE_WORLD, wide).items()})
    write("demo", {name: whole(rows) for name, rows in ask(demo_graph(), DEMO_QUESTIONS).items()})
    graph = generated_graph(GENERATED_DOCUMENTS)
    write("generated", {name: digest(rows) for name, rows in ask(graph, questions(graph)).items()})
    sys.stderr.write("Written. Read what changed: git diff tests/*_answers.json\n")


if __name__ == "__main__":
    main()
