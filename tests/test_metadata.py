"""Title, publisher, date, kind and language, as far as a text itself tells them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_files import ARTICLE, HEADLINE, PARAGRAPHS

from graph.model import Document
from ingest.reading import read_paths, read_text
from ingest.reading.datelines import named, of_url
from ingest.reading.dates import DateLine, date_line, dates_in
from ingest.reading.titles import document_title

ARTICLES = Path(__file__).parents[2] / "shared" / "articles"
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
STORY = (
    "Petugas menahan dua perekrut yang membawa enam calon pekerja migran tanpa dokumen di dermaga itu, "
    "Selasa (4/3)."
)


def article(first: str, *above: str) -> str:
    """A text with these lines under the headline and a first paragraph that opens so."""
    return "\n\n".join([HEADLINE, *above, f"{first} {STORY}", PARAGRAPHS[2]])


def test_the_saved_release_is_read_as_it_is() -> None:
    """The release saved with its page: day of publication, not of saving; headline once; menu marked."""
    path = ARTICLES / "bp3mi-kaltara-2025-09-19.txt"
    if not path.exists() and os.environ.get("CI") != "true":
        pytest.skip(f"{path.name} lies in shared/articles beside the checkout, which is not here")
    (document,) = read_paths([path])
    assert isinstance(document, Document)
    title = "BP3MI Kalimantan Utara Perkuat Sinergi Pencegahan Tindak Pidana Perdagangan Orang (TPPO)"
    found = (document.title, document.publisher, document.published_on, document.kind, document.language)
    assert found == (title, "KemenP2MI", "2025-09-19", "release", "id")
    menu = ["Friday, 26 September 2025", "logo", "Berita", "Berita Utama", "-", "00.09 19 September 2025 164"]
    assert [document.text[span.start : span.end] for span in document.furniture] == [*menu, title]


@pytest.mark.parametrize(
    ("first", "publisher", "kind"),
    [
        ("TARAKAN, KOMPAS.com –", "Kompas.com", "news"),
        ("KOMPAS.com -", "Kompas.com", "news"),
        ("Nunukan (ANTARA) -", "ANTARA", "news"),
        ("NUNUKAN, niaga.asia –", "Niaga.Asia", "news"),
        ("Liputan6.com, Jakarta -", "Liputan6.com", "news"),
        ("TEMPO.CO, Jakarta -", "Tempo", "news"),
        ("JAKARTA, HALUAN.CO -", "Haluan", "news"),
        ("TRIBUNKALTARA.COM, NUNUKAN -", "Tribun Kaltara", "news"),
        ("SEBATIK, kabarutara.co.id –", "kabarutara.co.id", "news"),
        ("Tarakan, KemenP2MI (04/03) —", "KemenP2MI", "release"),
        ("Tribratanews.polri.go.id – Nunukan.", "Polri", "release"),
        ("NUNUKAN, Kabar Dermaga –", "Kabar Dermaga", "news"),
        ("Tarakan, BP3MI Kaltara (04/03) –", "BP3MI Kaltara", "release"),
        ("TARAKAN, Humas Polda Kaltara –", "Polda Kaltara", "release"),
        ("JAKARTA –", None, "news"),
        ("Nunukan, Kalimantan Utara –", None, "news"),
        ("Nunukan, Selasa –", None, "news"),
        ("Tawau, Malaysia -", None, "news"),
        ("Rencana itu, kata BP3MI, tidak jadi -", None, "news"),
    ],
)
def test_dateline_tells_the_publisher(first: str, publisher: str | None, kind: str) -> None:
    """The name before the dash that opens a story is its publisher; a place alone is none."""
    document = read_text(article(first))
    assert (document.publisher, document.kind) == (publisher, kind)


def test_dateline_stays_part_of_the_story() -> None:
    """A dateline names a place and an agency of the story and is no furniture."""
    assert read_text(article("Tarakan, KemenP2MI (04/03) —")).furniture == ()


@pytest.mark.parametrize(
    ("line", "day", "publisher"),
    [
        ("00.09 19 September 2025 164", "2025-09-19", None),
        ("Jumat, 19/9/2025 10:22 WIB", "2025-09-19", None),
        ("Rabu, 17 September 2025 | 10:00 WIB", "2025-09-17", None),
        ("19 Sep 2025, 10:30", "2025-09-19", None),
        ("detikNews - Jumat, 19 Sep 2025 10:30 WIB", "2025-09-19", "detikcom"),
        ("Kompas.com - 19/09/2025, 20:20 WIB", "2025-09-19", "Kompas.com"),
        ("Diterbitkan pada 19 September 2025", "2025-09-19", None),
        ("Oleh Sinta Maharani - 19 September 2025", "2025-09-19", None),
        ("Published September 19, 2025", "2025-09-19", None),
        ("Jakarta, 19 September 2025", "2025-09-19", None),
        ("Diperbarui: 20 September 2025, 08:00 WIB", None, None),
        ("Sidang digelar 19 September 2025", None, None),
        ("31 September 2025", None, None),
    ],
)
def test_line_under_the_headline_tells_the_day(line: str, day: str | None, publisher: str | None) -> None:
    """A line of its own with a date, a time, a byline is the publication; a change or an event is not."""
    document = read_text(article("", line))
    assert (document.published_on, document.publisher) == (day, publisher)


def test_timed_line_goes_before_others() -> None:
    """Of two lines with dates the one with the time is the publication."""
    assert (
        read_text(article("", "Jakarta, 18 September 2025", "19/9/2025 10:22 WIB")).published_on
        == "2025-09-19"
    )


def test_date_above_the_headline_counts_only_without_a_menu() -> None:
    """A date on top is the publication of a plain text, but the day of saving on a page with its menu."""
    day = "Rabu, 5 Maret 2025"
    assert read_text(f"{day}\n{ARTICLE}").published_on == "2025-03-05"
    assert read_text(f"{day}\nlogo\nBerita\n{ARTICLE}").published_on is None


@pytest.mark.parametrize(
    ("first", "rest", "day"),
    [
        ("Jakarta, 5 Maret 2025 –", "", "2025-03-05"),
        ("Nunukan, KemenP2MI (4/3/2025) –", "", "2025-03-04"),
        ("Nunukan, (4/3/2025) –", "", "2025-03-04"),
        ("Nunukan, KemenP2MI (4/3) –", "", None),
        ("Nunukan, KemenP2MI (4/3) –", "Pemeriksaan berlangsung pada 4 Maret 2025.", "2025-03-04"),
        ("Nunukan, KemenP2MI (4/3) –", "Sejak 4 Maret 2024 dan 4 Maret 2025 pos itu dijaga.", None),
        ("Selasa (4/3/2025)", "", None),
        ("", "", None),
    ],
)
def test_dateline_tells_the_day_only_with_its_year(first: str, rest: str, day: str | None) -> None:
    """A day in the dateline counts if its year is given, there or once in the text; a day of the story
    never.
    """
    assert read_text(f"{article(first)} {rest}").published_on == day


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("detikNews", "detikcom"),
        ("Tim detikSulsel - detikSulsel", "detikcom"),
        ("Polri - Warga Nunukan Gelar Patroli Laut", None),
    ],
)
def test_line_of_its_own_tells_the_publisher(line: str, publisher: str | None) -> None:
    """A line by the headline that holds a publisher's name and no more tells the publisher."""
    assert read_text(f"{HEADLINE}\n{line}\n{STORY}").publisher == publisher


