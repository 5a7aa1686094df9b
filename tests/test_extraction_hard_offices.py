"""Hard places of agencies and officials: nested names, names that lists run together, offices after the name."""

from __future__ import annotations

import pytest
from invented import names, offices, read, the


@pytest.mark.parametrize("name", ["Kodim 0911/Nunukan", "Kodim 0907/Tarakan"])
def test_a_number_with_its_town_is_one_name(name: str) -> None:
    """The town after the stroke belongs to the number."""
    assert [name] == names(read(f"Personel {name} ikut berjaga."), "Agency")


@pytest.mark.parametrize("name", ["Polsek Nunukan Selatan", "Polsek Sebatik Timur"])
def test_a_point_of_the_compass_belongs_to_the_district(name: str) -> None:
    """A police post is named by its whole district, not by the regency in it."""
    assert name in names(read(f"Petugas {name} berjaga di Kabupaten Nunukan."), "Agency")


def test_a_company_ends_before_the_next_agency() -> None:
    """ "Dan" before an agency ends the company's name."""
    text = "PT Samudra Cipta Karya dan Dinas Sosial Kabupaten Nunukan ikut membantu."
    assert ["PT Samudra Cipta Karya", "Dinas Sosial Kabupaten Nunukan"] == names(read(text), "Agency")


@pytest.mark.parametrize(
    "name",
    [
        "Badan Narkotika Nasional Kabupaten Nunukan",
        "Badan Narkotika Nasional Kota Tarakan",
        "Kementerian Agama Kabupaten Nunukan",
    ],
)
def test_the_branch_of_a_national_agency_keeps_its_area(name: str) -> None:
    """The area is part of the branch's name and no place by itself."""
    found = read(f"Petugas {name} berjaga.")
    assert ([name], []) == (names(found, "Agency"), names(found, "Location"))


def test_a_branch_is_not_the_agency_above_it() -> None:
    """A branch does not take the identity of the national agency."""
    found = read("Badan Narkotika Nasional Kabupaten Nunukan berjaga. Badan Narkotika Nasional memantau.")
    assert ["Badan Narkotika Nasional Kabupaten Nunukan", "Badan Narkotika Nasional"] == names(
        found, "Agency"
    )


def test_the_title_in_parentheses_is_no_name_of_the_agency() -> None:
    """The short form of an office between an agency and its place is no alias of the agency."""
    found = read("Komandan Lanal (Danlanal) Nunukan Letkol Laut (P) Gading Sumolang hadir.")
    assert () == the(found, "Agency").aliases


@pytest.mark.parametrize(
    "text",
    [
        "Kombes Pol. Arga Wiradipa, S.H., M.H., selaku Kepala BP3MI Kalimantan Utara, membenarkan.",
        "Arga Wiradipa, Kepala BP3MI Kalimantan Utara, mengatakan itu.",
        "Arga Wiradipa selaku Kepala BP3MI Kalimantan Utara mengatakan itu.",
    ],
)
def test_an_office_may_follow_the_name(text: str) -> None:
    """An office after the name is held by it, with or without a rank before the name."""
    assert {("Arga Wiradipa", "Kepala", "BP3MI Kalimantan Utara")} == offices(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Eks Kapolsek Sebatik Timur Iptu Dodi Wengkau hadir.",
        "Kapolsek Sebatik Barat, Iptu Dodi Wengkau, memimpin razia di Kabupaten Nunukan.",
    ],
)
def test_a_district_of_two_words_ends_before_the_rank(text: str) -> None:
    """The rank after a district begins the person."""
    assert ["Dodi Wengkau"] == names(read(text), "Official")


def test_a_surname_that_is_also_a_title_makes_no_agency() -> None:
    """A suspect's surname is not read as an office."""
    assert [] == names(read("Tersangka Jumadil Kasau (44) ditahan."), "Agency")
