"""Protected names in what was read, also where the gold knows them only by their hashes. Nothing here shows one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.evaluation.keys import hashed, normalised
from ingest.evaluation.values import CASES, HASHED, Gold, Thing

LONGEST = 5
"""Words of the longest name that is looked for by its hash."""

SHORTEST = 4
"""Letters of the shortest name looked for: initials stand in every text by chance."""

HIDDEN = "[protected name]"


def leaked(protected: Sequence[str], text: str) -> tuple[int, ...]:
    """Which protected names stand in the text, by their place in the list from 1."""
    words = normalised(text)
    hashes = hashes_in(words) if any(name.startswith(HASHED) for name in protected) else frozenset()
    return tuple(
        place
        for place, name in enumerate(protected, start=1)
        if (name in hashes if name.startswith(HASHED) else stands_in(normalised(name), words))
    )


def stands_in(name: str, words: str) -> bool:
    """Whether a normalised name stands in a normalised text as whole words."""
    return len(name) >= SHORTEST and f" {name} " in f" {words} "


def hashes_in(words: str) -> frozenset[str]:
    """The hashes of every run of one to five words of a normalised text."""
    return frozenset(map(hashed, set(runs(words.split()))))


def runs(words: Sequence[str]) -> Iterator[str]:
    """Every run of one to five words."""
    for length in range(1, LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def shown(gold: Gold, text: str) -> str:
    """A text that was read, or only that it is hidden, when it has a name that the gold hashes or protects."""
    names = [name for thing in (*gold.things, *gold.teasers) for name in thing.names]
    private = [*gold.protected, *(name for name in names if name.startswith(HASHED))]
    return HIDDEN if leaked(private, text) else text


def public_name(thing: Thing) -> str:
    """How a thing of the gold is shown: by its name; by its key where a hash stands for it, or the name is only a
    summary.
    """
    private = any(name.startswith(HASHED) for name in thing.names)
    return thing.key if private or not thing.names or thing.label in CASES else thing.names[0]
