"""Articles of statutes with the statute they belong to, and names of people as they are spelled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import links, page, read, told

from ingest.extraction.mentions.laws import find_laws
from ingest.extraction.words.names import name_at, spell

TPPO = "UU Nomor 21 Tahun 2007"


def laws(text: str) -> list[str]:
    """The names of the articles found in a text."""
    return [found.name for found in find_laws(text)]


@pytest.mark.parametrize(
    "joint", ["jo", "Jo.", "junto", "juncto", "dan", "atau", "dan/atau", ",", "serta", "subsider"]
)
def test_joined_articles_share_the_statute_that_follows(joint: str) -> None:
    """Articles joined by any joining word all belong to the statute named after them."""
    text = f"dijerat Pasal 81 {joint} Pasal 83 UU Nomor 18 Tahun 2017"
    assert laws(text) == ["UU 18/2017 Pasal 81", "UU 18/2017 Pasal 83"]


def test_three_articles_share_one_statute() -> None:
    """An enumeration with a comma and "dan" is one enumeration."""
    assert laws(f"Pasal 2, Pasal 4, dan Pasal 10 {TPPO}") == [
        "UU 21/2007 Pasal 2",
        "UU 21/2007 Pasal 4",
        "UU 21/2007 Pasal 10",
    ]


@pytest.mark.parametrize(
    "statute",
    [
        "UU Nomor 18 Tahun 2017",
        "UU No. 18 Tahun 2017",
        "UU No 18 Th 2017",
        "UU RI Nomor 18 Tahun 2017",
        "UU 18/2017",
        "Undang-Undang Nomor 18 Tahun 2017",
        "Undang Undang No.18 Th.2017",
        "Undang-Undang Republik Indonesia Nomor 18 Tahun 2017",
    ],
)
def test_a_statute_is_known_in_every_form(statute: str) -> None:
    """Number and year identify a statute, whatever words stand around them."""
    (found,) = find_laws(f"Pasal 81 {statute}")
    assert (found.link, found.title) == ("uu-18-2017:81", "Pelindungan Pekerja Migran Indonesia")


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        ("Pasal 55 ayat (1) ke-1 KUHP", "KUHP Pasal 55 ayat (1) ke-1", "kuhp:55.1.ke1"),
        ("Pasal 55 ayat 1 ke 1 KUHPidana", "KUHP Pasal 55 ayat (1) ke-1", "kuhp:55.1.ke1"),
        ("Pasal 378 Kitab Undang-Undang Hukum Pidana", "KUHP Pasal 378", "kuhp:378"),
        ("Pasal 457 KUHP baru", "UU 1/2023 Pasal 457", "uu-1-2023:457"),
        ("Pasal 20 huruf c KUHP Nasional", "UU 1/2023 Pasal 20 huruf c", "uu-1-2023:20.c"),
        ("Pasal 184 KUHAP", "KUHAP Pasal 184", "kuhap:184"),
        (f"Pasal 7 ayat (2) {TPPO}", "UU 21/2007 Pasal 7 ayat (2)", "uu-21-2007:7.2"),
        ("Pasal 86 huruf a UU 18/2017", "UU 18/2017 Pasal 86 huruf a", "uu-18-2017:86.a"),
        ("Pasal 27A UU 19/2016", "UU 19/2016 Pasal 27A", "uu-19-2016:27a"),
    ],
)
def test_an_article_is_named_to_its_last_part(text: str, name: str, link: str) -> None:
    """Paragraph, letter and item are part of the name and of the identity."""
    assert [(name, link)] == [(found.name, found.link) for found in find_laws(text)]


def test_each_article_keeps_its_own_statute() -> None:
    """Articles of several statutes in one sentence do not mix."""
    text = (
        "disangkakan Pasal 81 juncto Pasal 69 Undang-Undang RI Nomor 18 Tahun 2017 tentang Pelindungan Pekerja "
        "Migran Indonesia dan/atau Pasal 120 ayat (1) UU No. 6 Tahun 2011 juncto Pasal 55 ayat (1) ke-1 KUHP"
    )
    assert laws(text) == [
        "UU 18/2017 Pasal 81",
        "UU 18/2017 Pasal 69",
        "UU 6/2011 Pasal 120 ayat (1)",
        "KUHP Pasal 55 ayat (1) ke-1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 4 menjadi dasar penyidikan.",
        f"Pasal 5 mengatur sanksi bagi pejabat. {TPPO} berlaku sejak lama.",
        f"Pasal 5 dibacakan di depan warga sebelum {TPPO} dibahas.",
        "Pasal 21 Tahun 2007",
        "Pasar 4 UU 21/2007",
    ],
)
def test_an_article_without_its_statute_is_left_out(text: str) -> None:
    """An article is no law where no statute follows in the same enumeration; a statute is one by itself."""
    assert [name for name in laws(text) if "Pasal" in name] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DPR membahas revisi UU Keimigrasian pekan ini.", "UU 6/2011"),
        ("Putusan itu menyangkut Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian.", "UU 2/2002"),
        ("Hal itu dijamin Pasal 28 ayat (1) UUD 1945.", "UUD 1945 Pasal 28 ayat (1)"),
        ("Mereka dijerat Pasal 3 UU Tipikor.", "UU 31/1999 Pasal 3"),
    ],
)
def test_a_statute_is_named_by_number_by_what_it_is_called_or_as_the_constitution(
    text: str, name: str
) -> None:
    """A statute without an article is a law too, and a name stands for the number."""
    assert laws(text) == [name]


def test_a_statute_that_the_lexicon_lacks_has_no_title() -> None:
    """An unknown statute is still identified by number and year."""
    (found,) = find_laws("Pasal 3 UU Nomor 99 Tahun 2031")
    assert (found.name, found.link, found.title) == ("UU 99/2031 Pasal 3", "uu-99-2031:3", "")


@given(st.integers(1, 400), st.integers(1, 99), st.integers(1945, 2039))
@settings(deadline=None)
def test_number_and_year_are_read_back(article: int, number: int, year: int) -> None:
    """Whatever article, number and year: the identity is made of them."""
    (found,) = find_laws(f"Pasal {article} UU Nomor {number} Tahun {year}")
    assert f"uu-{number}-{year}:{article}" == found.link


@given(st.text(max_size=200))
@settings(deadline=None)
def test_an_article_slices_its_text(text: str) -> None:
    """Whatever stands around it, an article's offsets give its own words."""
    whole = f"{text} Pasal 4 {TPPO}"
    *_, found = find_laws(whole)
    assert whole[found.start : found.end] == "Pasal 4"


