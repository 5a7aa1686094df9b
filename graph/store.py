"""The contract of a store: what the embedded engine and a Neo4j server both do, in the same words.

`tests/test_stores.py` holds every implementation to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph.model import Graph, Node, Relationship, TppoError


class StoreError(TppoError):
    """The store cannot be reached, refuses, or holds something else. Exit code 5."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class Credentials:
    """How to log in to a Neo4j server. `database` None is the user's home database."""

    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: nodes and relationships now in the store, and how many of each were swept away."""

    nodes: int
    relationships: int
    nodes_removed: int
    relationships_removed: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a read query: column names in order, and one tuple of plain values per row.

    A node or relationship in an answer arrives as a `dict` of its properties with `_label` or `_type`
    (and, for a node, `id`; for a relationship, `key`); a path as the list of these in order, node first;
    dates, times and durations as ISO text.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Store(Protocol):
    """A place that holds the graph of one case and answers Cypher.

    One that was opened for a case raises `StoreError` at `digest`, `read` and `snapshot` while it holds another
    case's graph.
    """

    @property
    def description(self) -> str:
        """What a user is told of it: "embedded graph (ArcadeDB 26.10)", "Neo4j 5.26.12 at bolt://…"."""

    def load(self, graph: Graph, case_id: str, digest: str = "") -> LoadReport:
        """Make the store hold exactly this graph. Idempotent; what the graph no longer has is swept.

        `digest` says of what the graph was made; the store keeps it. Things in the store that tppo did not
        put there are left alone. A store that holds another case's graph is refused with `StoreError`.
        """

    def digest(self) -> str | None:
        """The digest of the graph it holds; None where none was loaded, or the load of it broke off."""

    def read(self, cypher: str, parameters: Mapping[str, Any], timeout: float | None = None) -> Rows:
        """Run one query that only reads. A query that would write raises `StoreError` and changes nothing."""

    def named(self, text: str, labels: Sequence[str], limit: int = 50) -> tuple[Node, ...]:
        """Nodes of these labels whose name, alias, full name, abbreviation or file holds words of the text or words
        spelled nearly so, the likeliest first and at most `limit` by each of these; a word of fewer than four letters
        is taken as it is.
        """

    def said(self, words: str, limit: int = 500, timeout: float | None = None) -> tuple[Relationship, ...]:
        """Relationships among whose sentences all these words stand, in any case, the likeliest first and at most
        `limit` of a type; a word that ends in `*` stands for all that begin so. It takes at most `timeout` seconds.
        """

    def snapshot(self) -> Graph:
        """All nodes and relationships that tppo put into the store, in the order `Graph` documents."""

    def close(self) -> None:
        """Release the connection and, for the embedded engine, stop it."""
