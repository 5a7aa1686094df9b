"""Writes the kept annotations that are held for measuring as a gold folder, with names cut out of the texts:
`python -m ingest.learning.held --real TEXTS FOLDER`, then `tppo evaluate FOLDER --run`.

The folder has real names and real texts: it belongs outside of the repository.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ingest.learning.corpus import Annotated, read_kept

HOME = Path(__file__).resolve().parent.parent.parent


@click.command()
@click.option(
    "--real", type=click.Path(path_type=Path, file_okay=False), required=True,
    help="Re-created real texts, as SET/ID.txt.",
)  # fmt: skip
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def main(real: Path, folder: Path) -> None:
    """Write FOLDER/<id>.json and FOLDER/<id>.txt of every held annotation whose text is in --real."""
    if folder.resolve().is_relative_to(HOME):
        raise click.UsageError("The folder would put real names into the repository: name one outside of it.")
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{str(folder)!r} is not empty: name a new folder.")
    folder.mkdir(parents=True, exist_ok=True)
    documents = list(read_kept(real, held=True))
    for document in documents:
        (folder / f"{document.id}.txt").write_bytes(document.text.encode())
        annotation = json.dumps(named(document), ensure_ascii=False, indent=1)
        (folder / f"{document.id}.json").write_text(annotation, "utf-8")
    click.echo(f"{len(documents)} documents written to {folder}.")


def named(document: Annotated) -> dict[str, Any]:
    """The annotation as the gold has it: every entity with its names, the longest first; who is protected."""
    return {
        "entities": [named_entity(document.text, each) for each in document.entities],
        "relationships": list(document.relationships),
        "protected_names": sorted({document.text[a:b] for a, b in document.protected}),
    }


def named_entity(text: str, entity: dict[str, Any]) -> dict[str, Any]:
    """An entity with the names that its spans cut out of the text, and the one that is kept, if any."""
    surfaces = sorted({text[a:b] for a, b in entity["spans"]}, key=lambda name: (-len(name), name))
    return {"name": surfaces[0] if surfaces else "", **entity, "surfaces": surfaces}


if __name__ == "__main__":
    main()
