"""`tppo status`: what a case holds."""

from __future__ import annotations

import json
from collections import Counter

import click

from tppo.session import open_case, told
from tppo.settings import Settings, with_case
from tppo.tables import show


@click.command(
    "status",
    epilog="""\b
Examples:
  tppo status
  tppo status --case sebatik --json
""",
)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@told
@with_case
def command(settings: Settings, as_json: bool) -> None:
    """Show what the case holds: documents, nodes and relationships by type, where documents contradict each other."""
    from tppo.graphing import graph_of

    with open_case(settings) as case:
        ledger = case.ledger.status()
        graph = graph_of(case)
    nodes = Counter(node.label for node in graph.nodes)
    relationships = Counter(each.type for each in graph.relationships)
    disputed = [node for node in graph.nodes if node.properties.get("conflicts")]
    if as_json:
        facts = {
            "case": settings.case, "documents": ledger.documents, "last_read": ledger.last_read,
            "decisions": ledger.decisions, "nodes": dict(sorted(nodes.items())),
            "relationships": dict(sorted(relationships.items())),
            "contradictions": [node.properties["name"] for node in disputed],
        }  # fmt: skip
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    many = "" if ledger.documents == 1 else "s"
    last = ledger.last_read or "never"
    click.echo(f"Case {settings.case}: {ledger.documents} document{many}, last read {last}.")
    show("Nodes", ("label", "count"), sorted(nodes.items()), as_json=False)
    show("Relationships", ("type", "count"), sorted(relationships.items()), as_json=False)
    for node in disputed:
        fields = ", ".join(str(each) for each in node.properties["conflicts"])  # type: ignore[union-attr]
        click.echo(f"Documents disagree on {fields}: {node.properties['name']}")
    if not graph.nodes:
        click.echo("The case is empty. `tppo ingest FILE…` reads documents into it.")
