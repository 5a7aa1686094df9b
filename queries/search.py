"""Sentences that hold certain words, and what they are evidence of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from graph.model import Relationship
from graph.store import Rows, Store
from queries.evidence import sources_of
from queries.lookup import folded, with_ids
from queries.model import LABELS, QueryError

COLUMNS = ("things", "sentence", "publisher", "published_on", "thing_ids", "article_id")
FACTS = 2000
"""So many facts of each kind whose sentences hold the words are looked at."""


def search(
    store: Store,
    words: Sequence[str],
    limit: int | None = None,
    say: Callable[[str], None] | None = None,
    timeout: float | None = None,
) -> Rows:
    """The sentences in which all these words stand, in any case, newest first: one row of `COLUMNS` each.

    Several words in one text stand one behind the other; one that ends in `*` stands for all that begin so. `things`
    are what the sentence is evidence of. `say` is told when there may be more. Raises `QueryError` where no word is
    given.
    """
    wanted = [(folded(text), text.endswith("*")) for text in words]
    if not wanted or not all(any(letter.isalnum() for letter in word) for word, _ in wanted):
        raise QueryError("There is no word to look for.", 'Give words, or several in quotes: "kapal kayu"')
    facts = store.said(" ".join(words), FACTS + 1, timeout)
    most = max(Counter(fact.type for fact in facts).values(), default=0)
    if most > FACTS and say:
        say(
            f"More than {FACTS} facts of a kind have these words; not all were looked at. Give one more word."
        )
    found: dict[tuple[str, int, str], set[tuple[str, str]]] = {}
    for fact in facts:
        for place in said_with(fact, wanted):
            found.setdefault(place, set()).update(ends(fact))
    sources = sources_of(store, sorted({article for article, _, _ in found}))
    newest = sorted(
        sorted(found), key=lambda place: sources.get(place[0], (None, None))[1] or "", reverse=True
    )
    newest = newest[:limit]
    names = names_of(store, {each for place in newest for each in found[place]})
    rows = []
    for place in newest:
        article, _, sentence = place
        things = sorted((names[each], each[1]) for each in found[place] if each in names)
        shown = ([name for name, _ in things], sentence, *sources.get(article, (None, None)))
        rows.append((*shown, [thing for _, thing in things], article))
    return Rows(COLUMNS, tuple(rows))


def said_with(fact: Relationship, wanted: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, int, str]]:
    """Article, place in it and text of each sentence behind a fact that holds all the words."""
    columns = [list_of(fact, name) for name in ("articles", "starts", "sentences")]
    for article, start, sentence in zip(*columns, strict=True):
        text = f" {folded(str(sentence))} "
        if all(f" {word}" in text if begins else f" {word} " in text for word, begins in wanted):
            yield str(article), int(start), str(sentence)


def list_of(fact: Relationship, name: str) -> list[str | int | float]:
    """A property that is a list; an empty one where it is missing."""
    value = fact.properties.get(name)
    return list(value) if isinstance(value, list) else []


def ends(fact: Relationship) -> Iterator[tuple[str, str]]:
    """Label and id of what a fact joins, but for documents."""
    both = ((fact.start_label, fact.start), (fact.end_label, fact.end))
    yield from (each for each in both if each[0] != "Article")


def names_of(store: Store, things: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The names of things by label and id."""
    labels = [label for label in LABELS if label != "Article"]
    found = with_ids(store, labels, sorted({thing for _, thing in things}))
    return {(node.label, node.id): str(node.properties["name"]) for node in found}
