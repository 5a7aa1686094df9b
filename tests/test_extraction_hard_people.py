"""Hard places of private people: who is a suspect, who is protected, and who is which of two with one name."""

from __future__ import annotations

import pytest
from invented import entities, protected, read, the, told

from graph.model import Extraction, Value


def guarded(found: Extraction) -> list[str]:
    """The protected names, in the order of the text."""
    return [name for name, _ in protected(found)]


def suspects(found: Extraction) -> list[tuple[str, Value | None]]:
    """Name and status of the suspects, in the order of the text."""
    return [(each.name, each.properties.get("status")) for each in entities(found, "Suspect")]


def test_a_short_first_name_is_part_of_the_name() -> None:
    """Four capitals before another name are no initials."""
    found = read("Saksi korban SITI MARWANA menerangkan hal itu.", kind="verdict")
    assert ["SITI MARWANA"] == guarded(found)


@pytest.mark.parametrize(
    "text",
    [
        "RM mengaku dijanjikan upah 1.500 ringgit.",
        "AR, warga Bone, mengaku ditipu.",
        "Menurut pengakuan RM, ia membayar Rp 5 juta.",
    ],
)
def test_initials_that_speak_of_themselves_are_protected(text: str) -> None:
    """Who tells what was done to them is protected without any word before the initials."""
    assert 1 == len(guarded(read(text)))


def test_one_name_with_an_age_is_protected() -> None:
    """A single name with an age is a person's."""
    assert ["Ros"] == guarded(read("Kepada petugas, Ros (24) mengaku baru pertama kali ke Malaysia."))


@pytest.mark.parametrize(
    "text",
    [
        "Seorang perempuan berinisial NT (23) menjadi korban.",
        "Seorang perempuan berinisial NT (23) yang menjadi korban mengaku ditipu.",
    ],
)
def test_what_follows_the_initials_makes_a_victim(text: str) -> None:
    """ "Seorang perempuan" may be either; that she became a victim decides."""
    found = read(text)
    assert ([], ["NT"]) == (suspects(found), guarded(found))


def test_equal_initials_with_two_ages_are_two_people() -> None:
    """A victim with a suspect's initials is protected where she stands, and the suspect remains one."""
    found = read("Polisi menangkap tersangka RD (34) di Tarakan. Korban RD (19) kini dirawat.")
    assert (["RD"], 1) == (guarded(found), len(the(found, "Suspect").mentions))


def test_who_is_made_a_suspect_is_one() -> None:
    """Initials between "menetapkan" and "sebagai tersangka" are a suspect's."""
    assert [("RD", "tersangka")] == suspects(read("Polres Nunukan menetapkan RD sebagai tersangka."))


@pytest.mark.parametrize("verb", ["menangkap", "meringkus", "membekuk", "menciduk"])
def test_who_is_arrested_is_a_suspect(verb: str) -> None:
    """Initials right after a verb of arresting are a suspect's, whose status is only that."""
    assert [("RD", "diamankan")] == suspects(read(f"Polisi {verb} RD (34) di Tarakan, Senin (15/9/2025)."))


def test_the_initials_of_a_province_are_no_person() -> None:
    """NTT after "asal" is a province."""
    assert [] == guarded(read("Tiga korban asal NTT dipulangkan."))


def test_each_of_two_suspects_has_his_own_part() -> None:
    """The owner and the boatman of one sentence are told apart."""
    found = read(
        "Tersangka WL (45), pemilik kapal, dan juru mudi berinisial BN (50) ditangkap Polres Nunukan."
    )
    roles = {who: properties.get("role") for who, _, _, properties in told(found, "SUSPECTED_IN")}
    assert {"WL": "pemilik", "BN": "tekong"} == roles


def test_one_is_charged_and_the_other_at_large() -> None:
    """The status of one suspect is not said of the next."""
    found = read("Tersangka RD (34) ditahan, sedangkan JN (38) masih buron.")
    assert [("RD", "tersangka"), ("JN", "DPO")] == suspects(found)
