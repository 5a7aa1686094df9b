"""Each saved query on each store: a row that must appear, and one that must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from small_world import SMALL_WORLD
from small_world_nodes import HERALD, RELEASE, VERDICT

from graph.store import Store
from queries.catalogue import load_catalogue
from queries.runner import run

CATALOGUE = load_catalogue()

PLACES_AND_INCIDENTS = {
    "Kalimantan Utara": ["undated", "year", "month", "port"],
    "kaltara": ["undated", "year", "month", "port"],
    "65.03": ["year", "port"],
    "Tunon Taka": ["port"],
    "NTT": ["kupang"],
    "Tawau": [],
}

PERIODS_AND_INCIDENTS = [
    ({"from": "2025"}, ["month", "port", "kupang"]),
    ({"to": "2024"}, ["year"]),
    ({"from": "2024", "to": "2024"}, ["year"]),
    ({"from": "2024-05-05", "to": "2024-05-06"}, ["year"]),
    ({"from": "2025", "to": "2025"}, ["month", "port", "kupang"]),
    ({"from": "2025-09", "to": "2025-09"}, ["month", "port"]),
    ({"from": "2025-09-17", "to": "2025-09-17"}, ["month", "port"]),
    ({"from": "2025-09-18"}, ["month", "kupang"]),
    ({"to": "2025-09-16"}, ["year", "month"]),
    ({"from": "2025-10", "to": "2025-10"}, []),
    ({"from": "2025-11-02"}, ["kupang"]),
    ({"from": "2025-12"}, []),
    ({"from": "2026"}, []),
]

UNCONNECTED = [
    ("Bonar Siahaya", "B. Siahaya"),  # only a candidate
    ("Yayasan Sahabat Pulang", "Polri"),
    ("Polri", "Polres Nunukan"),  # only PART_OF
    ("NTT", "Kupang"),  # only WITHIN
    ("Sandakan", "Kupang"),  # only an article of law and an article in common
    ("Sulastri Kandou", "Sulastri Kandou"),
]


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def world(request: pytest.FixtureRequest, open_empty: Callable[[str], Store]) -> Iterator[Store]:
    """A store that holds the small world; the tests here only read it."""
    opened = open_empty(request.param)
    opened.load(SMALL_WORLD, "small-world")
    yield opened
    opened.close()


def answer(store: Store, name: str, columns: str, **arguments: str) -> list[tuple[Any, ...]]:
    """These columns of the rows of a saved query, in order."""
    rows = run(store, CATALOGUE.get(name), arguments)
    places = [rows.columns.index(column) for column in columns.split()]
    return [tuple(row[place] for place in places) for row in rows.rows]


def incidents(store: Store, **arguments: str) -> list[str]:
    """Ids of the incidents found, without their common prefix, in order of date."""
    found = answer(store, "incidents-by-place", "incident_id", **arguments)
    return [incident_id.removeprefix("incident:") for (incident_id,) in found]


def test_officials_of_an_agency_alone(world: Store) -> None:
    """An agency is found by name in any case and by id; the officials of other agencies are left out."""
    expected = [("Bonar Siahaya", "Kasat Reskrim", True), ("Rangga Wiratmaja", "Kapolres", False)]
    for agency in ("Polres Nunukan", "polres nunukan", "polres:65.03"):
        assert expected == answer(world, "officials-of-agency", "official title former", agency=agency)


def test_officials_of_the_units_below(world: Store) -> None:
    """With levels, officials of units count; units of another Polda do not."""
    expected = [
        ("Bonar Siahaya", "Polres Nunukan"),
        ("Rangga Wiratmaja", "Polres Nunukan"),
        ("Rangga Wiratmaja", "Polres Tarakan"),
    ]
    below = answer(world, "officials-of-agency", "official agency", agency="Polda Kaltara", levels="1")
    assert expected == below
    assert answer(world, "officials-of-agency", "official", agency="Polda Kaltara") == []
    assert answer(world, "officials-of-agency", "official", agency="Polda NTT", levels="5") == []


def test_an_abbreviation_means_all_of_the_kind(world: Store) -> None:
    """Polres alone asks for the officials of every Polres."""
    found = answer(world, "officials-of-agency", "agency", agency="polres")
    assert set(found) == {("Polres Nunukan",), ("Polres Tarakan",)}


def test_offices_come_in_order_of_time(world: Store) -> None:
    """One official's offices, the earliest first, each with its own sentence; nobody else's."""
    expected = [("Polres Nunukan", "2023-05", HERALD), ("Polres Tarakan", "2026-02-03", VERDICT)]
    found = answer(world, "offices-of-official", "agency reported_from article_id", official="rangga w.")
    assert expected == found


def test_a_place_includes_what_lies_within(world: Store) -> None:
    """About the regency: its port's incident too, not that of the city beside it."""
    found = answer(world, "everything-about-place", "subject relation object_id", place="Kabupaten Nunukan")
    assert ("Pencegatan di Tunon Taka", "OCCURRED_AT", "port:tunon-taka") in found
    assert ("Polres Nunukan", "COVERS", "65.03") in found
    assert ("Nunukan", "ROUTE_TO", "geonames:1734199") in found
    assert "Tarakan" not in {subject for subject, _, _ in found}
    assert "65.71" not in {object_id for _, _, object_id in found}


def test_mentions_of_a_place_come_last_and_count_no_people(world: Store) -> None:
    """An article that names the place is no statement about people."""
    found = answer(world, "everything-about-place", "relation people", place="65.03")
    mentions = [people for relation, people in found if relation == "MENTIONS"]
    assert mentions == [None] * len(mentions)
    assert found[-len(mentions) :] == [("MENTIONS", None)] * len(mentions)
    assert ("ROUTE_TO", 14) in found


