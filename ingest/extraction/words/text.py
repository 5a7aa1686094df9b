"""Sentences and tokens of a document, always as offsets into its unchanged text.

A token keeps together what Indonesian reports write together: BP3MI, F1QR, Pare-pare, 1.500.000, 17/9/2025,
01.30, S.H. A sentence ends at a stop that is not part of an abbreviation ("Pol.", "Kec.", "M."), and at the
end of a paragraph; lines that a PDF broke in the middle of a sentence are read on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.model import Document, Evidence, Span
from ingest.extraction.words.lexicon import words

TOKEN = re.compile(
    r"\d[\d.,:/-]*\d(?!\w|/[^\W\d])"
    r"|\w+(?:[-'’/&]\w+|(?:(?<=\b\w)|(?<=\b\w\w)|(?<=\b\w\w\w))\.\w+|\.[a-z\d]\w*)*|[^\w\s]"
)
STOP = re.compile(r"[.!?…;]+[\"”’')\]]*(?=\s|$)|(?<=[a-z]{3})[.!?](?=[A-Z][a-z])")
OPENING = "\"“‘'([-–—•"


class Token(NamedTuple):
    """A word, number or mark: `text` stands at `[start:end]` of the document, `low` is the same in small letters;
    `capital` where it begins with an upper-case letter.
    """

    start: int
    end: int
    text: str
    low: str
    capital: bool

    @classmethod
    def of(cls, match: re.Match[str], origin: int) -> Token:
        """The token of a match in a text that begins at `origin` of the document."""
        text = match.group()
        return cls(origin + match.start(), origin + match.end(), text, text.lower(), text[0].isupper())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its tokens. `number` counts sentences, `paragraph` paragraphs of the document; `headline` where
    it has capitals throughout. `starts` are those of the tokens.
    """

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    number: int
    paragraph: int
    headline: bool
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin from `start` on and before `end`."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence of a claim."""
        return Evidence(self.start, self.end, self.text)

    def between(self, first: int, last: int) -> str:
        """The document's text from token `first` up to and without token `last`."""
        if first >= last:
            return ""
        begin = self.tokens[first].start - self.start
        return self.text[begin : self.tokens[last - 1].end - self.start]


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its sentences; furniture is in none of them."""

    document: Document
    sentences: tuple[Sentence, ...]


def prepare(document: Document) -> Page:
    """The page of a document."""
    sentences: list[Sentence] = []
    for paragraph, span in enumerate(paragraphs(document)):
        for part in split_sentences(document.text, span):
            text = document.text[part.start : part.end]
            tokens = tuple(Token.of(match, part.start) for match in TOKEN.finditer(text))
            if tokens:
                starts = tuple(token.start for token in tokens)
                headline = title_case(text, tokens)
                sentences.append(
                    Sentence(part.start, part.end, text, tokens, len(sentences), paragraph, headline, starts)
                )
    return Page(document, tuple(sentences))


def paragraphs(document: Document) -> Iterator[Span]:
    """Paragraphs outside the furniture: lines, joined where a line was only broken by a layout."""
    text = document.text
    current: Span | None = None
    every = list(lines(document))
    wrapped = is_wrapped([text[line.start : line.end] for line in every])
    for line in every:
        if current is not None:
            next_line = text[current.end : line.start].strip(" \t\r") == "\n"
            before, after = text[current.start : current.end], text[line.start : line.end]
            if next_line and continues(before, after, wrapped):
                current = Span(current.start, line.end)
                continue
            yield current
        current = line
    if current is not None:
        yield current


def lines(document: Document) -> Iterator[Span]:
    """Non-empty lines without the furniture, stripped of white space at both ends."""
    kept = bytearray(b"\x01") * len(document.text)
    for span in document.furniture:
        kept[span.start : span.end] = bytes(span.end - span.start)
    start = 0
    for end, character in enumerate(document.text + "\n"):
        inside = end < len(document.text) and kept[end] == 1
        if character == "\n" or not inside:
            line = document.text[start:end]
            if line.strip():
                left = len(line) - len(line.lstrip())
                yield Span(start + left, start + len(line.rstrip()))
            start = end + 1


def is_wrapped(texts: list[str]) -> bool:
    """Whether the lines were broken by a layout: most of them are long and end in the middle of a sentence."""
    broken = sum(len(text) > 50 and text[-1] not in '.!?:;”"' for text in texts)
    return broken > 5 and broken > len(texts) / 2


def continues(before: str, after: str, wrapped: bool) -> bool:
    """Whether a line goes on with the sentence of the line before: it begins in lower case, or in a wrapped text
    that line is long and ends without a stop.
    """
    last_line = before.rsplit("\n", 1)[-1]
    if before[-1] in '.!?:;”"':
        return after[0].islower() and before[-1] not in "!?:;"
    if len(last_line) < 30:
        return False
    return after[0].islower() or (wrapped and len(last_line) > 50)


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """Sentences of a paragraph."""
    start = span.start
    for stop in STOP.finditer(text, span.start, span.end):
        if ends_sentence(text, start, stop.start(), stop.end(), span.end):
            yield Span(start, stop.end())
            start = stop.end()
            while start < span.end and text[start].isspace():
                start += 1
    if start < span.end:
        yield Span(start, span.end)


def ends_sentence(text: str, begin: int, stop: int, after: int, limit: int) -> bool:
    """Whether the stop at `stop` (its marks end at `after`) closes the sentence that began at `begin`."""
    rest = text[after:limit].lstrip()
    if not rest:
        return True
    if text[stop] == ";":
        return "\n" in text[after : after + 2]
    if not (rest[0].isupper() or rest[0].isdigit() or rest[0] in OPENING):
        return False
    if text[stop] != "." or after - stop > 1:
        return True
    word = re.split(r"[\s(\"“]", text[max(begin, stop - 20) : stop])[-1]
    if word.lower() in words("abbreviations"):
        return False
    return not (len(word) == 1 and word.isupper()) and not re.fullmatch(
        r"(?:[A-Z][A-Za-z]{0,2}\.)+[A-Z][a-z]{0,2}", word
    )


def title_case(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a headline with capitals throughout."""
    if text[-1] in '.!?”"':
        return False
    longer = [t for t in tokens if t.text.isalpha() and len(t.text) > 3]
    return len(longer) > 3 and sum(t.capital for t in longer) > 0.8 * len(longer)


def common_words(page: Page) -> frozenset[str]:
    """Words that the document also writes small: no one's only name."""
    return frozenset(t.text for s in page.sentences for t in s.tokens if t.text.islower())
