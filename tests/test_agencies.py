"""Agencies, titles and ranks: identities, names and lookups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import TppoError
from graph.reference import agencies
from graph.reference.places import gazetteer

REGENCIES = sorted(
    place for _, place, kind in gazetteer().surfaces() if kind in ("regency", "city") and len(place) == 5
)
PLACED = [
    unit
    for unit in agencies.unit_types()
    if unit.place_slot in ("prov", "kabkota", "daerah", "city", "parent")
]


@pytest.mark.parametrize(
    ("unit", "place", "identity", "name", "full"),
    [
        ("polres", "65.71", "polres:65.71", "Polres Tarakan", "Kepolisian Resor Tarakan"),
        (
            "bp3mi",
            "65",
            "bp3mi:65",
            "BP3MI Kalimantan Utara",
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Kalimantan Utara",
        ),
        ("kemenp2mi", None, "kemenp2mi", "KemenP2MI", "Kementerian Pelindungan Pekerja Migran Indonesia"),
        ("stamaops", None, "stamaops", "Stamaops Polri", "Staf Utama Operasi Polri"),
        ("polda", "65", "polda:65", "Polda Kalimantan Utara", "Kepolisian Daerah Kalimantan Utara"),
        ("polda", "31", "polda:31", "Polda Metro Jaya", "Kepolisian Daerah Metro Jaya"),
        (
            "satreskrim",
            "65.71",
            "satreskrim:65.71",
            "Satreskrim Polres Tarakan",
            "Satuan Reserse Kriminal Polres Tarakan",
        ),
        ("pemda", "65.03", "pemda:65.03", "Pemkab Nunukan", "Pemerintah Kabupaten Nunukan"),
        ("pt", "65", "pt:65", "Pengadilan Tinggi Kalimantan Utara", "Pengadilan Tinggi Kalimantan Utara"),
        (
            "kjri",
            "geonames:1733432",
            "kjri:geonames:1733432",
            "KJRI Kota Kinabalu",
            "Konsulat Jenderal Republik Indonesia Kota Kinabalu",
        ),
        (
            "satgas_tppo",
            None,
            "satgas_tppo",
            "Satgas TPPO Polri",
            "Satuan Tugas Tindak Pidana Perdagangan Orang",
        ),
        (
            "gugus_tugas_tppo",
            "65",
            "gugus_tugas_tppo:65",
            "Gugus Tugas TPPO Kalimantan Utara",
            "Gugus Tugas Pencegahan dan Penanganan Tindak Pidana Perdagangan Orang Kalimantan Utara",
        ),
    ],
)
def test_an_agency_has_its_identity_and_its_names(unit, place, identity, name, full):
    """Kind and place give the identity, the name of the press and the full name."""
    assert identity == agencies.agency_id(unit, place)
    assert name == agencies.agency_name(unit, place)
    assert full == agencies.full_name(unit, place)


@pytest.mark.parametrize(
    ("unit", "place", "name"),
    [
        ("polres", "64.72", "Polresta Samarinda"),
        ("polres", "32.73", "Polrestabes Bandung"),
        ("polres", "32.04", "Polresta Bandung"),
        ("polres", "35.07", "Polres Malang"),
        ("polres", "35.73", "Polresta Malang Kota"),
        ("polres", "32.76", "Polres Metro Depok"),
        ("polres", "21.71", "Polresta Barelang"),
        ("kejari", "32.04", "Kejari Kabupaten Bandung"),
        ("bareskrim", None, "Bareskrim Polri"),
        ("dittipid_ppa_ppo", None, "Dittipid PPA-PPO Bareskrim Polri"),
        ("unit_ppa", "65.03", "Unit PPA Satreskrim Polres Nunukan"),
        ("ditreskrimum", "31", "Ditreskrimum Polda Metro Jaya"),
    ],
)
def test_names_follow_the_usage_of_the_place(unit, place, name):
    """City police have their class, shared names are told apart, sub-units name the unit they belong to."""
    assert name == agencies.agency_name(unit, place)


@pytest.mark.parametrize(
    ("unit", "place", "identity"),
    [
        ("polresta", "64.72", "polres:64.72"),
        ("polrestabes", "32.73", "polres:32.73"),
        ("polres", "65.03.02", "polres:65.03"),
        ("polres", "port:pelabuhan-tunon-taka", "polres:65.03"),
        ("polda", "65.03", "polda:65"),
        ("polda", "32.76", "polda:31"),
        ("bp3mi", "64", "bp3mi:65"),
        ("kejati", "94", "kejati:91"),
        ("kemenp2mi", "65", "kemenp2mi"),
        ("polsek", "65.03", "polsek:65.03"),
    ],
)
def test_identity_is_brought_to_the_level_and_area_of_the_agency(unit, place, identity):
    """A promoted Polres stays itself; a smaller place gives the agency responsible there."""
    assert identity == agencies.agency_id(unit, place)


@pytest.mark.parametrize(
    ("unit", "place", "message"),
    [
        ("polsekta", None, "Unknown kind of agency 'polsekta'"),
        ("polres", "65.99", "Unknown place '65.99'"),
        ("kodam", "64", "Kodam has no identity by place"),
        ("p3mi", None, "P3MI has no identity by place"),
    ],
)
def test_what_has_no_identity_is_an_error_with_a_cure(unit, place, message):
    """Unknown kinds and places and numbered units are refused by name."""
    with pytest.raises(TppoError, match=message) as caught:
        agencies.agency_id(unit, place)
    assert caught.value.cure


@pytest.mark.parametrize(
    ("unit", "name", "places"),
    [
        ("polres", "Malang", ["35.07", "35.73"]),
        ("polres", "Malang Kota", ["35.73"]),
        ("polresta", "Bandung", ["32.04"]),
        ("polrestabes", "Bandung", ["32.73"]),
        ("kejari", "Malang", ["35.73", "35.07"]),
        ("polda", "Jambi", ["15"]),
        ("polda", "Kaltara", ["65"]),
        ("polsek", "Nunukan", ["65.03.02"]),
        ("kanim", "Nunukan", ["65.03"]),
        ("kjri", "Kuching", ["geonames:1735634"]),
        ("posal", "Sei Pancang", ["65.03.11.2001"]),
        ("polda", "Tawau", []),
    ],
)
def test_a_name_after_a_unit_means_a_place_of_its_level(unit, name, places):
    """The Polres of a shared name is the regency's, a Polda's place is a province."""
    assert places == [place.id for place in agencies.places_for(unit, name)]


def test_named_agencies_are_known_by_their_own_names():
    """Names that do not follow from the place lead to the agency."""
    names = agencies.named_agencies()
    assert (names["Polda Metro Jaya"], names["Polresta Barelang"]) == ("polda:31", "polres:21.71")


def test_aliases_have_the_full_and_the_short_name():
    """Polda Kalimantan Utara is also Polda Kaltara."""
    expected = ("Kepolisian Daerah Kalimantan Utara", "Polda Kaltara")
    assert expected == agencies.agency_aliases("polda:65")
    assert agencies.agency_aliases("org:Yayasan Contoh") == ()


def test_the_inter_agency_task_force_is_not_that_of_the_police():
    """Gugus Tugas TPPO and Satgas TPPO are two kinds with two roots."""
    roots = [agencies.unit_type(unit).root for unit in ("gugus_tugas_tppo", "satgas_tppo")]
    assert roots == ["Antarlembaga", "Polri"]


def test_unsafe_forms_are_not_among_the_surfaces():
    """The form "PT" is a company more often than a court; "Pengadilan Tinggi" is safe."""
    assert agencies.unit_type("pt").surfaces == ("Pengadilan Tinggi",)


def test_single_agencies_are_told_from_placed_ones():
    """There is one KemenP2MI and one Polri, many Polres, and a sub-unit is never single."""
    single = [agencies.is_single(unit) for unit in ("kemenp2mi", "polri", "polres", "satreskrim")]
    assert single == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kapolres", "polres"),
        ("kapolresta", "polresta"),
        ("Kepala BP3MI", "bp3mi"),
        ("Kasat Reskrim", "satreskrim"),
        ("Kepala Kantor Imigrasi", "kanim"),
        ("Karorenmin", None),
        ("KSAL", "tni_al"),
    ],
)
def test_a_title_leads_to_its_kind_of_agency(text, unit):
    """Titles are found in any form; some belong to no one kind."""
    assert unit == agencies.find_title(text).unit


def test_only_the_head_of_an_agency_names_it_with_a_place():
    """The title in "Kapolres Tarakan" names Polres Tarakan; that in "Kasi Humas Tarakan" names no agency."""
    assert [agencies.title(name).implies for name in ("Kapolres", "Kasi Humas")] == [True, False]


def test_an_unknown_title_is_none_or_an_error():
    """`find_title` answers None, `title` raises and names it."""
    assert agencies.find_title("Raja") is None
    with pytest.raises(TppoError, match="Unknown title 'Raja'"):
        agencies.title("Raja")


def test_ranks_are_known_in_all_their_forms():
    """Kombes Pol is rank 18 of the police, above AKBP."""
    orders = {
        surface: rank.order
        for rank in agencies.ranks()
        if rank.service == "Polri"
        for surface in rank.surfaces
    }
    assert (orders["Kombes. Pol."], orders["Komisaris Besar Polisi"], orders["AKBP"]) == (18, 18, 17)
    assert ("TNI AL", "Laut (P)") in agencies.rank_suffixes()


def test_acting_and_former_offices_are_told():
    """The word "Plt" makes an office acting, "mantan" former."""
    effects = {modifier.form: modifier.effect for modifier in agencies.modifiers()}
    assert (effects["Plt"], effects["mantan"], effects["Wakil"]) == ("acting", "former", "deputy")


@given(st.sampled_from(PLACED), st.sampled_from(REGENCIES))
def test_identity_and_name_are_given_for_every_kind_and_regency(unit, place):
    """Every placed kind has a name at every regency; asking again with its own place changes nothing."""
    identity = agencies.agency_id(unit.id, place)
    area = identity.partition(":")[2]
    assert identity == agencies.agency_id(unit.id, area)
    assert agencies.agency_name(unit.id, place) == agencies.name_of(identity)
    assert agencies.full_name(unit.id, place)


@pytest.mark.parametrize(
    ("identity", "names"),
    [
        ("bnp2tki", ("BP2MI",)),
        ("bp2mi", ("KemenP2MI",)),
        ("kemenkumham", ("Kemenkum", "KemenHAM", "Kemenimipas")),
        ("kanwil_kemenkumham:65", ("Kanwil Ditjen Imigrasi Kalimantan Utara",)),
        ("polres:65.71", ()),
        ("no-such-agency", ()),
    ],
)
def test_who_took_over_the_work_of_an_agency(identity, names):
    """Successors by name, in the same place."""
    assert agencies.successors(identity) == names
