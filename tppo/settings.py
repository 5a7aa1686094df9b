"""What every command is told: the case folder and the store. Configuration enters here and is passed down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

P = ParamSpec("P")
R = TypeVar("R")
Decorated = TypeVar("Decorated", bound=Callable[..., Any])

DEFAULT_CASE = "tppo-case"


@dataclass(frozen=True, slots=True)
class Settings:
    """`case` is a folder; `store` a Bolt address, or None for the case's embedded graph."""

    case: str
    store: str | None


def case_option(command: Decorated) -> Decorated:
    """`--case FOLDER`, also from TPPO_CASE."""
    return click.option(
        "--case", envvar="TPPO_CASE", default=DEFAULT_CASE, metavar="FOLDER",
        help="The case folder (or set TPPO_CASE); without it ./tppo-case.",
    )(command)  # fmt: skip


def store_option(command: Decorated) -> Decorated:
    """`--store ADDRESS`, also from TPPO_STORE."""
    return click.option(
        "--store", envvar="TPPO_STORE", metavar="ADDRESS",
        help="A Neo4j server, bolt://… or neo4j+s://… (or set TPPO_STORE), in place of the case's embedded graph. "
        "NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE give the account; what is missing is asked for.",
    )(command)  # fmt: skip


def with_case(command: Callable[Concatenate[Settings, P], R]) -> Callable[P, R]:
    """A command that gets the settings first and works on the case alone; `--case` may also stand after its name."""

    @click.option("--case", "own_case", metavar="FOLDER", help="The case folder [TPPO_CASE].")
    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        given: Settings = click.get_current_context().find_object(Settings) or Settings(DEFAULT_CASE, None)
        return command(
            Settings(str(kwargs.pop("own_case", None) or given.case), given.store), *args, **kwargs
        )

    return run


def with_settings(command: Callable[Concatenate[Settings, P], R]) -> Callable[P, R]:
    """A command that gets the settings first; `--case` and `--store` may also stand after its name and go before
    those given in front of it.
    """

    @click.option("--case", "own_case", metavar="FOLDER", help="The case folder [TPPO_CASE].")
    @click.option("--store", "own_store", metavar="ADDRESS", help="A Bolt address [TPPO_STORE].")
    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        given: Settings = click.get_current_context().find_object(Settings) or Settings(DEFAULT_CASE, None)
        case, store = kwargs.pop("own_case", None), kwargs.pop("own_store", None)
        return command(
            Settings(str(case or given.case), str(store) if store else given.store), *args, **kwargs
        )

    return run
