"""Officials: who holds which office where, told beside the name, by a verb or by a hand-over."""

from __future__ import annotations

import pytest
from invented import entities, names, offices, protected, read, the, told

from graph.model import Extraction, Value


def marks(extraction: Extraction, name: str) -> dict[str, Value]:
    """What is said of a person's one office beside its title."""
    ((_, _, _, said),) = (each for each in told(extraction, "HOLDS_POSITION") if each[0] == name)
    return {key: value for key, value in said.items() if key != "title"}


@pytest.mark.parametrize(
    ("written", "rank"),
    [
        ("AKBP Rangga Tumiwa", "AKBP"),
        ("Kombes. Pol. Rangga Tumiwa", "Kombes Pol"),
        ("Kombes Pol Rangga Tumiwa", "Kombes Pol"),
        ("Brigjen Pol. Rangga Tumiwa", "Brigjen Pol"),
        ("Ipda Rangga Tumiwa", "Ipda"),
        ("AKBP Rangga Tumiwa, S.I.K., M.H.", "AKBP"),
        ("AKBP Dr. H. Rangga Tumiwa, S.H.", "AKBP"),
        ("AKBP RANGGA TUMIWA", "AKBP"),
    ],
)
def test_rank_and_degrees_are_apart_from_the_name(written: str, rank: str) -> None:
    """The name of an official has neither rank nor degree; the rank is a property."""
    official = the(read(f"Kapolres Nunukan {written} membenarkan hal itu."), "Official")
    assert ("Rangga Tumiwa", rank, "official") == (
        official.name,
        official.properties["rank"],
        official.properties["role"],
    )


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kapolres Nunukan AKBP Rangga Tumiwa hadir.", ("Kapolres", "Polres Nunukan")),
        ("Kapolres Nunukan, AKBP Rangga Tumiwa, hadir.", ("Kapolres", "Polres Nunukan")),
        ("AKBP Rangga Tumiwa, Kapolres Nunukan, hadir.", ("Kapolres", "Polres Nunukan")),
        ("AKBP Rangga Tumiwa selaku Kapolres Nunukan hadir.", ("Kapolres", "Polres Nunukan")),
        ("Kapolri Jenderal Pol Rangga Tumiwa hadir.", ("Kapolri", "Polri")),
        ("Pangkoarmada I Laksda TNI Rangga Tumiwa hadir.", ("Pangkoarmada", "Koarmada I")),
        ("Konsul RI Tawau, Rangga Tumiwa, hadir.", ("Konsul RI", "Konsulat RI Tawau")),
        ("Wakapolres Nunukan Kompol Rangga Tumiwa hadir.", ("Wakapolres", "Polres Nunukan")),
        ("Kepala P4MI Nunukan, Rangga Tumiwa, hadir.", ("Kepala", "P4MI Nunukan")),
        ("Kepala BP3MI Kalimantan Utara Rangga Tumiwa mengatakan itu.", ("Kepala", "BP3MI Kalimantan Utara")),
        (
            "Kepala Seksi Pelindungan BP3MI Kalimantan Utara, Rangga Tumiwa, hadir.",
            ("Kepala Seksi Pelindungan", "BP3MI Kalimantan Utara"),
        ),
        (
            "Kabid Humas Polda Kaltara Kombes Pol Rangga Tumiwa hadir.",
            ("Kabid Humas", "Polda Kalimantan Utara"),
        ),
        ("Karorenmin Stamaops Polri Brigjen Pol Rangga Tumiwa hadir.", ("Karorenmin", "Stamaops Polri")),
        (
            "Komandan Lanal (Danlanal) Nunukan Letkol Laut (P) Rangga Tumiwa hadir.",
            ("Komandan", "Lanal Nunukan"),
        ),
        (
            "RANGGA TUMIWA, S.H., Kepala Kantor Imigrasi Kelas II TPI Nunukan, hadir.",
            ("Kepala", "Kantor Imigrasi Kelas II TPI Nunukan"),
        ),
        ("Kasi Humas Polres Nunukan Ipda Rangga Tumiwa membenarkan.", ("Kasi Humas", "Polres Nunukan")),
        ("Dandim 0907/Tarakan Letkol Inf Rangga Tumiwa hadir.", ("Dandim", "Kodim 0907/Tarakan")),
        ("Kakorlantas Polri Irjen Rangga Tumiwa hadir.", ("Kakorlantas", "Korlantas Polri")),
        (
            "Kepala Kepolisian Resor Kupang Ajun Komisaris Besar Polisi (AKBP) Rangga Tumiwa hadir.",
            ("Kepala", "Kepolisian Resor Kupang"),
        ),
    ],
)
def test_the_office_beside_a_name_is_held(text: str, office: tuple[str, str]) -> None:
    """Title and agency before or after a name are that person's office."""
    assert {("Rangga Tumiwa", *office)} == offices(read(text))


