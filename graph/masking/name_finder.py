"""Names found in running text word by word: whatever the case, the blanks and the marks between the words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from graph.naming import WORD

Words = tuple[str, ...]
"""The words of a name, in folded case."""

MOST_MARKS = 2
"""Marks that may stand between two words of one name, besides any blanks and line breaks ("M., ")."""


Placed = tuple[tuple[str, int, int], ...]
"""Words in folded case, with where each begins and ends."""


@lru_cache(maxsize=1024)  # One text passes several finders, and many claims rest on one sentence.
def words_and_places(text: str) -> Placed:
    """Every word of the text."""
    return tuple((match.group().casefold(), match.start(), match.end()) for match in WORD.finditer(text))


def words_in(name: str) -> Words:
    """The words of a name."""
    return tuple(word for word, _, _ in words_and_places(name))


class NameFinder:
    """Finds names, each given as its words, and what is to stand in their stead.

    With `capitalised`, only words that are written as a name (upper case first) count.
    """

    def __init__(self, names: Mapping[Words, str], capitalised: bool = False) -> None:
        self._by_first: dict[str, list[Words]] = {}
        self._names = dict(names)
        self._capitalised = capitalised
        for words in sorted(names, key=lambda each: (-len(each), each)):
            self._by_first.setdefault(words[0], []).append(words)

    def __contains__(self, words: Words) -> bool:
        return words in self._names

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where names stand in the text, the longest at each place, without overlap."""
        return [(start, end) for start, end, _ in self._found(text, (), ())]

    def replaced(self, text: str, kept: Collection[tuple[int, int]] = (), but: Collection[Words] = ()) -> str:
        """The text with its names replaced, but not those of `but` or within a span of `kept`.

        Neighbouring names with the same replacement ("Siti Aminah") are replaced once.
        """
        parts: list[str] = []
        at, last = 0, ""
        for start, end, sign in self._found(text, kept, but):
            if not (sign == last and text[at:start].isspace()):
                parts += [text[at:start], sign]
            at, last = end, sign
        return "".join([*parts, text[at:]])

    def _found(
        self, text: str, kept: Collection[tuple[int, int]], but: Collection[Words]
    ) -> Iterator[tuple[int, int, str]]:
        words = words_and_places(text) if self._names else ()
        index = 0
        while index < len(words):
            name = self._name_at(text, words, index)
            if name is None:
                index += 1
                continue
            start, end = words[index][1], words[index + len(name) - 1][2]
            index += len(name)
            inside = name in but or any(first <= start and end <= last for first, last in kept)
            if not inside and (not self._capitalised or text[start].isupper()):
                yield start, end, self._names[name]

    def _name_at(self, text: str, words: Placed, index: int) -> Words | None:
        for name in self._by_first.get(words[index][0], ()):
            part = words[index : index + len(name)]
            if tuple(word for word, _, _ in part) == name and all(
                len(text[before[2] : after[1]].strip()) <= MOST_MARKS for before, after in pairwise(part)
            ):
                return name
        return None
