"""What every command is told: the case folder and the store. Configuration enters here and is passed down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

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
        "--case", envvar="TPPO_CASE", default=DEFAULT_CASE, show_default="./tppo-case", metavar="FOLDER",
        help="The case folder (or set TPPO_CASE).",
    )(command)  # fmt: skip


def store_option(command: Decorated) -> Decorated:
    """`--store ADDRESS`, also from TPPO_STORE."""
    return click.option(
        "--store", envvar="TPPO_STORE", metavar="ADDRESS",
        help="A Neo4j server, bolt://… or neo4j+s://… (or set TPPO_STORE), in place of the case's embedded graph. "
        "NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE give the account; what is missing is asked for.",
    )(command)  # fmt: skip


def common(command: Decorated) -> Decorated:
    """`--case` and `--store` after the command's name as well; they go before those given in front of it."""
    return click.option("--case", "case_", metavar="FOLDER", help="The case folder [TPPO_CASE].")(
        click.option("--store", "store_", metavar="ADDRESS", help="A Bolt address [TPPO_STORE].")(command)
    )


def settled(settings: Settings, case: str | None, store: str | None) -> Settings:
    """The settings with what was given after the command's name."""
    return Settings(case or settings.case, store or settings.store)
