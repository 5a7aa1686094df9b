"""The store a case uses: its own embedded graph, or the Neo4j server that an address names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from graph.store import Credentials, Store, StoreError
from graph.stores.bolt import BoltStore, connect
from graph.stores.bolt_errors import ADDRESS_CURE

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""What an address may begin with: https://neo4j.com/docs/python-manual/6/connect-advanced/"""


def open_store(
    address: str | None, folder: Path, credentials: Credentials, case_id: str | None = None
) -> Store:
    """The store at a Bolt address, or with None the embedded graph, whose files are in `folder`.

    Credentials are those of the server; the embedded graph has its own and ignores them. With `case_id` nothing
    is answered from the graph of another case. Raises StoreError when the store cannot be opened.
    """
    if address is None:
        from graph.stores.embedded import (
            open_embedded,  # brings a Java runtime with it: only where it is used
        )

        return open_embedded(folder, case_id)
    _refuse_malformed(address)
    return BoltStore(connect(address, credentials), address, credentials.database, case_id)


def _refuse_malformed(address: str) -> None:
    parts = urlsplit(address)
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            "The address of the graph store holds a user name or a password.",
            "Leave them out of it and set NEO4J_USERNAME and NEO4J_PASSWORD.",
        )
    try:
        well_formed = parts.scheme in SCHEMES and parts.hostname and parts.port != 0
    except ValueError:  # a port that is no number, or too large
        well_formed = False
    if not well_formed:
        raise StoreError(f'"{address}" is no address of a graph store.', ADDRESS_CURE)
