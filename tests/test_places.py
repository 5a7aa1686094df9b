"""The gazetteer: identities, names, what lies in what, coordinates."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import TppoError
from graph.reference.place_tables import kemendagri_names, name_key, spellings
from graph.reference.places import INDONESIA, gazetteer

TARAKAN, NUNUKAN = "65.71", "65.03"
TAWAU, SABAH, MALAYSIA = "geonames:1734199", "geonames:1733039", "geonames:1733045"
INDONESIAN = [code for code in kemendagri_names() if len(code) <= 5]


def ids(found):
    return [place.id for place in found]


@pytest.mark.parametrize(
    ("code", "name", "kind", "official"),
    [
        (TARAKAN, "Tarakan", "city", "Kota Tarakan"),
        (NUNUKAN, "Nunukan", "regency", "Kabupaten Nunukan"),
        ("65", "Kalimantan Utara", "province", "Provinsi Kalimantan Utara"),
        ("64", "Kalimantan Timur", "province", "Provinsi Kalimantan Timur"),
        ("31", "DKI Jakarta", "province", "Daerah Khusus Ibukota Jakarta"),
        ("21.72", "Tanjungpinang", "city", "Kota Tanjung Pinang"),
    ],
)
def test_a_place_is_named_as_people_say_it(code, name, kind, official):
    """The name is the spoken one; the official one is an alias."""
    place = gazetteer().get(code)
    assert (name, kind, code) == (place.name, place.kind, place.code)
    assert official in place.aliases


def test_the_gazetteer_has_exactly_the_official_provinces_regencies_and_cities():
    """38 provinces and 514 regencies and cities, each under its official name."""
    names = {code: kemendagri_names()[code] for code in INDONESIAN}
    assert len(names) == 38 + 514
    for code, official in names.items():
        place = gazetteer().get(code)
        assert official in (place.name, *place.aliases), code


@pytest.mark.parametrize(
    ("place", "chain"),
    [
        (TARAKAN, ["65", INDONESIA]),
        ("65.03.11.2001", ["65.03.11", "65.03", "65", INDONESIA]),
        (TAWAU, [SABAH, MALAYSIA]),
        ("port:pelabuhan-tunon-taka", ["65.03.02", "65.03", "65", INDONESIA]),
        ("port:pelabuhan-tawau", [TAWAU, SABAH, MALAYSIA]),
        (INDONESIA, []),
        ("65.99", []),
    ],
)
def test_ancestors_are_the_larger_places_nearest_first(place, chain):
    """Tarakan lies in Kalimantan Utara in Indonesia, Tawau in Sabah in Malaysia."""
    assert chain == ids(gazetteer().ancestors(place))


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        (TARAKAN, 3.30, 117.60),
        (NUNUKAN, 4.14, 117.66),
        (TAWAU, 4.25, 117.89),
        ("21.71", 1.1, 104.0),
        ("53.71", -10.2, 123.6),
    ],
)
def test_towns_have_their_coordinates(code, latitude, longitude):
    """The point of a town lies where the town is, to a few kilometres."""
    place = gazetteer().get(code)
    assert math.dist((latitude, longitude), (place.latitude, place.longitude)) < 0.1
    assert place.source


def test_every_province_regency_and_city_has_coordinates():
    """No official area down to the regency lacks a point, and each says how far it may be wrong."""
    places = [gazetteer().get(code) for code in INDONESIAN]
    assert [place.id for place in places if place.latitude is None or not place.uncertainty_km] == []


def test_seats_lie_near_the_other_seats_of_their_province():
    """No regency's point was taken from a town of the same name elsewhere."""
    for code in INDONESIAN:
        place, province = gazetteer().get(code), gazetteer().get(code[:2])
        assert -11.2 < place.latitude < 6.2 and 94.9 < place.longitude < 141.1, code
        assert math.dist((place.latitude, place.longitude), (province.latitude, province.longitude)) < 6.5, (
            code
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("65.03", [NUNUKAN]),
        ("nunukan", [NUNUKAN]),
        ("Kab. Nunukan", [NUNUKAN]),
        ("Kabupaten Nunukan", [NUNUKAN]),
        ("kota tarakan", [TARAKAN]),
        ("Kaltara", ["65"]),
        ("Prov. Kalimantan Utara", ["65"]),
        ("Sumut", ["12"]),
        ("NTT", ["53"]),
        ("Pare-pare", ["73.72"]),
        ("PAREPARE", ["73.72"]),
        ("Tanjung Pinang", ["21.72"]),
        ("tanjungpinang", ["21.72"]),
        ("Kep. Riau", ["21"]),
        ("Tawau", [TAWAU]),
        ("Sabah", [SABAH]),
        ("Cina", ["geonames:1814991"]),
        ("Türkiye", ["geonames:298795"]),
        ("Tunon Taka", ["port:pelabuhan-tunon-taka"]),
        ("Kecamatan Sebatik Utara", ["65.03.11"]),
        ("Desa Sei Pancang", ["65.03.11.2001"]),
        ("Kota Kinabalu", ["geonames:1733432"]),
        ("", []),
        ("Nowhere at all", []),
    ],
)
def test_find_forgives_spelling_and_understands_cue_words(text, expected):
    """Codes, short names, old and new spellings, and words like "Kab." lead to the place."""
    assert expected == ids(gazetteer().find(text))


