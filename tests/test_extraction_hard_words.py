"""Hard places of the small readers: text that must not break, sentences, names, laws, dates, vessels."""

from __future__ import annotations

import pytest
from invented import DECISION, incident, names, read, sentences

from graph.model import Span
from ingest.extraction.mentions.laws import find_laws
from ingest.extraction.words.names import spell

PUBLISHED = "2025-09-19"


@pytest.mark.parametrize(
    "text",
    [
        "PT",
        "Yayasan",
        "Mereka bekerja di PT",
        "KM SINAR KAPOLRES NUNUKAN AKBP RANGGA TUMIWA HADIR",
        "KM A KAPOLRES AAAAA AKP AA",
    ],
)
def test_a_name_that_breaks_off_is_read(text: str) -> None:
    """A text that ends in the head of a name, or has names without a break between them, is read."""
    assert text == read(text).document.text


def test_the_point_of_an_amount_ends_no_sentence() -> None:
    """The point after "Rp" belongs to the amount."""
    assert ["Uang Rp. 2.000.000 disita."] == sentences("Uang Rp. 2.000.000 disita.")


def test_a_name_half_in_furniture_is_none() -> None:
    """A place whose second half stands in a teaser is not read across the border."""
    text = "Warga Kuala\nLumpur Punya Cerita\nMereka sehat."
    start = text.index("Lumpur")
    assert [] == names(read(text, furniture=(Span(start, start + 19),)), "Location")


def test_the_word_of_descent_stays_small() -> None:
    """A name in capitals is spelled with "binti" in small letters."""
    assert "Siti binti Umar" == spell("SITI BINTI UMAR")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasal 2 dan 4 UU 21/2007", ["UU 21/2007 Pasal 2", "UU 21/2007 Pasal 4"]),
        ("Pasal 81 Jo. 69 UU RI Nomor 18 Tahun 2017", ["UU 18/2017 Pasal 81", "UU 18/2017 Pasal 69"]),
        ("Pasal 81 Jo. 69 UU RI Nomor 18 T ahun 2017", ["UU 18/2017 Pasal 81", "UU 18/2017 Pasal 69"]),
        ("Undang-Undang Nomor 21 Tahun 2007 Pasal 4", ["UU 21/2007 Pasal 4"]),
        ("Pasal 4 UU TPPO", ["UU 21/2007 Pasal 4"]),
        ("Pasal 2 dan UU 21/2007", ["UU 21/2007 Pasal 2"]),
        (
            "Pasal 120 ayat (1) dan ayat (2) UU Nomor 6 Tahun 2011",
            ["UU 6/2011 Pasal 120 ayat (1)", "UU 6/2011 Pasal 120 ayat (2)"],
        ),
        (
            "Pasal 120 ayat (1) dan (2) UU Nomor 6 Tahun 2011",
            ["UU 6/2011 Pasal 120 ayat (1)", "UU 6/2011 Pasal 120 ayat (2)"],
        ),
        (
            "Pasal 363 ayat (1) ke-4 dan ke-5 KUHP",
            ["KUHP Pasal 363 ayat (1) ke-4", "KUHP Pasal 363 ayat (1) ke-5"],
        ),
        (
            "Pasal 2 ayat 1 dan 4 ayat 2 UU 21/2007",
            ["UU 21/2007 Pasal 2 ayat (1)", "UU 21/2007 Pasal 4 ayat (2)"],
        ),
    ],
)
def test_what_is_not_said_again_is_the_article_before(text: str, expected: list[str]) -> None:
    """A joining word adds an article, a paragraph or an item; what it leaves out is that of the one before."""
    assert expected == [law.name for law in find_laws(text)]


def test_a_vehicle_is_known_by_make_and_plate() -> None:
    """The word for a car is no part of its name."""
    assert ["Avanza KU 1234 AB"] == names(read("Mobil Avanza KU 1234 AB ikut disita."), "Vessel")


def test_a_surname_is_no_place() -> None:
    """A place's name after a given name is a surname."""
    assert [] == names(read("Nama Andi Tarakan tidak dikenal."), "Location")


def test_a_nationality_is_no_place() -> None:
    """The country in the particulars of an accused is no place of the case."""
    assert "Indonesia" not in names(read(DECISION, kind="verdict"), "Location")


def test_the_day_of_the_words_is_not_the_day_of_the_case() -> None:
    """The date beside a verb of saying is passed over for that of the deed."""
    text = "“Ada 14 CPMI yang digagalkan,” kata petugas, Kamis (18/9/2025). Kejadiannya Rabu (17/9/2025)."
    assert "2025-09-17" == incident(read(text, published_on=PUBLISHED))["date"]
