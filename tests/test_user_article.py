"""The user's article, a saved agency page: what the graph must hold of it, on both stores."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.evidence import why
from graph.model import Document, Extraction, Graph, Node
from graph.projection import build_graph
from graph.reference.hierarchy import hierarchy
from graph.store import Store
from ingest.extraction.extract import extract
from ingest.reading import read_paths

ARTICLE = (
    Path(__file__).resolve().parent.parent.parent / "shared" / "articles" / "bp3mi-kaltara-2025-09-19.txt"
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    """The article, read; it is not part of the repository and lies beside the checkout."""
    if not ARTICLE.exists():
        message = "The user's article is not here: it belongs in ../shared/articles beside the checkout."
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    document = next(iter(read_paths([ARTICLE])))
    assert isinstance(document, Document)
    return extract(document)


@pytest.fixture
def graph(store: Store, extraction: Extraction) -> Graph:
    """The graph of the article as each store holds it."""
    store.load(build_graph([extraction], (), hierarchy())[0], "article")
    return store.snapshot()


def node(graph: Graph, node_id: str) -> Node:
    """The node of this id."""
    found = graph.node(node_id)
    assert found is not None, node_id
    return found


def related(graph: Graph, kind: str) -> set[tuple[str, str]]:
    """Start and end ids of all relationships of a type."""
    return {(r.start, r.end) for r in graph.relationships if r.type == kind}


def test_the_article_is_known_and_its_furniture_is_nowhere(graph: Graph, extraction: Extraction) -> None:
    """Title, publisher, date, kind and language are the article's; date of saving, logo and view count are in nothing."""
    article = next(n for n in graph.nodes if n.label == "Article")
    wanted = {
        "title": "BP3MI Kalimantan Utara Perkuat Sinergi Pencegahan Tindak Pidana Perdagangan Orang (TPPO)",
        "publisher": "KemenP2MI", "published_on": "2025-09-19", "kind": "release", "language": "id",
    }  # fmt: skip
    assert wanted == {name: article.properties.get(name) for name in wanted}
    everything = " ".join(
        str(v) for each in (*graph.nodes, *graph.relationships) for v in each.properties.values()
    )
    assert [
        w for w in ("26 September", "2025-09-26", "logo", "Berita", "00.09", " 164") if w in everything
    ] == []


def test_officials_hold_their_offices(graph: Graph) -> None:
    """Both officials, their ranks, and their offices with titles."""
    ichsan, puji = node(graph, "official:andi-m-ichsan"), node(graph, "official:puji-santosa")
    assert (ichsan.properties["name"], ichsan.properties["rank"]) == ("Andi M. Ichsan", "Kombes Pol")
    assert (puji.properties["name"], puji.properties["rank"]) == ("Puji Santosa", "Brigjen Pol")
    offices = {
        (r.start, r.end): r.properties.get("title") for r in graph.relationships if r.type == "HOLDS_POSITION"
    }
    assert offices == {
        (ichsan.id, "bp3mi:65"): "Kepala",
        (puji.id, "stamaops"): "Karorenmin",
        (puji.id, "satgas_tppo"): None,
    }


def test_agencies_stand_in_their_hierarchy(graph: Graph) -> None:
    """The agencies by name, what they are part of and what they cover."""
    names = {n.id: n.properties["name"] for n in graph.nodes if n.label == "Agency"}
    wanted = {
        "bp3mi:65": "BP3MI Kalimantan Utara", "kemenp2mi": "KemenP2MI", "stamaops": "Stamaops Polri",
        "polres:65.71": "Polres Tarakan", "satgas_tppo": "Satgas TPPO Mabes Polri",
        "gugus_tugas_tppo:65": "Gugus Tugas TPPO wilayah Kalimantan Utara",
    }  # fmt: skip
    assert wanted == {each: names.get(each) for each in wanted}
    assert node(graph, "stamaops").properties["full_name"] == "Staf Utama Operasi Polri"
    part_of = related(graph, "PART_OF")
    assert {
        ("bp3mi:65", "kemenp2mi"),
        ("stamaops", "polri"),
        ("polres:65.71", "polda:65"),
        ("polda:65", "polri"),
    } <= part_of
    assert {("bp3mi:65", "65"), ("bp3mi:65", "64")} <= related(graph, "COVERS")


