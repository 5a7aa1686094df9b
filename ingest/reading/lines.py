"""The lines of a text, where its first paragraph begins, and what a headline looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reading.rules import words

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDS_A_SENTENCE = re.compile(r"[.!?…;][\"”’')\]]*$")
_HEADLINE_MAX = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `text` is without outer blanks and stands at `start` of the document."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after the last character that is no blank."""
        return self.start + len(self.text)


def lines_of(text: str) -> tuple[Line, ...]:
    """All lines that are not blank, in order."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        found.append(Line(match.start() + match[0].index(line[0]), line))
    return tuple(found)


def body_start(lines: Sequence[Line]) -> int:
    """The number of the first line that is a paragraph (long, or a sentence); the number of lines if none
    is.
    """
    return next((number for number, line in enumerate(lines) if is_paragraph(line.text)), len(lines))


def is_paragraph(line: str) -> bool:
    """True for running text: more than a headline's length, or a sentence of 12 words and more."""
    count = len(words_of(line))
    if len(line) > _HEADLINE_MAX and count > 12:
        return True
    return count >= 12 and bool(_ENDS_A_SENTENCE.search(line)) and not is_title_case(line)


def is_headline(line: str) -> bool:
    """True for a line that could be a headline: three words or more, not too long, no sentence of running
    text.
    """
    count = len(words_of(line))
    sentence = line.endswith((".", ";", ":")) and not line.endswith("...") and not is_title_case(line)
    return count >= 3 and len(line) <= _HEADLINE_MAX and not sentence


def words_of(line: str) -> list[str]:
    """The words of a line with their punctuation; dashes and other signs by themselves are none."""
    return [word for word in line.split() if any(map(str.isalnum, word))]


def is_title_case(line: str) -> bool:
    """True if nearly all words begin with a capital, small words aside."""
    small = words("headline")
    counted = [word for word in words_of(line) if word.strip("\"'“”‘’(),.:").casefold() not in small]
    capital = sum(1 for word in counted if not word.lstrip("\"'“‘(")[:1].islower())
    return bool(counted) and capital >= 0.85 * len(counted)
