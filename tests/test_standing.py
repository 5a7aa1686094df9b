"""What a person is to a document: told by all places where he is named, and by what stands behind his name."""

from __future__ import annotations

import pytest
from invented import names, offices, page, protected, read

from ingest.extraction.people.people import people_of
from ingest.extraction.people.standing import persons, standing
from ingest.extraction.people.standing_features import list_ends, place_of
from ingest.extraction.relations.drafting import mentions_by_rules

DECISION = (
    "PUTUSAN Nomor 77/Pid.Sus/2025/PN Nnk. "
    "Bahwa Terdakwa SUDI RANTELINO Bin MALINTA pada hari Senin tanggal 3 Maret 2025 di Pelabuhan Tunon Taka membawa "
    "sembilan orang calon pekerja migran. "
    "{} "
    "Para calon pekerja migran dijanjikan pekerjaan di perkebunan kelapa sawit di Tawau, Malaysia. "
    "Terdakwa menerima uang sebesar Rp 4.500.000. "
    "Perbuatan Terdakwa diatur dan diancam pidana dalam Pasal 4 UU RI Nomor 21 Tahun 2007. "
    "Majelis Hakim Pengadilan Negeri Nunukan mengadili perkara ini."
)


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (
            "bersama saksi YOHANA PALIMBONG (dituntut dalam berkas terpisah) menjemput mereka.",
            "Yohana Palimbong",
        ),
        (
            "dihubungi oleh Sdr. YOHANA PALIMBONG (masuk dalam Daftar Pencarian Orang) sebelumnya.",
            "Yohana Palimbong",
        ),
        ("menyuruh YOHANA PALIMBONG (DPO) membeli tiket.", "Yohana Palimbong"),
    ],
)
def test_who_is_tried_elsewhere_or_wanted_is_a_suspect(behind: str, name: str) -> None:
    """What stands in parentheses behind a name decides, whatever word is before it."""
    found = read(DECISION.format(f"Bahwa Terdakwa {behind}"), kind="verdict")
    assert name in names(found, "Suspect")
    assert name not in {found.document.text[p.start : p.end] for p in found.protected}


def test_officers_who_testify_are_officials_of_the_unit_told_behind_their_names() -> None:
    """ "Saksi X dan Saksi Y (masing-masing anggota …)": both are officials, with the office told of both."""
    found = read(
        DECISION.format(
            "Kemudian datang Saksi DARIUS LAMBE dan Saksi PETRUS ALLOLAYUK (masing-masing Anggota Satpolairud Polres "
            "Nunukan) mengamankan Terdakwa."
        ),
        kind="verdict",
    )
    assert {
        ("Darius Lambe", "anggota", "Satpolairud Polres Nunukan"),
        ("Petrus Allolayuk", "anggota", "Satpolairud Polres Nunukan"),
    } <= offices(found)


def test_a_list_shares_what_stands_before_and_behind_it() -> None:
    """The ends of a list of names are the same for each of them."""
    mentions = mentions_by_rules(page("Polisi menahan RD (31), SM (29), dan AN (40) di Nunukan sejak Senin."))
    places = [place for find in people_of(mentions) if (place := place_of(mentions, find)) is not None]
    assert len(places) == 3
    assert len({list_ends(place, mentions.board) for place in places}) == 1


def test_a_suspect_and_a_victim_with_the_same_initials_stay_two() -> None:
    """Initials that one cue gives to a suspect and another to a victim are two people."""
    mentions = mentions_by_rules(
        page("Tersangka berinisial HR (41) ditahan di Polres Nunukan. Korban HR (19) dirawat di rumah sakit.")
    )
    assert sorted(person.finds[0].label for person in persons(mentions)) == ["Protected", "Suspect"]


@pytest.mark.parametrize(
    ("chances", "label"),
    [
        ({"Official": 0.9, "Suspect": 0.1, "Protected": 0.2, "nobody": 0.1}, "Official"),
        ({"Official": 0.1, "Suspect": 0.7, "Protected": 0.3, "nobody": 0.1}, "Suspect"),
        ({"Official": 0.1, "Suspect": 0.69, "Protected": 0.3, "nobody": 0.1}, "Protected"),
        ({"Official": 0.1, "Suspect": 0.45, "Protected": 0.3, "nobody": 0.1}, "Protected"),
        ({"Official": 0.7, "Suspect": 0.1, "Protected": 0.8, "nobody": 0.1}, "Protected"),
    ],
)
def test_in_doubt_a_person_is_protected(chances: dict[str, float], label: str) -> None:
    """Only who is an official or a suspect with a chance of 0.7 or more, and nothing else likelier, is public."""
    assert standing(chances, set()) == label


@pytest.mark.parametrize(
    ("chance", "features", "label"),
    [
        (0.72, {"words=2"}, "Suspect"),
        (0.72, {"words=1"}, "Protected"),
        (0.76, {"words=1"}, "Suspect"),
        (0.62, {"words=1", "by_initials=True"}, "Suspect"),
        (0.58, {"words=1", "by_initials=True"}, "Protected"),
    ],
)
def test_how_sure_depends_on_what_a_name_gives_away(chance: float, features: set[str], label: str) -> None:
    """A name of one word must be surer than a whole one, initials need not."""
    assert standing({"Official": 0.1, "Suspect": chance, "Protected": 0.3, "nobody": 0.1}, features) == label


def test_the_whole_printed_name_of_a_protected_person_is_masked() -> None:
    """Alias and patronym of a victim are protected with the name, in small letters too."""
    found = read(
        "Saksi korban WULANJATI als kecil binti warno dibawa ke Tawau oleh terdakwa.", kind="verdict"
    )
    shown = {found.document.text[p.start : p.end] for p in found.protected}
    assert any("warno" in name for name in shown)
    assert protected(found)