def test_locations_have_codes_and_coordinates(graph: Graph) -> None:
    """The places with their codes, each with a point within the region."""
    for place, name in (
        ("65.71", "Tarakan"),
        ("65.03", "Nunukan"),
        ("65", "Kalimantan Utara"),
        ("64", "Kalimantan Timur"),
    ):
        found = node(graph, place)
        assert (name, place) == (found.properties["name"], found.properties["code"])
        assert -2 < float(str(found.properties["latitude"])) < 5
        assert 113 < float(str(found.properties["longitude"])) < 119
    for place, name in (("geonames:1734199", "Tawau"), ("geonames:1733045", "Malaysia")):
        assert (name, True) == (
            node(graph, place).properties["name"],
            "latitude" in node(graph, place).properties,
        )
    assert {("65.71", "65"), ("65.03", "65")} <= related(graph, "WITHIN")


def test_the_event_has_organiser_venue_and_guests(graph: Graph) -> None:
    """The supervision and socialisation: when, where, by whom, with whom."""
    event = next(n for n in graph.nodes if n.label == "Event")
    assert (event.properties["date"], event.properties["kind"]) == ("2025-09-17", "supervision")
    assert str(event.properties["name"]).startswith("Supervisi dan Sosialisasi Peraturan Harian Gugus Tugas")
    assert {("stamaops", event.id)} == related(graph, "ORGANISED")
    assert {(event.id, "65.71")} == related(graph, "OCCURRED_AT")
    assert {(event.id, "polres:65.71")} == related(graph, "HELD_AT")
    assert {("official:andi-m-ichsan", event.id), ("official:puji-santosa", event.id)} == related(
        graph, "ATTENDED"
    )


def test_routes_lead_over_the_sea_and_no_incident_is_invented(graph: Graph) -> None:
    """Nunukan and Tarakan to Tawau; a release about a meeting tells of no incident."""
    routes = {(r.start, r.end): r.properties["mode"] for r in graph.relationships if r.type == "ROUTE_TO"}
    assert routes == {("65.03", "geonames:1734199"): "sea", ("65.71", "geonames:1734199"): "sea"}
    assert [n for n in graph.nodes if n.label in ("Incident", "Suspect")] == []


def test_every_relationship_shows_its_sentence(graph: Graph, extraction: Extraction) -> None:
    """What was read has sentences whose offsets slice the article's text, a rule and a confidence."""
    read = [r for r in graph.relationships if r.properties["origin"] == "read"]
    assert len(read) > 20
    for r in read:
        columns = [r.properties[n] for n in ("sentences", "starts", "ends", "rules")]
        assert columns[0]
        for sentence, start, end, rule in zip(*columns, strict=True):  # type: ignore[arg-type]
            assert extraction.document.text[start:end] == sentence
            assert rule
        assert 0 < float(str(r.properties["confidence"])) <= 1


def test_why_prints_the_office_with_its_sentence(graph: Graph) -> None:
    """Why Andi M. Ichsan and BP3MI Kalimantan Utara are related: one office, in the lead's words."""
    offices = [
        s
        for s in why(graph, "Andi M. Ichsan", "BP3MI Kalimantan Utara")
        if s.relationship.type == "HOLDS_POSITION"
    ]
    assert len(offices) == 1
    assert (
        offices[0]
        .proofs[0]
        .sentence.startswith("Tarakan, KemenP2MI (17/09) — Kepala BP3MI Kalimantan Utara, Kombes Pol.")
    )
