"""`tppo draw`: the network as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tppo.query_command import FREE, given, names_beginning, note
from tppo.questions import catalogue_of
from tppo.session import open_case, open_store, told
from tppo.settings import Settings, with_settings

if TYPE_CHECKING:
    from graph.casefile.case import Case
    from graph.model import Graph
    from graph.picture.selection import Selection


@click.command(
    "draw",
    context_settings=FREE,
    epilog="""\b
Examples:
  tppo draw
  tppo draw --around "Pelabuhan Tunon Taka" --hops 2 --out tunon-taka.html
  tppo draw --query incidents-by-place --place Nunukan
""",
)
@click.option("--around", metavar="NAME", help="Only what is near this name.")
@click.option(
    "--hops",
    type=click.IntRange(0, 6),
    default=2,
    show_default=True,
    help="How near: relationships away from it.",
)
@click.option(
    "--query",
    "query_name",
    metavar="QUERY",
    shell_complete=names_beginning,
    help="Only what the rows of this saved question name.",
)
@click.option(
    "--out",
    default="tppo.html",
    show_default=True,
    type=click.Path(dir_okay=False),
    help="The file to write.",
)
@told
@with_settings
def command(settings: Settings, around: str | None, hops: int, query_name: str | None, out: str) -> None:
    """Draw the network of the case as one HTML file that opens anywhere without a network.

    Colours and shapes tell the types; select a node or an arrow to read the sentences behind it.
    """
    if around and query_name:
        raise click.UsageError("--around and --query exclude each other.")
    if click.get_current_context().args and not query_name:
        raise click.UsageError(
            f"No such option: {click.get_current_context().args[0]} (the parameters of a question need --query NAME)."
        )
    draw_case(
        settings,
        Path(out),
        around=around,
        hops=hops,
        query=query_name,
        arguments=given(click.get_current_context().args),
    )
    click.echo(f"Picture written: {out}")


def draw_case(
    settings: Settings,
    out: Path,
    *,
    around: str | None = None,
    hops: int = 2,
    query: str | None = None,
    arguments: dict[str, str] | None = None,
) -> None:
    """Write the picture of the case, or of the part chosen, to `out`."""
    from graph.picture import draw, write_picture
    from graph.picture.selection import around as surroundings
    from graph.picture.selection import whole
    from tppo.graphing import graph_of

    with open_case(settings) as case:
        graph = graph_of(case)
        title = settings.case if settings.case != "tppo-case" else "Case"
        if query is not None:
            selection = asked(settings, case, graph, query, arguments or {})
            title = f"{title}: {query}"
        elif around is not None:
            selection = surroundings(graph, node_called(graph, around), hops)
            title = f"{title}: {around}"
        else:
            selection = whole(graph)
    if not graph.nodes:
        click.echo(
            "The case is empty: so is its picture. `tppo ingest FILE…` reads documents into it.", err=True
        )
    write_picture(out, draw(graph, title, selection))


def asked(settings: Settings, case: Case, graph: Graph, name: str, arguments: dict[str, str]) -> Selection:
    """What the answer of a saved question names."""
    from graph.picture.selection import named_in
    from queries.parameters import parameters_for
    from queries.runner import run

    query = catalogue_of(settings, note).get(name)
    parameters_for(query, arguments)  # says what is wrong before an engine is started
    with open_store(settings, case) as store:
        rows = run(store, query, arguments, say=note)
    return named_in(graph, rows)


def node_called(graph: Graph, name: str) -> str:
    """The id of the node of this name."""
    from graph.evidence import find_node

    return find_node(graph, name).id