def test_signature_tells_who_released_it() -> None:
    """A release signed by a press office is that agency's, and the signature stays part of the text."""
    document = read_text(article("") + " ** (Humas/Polres Nunukan)")
    assert (document.publisher, document.kind, document.furniture) == ("Polres Nunukan", "release", ())


def test_place_and_day_under_a_release() -> None:
    """The place and day that close a release are its publication, and stay part of the text."""
    document = read_text(f"{article('')}\n\nJakarta, 5 Maret 2025\nKepala Biro Humas")
    assert (document.published_on, document.furniture) == ("2025-03-05", ())


def test_known_facts_go_before_the_text() -> None:
    """What is known from outside is taken over what the text says."""
    text = article("TARAKAN, KOMPAS.com –", "19 Sep 2025, 10:30")
    document = read_text(
        text, "a.txt", title="Judul", publisher="LPSK", published_on="2025-01-02", kind="news"
    )
    found = (document.title, document.publisher, document.published_on, document.kind, document.origin)
    assert found == ("Judul", "LPSK", "2025-01-02", "news", "a.txt")


def test_address_is_the_last_resort() -> None:
    """The host tells the publisher where nothing else does; a subdomain belongs to its agency."""
    url = "https://tribratanews.kaltara.polri.go.id/berita/1"
    assert read_text(article(""), url=url).publisher == "Polri"
    assert read_text(article("KOMPAS.com -"), url=url).publisher == "Kompas.com"
    unknown = of_url("https://www.kabarutara.id/berita/1")
    assert unknown is not None
    assert (unknown.name, of_url("berita/1"), named("Kabar Tak Dikenal")) == ("kabarutara.id", None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (ARTICLE, HEADLINE),
        (f"Beranda > Berita > Nasional\n{ARTICLE}", HEADLINE),
        (f"Zona Integritas\n{HEADLINE}\n-\n{ARTICLE}", HEADLINE),
        (f"Apa Saja Isi Aturan Baru...\n{PARAGRAPHS[0]}", "Apa Saja Isi Aturan Baru..."),
        (PARAGRAPHS[0], None),
        ("", None),
    ],
)
def test_headline_is_the_title(text: str, title: str | None) -> None:
    """The headline above the first paragraph is the title; a text that begins with its story has none."""
    assert read_text(text).title == title


@pytest.mark.parametrize(
    "title", ["untitled", "Microsoft Word - a.doc", "rilis_final.docx", "Document1", " ", None]
)
def test_titles_by_programs_are_none(title: str | None) -> None:
    """What a program wrote into a file's title is no title."""
    assert document_title(title) is None


@given(
    st.dates(date(1945, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{d}/{n}/{y}", "{y}-{n:02}-{d:02}"]),
)
def test_dates_round_trip(day: date, form: str) -> None:
    """Every date comes back from each of its written forms, and a line with it alone is a date line."""
    text = form.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year)
    assert [found.day for found in dates_in(f"pada {text},")] == [day.isoformat()]
    assert date_line(text) == DateLine(day.isoformat(), timed=False, updated=False, placed=False)
