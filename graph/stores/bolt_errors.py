"""What goes wrong between us and a store, said so that the user knows what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionPoolError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.store import StoreError
from graph.stores.loading import SCHEMA_VERSION, StoredCase

_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
_TIMED_OUT = "TransactionTimedOut"
_ACCESS_MODE = "Neo.ClientError.Statement.AccessMode"
READS_FILE = "reads a file (LOAD CSV)"
_POSITION = re.compile(r"line (\d+), column (\d+) \(offset: \d+\)")


def refused(what_it_does: str) -> StoreError:
    """The error for a query that does more than read the graph."""
    return StoreError(
        f"The query {what_it_does}; only queries that read the graph are run.",
        "Leave out CREATE, MERGE, SET, REMOVE, DELETE, LOAD CSV and calls that change something.",
    )


def refuse_foreign_case(case: StoredCase | None, case_id: str, address: str, cure: str) -> None:
    """Raise StoreError, with `cure`, for the graph of another case, and for one of a newer tppo."""
    if case is None:
        return
    if case.id != case_id:
        raise StoreError(
            f"The store at {address} holds the graph of another case ({case.id}, not {case_id}).", cure
        )
    if case.schema_version > SCHEMA_VERSION:
        raise StoreError(
            f"The graph at {address} was written by a newer tppo "
            f"(version {case.schema_version} of its shape; this tppo knows {SCHEMA_VERSION}).",
            "Install the newer tppo from its repository.",
        )


def refuse_unfinished(case: StoredCase | None, address: str) -> None:
    """Raise StoreError for a graph that is loaded in part only."""
    if case and not case.complete:
        raise StoreError(
            f"The graph at {address} is being loaded, or a load of it broke off.",
            "Wait for the load to end, or load the case again.",
        )


@contextmanager
def translated(address: str, timeout: float | None = None) -> Iterator[None]:
    """Turn what the driver raises inside into StoreError; `timeout` (seconds) is for the message."""
    try:
        yield
    except (ServiceUnavailable, SessionExpired, ConnectionPoolError) as error:
        raise StoreError(
            f"No graph store answers at {address}: {_first_line(str(error))}",
            "Start the server, or correct the address in --store or TPPO_STORE: bolt://host:7687, "
            "with +s only where the server encrypts.",
        ) from error
    except AuthError as error:
        raise StoreError(
            f"{address} refuses the user name or the password.",
            "Set NEO4J_USERNAME and NEO4J_PASSWORD to those of the server.",
        ) from error
    except ConfigurationError as error:
        raise StoreError(f"{address} is no address of a graph store: {error}", ADDRESS_CURE) from error
    except Neo4jError as error:
        raise _answered(address, error, timeout) from error
    except DriverError as error:
        raise StoreError(
            f"The connection to {address} broke: {_first_line(str(error))}", "Try again."
        ) from error


ADDRESS_CURE = "Write it as bolt://host:7687, neo4j://host or neo4j+s://host (encrypted)."


def _answered(address: str, error: Neo4jError, timeout: float | None) -> StoreError:
    """The StoreError for an error that the server reports."""
    code, message = error.code or "", _first_line(error.message or str(error))
    if code == _NO_DATABASE:
        return StoreError(f"{address}: {message}", "Set NEO4J_DATABASE to a database of this server.")
    if code == _ACCESS_MODE:
        return refused("writes")
    if message.startswith("LOAD CSV"):  # turned off in the embedded engine
        return refused(READS_FILE)
    if _TIMED_OUT in code:
        limit = f" of {timeout:g} seconds" if timeout else ""
        return StoreError(
            f"The query was stopped at its time limit{limit}.",
            "Ask for less: a shorter path, a narrower place or period, a LIMIT.",
        )
    return StoreError(f"The store refuses: {message}")


def _first_line(message: str) -> str:
    """The first line of a message, with positions that do not count the line of our EXPLAIN."""
    lines = message.strip().splitlines() or [""]
    return _POSITION.sub(lambda found: f"line {int(found[1]) - 1}, column {found[2]}", lines[0]).rstrip(":")
