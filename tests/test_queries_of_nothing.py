"""Every saved query, asked of a store that holds nothing."""

from __future__ import annotations

import json
from pathlib import Path

from graph.store import Store
from queries.catalogue import load_catalogue
from queries.runner import run

ANSWERS = json.loads(Path(__file__).with_name("small_world_answers.json").read_text(encoding="utf-8"))


def test_an_empty_store_gives_no_rows(store: Store) -> None:
    """Nothing is known: the columns are there, no row, and no error."""
    catalogue = load_catalogue()
    for name, answer in ANSWERS.items():
        rows = run(store, catalogue.get(name), answer["arguments"])
        assert (tuple(catalogue.get(name).columns), ()) == (rows.columns, rows.rows), name
