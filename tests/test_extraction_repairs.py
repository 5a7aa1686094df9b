"""Names that took along what is not theirs, and names of one thing in two lengths."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import read

from ingest.extraction.entities.grouping import group
from ingest.extraction.entities.repairs import repair
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.mentions import Mentions, find_mentions
from ingest.extraction.words.text import prepare
from ingest.reading import read_text

AGENCY = {"unit": "", "bare": False}


def board_of(text: str, *named: tuple[str, str]) -> Mentions:
    """The page of a text with these labels and names on its board only, each name where it stands next."""
    mentions = find_mentions(prepare(read_text(text, "a.txt")))
    finds, at = [], 0
    for label, name in named:
        start = text.index(name, at)
        at = start + len(name)
        number = next(s.number for s in mentions.page.sentences if s.start <= start < s.end)
        finds.append(Find(label, start, at, number, name, None, AGENCY if label == "Agency" else {}))
    mentions.board.relabel(finds)
    return mentions


def repaired(text: str, *named: tuple[str, str]) -> list[tuple[str, str]]:
    """Labels and names on the board after the repairs."""
    mentions = board_of(text, *named)
    repair(mentions)
    return [(f.label, f.name) for f in mentions.board.finds]


def test_a_persons_name_behind_an_agency_is_left_to_the_person() -> None:
    text = "Keterangan itu disampaikan Dinas Sosial Sulsel Wirasuta Jatmika.\nWirasuta Jatmika menyebut empat anak."
    found = repaired(
        text, ("Agency", "Dinas Sosial Sulsel Wirasuta Jatmika"), ("Official", "Wirasuta Jatmika")
    )
    assert found == [("Agency", "Dinas Sosial Sulsel"), ("Official", "Wirasuta Jatmika")]


def test_a_person_taken_for_an_agency_is_none() -> None:
    text = "Wirasuta Jatmika hadir. Kata Jatmika, semua selesai. Wirasuta Jatmika pamit."
    found = repaired(text, ("Official", "Wirasuta Jatmika"), ("Agency", "Jatmika"))
    assert found == [("Official", "Wirasuta Jatmika")]
    assert repaired("Kata Yuli Rantekada, semua selesai.", ("Agency", "Yuli Rantekada")) == []


def test_a_foundation_named_for_a_person_stays() -> None:
    text = "Yayasan Yuli Rantekada menampung mereka. Kata Yuli Rantekada, semua selesai. Rantekada pamit."
    people = [("Official", "Yuli Rantekada"), ("Official", "Rantekada")]
    mentions = board_of(text, ("Agency", "Yayasan Yuli Rantekada"), *people)
    mentions.board.relabel(
        [
            replace(f, facts={**f.facts, "org_role": "ngo"}) if f.label == "Agency" else f
            for f in mentions.board.finds
        ]
    )
    repair(mentions)
    assert [f.name for f in mentions.board.finds if f.label == "Agency"] == ["Yayasan Yuli Rantekada"]


def test_a_headlines_verb_is_no_part_of_a_name() -> None:
    text = "Kejari Tetapkan Empat Tersangka Kasus Pekerja\nTiga perekrut ditahan. Menurut Kejari, berkas sudah lengkap."
    assert repaired(text, ("Agency", "Kejari Tetapkan")) == [("Agency", "Kejari")]
    assert repaired(text.replace("Menurut Kejari", "Kemarin"), ("Agency", "Kejari Tetapkan")) == []


def test_the_building_of_an_agency_is_a_place() -> None:
    text = "Rapat itu digelar di Gedung Graha Komnas Rakyat pada Senin. Komnas Rakyat mencatat empat aduan."
    found = repaired(text, ("Agency", "Komnas Rakyat"), ("Agency", "Komnas Rakyat"))
    assert found == [("Location", "Gedung Graha Komnas Rakyat"), ("Agency", "Komnas Rakyat")]


@pytest.mark.parametrize("between", ["milik", "setelah diperiksa", "itu digeledah"])
def test_words_between_a_building_and_an_agency_leave_both_apart(between: str) -> None:
    """Only names stand between "Gedung" and whose it is."""
    found = repaired(
        f"Mereka datang ke gedung {between} Komnas Rakyat pada Senin.", ("Agency", "Komnas Rakyat")
    )
    assert found == [("Agency", "Komnas Rakyat")]


def test_a_headline_in_capitals_is_compared_whatever_the_case() -> None:
    """ "KEJARI" is said again as "Kejari", not as part of another word."""
    text = "KEJARI TETAPKAN EMPAT TERSANGKA KASUS PEKERJA\nTiga perekrut ditahan. Menurut Kejari, berkas lengkap."
    assert [name for _, name in repaired(text, ("Agency", "KEJARI TETAPKAN"))] == ["Kejari"]
    assert repaired(text.replace("Kejari,", "Kejarian,"), ("Agency", "KEJARI TETAPKAN")) == []


def names(text: str, *named: tuple[str, str]) -> list[set[str]]:
    """The names of every group of finds."""
    return [{f.name for f in g.finds} for g in group(board_of(text, *named).board.finds)]


def test_an_agency_named_shorter_is_the_same_one() -> None:
    text = "Satgas Pemulangan Pekerja Polda. Satgas Pekerja Polda. Satgas."
    agencies = [("Agency", part) for part in text.rstrip(".").split(". ")]
    assert names(text, *agencies) == [{"Satgas Pemulangan Pekerja Polda", "Satgas Pekerja Polda", "Satgas"}]


def test_a_branch_is_not_its_agency() -> None:
    text = "Ikatan Buruh Migran. Ikatan Buruh Migran Kota Parepare."
    agencies = [("Agency", part) for part in text.rstrip(".").split(". ")]
    assert len(names(text, *agencies)) == 2


def test_an_agency_told_before_its_branch_is_not_the_branch() -> None:
    """Told after the branch the short name is the branch's; told before it, its own."""
    both = [("Agency", "Ikatan Buruh Migran"), ("Agency", "Ikatan Buruh Migran Parepare")]
    assert len(names("Ikatan Buruh Migran. Ikatan Buruh Migran Parepare.", *both)) == 2
    assert len(names("Ikatan Buruh Migran Parepare. Ikatan Buruh Migran.", *both[::-1])) == 1


def test_a_province_is_not_the_city_of_its_name() -> None:
    """Jambi beside Kota Jambi: two codes of two levels stay two places."""
    found = read("Gubernur Jambi hadir di Jambi. Rapat digelar di Kota Jambi.")
    assert {e.link for e in found.entities if e.label == "Location"} == {"15", "15.71"}


def test_a_place_named_without_its_kind_is_the_same_one() -> None:
    both = [("Location", "Pulau Seruni Laut"), ("Location", "Seruni Laut")]
    assert names("Pulau Seruni Laut. Seruni Laut.", *both) == [{"Pulau Seruni Laut", "Seruni Laut"}]
    both.append(("Location", "Selat Seruni Laut"))
    assert len(names("Pulau Seruni Laut. Seruni Laut. Selat Seruni Laut.", *both)) == 3
