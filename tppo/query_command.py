"""`tppo query`: saved questions, listed, shown, run, begun and checked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from queries.model import QueryError
from tppo.answering import Wanted, answer_options, give_answer
from tppo.groups import SuggestingGroup
from tppo.questions import catalogue_of
from tppo.session import open_case, open_store, told
from tppo.settings import DEFAULT_CASE, Settings, with_case, with_settings
from tppo.tables import show

if TYPE_CHECKING:
    from graph.store import Rows, Store
    from queries.model import Parameter

FREE = {"ignore_unknown_options": True, "allow_extra_args": True}
"""The parameters of a query are options that only its file knows."""


def names_beginning(context: click.Context, parameter: click.Parameter, beginning: str) -> list[str]:
    """The names of saved questions that begin so: what a shell offers after TAB."""
    settings = context.find_object(Settings) or Settings(
        context.find_root().params.get("case") or DEFAULT_CASE, None
    )
    return [name for name in catalogue_of(settings).names() if name.startswith(beginning)]


@click.group("query", cls=SuggestingGroup)
def command() -> None:
    """List, show and run saved questions."""


@command.command("list", epilog="\b\nExamples:\n  tppo query list\n  tppo query list --topic routes\n")
@click.option("--topic", help="Only questions of this topic (people, routes, law …).")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
@with_case
def list_(settings: Settings, topic: str | None, as_json: bool) -> None:
    """The saved questions by topic, with what they need to be told."""
    from queries.parameters import command as form

    catalogue = catalogue_of(settings, note)
    found = [catalogue.get(name) for name in catalogue.names()]
    topics = sorted({query.topic for query in found})
    if topic is not None and topic.lower() not in topics:
        raise QueryError(f"There is no topic {topic!r}.", f"Topics are {', '.join(topics)}.")
    chosen = [query for query in found if topic is None or query.topic == topic.lower()]
    chosen.sort(key=lambda query: (query.topic, query.id))
    rows = [(query.topic, query.id, query.question, form(query, {})) for query in chosen]
    show("Saved questions", ("topic", "name", "question", "how to ask"), rows, as_json)


@command.command("show", epilog="\b\nExample:\n  tppo query show routes\n")
@click.argument("name", shell_complete=names_beginning)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
@with_case
def show_(settings: Settings, name: str, as_json: bool) -> None:
    """One saved question: what it asks, its parameters and columns, and its Cypher."""
    query = catalogue_of(settings, note).get(name)
    if as_json:
        told_of = {key: value for key, value in asdict(query).items() if key != "path"}
        click.echo(json.dumps(told_of, ensure_ascii=False, indent=2, default=dict))
        return
    click.secho(f"{query.id}: {query.title}", bold=True)
    click.echo(f"{query.question}\n{query.pertanyaan}\n")
    for parameter in query.parameters.values():
        click.echo(f"  --{parameter.name.replace('_', '-')}  {described(parameter)}")
    click.echo("\nColumns:")
    for column, meaning in query.columns.items():
        click.echo(f"  {column}: {meaning}")
    click.echo(f"\nBest looked at as: {query.picture}\n\n{query.cypher}")


def described(parameter: Parameter) -> str:
    """Type, choices, whether it is needed, and what it means."""
    needed = "needed" if parameter.required else "optional"
    if parameter.default is not None:
        needed = f"default {parameter.default}"
    choices = f" ({', '.join(parameter.choices)})" if parameter.choices else ""
    if parameter.choices_from:
        choices = " (one that the graph has)"
    return f"{parameter.type}{choices}, {needed}: {parameter.description}"


@command.command(
    "run",
    context_settings=FREE,
    epilog="""\b
Examples:
  tppo query run officials-of-agency --agency "BP3MI Kalimantan Utara"
  tppo query run incidents-by-place --place "Kab. Nunukan" --from "September 2025" --evidence
  tppo query run routes --format xlsx --out routes.xlsx
  tppo query run whole-routes --destination Tawau --picture routes.html
""",
)
@click.argument("name", shell_complete=names_beginning)
@click.option(
    "--picture", metavar="FILE", type=click.Path(dir_okay=False), help="Also draw what the rows name."
)
@answer_options
@told
@with_settings
def run_(settings: Settings, name: str, picture: str | None, wanted: Wanted) -> None:
    """Ask a saved question. Its parameters are options: `--place Nunukan`; `tppo query show NAME` lists them."""
    from queries.parameters import parameters_for
    from queries.runner import run

    query = catalogue_of(settings, note).get(name)
    arguments = given(click.get_current_context().args)
    parameters_for(query, arguments)  # says what is wrong before an engine is started
    with open_case(settings) as case, open_store(settings, case) as store:
        rows = run(store, query, arguments, wanted.limit, say=note, timeout=wanted.timeout)
        give_answer(store, query.title, rows, wanted)
        if picture and rows.rows:
            draw_rows(store, query.title, rows, Path(picture))


def draw_rows(store: Store, title: str, rows: Rows, file: Path) -> None:
    """Write the network of what the rows name."""
    from graph.picture import draw, write_picture
    from graph.picture.selection import named_in

    graph = store.snapshot()
    write_picture(file, draw(graph, title, named_in(graph, rows)))
    click.echo(f"Picture written: {file}", err=True)


@command.command("new", epilog="\b\nExample:\n  tppo query new ships-at-night --folder my-queries\n")
@click.argument("name")
@click.option(
    "--folder", type=click.Path(file_okay=False), metavar="FOLDER",
    help="Where to; without it the first of TPPO_QUERIES, else `queries` in the case folder.",
)  # fmt: skip
@told
@with_case
def new_(settings: Settings, name: str, folder: str | None) -> None:
    """Begin a question of your own: a file that already works, to be changed."""
    from tppo.own_questions import begin

    file = begin(settings, name, Path(folder) if folder else None)
    click.echo(f"{file} is ready: change it, then `tppo query check` and `tppo query run {file.stem}`.")


@command.command("check", epilog="\b\nExamples:\n  tppo query check\n  tppo query check my-queries/\n")
@click.argument("folders", nargs=-1, type=click.Path(exists=True), metavar="[FILE|FOLDER]…")
@told
@with_case
def check_(settings: Settings, folders: tuple[str, ...]) -> None:
    """Check questions of your own, or those in the files and folders given; each fault with its cure."""
    from tppo.own_questions import check

    faults, good = check(settings, [Path(folder) for folder in folders])
    for fault in faults:
        click.echo(f"{fault}\n  Cure: {fault.cure}", err=True)
    click.echo(f"{good} in order, {len(faults)} with a fault.")
    if faults:
        raise click.exceptions.Exit(QueryError.exit_code)


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
