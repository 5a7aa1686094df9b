"""The saved queries by name: one `.cypher` file each, in one or more folders."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from queries.header import OWN, parse_query
from queries.model import Parameter, QueryError, SavedQuery

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Catalogue", "Parameter", "QueryError", "SavedQuery", "load_catalogue"]


class Catalogue:
    """The saved queries by name."""

    def __init__(self, queries: Sequence[SavedQuery]) -> None:
        self._queries = {query.id: query for query in sorted(queries, key=lambda query: query.id)}

    def names(self) -> tuple[str, ...]:
        """All names, in alphabetical order."""
        return tuple(self._queries)

    def get(self, name: str) -> SavedQuery:
        """The query of this name; `QueryError` with the nearest names if there is none."""
        if name in self._queries:
            return self._queries[name]
        wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
        near = difflib.get_close_matches(wanted, self._queries, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        raise QueryError(f"There is no saved query '{name}'.", f"{hint}`tppo query list` shows all of them.")


def load_catalogue(
    folders: Sequence[Traversable | Path] | None = None, left_out: Callable[[QueryError], None] | None = None
) -> Catalogue:
    """The saved queries of these folders; without folders, those that come with tppo.

    A file that breaks a rule or whose name is taken is told to `left_out` and not among them; without `left_out` it is
    raised as `QueryError`, which names the file. A folder that cannot be read always is.
    """
    found: dict[str, SavedQuery] = {}
    for folder in (files("queries"),) if folders is None else folders:
        for topic, file in _query_files(folder):
            try:
                query = parse_query(_text_of(file), str(file), topic)
                _refuse_taken(query, found)
            except QueryError as error:
                if left_out is None:
                    raise
                left_out(error)
            else:
                found[query.id] = query
    return Catalogue(tuple(found.values()))


def _refuse_taken(query: SavedQuery, found: Mapping[str, SavedQuery]) -> None:
    if query.id in found:
        raise QueryError(
            f"{query.path}: there is already a query '{query.id}' in {found[query.id].path}.",
            "Give the file another name, and the same id.",
        )


def _query_files(folder: Traversable | Path) -> list[tuple[str, Traversable | Path]]:
    """The files of a folder and of its topics, each with its topic, in order of names."""
    try:
        inside = sorted(folder.iterdir(), key=lambda file: file.name)
        topics = [each for each in inside if each.is_dir() and not each.name.startswith(("_", "."))]
        found = [(OWN, file) for file in inside if file.name.endswith(".cypher")]
        for topic in topics:
            files_of = sorted(topic.iterdir(), key=lambda file: file.name)
            found += [(topic.name, file) for file in files_of if file.name.endswith(".cypher")]
    except OSError as error:
        raise QueryError(
            f"The folder of saved queries {folder} cannot be read ({error.strerror}).",
            "Name a folder that holds .cypher files.",
        ) from None
    return found


def _text_of(file: Traversable | Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read as UTF-8 text ({error}).", "Save it as UTF-8.") from None
