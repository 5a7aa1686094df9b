"""Agencies: their identity by unit and place, what they belong to, and their short forms."""

from __future__ import annotations

import pytest
from invented import links, names, offices, parts_of, read, the


def test_an_agency_is_nested_to_three_levels() -> None:
    """A unit of a section of a resort police is three agencies, each part of the next."""
    found = read("Unit PPA Satreskrim Polres Nunukan memeriksa dua orang saksi.")
    assert links(found, "Agency") == {
        "Unit PPA Satreskrim Polres Nunukan": "unit_ppa:65.03",
        "Satreskrim Polres Nunukan": "satreskrim:65.03",
        "Polres Nunukan": "polres:65.03",
    }
    assert {
        ("Unit PPA Satreskrim Polres Nunukan", "Satreskrim Polres Nunukan"),
        ("Satreskrim Polres Nunukan", "Polres Nunukan"),
    } == parts_of(found)


def test_a_subdirectorate_is_part_of_a_directorate() -> None:
    """A regional police is nested in the same way, with the number of the subdirectorate in its name."""
    found = read("Subdit IV Renakta Ditreskrimum Polda Kalimantan Utara menyelidiki kasus itu.")
    assert {
        ("Subdit IV Renakta Ditreskrimum Polda Kalimantan Utara", "Ditreskrimum Polda Kalimantan Utara"),
        ("Ditreskrimum Polda Kalimantan Utara", "Polda Kalimantan Utara"),
    } == parts_of(found)


def test_agencies_side_by_side_are_not_nested() -> None:
    """Two agencies that act together are no parts of one another."""
    found = read("Polres Nunukan bersama BP3MI Kalimantan Utara berjaga.")
    assert (["Polres Nunukan", "BP3MI Kalimantan Utara"], set()) == (names(found, "Agency"), parts_of(found))


def test_an_expansion_with_its_abbreviation_is_one_agency() -> None:
    """The full name, the abbreviation in parentheses and the later short form with a short place are one."""
    text = (
        "Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) Kalimantan Utara menjemput rombongan. "
        "BP3MI Kaltara lalu mendata mereka."
    )
    agency = the(read(text), "Agency")
    assert (agency.name, agency.link) == ("BP3MI Kalimantan Utara", "bp3mi:65")
    assert "BP3MI Kaltara" in agency.aliases
    assert len(agency.mentions) == 2


def test_a_national_unit_with_its_abbreviation_is_one_agency() -> None:
    """ "Staf Utama Operasi Polri (Stamaops Polri)" is one agency without a place."""
    found = read("Staf Utama Operasi Polri (Stamaops Polri) mengirim tim ke Tarakan.")
    assert links(found, "Agency") == {"Stamaops Polri": "stamaops"}


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Kantor Imigrasi Kelas II TPI Nunukan", "kanim:65.03"),
        ("Kantor Imigrasi Kelas I Khusus TPI Batam", "kanim:21.71"),
        ("Kantor Imigrasi Kelas I TPI Tarakan", "kanim:65.71"),
        ("Lanal Nunukan", "lanal:65.03"),
        ("Polresta Barelang", "polres:21.71"),
        ("Kejaksaan Negeri Nunukan", "kejari:65.03"),
        ("Pengadilan Negeri Nunukan", "pn:65.03"),
        ("Dinas Tenaga Kerja Kabupaten Nunukan", "disnaker:65.03"),
        ("P4MI Nunukan", "p4mi:65.03"),
        ("Polda Kalimantan Utara", "polda:65"),
        ("Polda Metro Jaya", "polda:31"),
        ("Polsek Sei Kayan", None),
        ("Koarmada I", None),
    ],
)
def test_an_agency_keeps_its_class_and_is_identified_by_its_place(name: str, identity: str | None) -> None:
    """The whole name with class or number is kept; the identity is unit and place, none where that is unknown."""
    assert {name: identity} == links(read(f"Petugas {name} memeriksa paspor."), "Agency")


@pytest.mark.parametrize(
    ("short", "full", "identity"),
    [
        ("Kaltara", "Kalimantan Utara", "polda:65"),
        ("Sulsel", "Sulawesi Selatan", "polda:73"),
        ("Kepri", "Kepulauan Riau", "polda:21"),
    ],
)
def test_a_short_province_is_the_same_as_the_full_one(short: str, full: str, identity: str) -> None:
    """A regional police is one agency under the short and the full name of its province."""
    found = read(f"Polda {short} menurunkan 50 personel. Menurut Polda {full}, pengawasan diperketat.")
    assert {f"Polda {full}": identity} == links(found, "Agency")


