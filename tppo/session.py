"""An open case and its store, and how errors reach the user. The only place that reads the environment."""

from __future__ import annotations

import os
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
    from graph.store import Credentials, Store

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
    """The store of the settings: the case's embedded graph, or the server named; closed at the end."""
    from graph.store import Credentials
    from graph.stores import opening

    credentials = credentials_of(settings) if settings.store else Credentials()
    store = opening.open_store(settings.store, case.graph_folder, credentials)
    try:
        yield store
    finally:
        store.close()


def credentials_of(settings: Settings) -> Credentials:
    """Account and database of a Neo4j server, from the environment; a missing password is asked for."""
    from graph.store import Credentials

    username = os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None:
        password = click.prompt(f"Password of {username} at {settings.store}", hide_input=True, err=True)
    return Credentials(username, password, os.environ.get("NEO4J_DATABASE") or None)
