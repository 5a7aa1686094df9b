"""The sentence around a mention: extraction's own where a claim gives it, else found here."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph.model import Entity, Evidence, Extraction

BOUNDARY = re.compile(r"(\w+)[.!?]+[\"”’')\]]*\s+(?=[A-Z\d\"“‘(])")
TITLES = frozenset({"brigjen", "irjen", "jend", "kombes", "komjen", "kompol", "letkol", "mayjen", "prof"})
"""Abbreviations of more than three letters that a stop may follow inside a sentence ("Kombes. Pol.")."""
SHORTEST_LAST_WORD = 4
"""Shorter words before a stop count as abbreviations (Pol., Kec.): rather two sentences than half of one."""


class MentionSentences:
    """The sentences of one document in which its mentions stand."""

    def __init__(self, extraction: Extraction) -> None:
        self._text = extraction.document.text
        stated = {(each.start, each.end) for claim in extraction.claims for each in claim.evidence}
        for entity in extraction.entities:
            stated.update((each.start, each.end) for parts in entity.evidence.values() for each in parts)
        self._stated = sorted(stated)
        self._starts = [start for start, _ in self._stated]

    def of(self, entity: Entity) -> tuple[Evidence, ...]:
        """The distinct sentences in which the entity is mentioned or its properties are stated, in order."""
        spans = {self._around(mention.start, mention.end) for mention in entity.mentions}
        spans.update((each.start, each.end) for parts in entity.evidence.values() for each in parts)
        return tuple(Evidence(start, end, self._text[start:end]) for start, end in sorted(spans))

    def _around(self, start: int, end: int) -> tuple[int, int]:
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and self._stated[index][1] >= end:
            return self._stated[index]
        return self._in_line(start, end)

    def _in_line(self, start: int, end: int) -> tuple[int, int]:
        """The sentence in the line of the mention, without blanks at its ends."""
        first = self._text.rfind("\n", 0, start) + 1
        last = self._text.find("\n", end)
        line = self._text[first : last if last >= 0 else len(self._text)]
        begin, stop = 0, len(line)
        for boundary in BOUNDARY.finditer(line):
            word = boundary.group(1)
            if len(word) < SHORTEST_LAST_WORD or word.casefold() in TITLES:
                continue
            if first + boundary.end() <= start:
                begin = boundary.end()
            elif first + boundary.start() >= end - len(word):
                stop = boundary.end()
                break
        sentence = line[begin:stop]
        begin += len(sentence) - len(sentence.lstrip())
        return first + begin, first + begin + len(sentence.strip())
