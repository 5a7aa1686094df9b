"""`tppo query`: saved questions, listed, shown, run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from queries.model import QueryError
from tppo.groups import SuggestingGroup
from tppo.session import open_case, open_store, told
from tppo.settings import Settings, with_settings
from tppo.tables import show

if TYPE_CHECKING:
    pass

FREE = {"ignore_unknown_options": True, "allow_extra_args": True}
"""The parameters of a query are options that only its file knows."""


def names_beginning(context: click.Context, parameter: click.Parameter, beginning: str) -> list[str]:
    """The names of saved questions that begin so: what a shell offers after TAB."""
    from queries.catalogue import load_catalogue

    return [name for name in load_catalogue().names() if name.startswith(beginning)]


@click.group("query", cls=SuggestingGroup)
def command() -> None:
    """List, show and run saved questions."""


@command.command("list", epilog="\b\nExample:\n  tppo query list\n")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
def list_(as_json: bool) -> None:
    """The saved questions, with what they need to be told."""
    from queries.catalogue import load_catalogue
    from queries.parameters import command as form

    catalogue = load_catalogue()
    found = [catalogue.get(name) for name in catalogue.names()]
    rows = [(query.id, query.question, form(query, {})) for query in found]
    show("Saved questions", ("name", "question", "how to ask"), rows, as_json)


@command.command("show", epilog="\b\nExample:\n  tppo query show routes\n")
@click.argument("name", shell_complete=names_beginning)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
def show_(name: str, as_json: bool) -> None:
    """One saved question: what it asks, its parameters and columns, and its Cypher."""
    from queries.catalogue import load_catalogue

    query = load_catalogue().get(name)
    if as_json:
        told_of = {key: value for key, value in asdict(query).items() if key != "path"}
        click.echo(json.dumps(told_of, ensure_ascii=False, indent=2, default=dict))
        return
    click.secho(f"{query.id}: {query.title}", bold=True)
    click.echo(f"{query.question}\n{query.pertanyaan}\n")
    for parameter in query.parameters.values():
        needed = (
            "needed"
            if parameter.required
            else f"default {parameter.default}"
            if parameter.default is not None
            else "optional"
        )
        choices = f" ({', '.join(parameter.choices)})" if parameter.choices else ""
        click.echo(
            f"  --{parameter.name.replace('_', '-')}  {parameter.type}{choices}, {needed}: {parameter.description}"
        )
    click.echo("\nColumns:")
    for column, meaning in query.columns.items():
        click.echo(f"  {column}: {meaning}")
    click.echo(f"\n{query.cypher}")


@command.command(
    "run",
    context_settings=FREE,
    epilog="""\b
Examples:
  tppo query run officials-of-agency --agency "BP3MI Kalimantan Utara"
  tppo query run incidents-by-place --place Nunukan --from 2025 --json
""",
)
@click.argument("name", shell_complete=names_beginning)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
@with_settings
def run_(settings: Settings, name: str, limit: int | None, as_json: bool) -> None:
    """Ask a saved question. Its parameters are options: `--place Nunukan`; `tppo query show NAME` lists them."""
    from queries.catalogue import load_catalogue
    from queries.parameters import parameters_for
    from queries.runner import run

    query = load_catalogue().get(name)
    arguments = given(click.get_current_context().args)
    parameters_for(query, arguments)  # says what is wrong before an engine is started
    with open_case(settings) as case, open_store(settings, case) as store:
        rows = run(store, query, arguments, limit, say=note)
    show(query.title, rows.columns, rows.rows, as_json)


def note(text: str) -> None:
    """Tell on standard error how a name was taken."""
    click.echo(text, err=True)


def given(words: Sequence[str]) -> dict[str, str]:
    """The parameters among the words left on the command line: "--place Nunukan", "--place=Nunukan"."""
    found: dict[str, str] = {}
    at = 0
    while at < len(words):
        name, equals, value = words[at].partition("=")
        if not name.startswith("--") or len(name) < 3:
            raise QueryError(f"{words[at]!r} belongs to no parameter.", 'Write each one as --name "value".')
        if not equals:
            at += 1
            if at == len(words):
                raise QueryError(f"{name} has no value.", f'Write {name} "value".')
            value = words[at]
        found[name[2:]] = value
        at += 1
    return found
