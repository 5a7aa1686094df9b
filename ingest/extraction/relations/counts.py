"""How many: victims or migrants, men, women, children, suspects, with the sentence that counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extraction.words.lexicon import rows, words
from ingest.extraction.words.numbers import number_at
from ingest.extraction.words.text import Sentence

REACH = 5
STOPS = frozenset({",", "dan", ".", "serta", "dari", "ke", "di", "(", ")", "yang", "untuk", ";", ":"})


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people: `slot` as in the Incident's properties; the number stands at `[start:end]` of the sentence."""

    slot: str
    value: int
    sentence: Sentence
    corrected: bool
    start: int
    end: int


def counts(sentences: Iterable[Sentence]) -> Iterator[Count]:
    """All counts in the sentences."""
    for sentence in sentences:
        right = CORRECTED.search(sentence.text)
        spoken, index = Spoken("", 0), 0
        while index < len(sentence.tokens):
            number = number_at(sentence.tokens, index)
            if number is None or is_name_of_something(sentence, index):
                spoken = Spoken.at(sentence, index) or spoken
                index += 1
                continue
            slot = slot_of(sentence, index, number[1], spoken)
            told = right is None or sentence.tokens[index].start - sentence.start > right.start()
            if slot is not None and told and 0 < number[0] < 5000 and not one_of_them(sentence, index, slot):
                spoken = Spoken(slot, index) if slot in TOTALS else spoken
                if not (slot in PARTS and spoken.slot == "suspects_total"):
                    start, end = sentence.tokens[index].start, sentence.tokens[number[1] - 1].end
                    yield Count(
                        slot,
                        number[0],
                        sentence,
                        right is not None,
                        start - sentence.start,
                        end - sentence.start,
                    )
            index = number[1]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Of whom the sentence spoke last: victims or suspects, and the index of the token."""

    slot: str
    index: int

    @classmethod
    def at(cls, sentence: Sentence, index: int) -> Spoken | None:
        """The people that the token names without a number before it: "korbannya", "pelaku"."""
        slot = counted_words().get(sentence.tokens[index].low.removesuffix("nya"))
        return cls(slot, index) if slot in TOTALS else None


def is_name_of_something(sentence: Sentence, index: int) -> bool:
    """Whether a number only tells which year, law, day or house: "Nomor 18 Tahun 2017", "moratorium 2015"."""
    if re.fullmatch(r"(?:19|20)\d\d", sentence.tokens[index].text):
        return True
    return index > 0 and sentence.tokens[index - 1].low in words("before_numbers")


def slot_of(sentence: Sentence, index: int, after: int, spoken: Spoken) -> str | None:
    """The slot of the number at tokens `index` to `after`: by the noun after it, of mere "orang" by whom was spoken."""
    slot = counted(sentence, after)
    if slot != "people":
        return slot
    if caught(sentence, index):
        return "suspects_total"
    between = {t.low for t in sentence.tokens[spoken.index + 1 : index]}
    return spoken.slot if spoken.slot and between <= words("counting") else slot


CORRECTED = re.compile(r"\b(?:yang benar|seharusnya)\b", re.IGNORECASE)
TOTALS = frozenset({"victims_total", "suspects_total"})
PARTS = frozenset({"victims_men", "victims_women", "victims_children"})


def caught(sentence: Sentence, index: int) -> bool:
    """Whether those counted at the token are who was arrested: "menangkap dua orang"."""
    before = {t.low for t in sentence.tokens[max(0, index - 2) : index]}
    return bool(
        before & {"menangkap", "meringkus", "membekuk", "menciduk", "menahan", "menetapkan", "memburu"}
    )


def one_of_them(sentence: Sentence, index: int, slot: str) -> bool:
    """Whether the number only picks one out: "salah seorang korban", "seorang pengurus, NT"."""
    word = sentence.tokens[index].low
    return (word == "seorang" and (slot in TOTALS or slot == "people")) or (
        index > 0 and sentence.tokens[index - 1].low == "salah"
    )


@cache
def counted_words() -> dict[str, str]:
    """Words for people with the slot that they are counted in."""
    return {row["word"]: row["slot"] for row in rows("counted")}


def counted(sentence: Sentence, index: int) -> str | None:
    """The slot of what is counted by the number before token `index`."""
    nouns = counted_words()
    following = [t.low for t in sentence.tokens[index : index + REACH]]
    person = False
    for at, word in enumerate(following):
        pair = " ".join(following[at : at + 2])
        if pair in nouns or word in nouns:
            return nouns.get(pair, nouns.get(word))
        person = person or word == "orang"
        if word in STOPS or word in words("units") or word in words("months"):
            break
    return "people" if person else None


def settle(found: Iterable[Count]) -> dict[str, tuple[int, list[Sentence]]]:
    """One value per slot with its sentences: the best of the corrected ones, else of all; of equals the first."""
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
        kept = [c for c in values if c.corrected] or values
        best = max(kept, key=lambda c: rank(slot, c.value, kept)).value
        settled[slot] = (best, [c.sentence for c in kept if c.value == best])
    return settled


def rank(slot: str, value: int, kept: list[Count]) -> int:
    """How well a value stands for its slot: of suspects the highest (later ones join), of others the most frequent."""
    return value if slot == "suspects_total" else sum(c.value == value for c in kept)
