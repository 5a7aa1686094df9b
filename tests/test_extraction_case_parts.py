"""The parts of an incident: its places, agencies, suspects, vessels and charges."""

from __future__ import annotations

import pytest
from invented import ends, names, read, the, told

CASE = "Polres Nunukan menggagalkan keberangkatan 14 CPMI di Pelabuhan Tunon Taka, Nunukan. "


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Mereka berasal dari Kabupaten Bone.", {"Bone": None}),
        ("Mereka berasal dari Kabupaten Bone dan Kabupaten Sinjai.", {"Bone": None, "Sinjai": None}),
        (
            "Sebanyak 8 orang berasal dari Kabupaten Bone dan 6 orang asal Kabupaten Flores Timur.",
            {"Bone": 8, "Flores Timur": 6},
        ),
        ("Delapan orang asal Kabupaten Bone dan enam orang asal Kota Kupang.", {"Bone": 8, "Kupang": 6}),
        ("Mereka berasal dari Kabupaten Bone, Sulawesi Selatan.", {"Bone": None}),
    ],
)
def test_origins_have_their_own_counts(text: str, origins: dict[str, int | None]) -> None:
    """Where people come from is told with the number that stands before each place."""
    found = told(read(CASE + text), "ORIGIN")
    assert origins == {place: said.get("count") for _, _, place, said in found}


def test_scene_way_and_destination_are_told_apart() -> None:
    """The words before a place give its part; the country that only holds the town has none."""
    found = read(
        CASE
        + "Mereka hendak dibawa ke Tawau, Malaysia, melalui Sei Nyamuk dengan kapal yang bertolak dari Parepare."
    )
    assert ends(found, "OCCURRED_AT") == ["Pelabuhan Tunon Taka"]
    assert ends(found, "DESTINATION") == ["Tawau"]
    assert {"Sungai Nyamuk", "Parepare"} == set(ends(found, "TRANSIT"))


def test_a_town_on_the_way_abroad_is_no_destination() -> None:
    """Where the journey leads abroad, the town at home it first leads to is passed."""
    found = read(
        "Polisi menggagalkan keberangkatan 14 CPMI. Mereka dibawa ke Nunukan, lalu dikirim ke Tawau."
    )
    assert (ends(found, "TRANSIT"), ends(found, "DESTINATION")) == (["Nunukan"], ["Tawau"])


def test_a_deportation_comes_from_abroad() -> None:
    """People deported come from the town abroad and pass the port, their number with them."""
    found = read("Sebanyak 120 PMI dideportasi dari Tawau, Malaysia, melalui Pelabuhan Tunon Taka.")
    assert [(end, said) for _, _, end, said in told(found, "ORIGIN")] == [("Tawau", {"count": 120})]
    assert ends(found, "TRANSIT") == ["Pelabuhan Tunon Taka"]


def test_a_repatriation_leads_home() -> None:
    """People brought home have their home as destination, each part of them with its number."""
    found = read(
        "BP3MI Kalimantan Utara memfasilitasi pemulangan 86 PMI. Sebanyak 62 orang dipulangkan ke Sulawesi Selatan "
        "dan 24 orang dipulangkan ke Nusa Tenggara Timur."
    )
    assert {end: said.get("count") for _, _, end, said in told(found, "DESTINATION")} == {
        "Sulawesi Selatan": 62,
        "Nusa Tenggara Timur": 24,
    }


def test_an_agencys_place_plays_no_part() -> None:
    """The place in an agency's name is no scene."""
    found = read("Polres Tarakan menggagalkan keberangkatan 14 CPMI di Nunukan.")
    assert (names(found, "Location"), ends(found, "OCCURRED_AT")) == (["Nunukan"], ["Nunukan"])


@pytest.mark.parametrize(
    ("text", "agency", "role"),
    [
        ("Polres Nunukan menggagalkan keberangkatan 14 CPMI.", "Polres Nunukan", "intercepted"),
        ("Polda Kaltara menangkap tersangka RD (34).", "Polda Kalimantan Utara", "arrested"),
        (
            "Tersangka RD (34) ditangkap di Nunukan. Kasus itu ditangani Satreskrim Polres Nunukan.",
            "Satreskrim Polres Nunukan",
            "investigated",
        ),
        (
            "Polisi menangkap tersangka RD (34). Berkas dilimpahkan ke Polda Kaltara.",
            "Polda Kalimantan Utara",
            "investigated",
        ),
        (
            CASE + "Mereka ditampung di rumah singgah BP3MI Kalimantan Utara.",
            "BP3MI Kalimantan Utara",
            "sheltered",
        ),
        (CASE + "Mereka diserahkan kepada BP3MI Kalimantan Utara.", "BP3MI Kalimantan Utara", "handled"),
        (
            "BP3MI Kalimantan Utara memfasilitasi pemulangan 86 PMI dari Tawau.",
            "BP3MI Kalimantan Utara",
            "rescued",
        ),
    ],
)
def test_an_agency_has_the_part_that_its_verb_tells(text: str, agency: str, role: str) -> None:
    """What an agency did, or what was handed to it, is its part in the incident."""
    assert {"role": role} in [said for _, _, end, said in told(read(text), "HANDLED_BY") if end == agency]


