"""`tppo lexicon`: the tables that extraction reads by."""

from __future__ import annotations

from pathlib import Path

import click

from graph.model import TppoError
from tppo.groups import SuggestingGroup
from tppo.session import told


class LexiconError(TppoError):
    """Tables that are not in their form."""

    exit_code = 9


@click.group("lexicon", cls=SuggestingGroup)
def command() -> None:
    """Check the word lists and place tables that documents are read by."""


@command.command(
    "check",
    epilog="""\b
Examples:
  tppo lexicon check
  tppo lexicon check ranks.tsv titles.tsv
""",
)
@click.argument("tables", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@told
def check_(tables: tuple[Path, ...]) -> None:
    """Look for what a spreadsheet may have spoilt: moved columns, stray blanks, doubled lines, broken patterns.

    Without TABLES those that tppo itself reads by; they are then loaded as well.
    """
    from ingest.lexicons import check, shipped

    paths = list(tables) or shipped()
    wrong = list(check(paths))
    for line in wrong:
        click.echo(line)
    if wrong:
        raise LexiconError(
            f"{len(wrong)} fault{'s' * (len(wrong) > 1)} in {len(paths)} tables.",
            "Mend the lines named above.",
        )
    if not tables:
        load()
    click.echo(f"{len(paths)} tables are in order.")


def load() -> None:
    """Read the shipped tables as tppo does; raises `TableError` for cells that mean nothing."""
    from graph.reference import agencies, hierarchy, places, units

    places.gazetteer()
    units.titles()
    units.ranks()
    agencies.named_agencies()
    hierarchy.hierarchy()