@pytest.mark.parametrize("word", ["Plt.", "Plh.", "Pjs."])
def test_an_acting_head_is_marked(word: str) -> None:
    """Who only acts in an office is marked as acting, not as former."""
    assert marks(read(f"{word} Kepala P4MI Nunukan, Marlin Kasenda, hadir."), "Marlin Kasenda") == {
        "acting": True
    }


@pytest.mark.parametrize("word", ["Mantan", "Eks"])
def test_a_former_head_is_marked(word: str) -> None:
    """Who held an office is marked as former."""
    found = read(f"{word} Kapolres Nunukan AKBP Rangga Tumiwa ikut hadir.")
    assert marks(found, "Rangga Tumiwa") == {"former": True}


def test_an_office_in_the_present_has_no_mark() -> None:
    """An office without such a word is neither acting nor former."""
    assert marks(read("Kapolres Nunukan AKBP Rangga Tumiwa hadir."), "Rangga Tumiwa") == {}


def test_speaking_through_another_gives_each_his_own_office() -> None:
    """In "A melalui B" the two titles stay with their names; the second is of the same police."""
    found = read(
        "Kapolres Nunukan AKBP Rangga Tumiwa melalui Kasat Reskrim AKP Bonar Tuwaidan menjelaskan kasus itu."
    )
    assert {
        ("Rangga Tumiwa", "Kapolres", "Polres Nunukan"),
        ("Bonar Tuwaidan", "Kasat Reskrim", "Polres Nunukan"),
    } == offices(found)


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Nunukan AKBP Rangga Tumiwa dan Kepala BP3MI Kalimantan Utara Kombes Pol Arga Wiradipa bertemu.",
        "AKBP Rangga Tumiwa, Kapolres Nunukan, dan Kombes Pol Arga Wiradipa, Kepala BP3MI Kalimantan Utara, bertemu.",
        "Kapolres Nunukan, AKBP Rangga Tumiwa, bersama Kepala BP3MI Kalimantan Utara, Kombes Pol Arga Wiradipa, hadir.",
    ],
)
def test_two_people_do_not_swap_their_offices(text: str) -> None:
    """Two officials in one sentence keep the office that stands beside each."""
    assert {
        ("Rangga Tumiwa", "Kapolres", "Polres Nunukan"),
        ("Arga Wiradipa", "Kepala", "BP3MI Kalimantan Utara"),
    } == offices(read(text))


def test_a_later_part_of_the_name_is_the_same_person() -> None:
    """First name or surname alone, later in the document, is the official named in full before."""
    text = (
        "Kapolres Nunukan AKBP Rangga Tumiwa memberi keterangan. “Kami siaga,” kata Rangga. "
        "Tumiwa menambahkan, pengawasan diperketat. AKBP Rangga lalu menutup pertemuan."
    )
    official = the(read(text), "Official")
    assert [mention.text for mention in official.mentions] == ["Rangga Tumiwa", "Rangga", "Tumiwa", "Rangga"]


def test_a_clipped_inner_name_is_the_same_person() -> None:
    """An initial for a part of the name does not make another person."""
    text = "Kepala BP3MI Kalimantan Utara Kombes Pol Arga M. Wiradipa hadir. Kombes Pol Arga Wiradipa menutup acara."
    assert names(read(text), "Official") == ["Arga M. Wiradipa"]


def test_two_names_without_a_common_part_are_two_people() -> None:
    """Officials of one rank stay apart."""
    found = read("Ipda Sefti Rundubelo dan Ipda Zet Mangapan memeriksa mereka.")
    assert names(found, "Official") == ["Sefti Rundubelo", "Zet Mangapan"]


