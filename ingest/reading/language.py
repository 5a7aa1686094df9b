"""Which language a document is in: py3langid, with care for texts too short for it."""

from __future__ import annotations

import re

from ingest.reading.rules import words

ACCEPTED = frozenset({"id", "ms"})
"""Indonesian, and Malay: reports from across the strait are read too, and marked as such."""

_SHORT = 200
_SAMPLE = 20_000
_SHARE, _DIFFERENT = 0.12, 6
"""So many of the words are common Indonesian ones, and so many different: the model (0.3 s to load) is not asked."""


def language_of(text: str) -> str:
    """The ISO 639 code of the text's language, from its first 20,000 characters.

    Where many of its words are common Indonesian ones, no model is asked. Names, statute numbers and place lists
    outweigh the few words of a short text (under 200 letters): it counts as Indonesian if it has a common Indonesian
    word, or no letters to judge by.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "id"
    found = re.findall(r"\w+", sample.casefold())
    common = [word for word in found if word in words("indonesian")]
    if (common and letters < _SHORT) or (
        len(common) >= _SHARE * len(found) and len(set(common)) >= _DIFFERENT
    ):
        return _of_the_two(sample)
    return _identified(sample)


def _identified(sample: str) -> str:
    import py3langid

    language, _score = py3langid.classify(sample)
    return _of_the_two(sample) if language in ACCEPTED else str(language)


def _of_the_two(sample: str) -> str:
    """Malay or Indonesian, by the words that only one of them has: the model takes one for the other."""
    found = re.findall(r"\w+", sample.casefold())
    malay = sum(word in words("malay") for word in found)
    return "ms" if malay > sum(word in words("not_malay") for word in found) else "id"
