"""The official order of agencies and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reference import agencies, hierarchy
from graph.reference.places import INDONESIA, gazetteer


@pytest.mark.parametrize(
    ("agency", "above"),
    [
        ("polres:65.71", [("polda:65", "Polda Kalimantan Utara"), ("polri", "Polri")]),
        ("bp3mi:65", [("kemenp2mi", "KemenP2MI")]),
        ("stamaops", [("polri", "Polri")]),
        ("satgas_tppo", [("polri", "Polri")]),
        ("satgas_tppo:65", [("polda:65", "Polda Kalimantan Utara"), ("polri", "Polri")]),
        ("gugus_tugas_tppo:65", []),
        (
            "unit_ppa:65.71",
            [
                ("satreskrim:65.71", "Satreskrim Polres Tarakan"),
                ("polres:65.71", "Polres Tarakan"),
                ("polda:65", "Polda Kalimantan Utara"),
                ("polri", "Polri"),
            ],
        ),
        (
            "polsek:65.03.02",
            [("polres:65.03", "Polres Nunukan"), ("polda:65", "Polda Kalimantan Utara"), ("polri", "Polri")],
        ),
        ("polres:32.76", [("polda:31", "Polda Metro Jaya"), ("polri", "Polri")]),
        ("polres:93.01", [("polda:91", "Polda Papua"), ("polri", "Polri")]),
        ("p4mi:64.71", [("bp3mi:65", "BP3MI Kalimantan Utara"), ("kemenp2mi", "KemenP2MI")]),
        ("posal:65.03.11.2001", [("tni_al", "TNI AL"), ("tni", "TNI")]),
        ("satreskrim", [("polri", "Polri")]),
        ("kanim:65.03", [("ditjen_imigrasi", "Ditjen Imigrasi"), ("kemenimipas", "Kemenimipas")]),
        ("bp2mi", []),
        ("polri", []),
        ("org:Yayasan Contoh", []),
        ("polres:99.99", []),
    ],
)
def test_agencies_above_nearest_first(agency, above):
    """Polres Tarakan is of Polda Kalimantan Utara, that of Polri; what is not certain is passed over."""
    assert above == list(hierarchy.parents_of_agency(agency))


@pytest.mark.parametrize(
    ("agency", "places"),
    [
        ("bp3mi:65", ("65", "64")),
        ("bp3mi:52", ("52",)),
        ("polres:65.71", ("65.71",)),
        ("polda:31", ("31", "32.16", "32.75", "32.76", "36.71", "36.74")),
        ("polsek:65.03.02", ("65.03.02",)),
        ("pemda:65.03", ("65.03",)),
        ("gugus_tugas_tppo:65", ("65",)),
        ("kanim:65.03", ()),
        ("satreskrim:65.71", ()),
        ("polri", ()),
        ("org:Yayasan Contoh", ()),
    ],
)
def test_an_agency_covers_its_area_of_work(agency, places):
    """The area follows from the id or from the table of exceptions; a seat is not an area."""
    assert places == hierarchy.covers(agency)


@pytest.mark.parametrize(
    ("place", "outer"),
    [
        ("65.71", "65"),
        ("65", INDONESIA),
        (INDONESIA, None),
        ("geonames:1734199", "geonames:1733039"),
        ("geonames:1733039", "geonames:1733045"),
        ("port:bandara-juwata", "65.71"),
        ("place:selat-malaka", None),
        ("place:Kampung Contoh", None),
    ],
)
def test_a_place_lies_in_the_next_larger_one(place, outer):
    """Tarakan is in Kalimantan Utara, that in Indonesia; Tawau in Sabah, that in Malaysia."""
    assert outer == hierarchy.within(place)


def test_rules_name_where_the_order_comes_from():
    """Codes, GeoNames and the table of ports are told apart."""
    rules = [hierarchy.rule_of_place(place) for place in ("65.71", "geonames:1734199", "port:bandara-juwata")]
    assert rules == ["official:kemendagri", "official:geonames", "official:ports"]


def test_facts_of_a_place_are_those_of_the_schema():
    """Name, aliases, kind, code and coordinates with uncertainty and source."""
    expected = {
        "name": "Tarakan",
        "aliases": ["Kota Tarakan"],
        "kind": "city",
        "code": "65.71",
        "latitude": 3.3133,
        "longitude": 117.5915,
        "uncertainty_km": 10.0,
        "coordinate_source": "geonames:1624725 Tarakan",
    }
    assert expected == hierarchy.hierarchy().facts("Location", "65.71")


def test_facts_of_an_agency_are_those_of_the_schema():
    """Names, unit type, root, level and validity; what is not known is absent."""
    expected = {
        "name": "BP3MI Kalimantan Utara",
        "aliases": [
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Kalimantan Utara",
            "BP3MI Kaltara",
        ],
        "full_name": "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Kalimantan Utara",
        "abbreviation": "BP3MI",
        "unit_type": "bp3mi",
        "root": "KemenP2MI",
        "level": "province",
        "valid_from": "2022",
    }
    assert expected == hierarchy.hierarchy().facts("Agency", "bp3mi:65")


@pytest.mark.parametrize(
    ("label", "node"), [("Agency", "org:X"), ("Location", "place:X"), ("Law", "uu-99-1999:4")]
)
def test_facts_of_what_is_not_known_are_empty(label, node):
    """Nothing is made up."""
    assert hierarchy.hierarchy().facts(label, node) == {}


@pytest.mark.parametrize(
    ("agency", "level"),
    [
        ("polri", "national"),
        ("polda:65", "province"),
        ("polres:65.71", "regency"),
        ("polsek:65.03.02", "district"),
        ("kjri:geonames:1733432", "foreign"),
        ("pdrm", "foreign"),
        ("polres", None),
        ("org:X", None),
    ],
)
def test_the_level_of_an_agency_is_that_of_its_place(agency, level):
    """National, province, regency, district or foreign."""
    assert level == hierarchy.level_of(agency)


PLACES = sorted({place for _, place, _ in gazetteer().surfaces()})
UNITS = [unit.id for unit in agencies.unit_types()]


@given(st.sampled_from(UNITS), st.sampled_from(PLACES))
def test_going_up_ends_and_every_step_is_the_whole_way_from_there(unit, place):
    """The chain of an agency is its parent and the parent's own chain, without a circle."""
    chain = hierarchy.parents_of_agency(f"{unit}:{place}")
    assert len({agency for agency, _ in chain}) == len(chain)
    if chain:
        assert chain[1:] == hierarchy.parents_of_agency(chain[0][0])


@given(st.sampled_from(PLACES))
def test_ancestors_are_repeated_within(place):
    """Asking for the next larger place again and again gives the ancestors."""
    chain, outer = [], hierarchy.within(place)
    while outer is not None:
        chain.append(outer)
        outer = hierarchy.within(outer)
    assert chain == [found.id for found in gazetteer().ancestors(place)]
