"""The saved questions that a user has: those of tppo, those of his folders, those of the case."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tppo.settings import DEFAULT_CASE, Settings

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from queries.catalogue import Catalogue

VARIABLE = "TPPO_QUERIES"
"""Folders with a user's own questions, divided as in PATH."""
IN_CASE = "queries"
"""The folder of a case with questions of its own."""


def own_folders(settings: Settings) -> list[Path]:
    """The user's folders that are to be read, whether they are there or not; that of the case only if it is."""
    named = [Path(folder) for folder in os.environ.get(VARIABLE, "").split(os.pathsep) if folder]
    of_case = Path(settings.case) / IN_CASE
    return [*named, *([of_case] if of_case.is_dir() else [])]


def catalogue_of(settings: Settings) -> Catalogue:
    """All saved questions by name. Raises `QueryError` for the first file that breaks a rule."""
    from queries.catalogue import load_catalogue

    folders: list[Traversable | Path] = [files("queries"), *own_folders(settings)]
    return load_catalogue(folders)


def settings_now() -> Settings:
    """The settings of the command that runs, for what a shell completes."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Settings) if context else None) or Settings(
        os.environ.get("TPPO_CASE") or DEFAULT_CASE, None
    )
