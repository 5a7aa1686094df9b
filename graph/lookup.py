"""Finding a node by what a person types: its id, its name or an alias, whatever the case."""

from __future__ import annotations

from difflib import get_close_matches

from graph.model import Graph, Node, StoredValue, TppoError


class UnknownNameError(TppoError):
    """No node has the name, or several have it. Exit code 8."""

    exit_code = 8


def aliases_of(node: Node) -> list[str]:
    """The other names of a node."""
    aliases: StoredValue = node.properties.get("aliases", [])
    return [str(alias) for alias in aliases] if isinstance(aliases, list) else []


def find_node(graph: Graph, name: str) -> Node:
    """The node with this id, else with this name, else with this alias.

    Raises `UnknownNameError` with near names when there is none, and with the ids when there are several.
    """
    wanted = name.strip().casefold()
    hits = [node for node in graph.nodes if node.id.casefold() == wanted]
    hits = hits or [node for node in graph.nodes if str(node.properties["name"]).casefold() == wanted]
    hits = hits or [node for node in graph.nodes if wanted in map(str.casefold, aliases_of(node))]
    if len(hits) == 1:
        return hits[0]
    if hits:
        choices = ", ".join(f"{node.id} ({node.label})" for node in hits)
        raise UnknownNameError(
            f"{len(hits)} things are called {name!r}: {choices}.", "Give the id of one of them."
        )
    raise UnknownNameError(f"Nothing in the graph is called {name!r}.", _near(graph, wanted))


def _near(graph: Graph, wanted: str) -> str:
    names = {
        form.casefold(): form
        for node in graph.nodes
        for form in (str(node.properties["name"]), *aliases_of(node))
    }
    near = [names[match] for match in get_close_matches(wanted, sorted(names), n=3)]
    near += sorted(
        form for folded, form in names.items() if wanted and wanted in folded and form not in near
    )[:3]
    if near:
        return f"Did you mean {' or '.join(repr(form) for form in near[:4])}?"
    return "Check the spelling, or look for the name with a saved query."
