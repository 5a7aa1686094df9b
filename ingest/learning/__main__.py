"""`make model`: trains the models that extraction reads and writes them into ingest/extraction/data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ingest.extraction.models.linear import FILE, write_models
from ingest.extraction.models.tagger import MODEL, write_model
from ingest.learning.corpus import Annotated, read_annotated, read_kept
from ingest.learning.training import train

HOME = Path(__file__).resolve().parent.parent.parent
INVENTED = HOME / "tests" / "gold" / "dev"
WEIGHT = 2
"""Agency releases are rare among real annotated texts, and many among the invented ones."""
DATA = HOME / "ingest" / "extraction" / "data"


@click.command()
@click.option(
    "--real", type=click.Path(path_type=Path, file_okay=False), help="Re-created real texts, as SET/ID.txt."
)
@click.option(
    "--gold", "golds", multiple=True, type=click.Path(path_type=Path, file_okay=False),
    help="Annotations of real texts (SET__ID.json); needs --real.",
)  # fmt: skip
def main(real: Path | None, golds: tuple[Path, ...]) -> None:
    """Train on the invented documents and, with --real and --gold, on annotated real ones. Personal names are replaced
    before anything is learned, and no word enters a model that stands only in names.
    """
    documents = list(annotated(real, golds))
    tagger, models = train(documents, click.echo)
    (DATA / MODEL).write_bytes(write_model(tagger))
    (DATA / FILE).write_bytes(write_models(models))
    sizes = ", ".join(f"{name} {(DATA / name).stat().st_size // 1000} kB" for name in (MODEL, FILE))
    click.echo(f"Learned from {len(documents)} documents: {sizes}.")


def annotated(real: Path | None, golds: tuple[Path, ...]) -> Iterator[Annotated]:
    """The documents to learn from. The test half of the invented ones is never among them."""
    yield from read_annotated(INVENTED, weight=WEIGHT)
    if real is not None:
        yield from read_kept(real)
    for gold in golds:
        yield from read_annotated(gold, real)


if __name__ == "__main__":
    main()
