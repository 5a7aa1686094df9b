"""The store a case uses: its own embedded graph, or the Neo4j server that an address names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from graph.bolt import BoltStore, connect
from graph.bolt_errors import ADDRESS_CURE
from graph.store import Credentials, Store, StoreError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""What an address may begin with: https://neo4j.com/docs/python-manual/6/connect-advanced/"""


def open_store(address: str | None, folder: Path, credentials: Credentials) -> Store:
    """The store at a Bolt address, or with None the embedded graph, whose files are in `folder`.

    Credentials are those of the server; the embedded graph has its own and ignores them. Raises StoreError
    when the store cannot be opened.
    """
    if address is None:
        from graph.embedded import open_embedded  # brings a Java runtime with it: only where it is used

        return open_embedded(folder)
    scheme = urlsplit(address).scheme
    if scheme not in SCHEMES:
        raise StoreError(f"{address} is no address of a graph store.", ADDRESS_CURE)
    driver = connect(address, credentials.username, credentials.password)
    return BoltStore(driver, address, credentials.database)
