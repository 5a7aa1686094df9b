"""Repairs of names after tagger and rules, for what only the whole document shows.

Agencies and places lose the words that they took along: a person's name behind them ("Dinas Pariwisata Jatmika"), the
verb of a headline ("Kejari Tetapkan"); a name of only such words is none. "Gedung" before an agency names its building.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ingest.extraction.entities.group import key
from ingest.extraction.mentions.finds import PEOPLE, Board, Find
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import spell
from ingest.extraction.words.text import Sentence

BUILDING = re.compile(r"\b(?i:gedung|kompleks|ruang sidang(?: utama| pleno)?)(?: [A-Z]\w+){0,3} $")
REACH = 80
"""Characters before an agency within which its building's name begins."""


def repair(mentions: Mentions) -> None:
    """Cut or drop the agencies and places of the board that no lexicon vouches for; name buildings."""
    names = Names(mentions)
    board = Board(mentions.page)
    for find in mentions.board.finds:
        if find.label in ("Agency", "Location") and not is_known(find):
            own = names.own(find)
            if own is None:
                continue
            find = own
        board.claim(building(mentions, find) or find)
    mentions.board = board


def is_known(find: Find) -> bool:
    """Whether lexicons vouch for the words of a name."""
    return find.link is not None or find.inner is not None or bool(find.facts.get("sure"))


def building(mentions: Mentions, find: Find) -> Find | None:
    """The building of an agency where its head word stands before it: "Gedung DPR", "ruang sidang pleno MK"."""
    if find.label != "Agency" or find.facts.get("implied"):
        return None
    sentence = mentions.page.sentences[find.sentence]
    origin = max(sentence.start, find.start - REACH)
    head = BUILDING.search(sentence.text[origin - sentence.start : find.start - sentence.start])
    if head is None or not mentions.board.free(origin + head.start(), find.start):
        return None
    start = origin + head.start()
    name = spell(mentions.page.document.text[start : find.end])
    return Find("Location", start, find.end, find.sentence, name, None, {"kind": "other"}, find)


class Names:
    """What a page calls people, agencies and places, and how often."""

    def __init__(self, mentions: Mentions) -> None:
        self._page = mentions.page
        self._text = " ".join(["", *re.findall(r"\w+", mentions.page.document.text.lower()), ""])
        self._capitals = {t.low for s in mentions.page.sentences for t in s.tokens if t.text.isupper()}
        finds = mentions.board.finds
        self._people = Counter(tuple(key(f.name).split()) for f in finds if f.label in PEOPLE)
        self._called: dict[str, list[tuple[str, ...]]] = {}
        for name in self._people:
            for part in set(name):
                self._called.setdefault(part, []).append(name)
        self._others = Counter(key(f.name) for f in finds if f.label in ("Agency", "Location"))

    def own(self, find: Find) -> Find | None:
        """The find without what it took along, or None where nothing of its own remains."""
        if self._is_persons(find):
            return None
        sentence = self._page.sentences[find.sentence]
        tokens = sentence.within(find.start, find.end)
        ends = [t.end for t in tokens]
        lowered = [key(t.text) for t in tokens]
        named_for = "org_role" in find.facts  # "Yayasan Yuli Rantekada" is named for her
        keep = next(
            (
                n for n in range(1, len(tokens))
                if self._is_called(lowered[n:]) and not (named_for and (n == 1 or n == len(tokens) - 1))
            ),
            len(tokens),
        )  # fmt: skip
        if keep == len(tokens) and self._stands_alone(find, sentence):
            keep = max((n for n in range(1, keep + 1) if self._is_said_again(find, ends[n - 1])), default=0)
        if keep in (0, len(tokens)):
            return find if keep else None
        return replace(
            find, end=ends[keep - 1], name=spell(self._page.document.text[find.start : ends[keep - 1]])
        )

    def _is_persons(self, find: Find) -> bool:
        """Whether the words are a person's: more often named so in the document, or given names and no head word."""
        parts = key(find.name).split()
        named = sum(self._people[name] for name in self._people_with(parts))
        if named and named >= self._others[key(find.name)]:
            return True
        headed = find.label == "Location" or find.facts.get("unit") or "org_role" in find.facts
        return not headed and len(parts) > 1 and parts[0] in words("given_names")

    def _is_called(self, parts: list[str]) -> bool:
        """Whether the words are all of someone's name, or two words of it."""
        if len(parts) == 1 and parts[0] in self._capitals:
            return False
        return tuple(parts) in self._people or (
            len(parts) > 1 and any(True for _ in self._people_with(parts))
        )

    def _people_with(self, parts: list[str]) -> Iterator[tuple[str, ...]]:
        """The names of people that hold all the words."""
        return (name for name in self._called.get(parts[0] if parts else "", ()) if set(parts) <= set(name))

    def _stands_alone(self, find: Find, sentence: Sentence) -> bool:
        """Whether nothing but the capitals of the document's headline speaks for the name."""
        return (
            sentence.number == 0
            and sentence.headline
            and not find.facts.get("unit")
            and len(key(find.name).split()) > 1
        )

    def _is_said_again(self, find: Find, end: int) -> bool:
        """Whether the words from the find's beginning to `end` stand in the document once more."""
        return self._text.count(f" {key(self._page.document.text[find.start : end])} ") > 1
