"""Places: found by name, head word or cue, and linked only where the document leaves no doubt."""

from __future__ import annotations

import pytest
from invented import links, names, read, the


def test_a_village_is_linked_through_its_ancestors() -> None:
    """District and village get their codes where the document names the regency."""
    found = read("Mereka ditemukan di Desa Aji Kuning, Kec. Sebatik Tengah, Kabupaten Nunukan.")
    assert links(found, "Location") == {
        "Desa Aji Kuning": "65.03.12.2003",
        "Kecamatan Sebatik Tengah": "65.03.12",
        "Nunukan": "65.03",
    }


def test_a_village_without_its_ancestor_stays_unlinked() -> None:
    """Where no larger place is named, a district or village is not guessed."""
    found = read("Mereka ditemukan di Desa Aji Kuning, Kec. Sebatik Tengah.")
    assert links(found, "Location") == {"Desa Aji Kuning": None, "Kecamatan Sebatik Tengah": None}


def test_a_village_of_a_frequent_name_stays_unlinked() -> None:
    """Where one regency has several villages of the name, none of them is chosen."""
    found = read("Mereka ditemukan di Desa Suka Maju, Kabupaten Deli Serdang.")
    assert links(found, "Location") == {"Desa Suka Maju": None, "Deli Serdang": "12.07"}


def test_a_district_in_another_regency_stays_unlinked() -> None:
    """The ancestor must be the place's own."""
    assert (
        None
        is links(read("Warga Kec. Sebatik Tengah pindah ke Kota Batam."), "Location")[
            "Kecamatan Sebatik Tengah"
        ]
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kecamatan Nongsa, Kota Batam", "Kecamatan Nongsa", "district"),
        ("Kelurahan Nunukan Timur, Kabupaten Nunukan", "Kelurahan Nunukan Timur", "village"),
        ("Desa Aji Kuning, Kabupaten Nunukan", "Desa Aji Kuning", "village"),
        ("Pulau Sebatik", "Pulau Sebatik", "island"),
        ("Selat Makassar", "Selat Makassar", "sea"),
        ("Pelabuhan Tunon Taka", "Pelabuhan Tunon Taka", "port"),
        ("PLBL Liem Hie Djung", "PLBL Liem Hie Djung", "border_post"),
        ("Bandara Juwata", "Bandara Juwata", "airport"),
        ("Kabupaten Bone", "Bone", "regency"),
        ("Provinsi Sulawesi Selatan", "Sulawesi Selatan", "province"),
    ],
)
def test_the_word_before_a_place_tells_its_kind(text: str, name: str, kind: str) -> None:
    """Head words of districts, villages, ports and islands give the kind."""
    assert kind == the(read(f"Mereka tiba di {text}."), "Location", name).properties["kind"]


@pytest.mark.parametrize(("short", "full"), [("Kec.", "Kecamatan"), ("Kecamatan", "Kecamatan")])
def test_a_short_head_word_is_written_out(short: str, full: str) -> None:
    """ "Kec. Nongsa" is named "Kecamatan Nongsa"; what the text prints is an alias."""
    place = the(read(f"Rumah itu di {short} Nongsa, Kota Batam."), "Location", f"{full} Nongsa")
    assert (() if short == full else ("Kec. Nongsa",)) == place.aliases


def test_sei_is_sungai() -> None:
    """ "Sei Nyamuk" and "Sungai Nyamuk" are one village."""
    place = the(
        read("Kapal bersandar di Sei Nyamuk, Kabupaten Nunukan, lalu warga Sungai Nyamuk melapor."),
        "Location",
        "Sungai Nyamuk",
    )
    assert (place.link, place.aliases, len(place.mentions)) == ("65.03.10.2001", ("Sei Nyamuk",), 2)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Pelabuhan Tunon Taka", "port:pelabuhan-tunon-taka"),
        ("PLBL Liem Hie Djung", "port:plbl-liem-hie-djung"),
        ("Pelabuhan Nusantara Parepare", "port:pelabuhan-nusantara-parepare"),
        ("Tawau", "geonames:1734199"),
        ("Sandakan", "geonames:1734052"),
        ("Kota Kinabalu", "geonames:1733432"),
        ("Malaysia", "geonames:1733045"),
        ("Tarakan", "65.71"),
        ("Sulawesi Selatan", "73"),
    ],
)
def test_a_known_place_needs_no_ancestor(name: str, identity: str) -> None:
    """Ports, foreign towns, countries, cities and provinces are linked by their name."""
    assert {name: identity} == links(read(f"Rombongan itu berangkat ke {name} pada malam hari."), "Location")


