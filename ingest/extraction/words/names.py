"""Names of people as they stand in running text: where one begins and ends, with degrees set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extraction.words.lexicon import rows, words
from ingest.extraction.words.text import Sentence, Token

JOINING = frozenset({"bin", "binti", "al", "el", "de", "van", "der", "ibn"})
INITIALS = re.compile(r"[A-Z]{1,4}|(?:[A-Z]\.){1,4}[A-Z]?")
LONGEST = 6


@dataclass(frozen=True, slots=True)
class NameRun:
    """Tokens `first` to `last` (exclusive) hold a name; `after` is the token after it and its degrees."""

    first: int
    last: int
    after: int


@cache
def degrees(position: str) -> frozenset[str]:
    """Degrees that stand before or after a name, in lower case without stops."""
    return frozenset(plain(row["degree"]) for row in rows("degrees") if row["position"] == position)


def plain(word: str) -> str:
    """A degree or name part without stops, lower case."""
    return word.replace(".", "").lower()


def name_at(sentence: Sentence, index: int, stop: int | None = None) -> NameRun | None:
    """The name that begins at token `index` (degrees before it are passed over), or None.

    `stop` is a token the name may not reach.
    """
    tokens = sentence.tokens[:stop] if stop is not None else sentence.tokens
    if index >= len(tokens) or not (tokens[index].capital or plain(tokens[index].text) in degrees("before")):
        return None
    first = skip_degrees_before(tokens, index)
    last = first
    while last < len(tokens) and last - first < LONGEST and is_name_part(tokens, last, first):
        last += 1
        if last < len(tokens) and tokens[last].text == "." and len(tokens[last - 1].text) == 1:
            last += 1
    while last > first and (tokens[last - 1].low in JOINING):
        last -= 1
    if last == first or not any(len(t.text) > 1 for t in tokens[first:last]):
        return None
    return NameRun(first, last, skip_degrees_after(tokens, last))


def skip_degrees_before(tokens: tuple[Token, ...], index: int) -> int:
    """The index after "Dr.", "H.", "Drs." and the like."""
    while index + 1 < len(tokens) and plain(tokens[index].text) in degrees("before"):
        following = index + 2 if tokens[index + 1].text == "." else index + 1
        if following >= len(tokens) or not tokens[following].capital:
            break
        index = following
    return index


def skip_degrees_after(tokens: tuple[Token, ...], index: int) -> int:
    """The index after ", S.I.K., M.H." and the like."""
    while index < len(tokens):
        start = index + 1 if tokens[index].text == "," else index
        if start >= len(tokens) or plain(tokens[start].text) not in degrees("after"):
            return index
        index = start + 1
        if index < len(tokens) and tokens[index].text == ".":
            index += 1
    return index


def is_name_part(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Whether the token can belong to a name: capital, no word of the language or of office, no number."""
    word = tokens[index].text
    if word.lower() in JOINING:
        return index > first
    if not tokens[index].capital or not re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?", word):
        return False
    if index > first and plain(word) in degrees("after") and len(word) > 1 and "." in word:
        return False
    return word.lower() not in words("not_names")


def spell(text: str) -> str:
    """A name as it is shown: white space single, "ANDI M. ICHSAN" in capitals made "Andi M. Ichsan"."""
    text = " ".join(text.split())
    proper = [w for w in re.findall(r"[^\W\d_]+", text) if w.lower() not in JOINING]
    if sum(map(len, proper)) > 3 and all(w.isupper() for w in proper):
        return re.sub(
            r"[^\W\d_]{2,}",
            lambda m: in_name(m.group()),
            text,
        )
    return text


ROMAN = re.compile(r"[IVX]+")


def in_name(word: str) -> str:
    """A word in capitals as it is written in a name: "bin" small, "III" in capitals."""
    if word.lower() in JOINING:
        return word.lower()
    return word if ROMAN.fullmatch(word) else word.capitalize()
