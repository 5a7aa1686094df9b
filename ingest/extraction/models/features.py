"""What the tagger sees of a token: itself, its neighbours, what the rules and lexicons say there, and what the rest of
the document says of the same word.

A feature is a short text ("w=polres", "-1r=BOFF"). Features that carry a word (`LEXICAL`) are the only ones that can
hold part of a name; training keeps of these only words that stand outside of all names (see `ingest/learning`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.extraction.mentions.finds import Board
from ingest.extraction.words.lexicon import REMEMBERED, Hit, words
from ingest.extraction.words.reference import Reference
from ingest.extraction.words.text import Page, Token

SHORT = {
    "Official": "OFF", "Suspect": "SUS", "Protected": "PRO", "Agency": "AGE", "Location": "LOC", "Vessel": "VES",
    "Law": "LAW",
}  # fmt: skip
"""Labels as the tagger writes them."""
LEXICAL = ("w", "bg", "bf")
"""Names of the features whose value is a word or two, after the distance ("-1w")."""
NEAR = (-3, -2, -1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of each token by itself, in the order of the page."""

    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    own: tuple[tuple[str, ...], ...]
    passed: tuple[tuple[str, ...], ...]


def features(page: Page, board: Board, reference: Reference) -> list[list[list[str]]]:
    """The features of every token of every sentence."""
    look = look_at(page, board, reference)
    made, offset = [], 0
    for sentence in page.sentences:
        length = len(sentence.tokens)
        made.append(
            [token_features(look, offset, offset + length, i) for i in range(offset, offset + length)]
        )
        offset += length
    return made


def token_features(look: Look, first: int, last: int, i: int) -> list[str]:
    """The features of token `i` in the sentence of tokens `first` to `last`."""
    found = ["b", f"w={look.low[i]}", *look.own[i]]
    if i == first:
        found.append("ss")
    for distance in NEAR:
        j = i + distance
        if not first <= j < last:
            found.append(f"{distance}END")
            continue
        found.append(f"{distance}w={look.low[j]}")
        if abs(distance) <= 2:
            found += at_distance(distance, look.passed[j])
    if i > first:
        found.append(f"bg={look.low[i - 1]}|{look.low[i]}")
    if i + 1 < last:
        found.append(f"bf={look.low[i]}|{look.low[i + 1]}")
    return found


@lru_cache(maxsize=REMEMBERED)
def at_distance(distance: int, features: tuple[str, ...]) -> list[str]:
    """The features as a neighbour at this distance is told of them."""
    return [f"{distance}{f}" for f in features]


PASSED_ON = frozenset({"s=", "g=", "r=", "d=", "na"})
"""Beginnings of the features that are told to the neighbours too."""


def look_at(page: Page, board: Board, reference: Reference) -> Look:
    """What is known of each token by itself."""
    tokens = tuple(token for sentence in page.sentences for token in sentence.tokens)
    rules = rule_labels(board)
    hits = [(k, covered(h)) for k, h in zip("UTRP", lexicons(reference), strict=True)]
    capital = Counter(t.text for t in tokens if t.capital)
    small = {t.text for t in tokens if not t.capital}
    context = contexts(tokens, rules, dict(hits))
    kind = f"k={page.document.kind or '?'}"
    own = []
    given = words("given_names")
    for token in tokens:
        found = [kind, *by_itself(token.text), f"r={rules.get(token.start, 'O')}"]
        found += [f"g={k}{cover[token.start]}" for k, cover in hits if token.start in cover]
        if token.low in given:
            found.append("name")
        if token.capital:
            found += [f"c_{each}" for each in sorted(context[token.text])] + ["cap"]
            found += ["alsolow"] * (token.low in small) + ["capoften"] * (capital[token.text] > 2)
        if token.text.isupper() and len(token.text) <= 3:
            found.append("ini")
        own.append(tuple(found))
    passed = tuple(tuple(f for f in each if f[:2] in PASSED_ON) for each in own)
    return Look(tokens, tuple(t.low for t in tokens), tuple(own), passed)


def lexicons(reference: Reference) -> tuple[dict[int, Hit], ...]:
    """The reference hits in the order of their letters: units, titles, ranks, places."""
    return reference.units, reference.titles, reference.ranks, reference.places


def rule_labels(board: Board) -> dict[int, str]:
    """The label that the rules give to the character at an offset: "BOFF" at a beginning, else "IOFF"."""
    labels: dict[int, str] = {}
    for find in board.finds:
        if find.label in SHORT:
            for offset in range(find.start, find.end):
                labels[offset] = ("B" if offset == find.start else "I") + SHORT[find.label]
    return labels


def covered(hits: dict[int, Hit]) -> dict[int, str]:
    """B or I for every offset inside a hit."""
    marks: dict[int, str] = {}
    for hit in hits.values():
        for offset in range(hit.start, hit.end):
            marks.setdefault(offset, "B" if offset == hit.start else "I")
    return marks


def contexts(
    tokens: tuple[Token, ...], rules: dict[int, str], hits: dict[str, dict[int, str]]
) -> dict[str, set[str]]:
    """For each capital word what stands before or after it anywhere in the document, and its rule labels."""
    found: dict[str, set[str]] = defaultdict(set)
    for i, token in enumerate(tokens):
        if token.capital:
            found[token.text].update(told_by_neighbours(tokens, i, hits))
            if token.start in rules:
                found[token.text].add(f"d={rules[token.start][1:]}")
    return found


def told_by_neighbours(tokens: tuple[Token, ...], i: int, hits: dict[str, dict[int, str]]) -> Iterator[str]:
    """What the three tokens before and the one after say of a word."""
    for before in tokens[max(0, i - 3) : i]:
        low = before.low
        if low in words("tagger_cues"):
            yield low
        if before.start in hits["R"]:
            yield "rank"
        if before.start in hits["T"]:
            yield "title"
    if i and tokens[i - 1].low in words("before_places"):
        yield "place"
    if i + 1 < len(tokens) and tokens[i + 1].low in ("bin", "binti", "alias", "als"):
        yield "bin"


@lru_cache(maxsize=REMEMBERED)
def by_itself(word: str) -> tuple[str, ...]:
    """What a word shows by itself: its outline and its end."""
    low = word.lower()
    return f"s={shape(word)}", f"x3={low[-3:]}", f"x2={low[-2:]}"


def shape(word: str) -> str:
    """A word's outline: "Xxx", "XX", "dd.dd"; repeated signs at most twice."""
    outline = re.sub(r"\d", "d", re.sub(r"[^\W\d_]", lambda m: "X" if m.group().isupper() else "x", word))
    return re.sub(r"(.)\1{2,}", r"\1\1", outline)
