"""The lexicons' file format: tab-separated text with a header, read strictly.

A domain expert edits these files in a spreadsheet, so every slip (a moved column, a lost cell, a stray
blank) is an error that names file and line. Lists stand in one cell, divided by ";".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from graph.model import TppoError


class TableError(TppoError):
    """A lexicon file that is not in its form; the message starts with file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: `where` is "ports.tsv:3", `row["name"]` the text of a cell ("" if empty)."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a list cell; () for an empty one. Raises TableError for an empty or doubled part."""
        cell = self.cells[column]
        if not cell:
            return ()
        found = tuple(part.strip() for part in cell.split(";"))
        if not all(found) or len(set(found)) < len(found):
            raise TableError(f"{self.where}: empty or doubled part in {column} {cell!r}.", "Write a;b;c.")
        return found

    def number(self, column: str) -> float | None:
        """The number in a cell, None if it is empty. Raises TableError for any other text."""
        cell = self.cells[column]
        if not cell:
            return None
        try:
            return float(cell)
        except ValueError:
            raise TableError(f"{self.where}: {column} {cell!r} is not a number.", "Write 3.25.") from None

    def yes(self, column: str) -> bool:
        """True for "yes", False for an empty cell. Raises TableError for any other text."""
        cell = self.cells[column]
        if cell not in ("", "yes"):
            raise TableError(f"{self.where}: {column} is {cell!r}.", 'Write "yes" or leave it empty.')
        return cell == "yes"


def data_file(name: str) -> Traversable:
    """The shipped file of this name in graph/reference/data."""
    return resources.files(__package__).joinpath("data", name)


def read_table(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """All rows of the shipped table graph/reference/data/NAME. Raises TableError unless it has these columns."""
    return parse_table(name, data_file(name).read_text("utf-8"), columns)


def parse_table(name: str, text: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """All rows of a table's text; `name` stands in error messages. Raises TableError, see `read_table`."""
    lines = text.removesuffix("\n").split("\n")
    if tuple(lines[0].split("\t")) != columns:
        raise TableError(f"{name}:1: the header is {lines[0]!r}.", "Expected columns: " + ", ".join(columns))
    return tuple(_row(f"{name}:{number}", line, columns) for number, line in enumerate(lines[1:], start=2))


def _row(where: str, line: str, columns: tuple[str, ...]) -> Row:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise TableError(
            f"{where}: {len(cells)} cells, expected {len(columns)}.", "One tab between two cells."
        )
    for column, cell in zip(columns, cells, strict=True):
        if cell != cell.strip() or '"' in cell:
            raise TableError(f"{where}: stray blank or quote in {column} {cell!r}.", "Remove it.")
    return Row(where, dict(zip(columns, cells, strict=True)))
