"""`tppo demo`: the whole way on the demo case that ships with tppo."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tppo.draw_command import draw_case
from tppo.ingest_command import add_documents, load_graph
from tppo.inputs import read_inputs
from tppo.session import open_case, open_store, told
from tppo.settings import Settings
from tppo.tables import show

if TYPE_CHECKING:
    from graph.casefile.case import Case

FOLDER = "tppo-demo"
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("officials-of-agency", {"agency": "Polres Nunukan"}),
    ("incidents-by-place", {"place": "Nunukan"}),
    ("routes", {}),
)


@click.command("demo", epilog="\b\nExample:\n  tppo demo --folder /tmp/demo\n")
@click.option(
    "--folder",
    default=FOLDER,
    show_default=True,
    type=click.Path(file_okay=False),
    help="Where to put case and picture.",
)
@click.pass_obj
@told
def command(settings: Settings, folder: str) -> None:
    """Read the demo case (invented documents), load its graph, ask three saved questions, draw a picture."""
    home = Path(folder)
    mine = Settings(str(home / "case"), settings.store)
    with as_file(files("tppo") / "demo" / "documents") as documents:
        read, _ = read_inputs([str(documents)], any_language=False)
    with open_case(mine, create=True) as case:
        add_documents(case, read)
        report = load_graph(case, mine)
        click.echo(
            f"Read {len(read)} invented documents: {report.nodes} nodes, {report.relationships} relationships.\n"
        )
        ask(mine, case)
    draw_case(mine, home / "demo.html")
    width = shutil.get_terminal_size().columns
    click.secho("─" * min(width, 100), dim=True)
    click.echo(f"Picture: {home / 'demo.html'}  (open it in a browser; it needs no network)")
    click.echo("Try next:")
    case_option = f"--case {shlex.quote(mine.case)}"
    for line in (
        f'why "Bagas Wirandaru" {case_option}',
        "query list",
        f'query run path-between --first "Daeng Rala" --second Tawau {case_option}',
        f'draw --around "Pelabuhan Tunon Taka" --hops 1 {case_option}',
        "ingest YOUR-DOCUMENTS/",
    ):
        click.echo(f"  {program()} {line}")


def program() -> str:
    """What a user types to run this program again: "tppo" where the shell finds it, else its file."""
    return "tppo" if shutil.which("tppo") else shlex.quote(os.path.relpath(sys.argv[0]))


def ask(settings: Settings, case: Case) -> None:
    """Run the three questions and print their tables."""
    from queries.catalogue import load_catalogue
    from queries.runner import run

    catalogue = load_catalogue()
    with open_store(settings, case) as store:
        for name, arguments in QUESTIONS:
            rows = run(store, catalogue.get(name), arguments)
            show(catalogue.get(name).question, rows.columns, rows.rows, as_json=False)
