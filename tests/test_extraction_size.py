"""Long texts: the work grows with the text, not with its square, and nothing breaks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from graph.model import Document
from ingest.extraction.extract import extract

WHOLE = "Petugas datang. Mereka pergi. Kapal sandar. Warga menonton. Hujan turun. "
"""Sentences enough for the models to be asked."""
SYLLABLES = ("ra", "tu", "mi", "wa", "lo", "pa", "nde", "si", "ko", "ya")


def invented(number: int) -> str:
    """Another invented name for each number."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:04}").capitalize()


def of_the_same_name(count: int) -> str:
    """One sentence that says a name over and over."""
    return "Sudi Rantelino, " * count


def of_the_same_sentence(count: int) -> str:
    """One line of many equal sentences."""
    return "Kata Sudi Rantelino dari Polres Nunukan, tersangka HR (41) ditahan. " * count


def of_other_names(count: int) -> str:
    """One line of sentences with other people, agencies and places each."""
    return "".join(
        f"Kata {invented(n)} {invented(n + 5000)} kepada Dinas {invented(n)} di Desa {invented(n + 3000)}. "
        for n in range(count)
    )


def of_one_agency(count: int) -> str:
    """One sentence that says an agency over and over."""
    return "Polres Nunukan, " * count


def of_other_agencies(count: int) -> str:
    """One sentence of agencies, another each time."""
    return "".join(f"Dinas {invented(n)} Parepare, " for n in range(count))


def of_bare_units(count: int) -> str:
    """An agency by its whole name and by its unit alone, in turns."""
    return "Petugas Polres Nunukan datang. Petugas Polres pergi. " * count


def of_one_word(count: int) -> str:
    """One sentence without end and without names."""
    return "pekerja " * count


def from_right_to_left(count: int) -> str:
    """Marks that turn the direction of writing, between names."""
    return "\u202eKorban \u05d0\u05d1 dibawa ke Polres Nunukan\u202c. " * count


def of_two_cases(count: int) -> str:
    """Two numbered cases, each with the same words over and over."""
    told = (
        "Polres Nunukan menahan tersangka HR (41) di Sebatik, Rabu (10/9/2025), dengan Pasal 81 UU 18/2017. "
    )
    return (
        f"Kasus pertama terjadi di Nunukan. {told * (count // 2)}"
        f"\n\nKasus kedua terjadi di Tarakan. {told.replace('HR', 'ZK') * (count // 2)}"
    )


def work(text: str) -> int:
    """How many functions are called to read a text: a measure of work that no other load of the machine changes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        extract(Document(WHOLE + text))
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "text",
    [
        of_the_same_name,
        of_the_same_sentence,
        of_other_names,
        of_one_agency,
        of_other_agencies,
        of_bare_units,
        of_one_word,
        from_right_to_left,
        of_two_cases,
    ],
)
def test_twice_the_text_is_twice_the_work(text: Callable[[int], str]) -> None:
    """A text of twice the length asks for at most a fifth more than twice the calls, from a size on where what is
    done once a document counts no more."""
    extract(Document(WHOLE + text(20)))  # lexicons and models are read
    once, twice = work(text(300)), work(text(600))
    assert twice < 2.4 * once


def test_fifty_thousand_names_and_a_megabyte_in_one_line_are_read() -> None:
    """The longest text that is promised: every mention is its own words."""
    text = of_the_same_name(50_000) + of_one_word(30_000)
    assert len(text) > 1_000_000
    found = extract(Document(text))
    mentions = [each for entity in found.entities for each in entity.mentions]
    assert all(each.text == text[each.start : each.end] for each in mentions)
    assert all(text[each.start : each.end] == "Sudi Rantelino" for each in found.protected)
