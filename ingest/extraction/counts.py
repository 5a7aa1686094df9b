"""How many: victims or migrants, men, women, children, suspects, with the sentence that counts them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extraction.lexicon import rows, words
from ingest.extraction.numbers import number_at
from ingest.extraction.text import Sentence

REACH = 5
STOPS = frozenset({",", "dan", ".", "serta", "dari", "ke", "di", "(", ")", "yang", "untuk", ";", ":"})


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people: `slot` as in the Incident's properties."""

    slot: str
    value: int
    sentence: Sentence
    corrected: bool


def counts(sentences: Iterable[Sentence]) -> Iterator[Count]:
    """All counts in the sentences."""
    for sentence in sentences:
        right = CORRECTED.search(sentence.text)
        total, index = "", 0
        while index < len(sentence.tokens):
            number = number_at(sentence.tokens, index)
            if number is None or is_name_of_something(sentence, index):
                index += 1
                continue
            slot = counted(sentence, number[1])
            if slot == "people" and caught(sentence, index):
                slot = "suspects_total"
            told = right is None or sentence.tokens[index].start - sentence.start > right.start()
            if slot is not None and told and 0 < number[0] < 5000 and not one_of_them(sentence, index, slot):
                total = slot if slot in ("victims_total", "suspects_total") else total
                if not (slot in PARTS and total == "suspects_total"):
                    yield Count(slot, number[0], sentence, right is not None)
            index = number[1]


CORRECTED = re.compile(r"\b(?:yang benar|seharusnya)\b", re.IGNORECASE)
PARTS = frozenset({"victims_men", "victims_women", "victims_children"})


def is_name_of_something(sentence: Sentence, index: int) -> bool:
    """Whether a number only tells which year, law, day or house: "Nomor 18 Tahun 2017", "tahun 2024"."""
    return index > 0 and sentence.tokens[index - 1].text.lower() in words("before_numbers")


def caught(sentence: Sentence, index: int) -> bool:
    """Whether those counted at the token are who was arrested: "menangkap dua orang"."""
    before = {t.text.lower() for t in sentence.tokens[max(0, index - 2) : index]}
    return bool(
        before & {"menangkap", "meringkus", "membekuk", "menciduk", "menahan", "menetapkan", "memburu"}
    )


def one_of_them(sentence: Sentence, index: int, slot: str) -> bool:
    """Whether the number only picks one out: "salah seorang korban", "seorang korban, NT"."""
    word = sentence.tokens[index].text.lower()
    return (word == "seorang" and slot in ("victims_total", "people")) or (
        index > 0 and sentence.tokens[index - 1].text.lower() == "salah"
    )


@cache
def counted_words() -> dict[str, str]:
    """Words for people with the slot that they are counted in."""
    return {row["word"]: row["slot"] for row in rows("counted")}


def counted(sentence: Sentence, index: int) -> str | None:
    """The slot of what is counted by the number before token `index`."""
    nouns = counted_words()
    following = [t.text.lower() for t in sentence.tokens[index : index + REACH]]
    person = False
    for at, word in enumerate(following):
        pair = " ".join(following[at : at + 2])
        if pair in nouns or word in nouns:
            return nouns.get(pair, nouns.get(word))
        person = person or word == "orang"
        if word in STOPS or word in words("units"):
            break
    return "people" if person else None


def settle(found: Iterable[Count]) -> dict[str, tuple[int, list[Sentence]]]:
    """One value per slot: a corrected one, else the most frequent, of equals the first; with its sentences."""
    by_slot: dict[str, list[Count]] = {}
    for count in found:
        by_slot.setdefault(count.slot, []).append(count)
    if "victims_total" not in by_slot and "people" in by_slot:
        by_slot["victims_total"] = by_slot["people"][:1]
    if any(c.corrected for c in by_slot.get("people", ())):
        by_slot.setdefault("victims_total", []).extend(c for c in by_slot["people"] if c.corrected)
    by_slot.pop("people", None)
    settled = {}
    for slot, values in by_slot.items():
        corrected = [c for c in values if c.corrected]
        tally = Counter(c.value for c in corrected or values)
        best = max(tally, key=lambda v: (tally[v], -[c.value for c in corrected or values].index(v)))
        settled[slot] = (best, [c.sentence for c in corrected or values if c.value == best])
    return settled
