"""Whether the names in a question are names of anything: an answer without rows says nothing of it.

Pure: the graph is given. What counts as a name here is what the saved queries compare with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.lookup import UnknownNameError, aliases_of, find_node
from graph.model import Graph, Node
from queries.model import Parameter, ParameterValue, SavedQuery


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a name may belong to, and the properties beside name, aliases and id that hold names."""

    labels: tuple[str, ...]
    properties: tuple[str, ...] = ()


_OF_TYPE = {
    "place": _Kind(("Location",), ("code",)),
    "agency": _Kind(("Agency",), ("full_name", "abbreviation")),
    "person": _Kind(("Official",)),
}
_ANYTHING = _Kind(
    ("Official", "Suspect", "Agency", "Location", "Incident", "Event", "Vessel"), ("full_name", "code")
)
_OF_TEXT = {
    "path-between": _ANYTHING,
    "document-says": _Kind(("Article",), ("title", "file", "url", "sha256")),
}


def check_names(query: SavedQuery, values: Mapping[str, ParameterValue], graph: Graph) -> None:
    """Raise `UnknownNameError` (exit code 8, near names in its cure) for a name that nothing has.

    `values` are those of `queries.parameters.parameters_for`. For a name that only something of another kind has
    (an agency where a place is asked for) the error says so.
    """
    for kind, name in _names(query, values):
        candidates = tuple(node for node in graph.nodes if node.label in kind.labels)
        if not _called(candidates, kind, name):
            _refuse_other_kind(graph, kind, name)
            find_node(Graph(candidates), name)


def _refuse_other_kind(graph: Graph, kind: _Kind, name: str) -> None:
    others = _Kind(tuple({node.label for node in graph.nodes}), kind.properties)
    for node in _called(graph.nodes, others, name):
        raise UnknownNameError(
            f"{name!r} is the {node.label} {node.id}; the question is about {' or '.join(kind.labels)}.",
            f"Give the name of {' or '.join(kind.labels)}; `tppo why {node.id}` shows what is known of this one.",
        )


def ambiguous_names(
    query: SavedQuery, values: Mapping[str, ParameterValue], graph: Graph
) -> Iterator[tuple[str, tuple[Node, ...]]]:
    """The names in a question for a path that several things have, with these."""
    if query.id == "path-between":
        for kind, name in _names(query, values):
            found = _called(graph.nodes, kind, name)
            if len(found) > 1:
                yield name, found


def _names(query: SavedQuery, values: Mapping[str, ParameterValue]) -> Iterator[tuple[_Kind, str]]:
    for parameter in query.parameters.values():
        kind, value = _kind(query, parameter), values[parameter.name]
        if kind and isinstance(value, str):
            yield kind, value


def _kind(query: SavedQuery, parameter: Parameter) -> _Kind | None:
    return _OF_TEXT.get(query.id) if parameter.type == "text" else _OF_TYPE.get(parameter.type)


def _called(nodes: tuple[Node, ...], kind: _Kind, name: str) -> tuple[Node, ...]:
    wanted = name.casefold()
    return tuple(node for node in nodes if node.label in kind.labels and wanted in _forms(node, kind))


def _forms(node: Node, kind: _Kind) -> set[str]:
    own = (node.properties.get(name) for name in ("name", *kind.properties))
    return {form.casefold() for form in (node.id, *map(str, filter(None, own)), *aliases_of(node))}