def test_a_charge_is_a_law_of_the_case() -> None:
    """The articles somebody is charged with become laws with their identity, charged in the incident."""
    found = read(f"Polres Nunukan menangkap tersangka RD (34). RD dijerat Pasal 2 dan Pasal 10 {TPPO}.")
    assert links(found, "Law") == {
        "UU 21/2007 Pasal 2": "uu-21-2007:2",
        "UU 21/2007 Pasal 10": "uu-21-2007:10",
    }
    assert [end for _, _, end, _ in told(found, "CHARGED_WITH")] == [
        "UU 21/2007 Pasal 2",
        "UU 21/2007 Pasal 10",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Arga M. Wiradipa, S.H., M.H. berkata", "Arga M. Wiradipa"),
        ("Dr. H. Salim Tandiara, S.I.K., M.Si., hadir", "Salim Tandiara"),
        ("Drs. Umar Tobing pulang", "Umar Tobing"),
        ("Rahmat bin Saleh menolak", "Rahmat bin Saleh"),
        ("Nur'aini Hasba pulang", "Nur'aini Hasba"),
        ("Sitti Rohaya pada Senin", "Sitti Rohaya"),
    ],
)
def test_a_name_begins_after_and_ends_before_its_degrees(text: str, name: str) -> None:
    """Degrees on either side and the words of the sentence are no part of a name."""
    (sentence,) = page(text).sentences
    run = name_at(sentence, 0)
    assert run is not None
    assert name == sentence.between(run.first, run.last)


@pytest.mark.parametrize("text", ["polisi datang", "17 orang", "A. B."])
def test_what_is_no_name_is_none(text: str) -> None:
    """Words of the language, figures and mere initials are no name."""
    assert name_at(page(text).sentences[0], 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ARGA M. WIRADIPA", "Arga M. Wiradipa"),
        ("Arga M.\nWiradipa", "Arga M. Wiradipa"),
        ("Arga  Wiradipa", "Arga Wiradipa"),
        ("HR", "HR"),
    ],
)
def test_a_name_is_shown_with_capitals_and_single_spaces(text: str, name: str) -> None:
    """A name in capitals is spelled as a name, a short one may be initials and stays."""
    assert name == spell(text)
