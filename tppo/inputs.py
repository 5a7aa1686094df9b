"""Documents given on the command line, with what could not be read said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from graph.model import Document


def read_inputs(paths: Sequence[str], any_language: bool) -> tuple[list[Document], int]:
    """The documents, and how many inputs were refused; what a folder holds beside documents is only counted."""
    from ingest.reading import Refusal, read_paths

    stdin = sys.stdin.buffer.read() if "-" in paths else None
    documents: list[Document] = []
    refused = ignored = 0
    for reading in read_paths(paths, stdin, any_language=any_language):
        if not isinstance(reading, Refusal):
            documents.append(reading)
        elif reading.ignored:
            ignored += 1
        else:
            refused += 1
            click.secho("Not read: ", fg="yellow", nl=False, err=True)
            where = "" if reading.origin in reading.reason else f"{reading.origin}: "
            click.echo(f"{where}{reading.reason} {reading.cure}", err=True)
    if ignored:
        click.echo(f"Passed over {ignored} file(s) that are no documents.", err=True)
    if not documents and not refused:
        click.echo(f"No documents found in {', '.join(paths)}.", err=True)
    return documents, refused