@pytest.mark.parametrize(
    ("name", "all_of_it"),
    [
        ("Bandung", ["32.73", "32.04"]),
        ("Malang", ["35.73", "35.07"]),
        ("Gorontalo", ["75", "75.71", "75.01"]),
        ("Jambi", ["15", "15.71"]),
        ("Kampar", ["14.01", "geonames:1735274"]),
    ],
)
def test_a_shared_name_means_the_province_else_the_city_and_hides_nothing(name, all_of_it):
    """The preferred place comes first in `find` and is the only one in `surfaces`."""
    surfaces = {surface: place for surface, place, _ in gazetteer().surfaces()}
    assert all_of_it == ids(gazetteer().find(name))
    assert all_of_it[0] == surfaces[name]


def test_kabupaten_and_kota_settle_a_shared_name():
    """The name "Kabupaten Bandung" is never the city."""
    surfaces = {surface: place for surface, place, _ in gazetteer().surfaces()}
    assert tuple(surfaces[name] for name in ("Kabupaten Bandung", "Kab. Bandung", "Kota Bandung")) == (
        "32.04",
        "32.04",
        "32.73",
    )


@pytest.mark.parametrize("word", ["Batu", "Buru", "Mitra", "KTT", "Papar", "Mali", "Karo", "Puncak", "Pati"])
def test_common_words_need_a_cue(word):
    """Names that are ordinary words are not matched by themselves, but are found when asked for."""
    assert word not in {surface for surface, _, _ in gazetteer().surfaces()}
    assert word in {surface for surface, _, _ in gazetteer().cue_surfaces()}
    assert gazetteer().find(word)


def test_a_word_that_needs_a_cue_has_it_in_kabupaten_and_kota():
    """The names "Kota Batu" and "Kabupaten Buru" are safe where "Batu" and "Buru" are not."""
    surfaces = {surface: place for surface, place, _ in gazetteer().surfaces()}
    assert (surfaces["Kota Batu"], surfaces["Kabupaten Buru"]) == ("35.79", "81.04")


def test_surfaces_are_unique_and_lead_to_places_of_their_kind():
    """Each surface is given once, with the kind of the place it stands for."""
    surfaces = list(gazetteer().surfaces())
    assert len({surface for surface, _, _ in surfaces}) == len(surfaces)
    assert [s for s, place, kind in surfaces if gazetteer().get(place).kind != kind] == []


def test_districts_and_villages_are_found_by_bare_name():
    """One district is called Nunukan; Sungai Nyamuk is also found as Sei Nyamuk."""
    assert ids(gazetteer().districts("Nunukan")) == ["65.03.02"]
    assert "65.03.10.2001" in ids(gazetteer().villages("Sei Nyamuk"))
    assert gazetteer().districts("Nowhere") == ()


def test_children_are_the_places_directly_inside():
    """Kalimantan Utara has four regencies and a city."""
    assert ids(gazetteer().children("65")) == ["65.01", "65.02", "65.03", "65.04", "65.71"]


def test_centroids_give_points_to_districts(tmp_path: Path):
    """A file of code, latitude, longitude places the districts it names and changes nothing else."""
    path = tmp_path / "centroids.tsv"
    path.write_text("65.03.11\t4.15\t117.9\n65.03.11.2001\t-0.5\t117\n", "utf-8")
    places = gazetteer().with_centroids(path)
    district = places.get("65.03.11")
    assert (district.latitude, district.longitude, district.source) == (4.15, 117.9, "centroids file")
    assert places.get("65.03.12").latitude is None
    assert gazetteer().get("65.03.11").latitude is None
    assert gazetteer().get(NUNUKAN) == places.get(NUNUKAN)


@pytest.mark.parametrize("text", ["65.03.11 4.15 117.9\n", "65.03.11\t4,15\t117.9\n", "x\t1\t2\n", "\n"])
def test_a_broken_centroids_file_is_an_error_with_its_line(tmp_path: Path, text):
    """The message names file and line."""
    path = tmp_path / "centroids.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(TppoError, match=r"centroids\.tsv:1: "):
        gazetteer().with_centroids(path)


def test_a_missing_centroids_file_is_an_error_that_names_it(tmp_path: Path):
    """The message names the file."""
    with pytest.raises(TppoError, match=r"Cannot read the centroids file .*none\.tsv"):
        gazetteer().with_centroids(tmp_path / "none.tsv")


@given(st.text(max_size=40))
def test_find_answers_any_text(text):
    """No text makes the lookup fail, and all it gives are places."""
    assert [place for place in gazetteer().find(text) if gazetteer().get(place.id) is None] == []


@given(st.sampled_from(sorted(surface for surface, _, _ in gazetteer().surfaces())))
def test_every_surface_finds_its_place(surface):
    """Whatever may be matched in a text is also found by `find`."""
    surfaces = {name: place for name, place, _ in gazetteer().surfaces()}
    assert surfaces[surface] in ids(gazetteer().find(surface))


@given(st.sampled_from(sorted(kemendagri_names().values())))
def test_all_spellings_of_a_name_have_one_key(name):
    """The names "Tanjungpinang" and "Tanjung Pinang" are one name."""
    assert {name_key(name)} == {name_key(spelling) for spelling in spellings(name)}
