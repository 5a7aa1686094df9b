"""`tppo cypher`: a question in Cypher that nobody saved; it may only read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from tppo.answering import Wanted, answer_options, give_answer
from tppo.session import open_case, open_store, told
from tppo.settings import Settings, with_settings

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command(
    "cypher",
    epilog="""\b
Examples:
  tppo cypher "MATCH (v:Vessel) RETURN v.name AS vessel ORDER BY vessel"
  tppo cypher "MATCH (i:Incident) WHERE i.victims_total >= $n RETURN i.name AS incident" --param n=10
""",
)
@click.argument("statement")
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE",
              help="A value for $NAME: a number, true, false, null, a JSON list, else text.")  # fmt: skip
@answer_options
@told
@with_settings
def command(settings: Settings, statement: str, parameters: tuple[str, ...], wanted: Wanted) -> None:
    """Ask the graph in Cypher. What would write, load files or call procedures is refused.

    A question worth keeping is better saved: `tppo query new NAME`.
    """
    from graph.store import Rows

    values = given(parameters)
    with open_case(settings) as case, open_store(settings, case) as store:
        rows = store.read(statement, values, wanted.timeout)
        rows = Rows(rows.columns, rows.rows[: wanted.limit])
        give_answer(store, "Answer", rows, wanted)


def given(parameters: Sequence[str]) -> dict[str, Any]:
    """Parameters by name; `click.UsageError` for one without a name or value."""
    found: dict[str, Any] = {}
    for each in parameters:
        name, equals, value = each.partition("=")
        if not equals or not name.isidentifier():
            raise click.UsageError(f"--param {each!r} is not NAME=VALUE.")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found