def test_incidents_count_for_every_larger_place(world: Store) -> None:
    """An incident at a port is one of its regency and province, once each; a destination is no scene."""
    for place, expected in PLACES_AND_INCIDENTS.items():
        assert expected == incidents(world, place=place), place


def test_a_period_finds_what_may_lie_in_it(world: Store) -> None:
    """A partial date is in every period that touches it; an incident without date is in none."""
    for period, expected in PERIODS_AND_INCIDENTS:
        assert expected == incidents(world, place="Indonesia", **period), period


def test_incidents_of_one_kind(world: Store) -> None:
    """The kind narrows the answer."""
    assert incidents(world, place="Indonesia", kind="TRAFFICKING") == ["undated", "year"]


def test_disagreeing_counts_are_all_shown(world: Store) -> None:
    """The agreed number, both articles' numbers, and the property they disagree on."""
    expected = (
        14,
        ["Harian Perbatasan 2025-09-19: 14", "BP3MI Kalimantan Utara 2025-09-20: 12"],
        ["victims_total"],
    )
    found = answer(world, "incidents-by-place", "victims reported conflicts", place="Tunon Taka")
    assert [expected] == found


def test_routes_come_with_the_most_victims_first(world: Store) -> None:
    """An unknown number of victims is no number, and comes last."""
    expected = [("Nunukan", "Tawau", 14), ("Kupang", "Nunukan", None)]
    assert expected == answer(world, "routes", "start end victims")


def test_routes_of_a_place(world: Store) -> None:
    """A route belongs to the places, and the larger places, of both its ends."""
    expected = {"NTT": ["Kupang"], "tawau": ["Nunukan"], "Tarakan": [], "65": ["Nunukan", "Kupang"]}
    found = {
        place: [start for (start,) in answer(world, "routes", "start", place=place)] for place in expected
    }
    assert expected == found


def test_agencies_act_together_by_incident_event_and_official(world: Store) -> None:
    """Handling one incident, or organising, hosting or attending (through its head) one event."""
    expected = [
        ("BP3MI Kalimantan Utara", "Polres Nunukan", 2, 0),
        ("BP3MI Kalimantan Utara", "Polda Kalimantan Utara", 0, 1),
        ("BP3MI Kalimantan Utara", "Polres Tarakan", 0, 1),
        ("Polda Kalimantan Utara", "Polres Tarakan", 0, 1),
    ]
    assert expected == answer(world, "agencies-together", "first second incidents events")


def test_agencies_together_with_one(world: Store) -> None:
    """Only pairs with the agency asked for; an agency that acts alone has none."""
    assert answer(world, "agencies-together", "first_id", agency="Polres Nunukan") == [("bp3mi:65",)]
    assert answer(world, "agencies-together", "first_id", agency="Polda NTT") == []


def test_a_path_is_told_step_by_step(world: Store) -> None:
    """Each step of a path is one statement with its sentence."""
    expected = [
        (1, 1, "HOLDS_POSITION", "Kapolres"),
        (1, 2, "HANDLED_BY", "handled"),
        (1, 3, "HANDLED_BY", "handled"),
        (2, 1, "HOLDS_POSITION", "Kapolres"),
        (2, 2, "HANDLED_BY", "intercepted"),
        (2, 3, "HANDLED_BY", "sheltered"),
    ]
    names = {"first": "rangga wiratmaja", "second": "bp3mi kaltara"}
    assert expected == answer(world, "path-between", "path step relation detail", **names)
    assert expected[:3] == answer(world, "path-between", "path step relation detail", paths="1", **names)


def test_what_is_no_shared_fact_makes_no_path(world: Store) -> None:
    """No path over a candidate, the hierarchies, an article or article of law in common, or to itself."""
    for first, second in UNCONNECTED:
        assert answer(world, "path-between", "step", first=first, second=second) == [], first


def test_a_document_says_what_was_read_from_it(world: Store) -> None:
    """Its own statements in the order of its text; nothing official, derived, or of another document."""
    for document in (HERALD, "berita-1.txt", "belasan calon pekerja migran dicegat di nunukan"):
        found = answer(world, "document-says", "relation start article_id", document=document)
        assert found[0] == ("USED", 40, HERALD)
        assert sorted(start for _, start, _ in found) == [start for _, start, _ in found]
        relations = {relation for relation, _, _ in found}
        assert {"HOLDS_POSITION", "OCCURRED_AT", "HANDLED_BY", "DESTINATION", "REPORTED_IN"} <= relations
        assert not relations & {
            "WITHIN",
            "PART_OF",
            "ROUTE_TO",
            "MENTIONS",
            "POSSIBLY_SAME_AS",
            "SUSPECTED_IN",
        }


def test_a_sentence_is_told_of_its_own_document_only(world: Store) -> None:
    """Of a statement that two documents make, each is told with its own sentence and offset."""
    expected = {
        HERALD: [("Polres Nunukan bersama BP3MI Kalimantan Utara menangani kasus itu.", 100)],
        VERDICT: [("Berkas perkara disusun Polres Nunukan.", 200)],
        RELEASE: [],
    }
    columns = "subject_id object_id sentence start"
    told = {
        article: [
            (sentence, start)
            for subject, target, sentence, start in answer(world, "document-says", columns, document=article)
            if (subject, target) == ("incident:port", "polres:65.03")
        ]
        for article in expected
    }
    assert expected == told
