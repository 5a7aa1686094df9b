"""Agencies of the state beyond the police: governments, ministries, commissions of parliament, courts, departments."""

from __future__ import annotations

import pytest
from invented import links, names, offices, read, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pemulangan itu dibahas dengan otoritas Filipina pekan lalu.", "Otoritas Filipina"),
        ("Hal itu disampaikan pemerintah Malaysia kepada KBRI.", "Pemerintah Malaysia"),
        ("Tim kepolisian Malaysia hadir di Nunukan.", "Kepolisian Malaysia"),
        ("Sidang digelar di Pengadilan Negeri Batupute hari ini.", "Pengadilan Negeri Batupute"),
        ("Ia ditahan di Polres Tasikmalaya Kota sejak Senin.", "Polres Tasikmalaya Kota"),
        ("Anggota Kodim 0504/Jakarta Selatan ikut berjaga.", "Kodim 0504/Jakarta Selatan"),
        ("Penangkapan dilakukan Resmob Polres Blora kemarin.", "Resmob Polres Blora"),
        ("Ia diperiksa Satlantas Polres Nunukan.", "Satlantas Polres Nunukan"),
    ],
)
def test_agencies_by_what_they_govern_judge_or_do(text: str, name: str) -> None:
    """A country's government or police, a court of a town the gazetteer lacks, a city's Polres, a team."""
    assert name in names(read(text), "Agency")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ketua Komisi III DPR Jatmika Wirasuta mengatakan hal itu.",
            ("Jatmika Wirasuta", "Ketua", "Komisi III DPR"),
        ),
        (
            "Presiden Jatmika Wirasuta berkunjung ke Kanada.",
            ("Jatmika Wirasuta", "Presiden", "Presiden RI"),
        ),
        (
            "Menteri Kehutanan Jatmika Wirasuta mengatakan hal itu.",
            ("Jatmika Wirasuta", "Menteri Kehutanan", "Kemenhut"),
        ),
        (
            "Plt Kepala Dinas Koperasi, Usaha Mikro, dan Perdagangan (Diskopdag) Kabupaten Nunukan Jatmika Wirasuta "
            "mengatakan hal itu.",
            (
                "Jatmika Wirasuta",
                "Kepala",
                "Dinas Koperasi, Usaha Mikro, dan Perdagangan Kabupaten Nunukan",
            ),
        ),
    ],
)
def test_offices_of_the_state(text: str, office: tuple[str, str, str]) -> None:
    """The head of a commission, the president, a minister, the head of a department with several fields."""
    assert office in offices(read(text))


def test_the_president_of_another_country_is_not_ours() -> None:
    """ "Presiden Rusia" names no Indonesian office."""
    assert "presiden" not in links(read("Presiden Rusia Oleg Verkhov tiba di Jakarta."), "Agency").values()


def test_a_commission_of_parliament_is_part_of_it() -> None:
    """ "Komisi III DPR" is an agency of its own inside DPR."""
    found = read("Rapat itu dipimpin Komisi III DPR di Jakarta.")
    assert ("Komisi III DPR", "PART_OF", "DPR", {}) in told(found, "PART_OF")


def test_a_name_with_its_short_form_behind_it_is_one_agency() -> None:
    """A summary prints the short form behind the name without parentheses."""
    found = read("Kementerian Luar Negeri Kemlu memulangkan 12 WNI dari Myanmar.")
    assert names(found, "Agency") == ["Kementerian Luar Negeri"]


def test_a_short_name_joins_the_agency_that_it_begins() -> None:
    """ "Mahkamah" is the Mahkamah Konstitusi that the text names in full."""
    found = read("Mahkamah Konstitusi menolak permohonan itu. Menurut Mahkamah, aturan itu sah.")
    assert names(found, "Agency") == ["Mahkamah Konstitusi"]


def test_a_spot_named_more_fully_is_the_same_spot() -> None:
    """ "Hotel Kencana" and "Hotel Kencana Tarakan" are one place; two villages of similar names are two."""
    found = read(
        "Korban ditampung di Pelabuhan Batu Merah Sebelas. Dari Dermaga Batu Merah mereka menyeberang ke Tawau."
    )
    spots = [name for name in names(found, "Location") if "Batu" in name]
    assert len(spots) == 1