def test_a_hand_over_makes_one_former_and_one_present_head() -> None:
    """ "Diserahterimakan dari X kepada Y": X held the office, Y holds it."""
    found = read(
        "Jabatan Kapolsek Nunukan diserahterimakan dari AKP Yulius Pakambanan kepada Iptu Dodi Wengkau."
    )
    assert told(found, "HOLDS_POSITION") == [
        ("Yulius Pakambanan", "HOLDS_POSITION", "Polsek Nunukan", {"title": "Kapolsek", "former": True}),
        ("Dodi Wengkau", "HOLDS_POSITION", "Polsek Nunukan", {"title": "Kapolsek"}),
    ]


@pytest.mark.parametrize(
    "verb",
    [
        "yang kini menjabat",
        "kini menjabat sebagai",
        "dilantik sebagai",
        "dipercaya sebagai",
        "saat ini menjabat",
    ],
)
def test_a_verb_gives_the_office(verb: str) -> None:
    """Who now serves, is sworn in or entrusted holds the office named after the verb."""
    found = read(f"AKBP Rangga Tumiwa {verb} Kapolres Tarakan.")
    assert told(found, "HOLDS_POSITION") == [
        ("Rangga Tumiwa", "HOLDS_POSITION", "Polres Tarakan", {"title": "Kapolres"})
    ]


def test_one_name_before_the_verb_is_the_official_named_in_full() -> None:
    """ "Rangga dipercaya sebagai …" tells a second office of the official named before."""
    found = read("Kapolres Nunukan AKBP Rangga Tumiwa pamit. Rangga dipercaya sebagai Kapolres Tarakan.")
    assert offices(found) == {
        ("Rangga Tumiwa", "Kapolres", "Polres Nunukan"),
        ("Rangga Tumiwa", "Kapolres", "Polres Tarakan"),
    }


def test_an_earlier_office_is_former() -> None:
    """ "Sebelumnya menjabat" tells an office that was."""
    found = read("AKP Bonar Tuwaidan sebelumnya menjabat Kasat Reskrim Polres Tarakan.")
    assert marks(found, "Bonar Tuwaidan") == {"former": True}


@pytest.mark.parametrize("when", ["ketika", "saat", "semasa"])
def test_an_office_held_at_a_told_time_is_former(when: str) -> None:
    """ "ketika X masih menjabat": X held the office then."""
    found = read(f"Kasus itu diungkap {when} AKBP Bonar Tuwaidan masih menjabat Kapolres Nunukan.")
    assert marks(found, "Bonar Tuwaidan") == {"former": True}


def test_a_successor_replaces_the_former_head() -> None:
    """ "Menggantikan X": X held the office that the successor takes, and holds the new one that is told."""
    found = read(
        "AKBP Yulius Pakambanan dipercaya sebagai Kapolres Nunukan, menggantikan AKBP Rangga Tumiwa yang kini "
        "menjabat Kapolres Tarakan."
    )
    assert {
        ("Yulius Pakambanan", "Polres Nunukan", False),
        ("Rangga Tumiwa", "Polres Nunukan", True),
        ("Rangga Tumiwa", "Polres Tarakan", False),
    } == {(who, where, bool(said.get("former"))) for who, _, where, said in told(found, "HOLDS_POSITION")}


def test_who_speaks_for_a_foundation_is_of_an_ngo() -> None:
    """The role of an official follows from the organisation."""
    found = read("Direktur Yayasan Lentera Tapal Batas, Miriam Sondakha, mendampingi mereka.")
    assert {("Miriam Sondakha", "Direktur", "Yayasan Lentera Tapal Batas")} == offices(found)
    assert the(found, "Official").properties["role"] == "ngo"


@pytest.mark.parametrize("kind", ["news", "verdict"])
def test_an_official_who_testifies_is_an_official(kind: str) -> None:
    """An officer heard as a witness is named with his office and not protected."""
    found = read(
        "Saksi Ipda Sefti Rundubelo, anggota Satreskrim Polres Nunukan, menerangkan bahwa terdakwa ditangkap.",
        kind=kind,
    )
    assert {("Sefti Rundubelo", "anggota", "Satreskrim Polres Nunukan")} == offices(found)
    assert protected(found) == []


def test_a_name_without_rank_or_office_is_no_official() -> None:
    """A private person does not become an official by being named."""
    found = read("Yakub Lamadike berjalan di pasar. Polres Nunukan berjaga.")
    assert entities(found, "Official") == []
