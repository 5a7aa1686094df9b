"""Answers as other programs take them: CSV, JSON, JSON lines, Excel, Markdown, HTML."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.model import TppoError
from graph.store import Rows
from tppo.tables import cell, show

if TYPE_CHECKING:
    from queries.evidence import Said

FORMATS = ("table", "csv", "json", "jsonl", "xlsx", "md", "html")
"""How an answer can be given; `table` is for the screen."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula when a cell begins with it (OWASP, CSV injection)."""
PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{{font:15px/1.4 system-ui,sans-serif;margin:2em}}table{{border-collapse:collapse}}
th,td{{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}}th{{background:#eee}}</style>
</head><body><h1>{title}</h1>
<table><thead><tr>{head}</tr></thead><tbody>
{body}
</tbody></table></body></html>
"""


class OutputError(TppoError):
    """An answer cannot be written. Exit code 2."""

    exit_code = 2


def give(
    title: str,
    rows: Rows,
    form: str,
    out: Path | None = None,
    evidence: Sequence[Sequence[Said]] | None = None,
) -> None:
    """Print an answer, or write it to a file. With `evidence`, the sentences of each row are in a column of their own.

    Raises `OutputError` where Excel has no file to go to, or a file cannot be written.
    """
    if form == "table" and out is None:
        show(title, rows.columns, rows.rows, as_json=False)
        if evidence is not None:
            show_evidence(evidence)
        return
    if form == "xlsx" and out is None:
        raise OutputError("An Excel file cannot be printed.", "Give it a file: --out answer.xlsx")
    content = written(title, rows, "md" if form == "table" else form, evidence)
    if out is None:
        click.echo(content.decode(), nl=False)
        return
    if form == "csv":
        content = BOM + content
    try:
        out.write_bytes(content)
    except OSError as error:
        raise OutputError(
            f"The answer cannot be written to {out}: {error.strerror}.", "Give another --out."
        ) from error
    click.echo(f"{len(rows.rows)} rows: {out}", err=True)


def written(title: str, rows: Rows, form: str, evidence: Sequence[Sequence[Said]] | None = None) -> bytes:
    """An answer in one of `FORMATS` but `table`, as the bytes of a file; the same for the same answer."""
    columns = [*rows.columns, *(["evidence"] if evidence is not None else [])]
    values = [
        [*row, *([[asdict(said) for said in evidence[n]]] if evidence is not None else [])]
        for n, row in enumerate(rows.rows)
    ]
    match form:
        case "json":
            return (
                json.dumps(objects(columns, values), ensure_ascii=False, indent=1, default=str) + "\n"
            ).encode()
        case "jsonl":
            lines = (
                json.dumps(each, ensure_ascii=False, default=str) + "\n" for each in objects(columns, values)
            )
            return "".join(lines).encode()
        case "xlsx":
            return excel(title, columns, values)
    texts = [[text(value) for value in row] for row in values]
    match form:
        case "csv":
            stream = io.StringIO()
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow(columns)
            writer.writerows([[harmless(each) for each in row] for row in texts])
            return stream.getvalue().encode()
        case "md":
            table = [columns, ["---"] * len(columns), *([markdown(each) for each in row] for row in texts)]
            return "".join(f"| {' | '.join(line)} |\n" for line in table).encode()
    head = "".join(f"<th>{html.escape(name.replace('_', ' '))}</th>" for name in columns)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape(each)}</td>" for each in row) + "</tr>" for row in texts
    )
    return PAGE.format(title=html.escape(title), head=head, body=body).encode()


def objects(columns: Sequence[str], values: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Each row as an object."""
    return [dict(zip(columns, row, strict=True)) for row in values]


def text(value: Any) -> str:
    """A value as a person reads it; a sentence of evidence with its source."""
    if isinstance(value, list) and value and isinstance(value[0], dict) and "sentence" in value[0]:
        return "\n".join(source_line(each) for each in value)
    return cell(value)


def source_line(said: dict[str, Any]) -> str:
    """“Sentence” (publisher, day)."""
    source = ", ".join(str(said[name]) for name in ("publisher", "published_on") if said[name])
    return f"“{said['sentence']}”" + (f" ({source})" if source else "")


def harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(FORMULA) and not is_number(value) else value


def is_number(value: str) -> bool:
    """Whether a cell is a plain number, which may begin with a minus sign."""
    return value.removeprefix("-").replace(".", "", 1).isdecimal()


def markdown(value: str) -> str:
    """A cell of a Markdown table: one line, its signs escaped."""
    plain = html.escape(value, quote=False).replace("\\", "\\\\").replace("|", "\\|")
    return " ".join(plain.replace("\n", "<br>").split())


def excel(title: str, columns: Sequence[str], values: Sequence[Sequence[Any]]) -> bytes:
    """An Excel workbook with one sheet; texts are never taken for formulas or links."""
    import xlsxwriter  # only where it is used: the command line has to start quickly

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": title, "created": EPOCH})
        sheet = book.add_worksheet("tppo")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for at, name in enumerate(columns):
            sheet.write_string(0, at, name, bold)
        for line, row in enumerate(values, start=1):
            for at, value in enumerate(row):
                if isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(line, at, value)
                else:
                    sheet.write_string(line, at, text(value)[:LONGEST], wrapped)
        sheet.freeze_panes(1, 0)
        if values:
            sheet.autofilter(0, 0, len(values), len(columns) - 1)
        sheet.autofit()
    return stream.getvalue()


BOM = b"\xef\xbb\xbf"
"""Tells spreadsheets that a file is UTF-8."""
LONGEST = 32_767
"""Characters that a cell of Excel may hold."""
EPOCH = datetime(1980, 1, 1)
"""The day that every workbook says it was made: the same answer gives the same bytes."""


def show_evidence(evidence: Sequence[Sequence[Said]]) -> None:
    """The sentences of each row, numbered as the rows."""
    for number, said in enumerate(evidence, start=1):
        for each in said:
            click.echo(f"{number:>3}  {source_line(asdict(each))}")
