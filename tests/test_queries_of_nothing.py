"""Every saved query, asked of a store that holds nothing."""

from __future__ import annotations

from wide_world import QUESTIONS

from graph.store import Store
from queries.catalogue import load_catalogue
from queries.runner import run


def test_an_empty_store_gives_no_rows(store: Store) -> None:
    """Nothing is known: the columns are there, no row, and no error."""
    catalogue = load_catalogue()
    for name, (arguments, _, _) in QUESTIONS.items():
        rows = run(store, catalogue.get(name), arguments)
        assert (tuple(catalogue.get(name).columns), ()) == (rows.columns, rows.rows), name
