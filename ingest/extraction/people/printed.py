"""The whole name of a person as a decision prints it: "SUDI RANTELINO alias PAK TUO bin (alm) MALINTA".

The patronym tells him from others of his name, so the printed form is one of his names; the father is no person of
the case.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from ingest.extraction.mentions.finds import PEOPLE, Board, Find
from ingest.extraction.mentions.mentions import Mentions

_NO_LINK = r"(?!(?i:bin|binti|als|alias|anak)\b)"
_CAPITALS = _NO_LINK + r"[A-Z][A-Z'’.-]*(?!\w)"
_MIXED = _NO_LINK + r"[A-Z][\w'’-]*"
_NAME = r"(?:{word})(?:[ ]{word}){{0,4}}"
_LATE = r"(?:\((?:alm|almarhum|almh|almarhumah)\.?\)\s*)?"
_TAIL = (
    r"(?:\s*,?\s+(?i:als|alias|a\.k\.a)\.?\s+[\"“]?{name}[\"”]?)*"
    r"(?:\s+(?i:bin|binti|anak dari|ad)\.?\s+"
    + _LATE
    + r"{name})?(?:\s*\((?i:alm|almh|almarhum|almarhumah)\.?\))?"
)
CAPITALS = re.compile(_TAIL.format(name=_NAME.format(word=_CAPITALS)))
MIXED = re.compile(_TAIL.format(name=_NAME.format(word=_MIXED)))
ANY = re.compile(_TAIL.format(name=r"(?:" + _NO_LINK + r"[\w'’-]+)"), re.IGNORECASE)
"""A protected name's tail in any case, of single words: "als kecil bin warno"."""


def add_printed_names(mentions: Mentions) -> None:
    """Give people the name as it is printed, in the fact `printed`, and where it ends, in `until`. Who was found in its
    tail is no one else.
    """
    text = mentions.page.document.text
    board = Board(mentions.page)
    tails: list[tuple[int, int]] = []
    finds: list[Find] = []
    for find in mentions.board.finds:
        end = printed_end(text, find) if find.label in PEOPLE else find.end
        if end > find.end:
            tails.append((find.end, end))
            find = find.with_facts(printed=" ".join(text[find.start : end].split()), until=end)
        finds.append(find)
    tails.sort()
    furthest = list(accumulate((end for _, end in tails), max))
    for find in finds:
        at = bisect_right(tails, (find.start, len(text))) - 1
        inside = at >= 0 and find.end <= furthest[at]
        if not (inside and find.label in PEOPLE):
            board.claim(find)
    mentions.board = board


def printed_end(text: str, find: Find) -> int:
    """Where the printed name of a person ends: after aliases and patronym, else where his name does."""
    shape = CAPITALS if text[find.start : find.end].isupper() else MIXED
    if find.label == "Protected":
        shape = ANY
    match = shape.match(text, find.end)
    return match.end() if match is not None else find.end


def whole_end(find: Find) -> int:
    """Where the printed name of a person ends."""
    return int(str(find.facts.get("until", find.end)))
