"""Hard places of counts and days: figures that count nobody, nouns before their number, days that are not the deed's."""

from __future__ import annotations

import pytest
from invented import entities, incident, read

PUBLISHED = "2025-09-19"
CASE = "Polres Nunukan menangkap tersangka RD (34) di Nunukan, Senin (15/9/2025)."


@pytest.mark.parametrize(
    "text",
    [
        "RD dijerat UU Nomor 21 Tahun 2007 tentang perlindungan korban.",
        "RD dijerat Pasal 4 tentang pelaku.",
        "Sejak tahun 2024 korban mengenal RD.",
        "Surat nomor 12 tentang korban disita.",
        "Pada tanggal 14 September pelaku datang.",
    ],
)
def test_a_year_an_article_and_a_day_count_nobody(text: str) -> None:
    """Figures of years, laws, papers and days before a noun for people are no counts."""
    found = incident(read(f"{CASE} {text}", published_on=PUBLISHED))
    assert not {"victims_total", "suspects_total"} & found.keys()


@pytest.mark.parametrize(
    ("text", "slot", "count"),
    [
        ("Korbannya delapan orang.", "victims_total", 8),
        ("Korban yang terdata 21 orang.", "victims_total", 21),
        ("Pelaku yang diamankan ada dua orang.", "suspects_total", 2),
        ("Kapal itu membawa 96 pengungsi.", "victims_total", 96),
    ],
)
def test_a_noun_may_stand_before_its_number(text: str, slot: str, count: int) -> None:
    """Of mere "orang" the noun before it tells who they are."""
    assert count == incident(read(f"{CASE} {text}", published_on=PUBLISHED))[slot]


def test_men_and_women_after_the_perpetrators_are_those() -> None:
    """The sexes that follow "pelaku" count no victims."""
    text = f"{CASE} Pelaku yang diamankan juga ada dua, satu perempuan dan satu laki-laki."
    assert not {"victims_men", "victims_women"} & incident(read(text, published_on=PUBLISHED)).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Sejak dibentuk pada 5 Juni 2025, Satgas TPPO menyelamatkan 128 korban.",
        "Sejak moratorium 2015, BP3MI memulangkan 2.317 PMI.",
        "Polda Kaltara menangani 19 perkara TPPO dan menangkap 27 tersangka.",
    ],
)
def test_a_sum_over_a_time_is_no_case(text: str) -> None:
    """What was done since a day, or in so many cases, is a statistic."""
    assert [] == entities(read(text, published_on=PUBLISHED), "Incident")


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres memimpin konferensi pers penangkapan RD di Mapolres Nunukan, Selasa (16/9/2025). {}",
        "RD lahir di Bone tanggal 4 Mei 1989. {}",
        "“RD ditangkap,” kata Kasi Humas Polres Nunukan kepada wartawan, Selasa (16/9/2025). {}",
    ],
)
def test_days_of_the_press_and_of_birth_are_not_the_deed_s(text: str) -> None:
    """The day of a press conference, of a birth or of somebody's words is passed over."""
    assert "2025-09-15" == incident(read(text.format(CASE), published_on=PUBLISHED))["date"]
