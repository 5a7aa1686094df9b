"""The sentences behind the rows of an answer: what documents say of the things that a row names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.store import Rows, Store
from queries.model import LABELS

AT_ONCE = 500
"""Ids that the store is asked about in one query."""
BETWEEN = """\
UNWIND $ids AS wanted
MATCH (left:{label} {{id: wanted}})-[fact]->(right)
WHERE right.id IN $all AND fact.origin IN ['read', 'derived']
RETURN left.id AS one, right.id AS other, fact.articles AS articles, fact.sentences AS sentences
ORDER BY one, other, fact.key"""
TOLD = """\
UNWIND $ids AS wanted
MATCH (left:Incident {id: wanted})-[fact:REPORTED_IN]->(right:Article)
RETURN left.id AS one, left.id AS other, fact.articles AS articles, fact.sentences AS sentences
ORDER BY one, right.id, fact.key"""
SOURCES = """\
UNWIND $ids AS wanted
MATCH (source:Article {id: wanted})
RETURN source.id AS id, coalesce(source.publisher, source.name) AS publisher, source.published_on AS published_on
ORDER BY id"""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a document, protected names masked, with its publisher and day (None where unknown)."""

    sentence: str
    publisher: str | None
    published_on: str | None
    article_id: str


def evidence(store: Store, rows: Rows) -> list[list[Said]]:
    """For each row the sentences that join the things whose ids stand in it, or that tell of its incidents; each once,
    by date.
    """
    named = [list(ids_in(rows.columns, row)) for row in rows.rows]
    everything = sorted({each for ids in named for each in ids})
    facts: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for part in parts(everything):
        asked = [(BETWEEN.format(label=label), {"ids": part, "all": everything}) for label in LABELS]
        for cypher, parameters in (*asked, (TOLD, {"ids": part})):
            for one, other, articles, sentences in store.read(cypher, parameters).rows:
                pairs = zip(articles or (), sentences or (), strict=False)
                facts.setdefault((one, other), []).extend(pairs)
    sources = sources_of(store, sorted({article for said in facts.values() for article, _ in said}))
    return [list(of_row(set(ids), facts, sources)) for ids in named]


def ids_in(columns: Iterable[str], row: Iterable[object]) -> Iterator[str]:
    """The ids in a row: those of columns called `…_id` and `…_ids`, but for the article of a sentence."""
    for column, value in zip(columns, row, strict=True):
        if column == "article_id":
            continue
        if column.endswith("_id") and isinstance(value, str):
            yield value
        elif column.endswith("_ids") and isinstance(value, list):
            yield from map(str, value)


def of_row(
    ids: set[str],
    facts: Mapping[tuple[str, str], list[tuple[str, str]]],
    sources: Mapping[str, tuple[str | None, str | None]],
) -> Iterator[Said]:
    """The sentences between the things of one row, else those that tell of its incidents."""
    pairs = [(one, other) for one in ids for other in ids if (one, other) in facts]
    joined = [pair for pair in pairs if pair[0] != pair[1]]
    found = {
        Said(sentence, *sources.get(article, (None, None)), article)
        for pair in joined or pairs
        for article, sentence in facts[pair]
        if sentence
    }
    yield from sorted(found, key=lambda said: (said.published_on or "~", said.article_id, said.sentence))


def sources_of(store: Store, articles: list[str]) -> dict[str, tuple[str | None, str | None]]:
    """Publisher and day of articles."""
    return {
        article: (publisher, day)
        for part in parts(articles)
        for article, publisher, day in store.read(SOURCES, {"ids": part}).rows
    }


def parts(ids: list[str]) -> Iterator[list[str]]:
    """The ids in parts of a size that a store answers quickly."""
    yield from (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))