def test_a_consulate_is_identified_by_its_foreign_town() -> None:
    """Missions abroad carry the place they sit in."""
    found = read("Konsulat RI Tawau dan KBRI Kuala Lumpur mengurus dokumen.")
    assert names(found, "Agency") == ["Konsulat RI Tawau", "KBRI Kuala Lumpur"]
    assert names(found, "Location") == []


def test_a_seat_is_its_agency() -> None:
    """ "Mapolres Nunukan" is where Polres Nunukan sits, no agency of its own."""
    found = read("Polres Nunukan menahan keduanya. Mereka diperiksa di Mapolres Nunukan.")
    assert links(found, "Agency") == {"Polres Nunukan": "polres:65.03"}


def test_detention_at_a_seat_is_no_handling() -> None:
    """A seat that is only where people are held says nothing of what the agency did."""
    found = read(
        "Polda Kaltara menangkap tersangka RD (34), Senin (1/9/2025). RD ditahan di Mapolres Nunukan."
    )
    assert [
        {e.id: e.name for e in found.entities}[c.end] for c in found.claims if c.type == "HANDLED_BY"
    ] == ["Polda Kalimantan Utara"]


@pytest.mark.parametrize(
    "name",
    [
        "Yayasan Lentera Tapal Batas",
        "PT Samudra Cipta Karya",
        "CV Karya Perbatasan",
        "LSM Suara Tapal Batas",
        "Dinas Pemuda dan Olahraga",
    ],
)
def test_an_organisation_that_no_lexicon_knows_is_found_by_its_head(name: str) -> None:
    """Foundations and companies are agencies without an identity outside the document."""
    assert {name: None} == links(read(f"Perwakilan {name} mendampingi mereka di Nunukan."), "Agency")


def test_a_bare_unit_joins_the_one_named_before() -> None:
    """ "Polres" after Polres Nunukan is Polres Nunukan, and after Polres Tarakan that one."""
    text = "Polres Nunukan menangkap RD. Menurut Polres, RD mengaku. Polres Tarakan membantu. Polres juga berjaga."
    found = read(text)
    assert {agency.name: len(agency.mentions) for agency in found.entities if agency.label == "Agency"} == {
        "Polres Nunukan": 2,
        "Polres Tarakan": 2,
    }


def test_a_bare_unit_of_another_kind_joins_nothing() -> None:
    """ "Polres" is not a short form of an agency of another kind."""
    found = read("BP3MI Kalimantan Utara mendata mereka. BP3MI memberi makanan. Imigrasi menunggu.")
    assert len(the(found, "Agency", "BP3MI Kalimantan Utara").mentions) == 2


def test_a_place_in_an_agencys_name_is_no_location() -> None:
    """The place that tells an agency apart is not a place of the story."""
    found = read("Polres Nunukan dan Dinas Sosial Nunukan berjaga bersama Satreskrim Polresta Barelang.")
    assert names(found, "Location") == []


def test_a_place_beside_an_agency_is_a_location() -> None:
    """The same name by itself is the place."""
    found = read("Polres Nunukan berjaga di Tarakan dan Nunukan.")
    assert names(found, "Location") == ["Tarakan", "Nunukan"]


def test_a_border_crossing_is_a_place() -> None:
    """PLBL Liem Hie Djung is a crossing, not an agency."""
    found = read("Polisi menemukan mereka di PLBL Liem Hie Djung, Nunukan.")
    assert names(found, "Agency") == []
    assert "PLBL Liem Hie Djung" in names(found, "Location")


def test_an_agency_named_only_by_its_head_is_an_agency() -> None:
    """The title of its head names the agency where the text does not."""
    found = read("Kapolres Nunukan AKBP Rangga Tumiwa memberi keterangan.")
    assert links(found, "Agency") == {"Polres Nunukan": "polres:65.03"}
    assert {("Rangga Tumiwa", "Kapolres", "Polres Nunukan")} == offices(found)


def test_words_in_lower_case_are_no_agency() -> None:
    """A unit's word in lower case is a word of the language."""
    assert names(read("Mereka menunggu di sebuah pos dan sebuah balai milik warga."), "Agency") == []
