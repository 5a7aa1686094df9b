"""`tppo ingest`: documents into the case, the case's graph into the store."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from graph.model import Document
from tppo.inputs import read_inputs
from tppo.session import LOAD_AGAIN, connected, load, open_case, told
from tppo.settings import Settings, with_settings
from tppo.tables import show

Progressing = Callable[[], None]
COUNTED = ("what", "count")

if TYPE_CHECKING:
    from graph.casefile.case import Case
    from graph.store import LoadReport


@click.command(
    "ingest",
    epilog="""\b
Examples:
  tppo ingest release.txt page.html decision.pdf
  tppo ingest clippings/ --case sebatik
  tppo ingest clippings/ --store bolt://localhost:7687
  tppo ingest --case sebatik
""",
)
@click.argument("paths", nargs=-1, metavar="[FILE…]")
@click.option("--any-language", is_flag=True, help="Also read documents that are not Indonesian.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@told
@with_settings
def command(settings: Settings, paths: tuple[str, ...], any_language: bool, as_json: bool) -> None:
    """Read documents into a case (made if it is new) and load its graph.

    FILE is a document (.txt .html .pdf .docx .json .jsonl), a folder of these, or - for standard input. A document that
    the case knows is not read twice. What cannot be read is named with its cure; everything else is done.
    Without FILE the case's graph is loaded again.
    """
    if not paths:
        with open_case(settings) as case:
            show(f"Case {settings.case}", COUNTED, loaded(load_graph(case, settings)), as_json)
        return
    documents, refused = read_inputs(paths, any_language)
    with open_case(settings, create=True) as case:
        outcome = add_documents(case, documents, quiet=as_json)
        report = load_graph(case, settings)
    rows = [
        ("documents read", len(documents)), ("new", outcome["new"]),
        ("read anew by a newer extractor", outcome["superseded"]),
        ("known already", outcome["known"]), ("not read", refused),
    ]  # fmt: skip
    show(f"Case {settings.case}", COUNTED, [*rows, *loaded(report)], as_json)
    if refused:
        raise click.exceptions.Exit(3)


def add_documents(case: Case, documents: list[Document], quiet: bool = False) -> Counter[str]:
    """Extract what the ledger does not know and add it in one transaction; counts of new, superseded and known."""
    from ingest.batch import extract_all
    from ingest.extraction.extract import VERSION

    fresh = {d.sha256: d for d in documents if not case.ledger.knows(d.sha256, VERSION)}
    outcome: Counter[str] = Counter(known=len(documents) - len(fresh))
    with case.ledger.batch(), progress(len(fresh), quiet) as advance:
        for extraction in extract_all(list(fresh.values())):
            outcome[case.ledger.add(extraction, VERSION)] += 1
            advance()
    return outcome


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Progressing]:
    """A progress bar on standard error where somebody watches and it takes a while."""
    from rich.console import Console
    from rich.progress import Progress

    hidden = quiet or total < 10 or not sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=hidden) as bar:
        task = bar.add_task("Reading documents", total=total)
        yield lambda: bar.advance(task)


def load_graph(case: Case, settings: Settings) -> LoadReport:
    """Make the store hold the graph of the case. StoreError says that what was read is not lost."""
    from graph.store import StoreError

    try:
        with connected(settings, case) as store:
            return load(store, case)
    except StoreError as error:
        kept = f"The documents are kept in the case; {LOAD_AGAIN}, loads them."
        raise StoreError(str(error), f"{error.cure} {kept}".strip()) from error


def loaded(report: LoadReport) -> list[tuple[str, int]]:
    """The counts of a load, with their names."""
    return [
        ("nodes", report.nodes), ("relationships", report.relationships),
        ("nodes taken away", report.nodes_removed), ("relationships taken away", report.relationships_removed),
    ]  # fmt: skip
