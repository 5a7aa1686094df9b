"""`tppo measure`: who joins many and who stands between others in what a saved question finds."""

from __future__ import annotations

import click

from tppo.answering import Wanted, answer_options, give_answer
from tppo.query_command import FREE, given, names_beginning, note
from tppo.questions import catalogue_of
from tppo.session import open_case, open_store, told
from tppo.settings import Settings, with_settings


@click.command(
    "measure",
    context_settings=FREE,
    epilog="""\b
Examples:
  tppo measure agencies-together
  tppo measure suspects-in-several-incidents --least 1 --format csv --out people.csv
""",
)
@click.argument("name", shell_complete=names_beginning)
@answer_options
@told
@with_settings
def command(settings: Settings, name: str, wanted: Wanted) -> None:
    """Measure the network of what a saved question finds: degree, betweenness, cores, cuts and groups.

    The question's parameters are options, as in `tppo query run`. Centrality is no sign of guilt.
    """
    from graph.store import Rows
    from queries.measures import CAUTION, MEANINGS, measure
    from queries.network import network
    from queries.parameters import parameters_for
    from queries.runner import run

    query = catalogue_of(settings, note).get(name)
    arguments = given(click.get_current_context().args)
    parameters_for(query, arguments)  # says what is wrong before an engine is started
    with open_case(settings) as case, open_store(settings, case) as store:
        found = run(store, query, arguments, say=note, timeout=wanted.timeout)
        rows = measure(network(store.snapshot(), found)) if found.rows else Rows((), ())
        rows = Rows(rows.columns, rows.rows[: wanted.limit])
        give_answer(store, f"Network of: {query.title}", rows, wanted)
    if rows.rows:
        for name_of, meaning in MEANINGS.items():
            note(f"{name_of}: {meaning}.")
        note(CAUTION)