def test_a_jetty_of_another_name_is_the_same_port() -> None:
    """A port is one place under all its names."""
    found = read("Mereka ditemukan di PLBL Liem Hie Djung. Dermaga Liem Hie Djung ditutup.")
    assert links(found, "Location") == {"PLBL Liem Hie Djung": "port:plbl-liem-hie-djung"}


@pytest.mark.parametrize(
    "text",
    [
        "Petugas memeriksa dua warga negara Malaysia.",
        "Mereka adalah warga negara Indonesia.",
        "Pemerintah Malaysia menyetujui hal itu.",
        "Kementerian Pelindungan Pekerja Migran Indonesia menunggu.",
        "Dua WN Malaysia diperiksa.",
        "Seorang pekerja migran Indonesia menunggu.",
    ],
)
def test_a_country_that_only_says_whose_is_no_place(text: str) -> None:
    """A country's name after citizen, government or worker is no location."""
    assert names(read(text), "Location") == []


def test_a_country_where_somebody_went_is_a_place() -> None:
    """The same name after a word of place is a location."""
    assert names(read("Mereka bekerja di Malaysia dan Filipina."), "Location") == ["Malaysia", "Filipina"]


def test_a_headline_in_capitals_names_places_and_agencies() -> None:
    """Capitals throughout hide neither a place nor an agency, and names are spelled as names."""
    found = read("BP3MI KALIMANTAN UTARA JEMPUT PMI DI NUNUKAN\nMereka sehat.")
    assert links(found, "Location") == {"Nunukan": "65.03"}
    assert links(found, "Agency") == {"BP3MI Kalimantan Utara": "bp3mi:65"}


def test_a_headline_with_capital_words_names_places() -> None:
    """Capital initials throughout do not join a place to its neighbours."""
    found = read("Empat Belas Pekerja Migran Dicegah Di Nunukan Sebelum Berangkat Ke Tawau\nMereka sehat.")
    assert names(found, "Location") == ["Nunukan", "Tawau"]


def test_places_in_a_list_are_each_a_place() -> None:
    """Commas and "dan" keep listed places apart."""
    assert names(read("Mereka hendak bekerja di Tawau, Sandakan dan Kota Kinabalu."), "Location") == [
        "Tawau",
        "Sandakan",
        "Kota Kinabalu",
    ]


def test_a_place_is_one_entity_however_often_named() -> None:
    """Every mention is kept, with and without its head word."""
    place = the(read("Warga Kabupaten Bone tiba. Mereka pulang ke Bone."), "Location")
    assert (
        [m.text for m in place.mentions],
        place.name,
        place.link,
    ) == (["Kabupaten Bone", "Bone"], "Bone", "73.08")


def test_an_unknown_village_keeps_its_name() -> None:
    """A place that the gazetteer lacks is kept as the text names it, without a code."""
    found = read("Ia tinggal di Kampung Titingan, Tawau, Malaysia.")
    assert links(found, "Location") == {
        "Kampung Titingan": None,
        "Tawau": "geonames:1734199",
        "Malaysia": "geonames:1733045",
    }


def test_words_in_lower_case_are_no_place() -> None:
    """Places are written in capitals: a word of the language that is also a place's name is none."""
    assert names(read("Ia makan dengan lauk bone dan batang kayu di batu."), "Location") == []
