"""Asks a store a saved question."""

from __future__ import annotations

from collections.abc import Mapping

from graph.store import Rows, Store
from queries.model import QueryError, SavedQuery
from queries.parameters import parameters_for


def run(store: Store, query: SavedQuery, arguments: Mapping[str, str], limit: int | None = None) -> Rows:
    """The rows of the query for the arguments as a user typed them, at most `limit` of them.

    The columns are those that the query declares, in its order, also when there is no row. Raises
    `QueryError` (exit code 6) for arguments that do not fit, `StoreError` where the store fails.
    """
    parameters = parameters_for(query, arguments)
    if limit is None:
        rows = store.read(query.cypher, parameters)
    elif limit < 1:
        raise QueryError(f"The limit {limit} leaves no row.", "Give a limit of 1 or more, or none.")
    else:
        rows = store.read(f"{query.cypher}\nLIMIT $limit", {**parameters, "limit": limit})
    # An engine may leave the column names out when no row is found.
    return Rows(tuple(query.columns), rows.rows)
