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
    table = Table(title=Text(title), title_justify="left", title_style="bold")
    if told:
        table.add_column("", justify="right", style="dim")
    for i in shown:
        figures = all(isinstance(row[i], NUMBERS) or row[i] is None for row in rows)
        table.add_column(
            columns[i].replace("_", " "), overflow="fold", justify="right" if figures else "left"
        )
    for number, row in enumerate(rows, start=1):
        table.add_row(*([str(number)] if told else []), *(Text(cell(row[i])) for i in shown))
    console.print(table)


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
