"""`tppo search`: the sentences that hold certain words."""

from __future__ import annotations

import click

from tppo.answering import Wanted, answer_options, give_answer
from tppo.session import open_case, open_store, told
from tppo.settings import Settings, with_settings


@click.command(
    "search",
    epilog="""\b
Examples:
  tppo search speedboat
  tppo search "perekrut*" Tawau --limit 20
  tppo search "kapal kayu" --format xlsx --out kapal.xlsx
""",
)
@click.argument("words", nargs=-1, required=True)
@answer_options
@told
@with_settings
def command(settings: Settings, words: tuple[str, ...], wanted: Wanted) -> None:
    """Find the sentences in which all WORDS stand, newest first, and what they are evidence of.

    Words in quotes stand one behind the other. A word that ends in * stands for all that begin so, as they are
    written: merekrut, perekrut and direkrut begin differently. Only sentences that something in the graph rests on are
    found; names of victims are masked in them.
    """
    from queries.search import search

    with open_case(settings) as case, open_store(settings, case) as store:
        rows = search(store, words, wanted.limit, lambda note: click.echo(note, err=True), wanted.timeout)
        if not rows.rows:
            click.echo(
                "Try fewer words, or the beginning of one, as it is written: merekrut*, perekrut*", err=True
            )
        give_answer(store, f"Sentences with {' '.join(words)}", rows, wanted)
