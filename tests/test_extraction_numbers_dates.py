"""Numbers and dates as reports and decisions write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import incident, page, read

from ingest.extraction.words.dates import find_dates, printed_years
from ingest.extraction.words.numbers import number_at

UNITS = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
FRIDAY = "2025-09-19"
DAYS = st.dates(date(1995, 1, 1), date(2039, 12, 31))


def number(text: str) -> tuple[int, str] | None:
    """The number at the beginning of a text and the words that follow it."""
    (sentence,) = page(text).sentences
    found = number_at(sentence.tokens, 0)
    return None if found is None else (found[0], sentence.between(found[1], len(sentence.tokens)))


def spelled(value: int) -> str:
    """A number from 1 to 999 in words."""
    if value < 12:
        return UNITS[value]
    if value < 20:
        return f"{UNITS[value - 10]} belas"
    if value < 100:
        return f"{UNITS[value // 10]} puluh" + (f" {UNITS[value % 10]}" if value % 10 else "")
    hundreds = "seratus" if value < 200 else f"{UNITS[value // 100]} ratus"
    return hundreds + (f" {spelled(value % 100)}" if value % 100 else "")


def dates(text: str, known: str | None = FRIDAY) -> list[str]:
    """The ISO dates found in a text."""
    return [found.iso for found in find_dates(text, known)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 orang", 14),
        ("1.500.000 orang", 1_500_000),
        ("tujuh belas orang", 17),
        ("Dua puluh satu orang", 21),
        ("seratus sebelas orang", 111),
        ("dua ratus lima orang", 205),
        ("9 (sembilan) orang", 9),
        ("12 (dua belas) orang", 12),
    ],
)
def test_a_number_is_read_with_all_its_words(text: str, value: int) -> None:
    """Figures with points, words, and figures with their words in parentheses are one number before its noun."""
    assert (value, "orang") == number(text)


def test_one_person_is_a_number() -> None:
    """ "Seorang" counts one."""
    assert number("seorang korban") == (1, "korban")


def test_words_that_disagree_with_the_figures_are_left() -> None:
    """A parenthesis that spells another number is not taken into the number."""
    assert number("9 (delapan) orang") == (9, "(delapan) orang")


def test_a_list_of_numbers_is_not_added_up() -> None:
    """Two numbers beside one another stay two."""
    assert number("dua, tiga") == (2, ", tiga")


@pytest.mark.parametrize("text", ["orang", "puluhan orang", "1,5 juta", "01.30 WITA", "Pare-pare"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    """Words, decimal fractions and times are no counts."""
    assert number(text) is None


@given(st.integers(1, 999))
@settings(deadline=None)
def test_words_are_read_back(value: int) -> None:
    """Every number up to 999 in words is read as that number."""
    assert (value, "orang") == number(f"{spelled(value)} orang")


@given(st.integers(0, 999_999_999))
@settings(deadline=None)
def test_figures_are_read_back(value: int) -> None:
    """Every number in figures with points is read as that number."""
    assert (value, "orang") == number(f"{value:,} orang".replace(",", "."))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Rabu (17/9/2025)", "2025-09-17"),
        ("Rabu (17/09/2025)", "2025-09-17"),
        ("Rabu, 17 September 2025", "2025-09-17"),
        ("hari Rabu tanggal 17 September 2025", "2025-09-17"),
        ("Rabu tanggal 17 September tahun 2025", "2025-09-17"),
        ("Jum’at, 19 September 2025", "2025-09-19"),
        ("Ahad, 14 September 2025", "2025-09-14"),
        ("17 September 2025", "2025-09-17"),
        ("17-09-2025", "2025-09-17"),
        ("17/09/25", "2025-09-17"),
        ("2 Nopember 2024", "2024-11-02"),
        ("5 Sept 2025", "2025-09-05"),
        ("1 Okt. 2024", "2024-10-01"),
    ],
)
def test_a_full_date_needs_no_other_day(text: str, iso: str) -> None:
    """Every written and numeric form of a full date is read, also where the day of publication is unknown."""
    assert [iso] == dates(f"Hal itu terjadi {text} malam.", None)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Rabu (17/9)", "2025-09-17"),
        ("(17/9)", "2025-09-17"),
        ("tanggal 3/3", "2025-03-03"),
        ("3 Maret", "2025-03-03"),
        ("12 Desember", "2024-12-12"),
        ("25 September", "2025-09-25"),
        ("27 September", "2024-09-27"),
    ],
)
def test_a_day_without_a_year_lies_before_publication(text: str, iso: str) -> None:
    """A day without a year is the latest one not more than a week after publication."""
    assert [iso] == dates(f"Hal itu terjadi {text} malam.")


def test_a_day_without_a_year_is_no_date_without_publication() -> None:
    """Where the day of publication is unknown no year is guessed, nor from a partial one."""
    assert (dates("Rabu (17/9)", None), dates("kemarin", "2025-09")) == ([], [])


def test_relative_days_are_counted_from_publication() -> None:
    """ "Kemarin" and "semalam" are the day before publication, "hari ini" that day, over ends of months."""
    assert dates("Kemarin dan hari ini.", "2025-03-01") == ["2025-02-28", "2025-03-01"]
    assert dates("Mereka tiba semalam.") == ["2025-09-18"]


def test_a_month_with_its_year_is_a_partial_date() -> None:
    """A month stays a month: no day is made up."""
    assert dates("Sejak Agustus 2025, bukan Juli tahun 2025.") == ["2025-08", "2025-07"]


def test_a_wrong_weekday_is_told() -> None:
    """A date whose weekday is not that of its figures is read and marked."""
    found = find_dates("Senin (17/9/2025) dan Rabu (17/9/2025)", None)
    assert [(each.iso, each.conflict) for each in found] == [("2025-09-17", True), ("2025-09-17", False)]


@pytest.mark.parametrize(
    "text",
    ["31 Februari 2025", "40 Maret 2025", "32/13/2025", "Senin (31/9/2025)", "29-2-2025", "29 Februari"],
)
def test_an_impossible_day_is_no_date(text: str) -> None:
    """Days that no calendar has are not read."""
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 3/4",
        "siaga 24/7",
        "skor 3-2",
        "No. 12/3/2025/Reskrim",
        "Rp 12/3",
        "tahun 2025",
        "10 orang",
        "01.30",
    ],
)
def test_figures_that_are_no_date_are_left(text: str) -> None:
    """Fractions, file numbers, scores, years and times are no dates."""
    assert dates(text) == []


@given(DAYS, st.sampled_from(["written", "numeric", "padded"]))
@settings(deadline=None)
def test_every_day_is_read_back(day: date, form: str) -> None:
    """Every day in every full form is read as that day, with its weekday agreeing."""
    weekday = WEEKDAYS[day.weekday()]
    text = {
        "written": f"{weekday}, {day.day} {MONTHS[day.month - 1]} {day.year}",
        "numeric": f"{weekday} ({day.day}/{day.month}/{day.year})",
        "padded": f"{weekday} ({day:%d/%m/%Y})",
    }[form]
    (found,) = find_dates(f"Pada {text}, polisi datang.", None)
    assert (day.isoformat(), False) == (found.iso, found.conflict)


@given(DAYS, st.integers(0, 300))
@settings(deadline=None)
def test_a_printed_day_is_read_against_publication(published: date, back: int) -> None:
    """A day of the last ten months, printed without its year, is read with the right year."""
    day = published - timedelta(days=back)
    assert [day.isoformat()] == dates(f"pada ({day.day}/{day.month}) malam", published.isoformat())


@pytest.mark.parametrize(
    ("written", "years", "iso"),
    [
        ("Kamis (17/7)", (2024, 2025), ["2025-07-17"]),
        ("Kamis (17/7)", (2024, 2023), []),
        ("Rabu, 9 April", (2025,), ["2025-04-09"]),
        ("9 April", (2025,), ["2025-04-09"]),
        ("9 April", (2025, 2024), []),
        ("Kamis (29/2)", (2023, 2024), ["2024-02-29"]),
        ("29 Februari", (2023,), []),
        ("9 April 2019", (2025,), ["2019-04-09"]),
    ],
)
def test_a_day_without_a_year_is_in_the_printed_year_that_fits(
    written: str, years: tuple[int, ...], iso: list[str]
) -> None:
    """The weekday tells which of the document's years is meant; without a weekday only a single year can be."""
    assert [found.iso for found in find_dates(f"Hal itu terjadi {written} di Nunukan.", None, years)] == iso


