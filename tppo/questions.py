"""The saved questions that a user has: those of tppo, those of his folders, those of the case."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from tppo.session import query_folders
from tppo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable

    from queries.catalogue import Catalogue
    from queries.model import QueryError

IN_CASE = "queries"
"""The folder of a case with questions of its own."""


def own_folders(settings: Settings) -> list[Path]:
    """The user's folders that are to be read, whether they are there or not; that of the case only if it is."""
    of_case = Path(settings.case) / IN_CASE
    return [*query_folders(), *([of_case] if of_case.is_dir() else [])]


def catalogue_of(settings: Settings, say: Callable[[str], None] | None = None) -> Catalogue:
    """All saved questions by name. `say` is told which of the user's own are left out, and why.

    Raises `QueryError` for a folder that cannot be read.
    """
    from queries.catalogue import load_catalogue

    folders: list[Traversable | Path] = [files("queries"), *own_folders(settings)]

    def left_out(fault: QueryError) -> None:
        if say is not None:
            say(f"Left out: {fault} {fault.cure}")

    return load_catalogue(folders, left_out)
