"""An open case and its store, and how errors reach the user. The only place that reads the environment."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from graph.model import TppoError
from tppo import __version__
from tppo.settings import Settings

if TYPE_CHECKING:
    from graph.casefile.case import Case
    from graph.store import Credentials, LoadReport, Store

P = ParamSpec("P")
R = TypeVar("R")


def told(command: Callable[P, R]) -> Callable[P, R]:
    """A command that ends with a message, its cure and the exit code of the error, never with a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except TppoError as error:
            say_error(error)
            raise click.exceptions.Exit(error.exit_code) from error

    return run


def say_error(error: TppoError) -> None:
    """The message and the cure on standard error."""
    click.secho("Error: ", fg="red", bold=True, nl=False, err=True)
    click.echo(str(error), err=True)
    if error.cure:
        click.echo(f"Cure: {error.cure}", err=True)


@contextmanager
def open_case(settings: Settings, create: bool = False) -> Iterator[Case]:
    """The case of the settings, closed at the end."""
    from graph.casefile.case import Case

    with Case.open(Path(settings.case), create=create, version=__version__) as case:
        yield case


@contextmanager
def open_store(settings: Settings, case: Case) -> Iterator[Store]:
    """The store of the settings, holding what the case says now, for asking; closed at the end.

    The embedded graph is loaded anew where it is missing or out of date. A server belongs to others too and is
    not written to by a question: StoreError says how to load it.
    """
    from graph.store import StoreError

    with connected(settings, case) as store:
        if store.digest() != digest_of(case):
            if settings.store:
                raise StoreError(
                    f"The store at {settings.store} does not hold the graph that the case {settings.case!r} now has.",
                    f"Load it: {LOAD_AGAIN}.",
                )
            click.echo("The graph is loaded anew from the case's documents.", err=True)
            load(store, case)
        yield store


def query_folders() -> list[Path]:
    """The folders with a user's own questions that TPPO_QUERIES names, divided as in PATH."""
    return [Path(folder) for folder in os.environ.get("TPPO_QUERIES", "").split(os.pathsep) if folder]


LOAD_AGAIN = "`tppo ingest` without FILE, with the same case and store"


@contextmanager
def connected(settings: Settings, case: Case) -> Iterator[Store]:
    """The store of the settings, whatever of the case it holds, for loading; closed at the end."""
    from graph.store import Credentials
    from graph.stores import opening

    credentials = credentials_of(settings) if settings.store else Credentials()
    store = opening.open_store(settings.store, case.graph_folder, credentials, case.id)
    try:
        yield store
    finally:
        store.close()


def load(store: Store, case: Case) -> LoadReport:
    """Make the store hold the graph of the case."""
    from tppo.graphing import graph_of

    return store.load(graph_of(case), case.id, digest_of(case))


def digest_of(case: Case) -> str:
    """What the graph of the case is made of, in short: it changes with the ledger, a decision or the version.

    The ledger only grows, so that its counts and the time of its last document tell one state from another.
    """
    made_of = (__version__, case.ledger.status(), case.ledger.decisions())
    return hashlib.sha256(repr(made_of).encode()).hexdigest()


def credentials_of(settings: Settings) -> Credentials:
    """Account and database of a Neo4j server, from the environment; a missing password is asked for.

    Raises StoreError where nobody can be asked.
    """
    from graph.store import Credentials

    username = os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None:
        password = ask_password(username, settings)
    return Credentials(username, password, os.environ.get("NEO4J_DATABASE") or None)


def ask_password(username: str, settings: Settings) -> str:
    """The password as typed, unseen; StoreError where there is no terminal to type it at."""
    from graph.store import StoreError

    try:
        with warnings.catch_warnings():
            # Without a terminal it would be read from standard input, which may hold a document.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return str(click.prompt(f"Password of {username} at {settings.store}", hide_input=True, err=True))
    except (click.Abort, getpass.GetPassWarning) as error:
        if sys.stdin.isatty():  # somebody was asked and did not want to
            raise
        click.echo(err=True)
        raise StoreError(f"No password for {username} at {settings.store}.", "Set NEO4J_PASSWORD.") from error
