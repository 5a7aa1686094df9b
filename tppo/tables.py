"""Answers on the screen: a table and the sentences behind its rows by rich, or JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

SAID = ("sentence", "second_sentence")
SOURCE = ("publisher", "published_on")
NUMBERS = (int, float)


def show(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], as_json: bool) -> None:
    """A table with its title, or with `as_json` a JSON list of objects with every column.

    On the screen ids are left out, and the sentences stand under the table, numbered as its rows.
    """
    rows = list(rows)
    if as_json:
        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1, default=str))
        return
    from rich.console import Console

    console = Console()
    if not rows:
        console.print(f"[bold]{title}[/bold]\nNothing found.")
        return
    print_table(console, title, columns, rows)
    print_sentences(console, columns, rows)


def print_table(console: Console, title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """The columns that fit a screen; empty ones are left out."""
    from rich.table import Table
    from rich.text import Text

    told = any(name in SAID for name in columns)
    shown = [
        i for i, name in enumerate(columns)
        if name not in (*SAID, *(SOURCE if told else ())) and not name.endswith(("_id", "_ids"))
        and any(row[i] not in (None, [], "") for row in rows)
    ]  # fmt: skip
    names = [columns[i].replace("_", " ") for i in shown]
    cells = [[cell(row[i]) for i in shown] for row in rows]
    widths = [min(WORD, longest_word([name, *(row[n] for row in cells)])) for n, name in enumerate(names)]
    if sum(widths) + 3 * len(widths) + 6 > console.width:
        print_records(console, title, names, cells)
        return
    table = Table(title=Text(title), title_justify="left", title_style="bold")
    if told:
        table.add_column("", justify="right", style="dim")
    for n, name in enumerate(names):
        figures = all(isinstance(row[shown[n]], NUMBERS) or row[shown[n]] is None for row in rows)
        table.add_column(name, overflow="fold", justify="right" if figures else "left", min_width=widths[n])
    for number, row in enumerate(cells, start=1):
        table.add_row(*([str(number)] if told else []), *map(Text, row))
    console.print(table)


WORD = 18
"""A column is at least as wide as its longest word, up to so many characters."""


def longest_word(texts: Iterable[str]) -> int:
    """The length of the longest word in the texts."""
    return max((len(word) for text in texts for word in text.split()), default=1)


def print_records(console: Console, title: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows as blocks of "name: value", for a screen that is too narrow for the table."""
    from rich.text import Text

    console.print(Text(title, style="bold"))
    for number, row in enumerate(rows, start=1):
        line = Text(f"{number:>3}  ", style="dim")
        for name, value in zip(names, row, strict=True):
            if value:
                line.append(f"{name}: ", style="not dim")
                line.append(f"{value}  ", style="bold not dim")
        console.print(line)


def print_sentences(console: Console, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """The sentence of each row with its publisher and date; rows with the same sentence share it."""
    from rich.text import Text

    at = {name: i for i, name in enumerate(columns)}
    if not any(name in at for name in SAID):
        return
    behind: dict[str, list[int]] = {}
    for number, row in enumerate(rows, start=1):
        for name in SAID:
            if name in at and row[at[name]]:
                source = (
                    ", ".join(cell(row[at[s]]) for s in SOURCE if s in at and row[at[s]])
                    if name == SAID[0]
                    else ""
                )
                behind.setdefault(f"“{row[at[name]]}”" + (f"  ({source})" if source else ""), []).append(
                    number
                )
    for text, numbers in behind.items():
        line = Text(", ".join(map(str, numbers)) + "  ", style="bold")
        line.append(text, style="not bold")
        console.print(line)
    console.print()


def cell(value: Any) -> str:
    """A value as a person reads it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case float():
            return f"{value:g}"
        case list() | tuple():
            return "; ".join(cell(each) for each in value)
        case dict():
            named = value.get("name") or value.get("_type")
            return (
                str(named)
                if named
                else ", ".join(f"{k} {cell(v)}" for k, v in value.items() if v is not None)
            )
    return str(value)
