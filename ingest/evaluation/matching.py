"""Which thing that was read is which thing of the gold: one to one, the surest pairs first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ingest.evaluation.keys import keys_of, name_keys_of
from ingest.evaluation.values import CASES, SLOTS, Thing

Candidate = tuple[int, int, str, str]
"""Two ranks (smaller is surer), the key in the gold, the key of what was read."""


def match(gold: Sequence[Thing], read: Sequence[Thing]) -> dict[str, str]:
    """By key in the gold, the key of what was read of it; what has no partner is left out."""
    matched = one_to_one(
        named_pairs([g for g in gold if g.label not in CASES], [r for r in read if r.label not in CASES])
    )
    for label in CASES:
        matched |= one_to_one(
            case_pairs([g for g in gold if g.label == label], [r for r in read if r.label == label])
        )
    return matched


def one_to_one(candidates: Iterable[Candidate]) -> dict[str, str]:
    """The candidates taken in their order, each side once."""
    matched: dict[str, str] = {}
    used: set[str] = set()
    for _, _, gold_key, read_key in sorted(candidates):
        if gold_key not in matched and read_key not in used:
            matched[gold_key] = read_key
            used.add(read_key)
    return matched


def named_pairs(gold: Sequence[Thing], read: Sequence[Thing]) -> Iterator[Candidate]:
    """Pairs of a label that share a key: those whose names agree come first, then those that share more."""
    known = [(thing, keys_of(thing), name_keys_of(thing)) for thing in read]
    for wanted in gold:
        all_keys, name_keys = keys_of(wanted), name_keys_of(wanted)
        for thing, its_keys, its_name_keys in known:
            shared = len(all_keys & its_keys) if thing.label == wanted.label else 0
            if shared:
                yield -bool(name_keys & its_name_keys), -shared, wanted.key, thing.key


def case_pairs(gold: Sequence[Thing], read: Sequence[Thing]) -> Iterator[Candidate]:
    """All pairs: those that agree in more slots come first, then those told in the same order."""
    for i, wanted in enumerate(gold):
        for j, thing in enumerate(read):
            agreed = sum(agree(wanted.properties.get(s), thing.properties.get(s)) for s in SLOTS)
            yield -agreed, i + j, wanted.key, thing.key


def agree(wanted: Any, read: Any) -> bool:
    """Whether a value of the gold was read; numbers and their digits are the same."""
    return wanted is not None and str(wanted) == str(read)
