"""The check of all lexicon tables: what an expert's spreadsheet may have spoilt, with file and line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from graph.reference.tables import Row, TableError, parse_table

FOLDERS = ("graph.reference", "ingest.extraction")
"""Packages whose folder `data` holds lexicon tables."""


def shipped() -> list[Path]:
    """The tables that tppo reads by, in the order of their names."""
    found = [Path(str(each)) for package in FOLDERS for each in (files(package) / "data").iterdir()]
    return sorted(path for path in found if path.suffix == ".tsv")


def check(paths: Iterable[Path]) -> Iterator[str]:
    """What is wrong in the tables, one line per fault: "ports.tsv:12: …". Nothing for sound ones.

    A table that is not read as lines of cells yields its first fault only; what its cells say is checked in the others.
    """
    for path in paths:
        try:
            text = path.read_text("utf-8")
            rows = parse_table(path.name, text, tuple(text.partition("\n")[0].split("\t")))
        except TableError as error:
            yield f"{error} {error.cure}"
        except UnicodeDecodeError:
            yield f"{path.name}: not UTF-8. Save the spreadsheet as UTF-8, divided by tabs."
        else:
            yield from faults(rows)


def faults(rows: Iterable[Row]) -> Iterator[str]:
    """What is wrong in the cells of a table's rows: lines twice, no first cell, letters in parts, broken patterns."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        cells = tuple(row.cells.values())
        if not cells[0]:
            yield f"{row.where}: the first cell is empty. Fill it or remove the line."
        if cells in seen:
            yield f"{row.where}: the same as {seen[cells]}. Remove one of them."
        seen.setdefault(cells, row.where)
        for column, cell in row.cells.items():
            if cell != unicodedata.normalize("NFC", cell):
                yield f"{row.where}: {column} {cell!r} has letters in parts. Type it anew."
            if column == "pattern":
                yield from broken(row.where, cell)


def broken(where: str, pattern: str) -> Iterator[str]:
    """What is wrong with a regular expression."""
    try:
        re.compile(pattern)
    except re.error as error:
        yield f"{where}: the pattern {pattern!r} cannot be read: {error}. Write ( ) and [ ] in pairs."
