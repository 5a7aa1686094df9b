"""Why the graph says something: the relationships of one or two things, with the sentences behind them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookup import UnknownNameError, find_node
from graph.model import Graph, Node, Relationship

__all__ = ["Proof", "Statement", "UnknownNameError", "find_node", "why"]


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that states a relationship: `text[start:end]` of the article's text, protected names masked.

    `title`, `publisher` and `published_on` are the article's, None where it has none.
    """

    sentence: str
    article: str
    title: str | None
    publisher: str | None
    published_on: str | None
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A relationship, its ends and its proofs by date. Without proofs, `rules` says where it comes from."""

    relationship: Relationship
    start: Node
    end: Node
    proofs: tuple[Proof, ...]

    @property
    def origin(self) -> str:
        """Where it comes from: "read", "official" or "derived"."""
        return str(self.relationship.properties["origin"])

    @property
    def confidence(self) -> float:
        """Between 0 and 1."""
        confidence = self.relationship.properties["confidence"]
        return float(confidence) if isinstance(confidence, int | float) else 0.0

    @property
    def rules(self) -> tuple[str, ...]:
        """What read or made it, each once."""
        return tuple(dict.fromkeys(_texts(self.relationship, "rules")))


def why(graph: Graph, name_a: str, name_b: str | None = None) -> tuple[Statement, ...]:
    """All relationships between two things, or with one name all that is known of it; read ones first.

    Names are ids, names or aliases in any case. Raises `UnknownNameError` (with near names, or with the ids
    of several hits). Two known things without a relationship give ().
    """
    a = find_node(graph, name_a)
    b = find_node(graph, name_b) if name_b is not None else None
    found = [
        _statement(graph, relationship)
        for relationship in graph.relationships
        if a.id in (relationship.start, relationship.end)
        and (b is None or {relationship.start, relationship.end} == {a.id, b.id})
    ]
    order = ("read", "derived", "official")
    return tuple(
        sorted(found, key=lambda each: (order.index(each.origin), each.relationship.type == "MENTIONS"))
    )


def _statement(graph: Graph, relationship: Relationship) -> Statement:
    start, end = graph.node(relationship.start), graph.node(relationship.end)
    if start is None or end is None:
        raise ValueError(f"{relationship.type} {relationship.key} joins a node that is not in the graph.")
    columns = zip(
        _texts(relationship, "articles"),
        _texts(relationship, "sentences"),
        _numbers(relationship, "starts"),
        _numbers(relationship, "ends"),
        _texts(relationship, "rules"),
        strict=False,
    )
    proofs = tuple(_proof(graph, *row) for row in columns)
    return Statement(relationship, start, end, proofs)


def _proof(graph: Graph, article: str, sentence: str, start: int, end: int, rule: str) -> Proof:
    source = graph.node(article)
    known = source.properties if source is not None else {}
    title, publisher, day = (known.get(name) for name in ("title", "publisher", "published_on"))
    return Proof(sentence, article, _text(title), _text(publisher), _text(day), start, end, rule)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(relationship: Relationship, name: str) -> list[str]:
    values = relationship.properties.get(name, [])
    return [str(value) for value in values] if isinstance(values, list) else []


def _numbers(relationship: Relationship, name: str) -> list[int]:
    values = relationship.properties.get(name, [])
    return [value for value in values if isinstance(value, int)] if isinstance(values, list) else []