def test_the_day_of_publication_goes_before_printed_years() -> None:
    """Where the day of publication is known, the years of other dates say nothing."""
    (found,) = find_dates("Hal itu terjadi Rabu (8/4) di Nunukan.", "2026-04-09", (2020,))
    assert found.iso == "2026-04-08"


def test_the_printed_years_are_those_of_dates_then_those_told() -> None:
    """A statute's year is none: "Nomor 18 Tahun 2017"."""
    texts = [
        "Pada 3 Mei 2024 dan 4 Mei 2024, lalu 2 Juni 2023.",
        "Sepanjang tahun 2025; UU Nomor 18 Tahun 2017.",
    ]
    assert printed_years(texts) == (2024, 2023, 2025)


@pytest.mark.parametrize(
    "text", ["UU tahun 2007", "UU Nomor 18 Tahun 2017", "UU 21/2007", "telepon 0812-2034-5678", "Rp 1.2000"]
)
def test_figures_of_statutes_telephones_and_money_are_no_years(text: str) -> None:
    """No year is taken from them."""
    assert printed_years([text]) == ()


def test_a_year_of_birth_is_none_of_the_case() -> None:
    """Years long before the latest are left out."""
    assert printed_years(["Lahir 3 Mei 1984.", "Ditangkap 2 Juni 2023."]) == (2023,)


def test_an_incident_without_a_year_takes_that_of_the_document() -> None:
    """A release that prints its year once and the day of the case without it."""
    text = (
        "Petugas BP3MI Kalimantan Utara menggagalkan keberangkatan 14 CPMI di Pelabuhan Tunon Taka, Kamis (17/7). "
        "Nunukan, 18 Juli 2025."
    )
    assert incident(read(text))["date"] == "2025-07-17"
