"""Court decisions and other languages: which kind of document a text is."""

from __future__ import annotations

import pytest
from reading_files import ARTICLE, ENGLISH, HEADLINE

from ingest.reading import read_text
from ingest.reading.language import language_of

DECISION = """P U T U S A N
Nomor 12/Pid.Sus/2025/PN Nnk
DEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA
Pengadilan Negeri Nunukan yang mengadili perkara pidana dengan acara pemeriksaan biasa menjatuhkan putusan:
Menimbang, bahwa perkara ini mirip Putusan Nomor 7/Pid.Sus/2023/PN Tar yang diputuskan dalam rapat musyawarah
pada hari Kamis, tanggal 9 Maret 2023;
Demikianlah diputuskan dalam sidang permusyawaratan Majelis Hakim Pengadilan Negeri Nunukan, pada hari Senin,
tanggal 3 Februari 2025, oleh kami, Hakim Ketua;"""


def test_decision_tells_number_court_and_day() -> None:
    """A decision's title is its number, its publisher the court, its day that of its own deliberation."""
    document = read_text(DECISION)
    found = (document.title, document.publisher, document.published_on, document.kind)
    assert found == (
        "Putusan Nomor 12/Pid.Sus/2025/PN Nnk",
        "Pengadilan Negeri Nunukan",
        "2025-02-03",
        "verdict",
    )


def test_day_of_pronouncement_goes_before_deliberation() -> None:
    """A decision's day is the one on which it was pronounced in open court, if it says so."""
    text = DECISION.replace(
        ", oleh kami", " dan diucapkan dalam sidang terbuka pada hari Kamis, tanggal 6 Februari 2025"
    )
    assert read_text(text).published_on == "2025-02-06"


@pytest.mark.parametrize(
    ("text", "title", "court"),
    [
        (
            "Nomor 120 K/Pid.Sus/2025 memeriksa perkara tindak pidana khusus pada tingkat kasasi dan "
            "telah memutus perkara Terdakwa yang diajukan di persidangan Pengadilan Negeri Nunukan;",
            "Putusan Nomor 120 K/Pid.Sus/2025",
            "Mahkamah Agung",
        ),
        (
            "KESATU\nBahwa Terdakwa pada hari Senin atau setidak-tidaknya pada suatu waktu di bulan Mei, "
            "di tempat yang termasuk daerah hukum Pengadilan Negeri Tanjung Selor, membawa enam orang.",
            None,
            "Pengadilan Negeri Tanjung Selor",
        ),
        (
            "PENETAPAN\nNomor 3/Pid.Sus/2026/PN Nnk\nPENGADILAN NEGERI NUNUKAN yang memeriksa perkara",
            "Penetapan Nomor 3/Pid.Sus/2026/PN Nnk",
            "Pengadilan Negeri Nunukan",
        ),
    ],
)
def test_parts_of_decisions_are_told(text: str, title: str | None, court: str) -> None:
    """A cassation, an indictment without its head and an order are decisions; an excerpt may have no
    number.
    """
    document = read_text(text)
    assert (document.kind, document.title, document.publisher) == ("verdict", title, court)


def test_news_about_a_decision_is_news() -> None:
    """A report that quotes a court and a case number is no decision."""
    text = f"{ARTICLE}\nPengadilan Negeri Nunukan memutus perkara Nomor 12/Pid.Sus/2025/PN Nnk itu."
    assert (read_text(text).kind, read_text(text).title) == ("news", HEADLINE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARTICLE, "id"),
        (DECISION, "id"),
        (ENGLISH, "en"),
        ("Polres Tarakan menahan TB di Tarakan.", "id"),
        ("Polis menahan dua suspek di Tawau kerana disyaki menyeludup migran.", "ms"),
        ("警方昨日在码头逮捕了三名男子，他们涉嫌偷运移民。", "zh"),
        ("12/3 2025 — 164", "id"),
    ],
)
def test_language(text: str, language: str) -> None:
    """Indonesian is told from other languages; a text too short to tell counts as Indonesian."""
    assert language_of(text) == language