def test_agencies_that_act_together_share_the_part() -> None:
    """ "X bersama Y" did it both."""
    found = read("Lanal Nunukan bersama Polres Nunukan menggagalkan keberangkatan 14 CPMI.")
    assert {("Lanal Nunukan", "intercepted"), ("Polres Nunukan", "intercepted")} == {
        (end, said["role"]) for _, _, end, said in told(found, "HANDLED_BY")
    }


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mereka naik KM Sinar Lontara ke Nunukan.", "KM Sinar Lontara", "ship"),
        ("Petugas menyita speedboat Camar Putih 03.", "Camar Putih 03", "speedboat"),
        ("Mereka dijemput dengan minibus Gran Max KU 1234 ZQ.", "Gran Max KU 1234 ZQ", "car"),
        ("Mobil dengan nomor polisi KU 1234 ZQ disita.", "KU 1234 ZQ", "car"),
    ],
)
def test_a_vessel_is_used_in_the_case(text: str, name: str, kind: str) -> None:
    """Ships, boats and cars are named with their type or plate and used in the incident."""
    found = read(CASE + text)
    assert (kind, [name]) == (the(found, "Vessel", name).properties["kind"], ends(found, "USED"))


def test_a_patrol_vessel_without_a_name_is_none() -> None:
    """A word for a boat that no name follows is no vessel."""
    assert names(read(CASE + "Kapal patroli itu kembali, speedboat yang lain menyusul."), "Vessel") == []


@pytest.mark.parametrize(
    "verb", ["dijerat", "disangkakan", "disangka melanggar", "terancam", "dikenakan", "didakwa"]
)
def test_a_law_applied_to_somebody_is_a_charge(verb: str) -> None:
    """Verbs of charging join the articles to the incident."""
    found = read(f"{CASE}Tersangka RD (34) {verb} Pasal 81 UU Nomor 18 Tahun 2017.")
    assert ends(found, "CHARGED_WITH") == ["UU 18/2017 Pasal 81"]


def test_a_law_that_is_only_named_is_no_charge() -> None:
    """A law that somebody explains is an entity, not a charge."""
    found = read(CASE + "Petugas menjelaskan isi Pasal 81 UU Nomor 18 Tahun 2017 kepada warga.")
    assert (names(found, "Law"), ends(found, "CHARGED_WITH")) == (["UU 18/2017 Pasal 81"], [])


def test_every_suspect_is_suspected_in_the_case() -> None:
    """Suspects are joined to the incident with their status."""
    found = read(CASE + "Tersangka RD (34) ditahan. Seorang pria berinisial BK masuk daftar pencarian orang.")
    assert {who: said["status"] for who, _, _, said in told(found, "SUSPECTED_IN")} == {
        "RD": "tersangka",
        "BK": "DPO",
    }


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kapal itu berlayar dari Nunukan menuju Tawau.", {"mode": "sea"}),
        ("Kapal feri rute Nunukan–Tawau bertolak siang hari.", {"mode": "sea"}),
        ("Mereka diterbangkan dari Nunukan ke Tawau.", {"mode": "air"}),
        ("Mereka berangkat dari Nunukan ke Tawau.", {}),
    ],
)
def test_a_way_is_told_without_a_case(text: str, mode: dict[str, str]) -> None:
    """A leg that a sentence states is read with how it is travelled, whether or not there is an incident."""
    assert told(read(text), "ROUTE_TO") == [("Nunukan", "ROUTE_TO", "Tawau", mode)]


def test_without_a_case_nobody_is_charged_or_suspected() -> None:
    """A document without an incident makes no claims about one."""
    found = read(
        "Pelaku dapat dijerat Pasal 4 UU Nomor 21 Tahun 2007 jika terbukti membawa warga dari Bone ke Tawau."
    )
    of_a_case = {"CHARGED_WITH", "SUSPECTED_IN", "HANDLED_BY", "ORIGIN", "DESTINATION", "OCCURRED_AT"}
    assert set() == of_a_case & {claim.type for claim in found.claims}
