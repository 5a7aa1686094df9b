"""`tppo evaluate`: how much of an annotated gold set is read rightly."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tppo.session import told
from tppo.tables import show

if TYPE_CHECKING:
    from ingest.evaluation import Scores
    from ingest.evaluation.values import Gold, Prediction

COLUMNS = ("of", "precision", "recall", "F1", "gold")

HELD_BACK = "test"
"""The folder of the half that nobody should tune to."""


class Asked(TypedDict):
    """What is given on the command line."""

    gold: Path
    predicted: Path | None
    run: bool
    texts: Path | None
    only: str
    misses: bool
    as_json: bool


@click.command(
    "evaluate",
    epilog="""\b
Examples:
  tppo evaluate tests/gold/dev --run
  tppo evaluate tests/gold/dev --run --misses --only news
  tppo evaluate annotations/ --run --texts texts/
  tppo extract tests/gold/dev/*.txt --out read/
  tppo evaluate tests/gold/dev read/ --json
""",
)
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.argument("predicted", type=click.Path(path_type=Path), metavar="[PRED]", required=False)
@click.option("--run", is_flag=True, help="Read the documents of the gold now, instead of taking PRED.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="With --run: the texts, DIR/<set>/<id>.txt or DIR/<set>__<id>.txt (default: beside the gold).",
)
@click.option("--only", default="", metavar="SUBSTRING", help="Only documents whose file name contains it.")
@click.option("--misses", is_flag=True, help="List what is missed and what is extra in every document.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
def command(**asked: Unpack[Asked]) -> None:
    """Compare what is read with the annotated documents in GOLD: precision, recall and F1.

    PRED is a folder of interchange objects (`tppo extract --out`) named as the files of GOLD. Counted are entities by
    label, relationships by type, slots of incidents, protected names that got out, and relationships without a
    sentence. No case is touched.
    """
    from ingest.evaluation import read_gold, scores_of

    if (asked["predicted"] is None) != asked["run"]:
        raise click.UsageError(
            "Give PRED (a folder of `tppo extract --out`), or --run to read the documents now."
        )
    if asked["texts"] and not asked["run"]:
        raise click.UsageError("--texts belongs to --run: predictions are scored without the texts.")
    documents = read_gold(asked["gold"], asked["only"])
    scores = scores_of(documents, predictions(documents, asked))
    say_notes(asked["gold"], scores)
    print_scores(scores, asked["misses"], asked["as_json"])


def predictions(documents: list[Gold], asked: Asked) -> Sequence[Prediction | None]:
    """What was read of each document: read now, or from the folder given."""
    from ingest.evaluation import predict, read_predictions, texts_of

    if asked["predicted"] is None:
        return predict(documents, texts_of(documents, asked["texts"]))
    return read_predictions(documents, asked["predicted"])


def say_notes(gold: Path, scores: Scores) -> None:
    """On standard error: that the gold is the held-back half, and which documents count as empty."""
    if gold.resolve().name == HELD_BACK:
        click.echo(
            f"Note: {gold} is the held-back half: looked at only when a figure is written down.", err=True
        )
    if scores.missing:
        click.secho("No prediction, counted as empty: ", fg="yellow", nl=False, err=True)
        click.echo(f"{len(scores.missing)} document(s): {', '.join(scores.missing)}", err=True)


def print_scores(scores: Scores, with_misses: bool, as_json: bool) -> None:
    """The figures, and with `with_misses` what is not as the gold has it; one JSON object, or tables and lists."""
    from ingest.evaluation.report import as_object, misses, rows_of, sections

    listed = misses(scores) if with_misses else {}
    if as_json:
        extra = {"misses": listed} if with_misses else {}
        click.echo(json.dumps(as_object(scores) | extra, ensure_ascii=False, indent=1))
        return
    for document, lines in listed.items():
        click.echo(document)
        for line in lines:
            click.echo(f"  {line['what']:7} {line['of']:15} {line['text']}")
    for title, rows in sections(scores).items():
        show(title.replace("_", " ").capitalize(), COLUMNS, rows_of(rows), as_json=False)
    click.echo(
        f"{len(scores.documents)} documents, {len(scores.missing)} without prediction; protected names leaked: "
        f"{scores.leaked}; relationships without evidence: {scores.without_evidence}."
    )
