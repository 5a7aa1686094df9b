"""The command line's top: which commands there are. Each is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from tppo import __version__
from tppo.groups import SuggestingGroup
from tppo.settings import Settings, case_option, store_option

COMMANDS = {
    "demo": ("tppo.demo_command", "See it work: read the demo case, ask three questions, draw it."),
    "extract": ("tppo.extract_command", "Print what documents say as JSON, without keeping it."),
    "ingest": ("tppo.ingest_command", "Read documents into a case and load its graph."),
    "status": ("tppo.status_command", "Show what a case holds."),
    "why": ("tppo.why_command", "Show the sentences behind what is known of one or two names."),
    "query": ("tppo.query_command", "List, show and run saved questions."),
    "search": ("tppo.search_command", "Find the sentences with certain words."),
    "measure": ("tppo.measure_command", "Measure the network of what a saved question finds."),
    "cypher": ("tppo.cypher_command", "Ask the graph in Cypher, reading only."),
    "draw": ("tppo.draw_command", "Draw the network as one HTML file that works offline."),
    "evaluate": ("tppo.evaluate_command", "Score what is read against annotated documents."),
    "lexicon": ("tppo.lexicon_command", "Check the word lists and tables that documents are read by."),
}

EPILOG = """\b
Examples:
  tppo demo
  tppo ingest clippings/ release.pdf
  tppo why "Andi M. Ichsan" "BP3MI Kalimantan Utara"
  tppo search speedboat Tawau
  tppo query run officials-of-agency --agency "Polres Nunukan"
  tppo draw --around Nunukan --hops 2

\b
Exit codes:
  0  done                              5  the store cannot be used
  1  an unexpected error               6  a query, or its values, are wrong
  2  wrong usage                       7  another package hides one of tppo's
  3  some documents were not read,     8  nothing in the case has that name
     the others were
  4  the case cannot be used            9  a lexicon table is not in its form

\b
Shell completion (bash; zsh and fish alike):
  eval "$(_TPPO_COMPLETE=bash_source tppo)"
"""


class LazyGroup(SuggestingGroup):
    """A group that knows its commands' names and short help, and imports a command when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of a first day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@case_option
@store_option
@click.pass_context
def tppo(ctx: click.Context, case: str, store: str | None) -> None:
    """Turn Indonesian documents about human trafficking (TPPO) into a graph that shows the sentence behind every
    fact. Works without a network. Names of victims stay in the case folder.
    """
    ctx.obj = Settings(case, store)
