"""Numbers as Indonesian reports write them: 1.500.000, dua puluh satu, 9 (sembilan), seorang."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.extraction.words.lexicon import rows
from ingest.extraction.words.text import Token

FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})*|\d+")


@cache
def small_numbers() -> dict[str, int]:
    """Number words up to eleven and "seratus"."""
    return {row["word"]: int(row["value"]) for row in rows("numbers")}


def number_at(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The number that begins at token `first` and the index after its last token, or None.

    "14", "dua puluh satu", "tujuh belas", and the pair of court language "9 (sembilan)".
    """
    if first >= len(tokens):
        return None
    token = tokens[first].text
    if FIGURE.fullmatch(token):
        value, after = int(token.replace(".", "")), first + 1
        if after + 2 < len(tokens) and tokens[after].text == "(":
            spelled = number_at(tokens, after + 1)
            if spelled is not None and spelled[0] == value and tokens[spelled[1]].text == ")":
                after = spelled[1] + 1
        return value, after
    return spelled_number(tokens, first)


def spelled_number(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """A number in words, up to 999."""
    units, total, index = small_numbers(), 0, first
    while index < len(tokens):
        value = units.get(tokens[index].low)
        if value is None:
            break
        following = tokens[index + 1].low if index + 1 < len(tokens) else ""
        scale = {"belas": 10 + value, "puluh": 10 * value, "ratus": 100 * value}.get(following)
        total += value if scale is None else scale
        index += 1 if scale is None else 2
        if scale is None and value not in (100,):
            break
        if following == "belas":
            break
    return (total, index) if index > first else None
