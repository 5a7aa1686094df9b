"""Asks a store a saved question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.store import Rows, Store
from queries.lookup import look_up
from queries.model import QueryError, SavedQuery
from queries.parameters import parameters_for


def run(
    store: Store,
    query: SavedQuery,
    arguments: Mapping[str, str],
    limit: int | None = None,
    say: Callable[[str], None] | None = None,
    timeout: float | None = None,
) -> Rows:
    """The rows of the query for the arguments as a user typed them, at most `limit` of them, in `timeout` seconds.

    The columns are those that the query declares, in its order, also when there is no row. `say` is told how a
    name was taken where that is not plain. Raises `QueryError` (exit code 6) for arguments that do not fit,
    `UnknownNameError` (8) for a name of nothing, `StoreError` where the store fails.
    """
    parameters = parameters_for(query, arguments)
    if limit is not None and limit < 1:
        raise QueryError(f"The limit {limit} leaves no row.", "Give a limit of 1 or more, or none.")
    parameters = look_up(store, query, parameters, say)
    if limit is None:
        rows = store.read(query.cypher, parameters, timeout)
    else:
        rows = store.read(f"{query.cypher}\nLIMIT $limit", {**parameters, "limit": limit}, timeout)
    # An engine may leave the column names out when no row is found.
    return Rows(tuple(query.columns), rows.rows)
