"""`tppo extract`: what documents say, as JSON, without a case."""

from __future__ import annotations

import json
from pathlib import Path

import click

from graph.model import Document, TppoError
from tppo.inputs import read_inputs
from tppo.session import told


class OutputError(TppoError):
    """The output folder cannot be written. Exit code 2."""

    exit_code = 2


@click.command(
    "extract",
    epilog="""\b
Examples:
  tppo extract release.txt
  tppo extract clippings/ > clippings.jsonl
  tppo extract clippings/ --out extracted/
  cat page.html | tppo extract -
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json"]),
    default="json",
    show_default=True,
    help="Output format.",
)
@click.option(
    "--out", type=click.Path(file_okay=False), metavar="DIR", help="Write one .json file for each document."
)
@click.option("--any-language", is_flag=True, help="Also read documents that are not Indonesian.")
@click.option(
    "--unmasked",
    is_flag=True,
    help="Show names of victims and witnesses (UU 21/2007 Pasal 24 protects them).",
)
@told
def command(
    paths: tuple[str, ...], format_: str, out: str | None, any_language: bool, unmasked: bool
) -> None:
    """Print the interchange object of every document: article, entities, relationships with their sentences.

    FILE is a document (.txt .html .pdf .docx .json .jsonl), a folder of these, or - for standard input. One document
    prints one JSON object, several print one on each line. No case is touched.
    """
    from ingest.batch import extract_all
    from ingest.interchange import interchange

    if unmasked:
        click.echo(
            "Note: names of victims and witnesses are shown. UU 21/2007 Pasal 24 and 44 protect them.",
            err=True,
        )
    documents, refused = read_inputs(paths, any_language)
    objects = [interchange(each, masked=not unmasked) for each in extract_all(documents)]
    if out is not None:
        write_all(Path(out), documents, objects)
    else:
        for each in objects:
            click.echo(json.dumps(each, ensure_ascii=False, indent=1 if len(objects) == 1 else None))
    if refused:
        raise click.exceptions.Exit(3)


def write_all(folder: Path, documents: list[Document], objects: list[dict[str, object]]) -> None:
    """One file a document, named after it; a second document of the same name gets a number."""
    names: dict[str, int] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for document, each in zip(documents, objects, strict=True):
            stem = (
                Path(document.origin).stem
                if "#" not in document.origin
                else document.origin.replace("#", "-")
            )
            names[stem] = names.get(stem, 0) + 1
            name = stem if names[stem] == 1 else f"{stem}-{names[stem]}"
            text = json.dumps(each, ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"Cannot write to {str(folder)!r}: {error.strerror}.", "Name a folder you may write to."
        ) from error
