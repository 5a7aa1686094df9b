"""The generated parts of README.md and docs/*.md: cog writes what these functions return."""

from __future__ import annotations

import click
from click.testing import CliRunner

from queries.catalogue import load_catalogue
from tppo.commands import COMMANDS, tppo

PARTS = {"query": ("list", "show", "run", "new", "check"), "lexicon": ("check",)}
"""Commands that are groups of commands."""


def command_help() -> str:
    """The help of `tppo` and of each command, as a list of code blocks."""
    blocks = ["```text", help_of([]), "```", ""]
    for name in COMMANDS:
        blocks += [
            f"<details><summary><code>tppo {name} --help</code></summary>",
            "",
            "```text",
            help_of([name]),
            "```",
        ]
        if name in PARTS:
            for part in PARTS[name]:
                blocks += ["", "```text", help_of([name, part]), "```"]
        blocks += ["", "</details>", ""]
    return "\n".join(blocks)


def help_of(words: list[str]) -> str:
    """What `tppo WORDS --help` prints at 100 columns."""
    result = CliRunner().invoke(tppo, [*words, "--help"], prog_name="tppo", terminal_width=100)
    if result.exit_code:
        raise click.ClickException(result.output)
    return result.output.rstrip()


def query_list() -> str:
    """Tables of the saved questions, one for each topic."""
    catalogue = load_catalogue()
    found = sorted(
        (catalogue.get(name) for name in catalogue.names()), key=lambda each: (each.topic, each.id)
    )
    blocks = []
    for topic in dict.fromkeys(query.topic for query in found):
        rows = [query for query in found if query.topic == topic]
        lines = [
            f"| `{each.id}` | {each.question} | {', '.join(each.parameters) or '–'} | {each.picture} |"
            for each in rows
        ]
        head = ["| name | question | asks for | best seen as |", "|---|---|---|---|"]
        blocks.append("\n".join([f"**{topic.capitalize()}**", "", *head, *lines, ""]))
    return "\n".join(blocks)
