"""Answers on the screen: tables by rich, or JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import click


def show(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], as_json: bool) -> None:
    """A table with its title, or with `as_json` a JSON list of objects."""
    rows = list(rows)
    if as_json:
        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1, default=str))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", show_lines=any(len(str(v)) > 60 for r in rows for v in r))
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console = Console()
    console.print(table)
    if not rows:
        console.print("Nothing found.")


def cell(value: Any) -> str:
    """A value as a person reads it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}"
        case list() | tuple():
            return "; ".join(cell(each) for each in value)
        case dict():
            return str(value.get("name") or value.get("_type") or value)
    return str(value)
