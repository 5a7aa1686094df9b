"""`tppo why`: the sentences behind what is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tppo.session import open_case, told
from tppo.settings import Settings, with_case

if TYPE_CHECKING:
    from graph.evidence import Statement

ORIGINS = {
    "read": "read from documents",
    "official": "official hierarchy, not read from a document",
    "derived": "computed from other statements",
}
SILENT = frozenset({"start", "end", "articles", "sentences", "starts", "ends", "rules", "origin", "confidence",
                    "sources", "first_reported", "last_reported"})  # fmt: skip
"""Properties of a relationship that are shown in another way."""
TERMS = {"from": "reported from", "to": "reported to"}
"""Names of properties that would say more than documents do: they report an office, they do not date it."""


@click.command(
    "why",
    epilog="""\b
Examples:
  tppo why "Andi M. Ichsan" "BP3MI Kalimantan Utara"
  tppo why "Polres Nunukan"
  tppo why polres:65.03 --json
""",
)
@click.argument("name")
@click.argument("other", required=False)
@click.option("--mentions", is_flag=True, help="Also show where it is only mentioned.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
@with_case
def command(settings: Settings, name: str, other: str | None, mentions: bool, as_json: bool) -> None:
    """Show why the case says what it says: the relationships between NAME and OTHER, or all of NAME, each with its
    sentences, where they stand (offsets in the document's text), what read them and how sure it is.

    A name is written as in the graph, in any case, or is an alias or an id.
    """
    from graph.evidence import why
    from tppo.graphing import graph_of

    with open_case(settings) as case:
        graph = graph_of(case)
    found = [s for s in why(graph, name, other) if mentions or other or s.relationship.type != "MENTIONS"]
    if as_json:
        click.echo(json.dumps([as_object(each) for each in found], ensure_ascii=False, indent=1))
        return
    for statement in found:
        tell(statement)
    if not found:
        both = f"{name!r} and {other!r} are both known, but no document relates them directly."
        click.echo(both if other else f"{name!r} is known, but only mentioned; --mentions shows where.")
        if other:
            click.echo(
                f'`tppo query run path-between --first "{name}" --second "{other}"` looks for ways over others.'
            )


def tell(statement: Statement) -> None:
    """One statement with its sentences."""
    start, end = statement.start.properties["name"], statement.end.properties["name"]
    click.secho(f"{start} ", bold=True, nl=False)
    click.secho(f"{statement.relationship.type} ", fg="cyan", nl=False)
    click.secho(str(end), bold=True)
    details = [
        f"{TERMS.get(k, k.replace('_', ' '))}: {v}"
        for k, v in statement.relationship.properties.items()
        if k not in SILENT
    ]
    click.echo(f"  {'; '.join([*details, ORIGINS[statement.origin]])}; confidence {statement.confidence:.2f}")
    for proof in statement.proofs:
        source = ", ".join(part for part in (proof.publisher, proof.published_on, proof.title) if part)
        click.echo(f"  “{proof.sentence}”")
        click.secho(f"    {source} [{proof.start}:{proof.end}] {proof.rule}", dim=True)
    if not statement.proofs:
        click.secho(f"    {', '.join(statement.rules)}", dim=True)
    click.echo()


def as_object(statement: Statement) -> dict[str, object]:
    """A statement for other programs."""
    return {
        "type": statement.relationship.type,
        "start": {"id": statement.start.id, "name": statement.start.properties["name"]},
        "end": {"id": statement.end.id, "name": statement.end.properties["name"]},
        "properties": {k: v for k, v in statement.relationship.properties.items() if k not in SILENT},
        "origin": statement.origin,
        "confidence": statement.confidence,
        "evidence": [
            {"article": p.article, "title": p.title, "publisher": p.publisher, "published_on": p.published_on,
             "start": p.start, "end": p.end, "sentence": p.sentence, "rule": p.rule}
            for p in statement.proofs
        ],
    }  # fmt: skip
