"""Which part of a graph is drawn, where, and what reaches the page."""

from __future__ import annotations

import hashlib
import json
import math
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from picture_world import large_world, link, node, small_world

from graph.model import Graph
from graph.picture import PictureError, around, draw, named_in, whole, write_picture
from graph.picture.layout import positions
from graph.picture.network import MOST_NODES, build_network, most_connected
from graph.picture.page import inert_json, visible
from graph.picture.vocabulary import vocabulary
from graph.store import Rows

WORLD = small_world()
PICTURE = Path(str(resources.files("graph.picture")))


def page_data(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_whole_holds_everything() -> None:
    """The whole graph is drawn when all of it is selected."""
    assert whole(WORLD).part_of(WORLD) == WORLD


def test_around_nothing_but_the_node() -> None:
    """No hops lead to the node alone."""
    assert frozenset({"bp3mi:65"}) == around(WORLD, "bp3mi:65", 0).nodes


def test_around_one_hop() -> None:
    """One hop leads to the neighbours in both directions, and to the articles that mention the node."""
    expected = {
        "vessel:speedboat:camar 7",
        "incident:a1",
        "article:" + "0" * 15 + "1",
        "article:" + "0" * 15 + "2",
    }
    assert expected == around(WORLD, "vessel:speedboat:camar 7", 1).nodes


def test_around_never_leads_through_an_article() -> None:
    """Two things named in one article are not neighbours by that."""
    assert "official:rangga wirasena" not in around(WORLD, "vessel:speedboat:camar 7", 2).nodes


def test_around_follows_the_hierarchy_upwards_only() -> None:
    """From Tawau by Nunukan to its province, but from there not down to the agency that covers it."""
    found = around(WORLD, "suspect:a1:MR", 3).nodes
    assert ("65" in found, "org:kemenp2mi" in found) == (True, True)
    regencies = Graph(
        tuple(node("Location", name, name) for name in ("a", "b", "top")),
        tuple(link("WITHIN", node("Location", name, name), node("Location", "top", "top")) for name in "ab"),
    )
    assert frozenset({"a", "top"}) == around(regencies, "a", 5).nodes
    assert frozenset({"a", "b", "top"}) == around(regencies, "top", 1).nodes


@pytest.mark.parametrize(("node_id", "hops", "named"), [("nobody", 1, "nobody"), ("bp3mi:65", -2, "-2")])
def test_around_refuses(node_id: str, hops: int, named: str) -> None:
    """An unknown id and negative hops are named in the error, with a cure."""
    with pytest.raises(PictureError, match=named) as caught:
        around(WORLD, node_id, hops)
    assert caught.value.cure


def test_rows_name_nodes_relationships_and_texts() -> None:
    """Nodes, relationships, paths, ids and exact names in the rows of a query are all found."""
    used = next(r for r in WORLD.relationships if r.type == "USED")
    path = [{"_label": "Location", "id": "65.03"}, {"_type": "USED", "key": used.key}]
    rows = Rows(("who", "path", "n"), (("Rangga Wirasena", path, 3), ("bp3mi:65", None, 1)))
    expected = {"official:rangga wirasena", "65.03", used.start, used.end, "bp3mi:65"}
    assert expected == named_in(WORLD, rows).nodes == named_in(WORLD, rows).focus


def test_rows_that_name_nothing() -> None:
    """Rows that name nothing of the graph cannot be drawn."""
    with pytest.raises(PictureError):
        named_in(WORLD, Rows(("n",), ((3,), ("no such name",))))


def test_nothing_selected() -> None:
    """An empty graph is refused with a cure."""
    with pytest.raises(PictureError) as caught:
        draw(Graph(), "empty", whole(Graph()))
    assert caught.value.cure == "Ingest documents first."


def test_parallel_relationships_survive() -> None:
    """The pyvis network has every relationship of the graph, also two offices of one person at one agency."""
    network = build_network(WORLD, (), vocabulary(), {})
    assert len(WORLD.relationships) == len(network.edges)
    offices = [dict(e["facts"])["title"] for e in network.edges if e["label"] == "HOLDS_POSITION"]
    assert sorted(offices) == ["Kabag Umum", "Kepala"]


def test_drawing_is_deterministic() -> None:
    """The same graph and selection give the same file, byte for byte."""
    assert draw(WORLD, "t", whole(WORLD)) == draw(small_world(), "t", whole(small_world()))


def test_size() -> None:
    """A picture of 150 nodes takes at most 300 kB."""
    world = large_world(25)
    assert len(world.nodes) >= 150
    assert len(draw(world, "t", whole(world)).encode()) <= 300_000


def test_too_many_nodes_are_counted() -> None:
    """Beyond the limit the most connected nodes and those in focus are kept."""
    hub = node("Agency", "hub", "hub")
    rim = [node("Location", f"{i}", f"{i}") for i in range(MOST_NODES + 9)]
    lone = node("Law", "lone", "lone")
    big = Graph((hub, lone, *rim), tuple(link("COVERS", hub, place) for place in rim))
    kept = most_connected(big, {"lone"})
    assert len(kept.nodes) == MOST_NODES
    assert {"hub", "lone"} <= {n.id for n in kept.nodes}


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.just(1.0)), max_size=30))
def test_positions_are_finite_and_apart(links: list[tuple[int, int, float]]) -> None:
    """Whatever the links, every node gets a place of its own."""
    placed = positions([(40.0, 30.0)] * 12, links)
    assert all(math.isfinite(value) for value in placed.ravel())
    assert len({(round(x), round(y)) for x, y in placed}) == 12


def test_articles_open_hidden_unless_asked_for() -> None:
    """Articles and mentions start hidden, but not in a picture about an article."""
    article = "article:" + "0" * 15 + "1"
    hidden = page_data(draw(WORLD, "t", whole(WORLD)))["hidden"]
    assert hidden == {"labels": ["Article"], "types": ["MENTIONS"]}
    assert page_data(draw(WORLD, "t", around(WORLD, article, 1)))["hidden"] == {"labels": [], "types": []}


def test_evidence_names_articles_outside_the_selection() -> None:
    """A sentence keeps its source when the article itself is not drawn."""
    suspect_and_case = named_in(WORLD, Rows(("a", "b"), (("MR", "incident:a1"),)))
    data = page_data(draw(WORLD, "t", suspect_and_case))
    assert ["14 calon PMI dicegah di Sebatik", "Kabar Tapal Batas", "2025-03-04", ""] in data["articles"]


def test_what_articles_disagree_on_is_told_by_articles_outside_the_selection() -> None:
    """Both counts of an incident reach a picture of the incident alone, each with its article, by date."""
    data = page_data(draw(WORLD, "t", around(WORLD, "incident:a1", 0)))
    (incident,) = data["nodes"]
    told = [(name, value, data["articles"][article][1]) for name, value, article in incident["disputes"]]
    expected = [("victims_total", 14, "Kabar Tapal Batas"), ("victims_total", 12, "Warta Perairan")]
    assert expected == told


def test_only_whitelisted_properties_reach_the_page() -> None:
    """A property that the vocabulary does not list stays out of the file."""
    secret = node("Suspect", "s", "MR", home_address="Jalan Rahasia 7", sha256="feed")
    html = draw(Graph((secret,)), "t", whole(Graph((secret,))))
    assert ("Jalan Rahasia" in html, "feed" in html) == (False, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polres  Nunukan\n", "Polres Nunukan"),
        ("\u202egnp.exe", "[U+202E]gnp.exe"),
        ("a\u200bb\x00", "a[U+200B]b[U+0000]"),
        ("\ud83d lone", "[U+D83D] lone"),
        ("Émilie 田中 😀", "Émilie 田中 😀"),
        ("A" * 400, "A" * 299 + "…"),
    ],
)
def test_invisible_characters_are_shown(text: str, expected: str) -> None:
    """Control and direction characters are written out, spaces are one, long texts end with an ellipsis."""
    assert expected == visible(text, 300)


@given(st.text(), st.integers(2, 60))
def test_visible_holds_its_promise(text: str, length: int) -> None:
    """Nothing invisible is left and the length is kept."""
    shown = visible(text, length)
    assert len(shown) <= length
    assert shown == visible(shown, length)


@given(st.dictionaries(st.text(), st.text()))
def test_json_is_inert_and_unchanged(data: dict[str, str]) -> None:
    """The JSON reads back as it was and holds no character that HTML or a script cares for."""
    text = inert_json(data)
    assert data == json.loads(text)
    assert not set("<>&\u2028\u2029") & set(text)


def test_bundle_is_current() -> None:
    """The shipped script was built from the sources beside it."""
    digest = hashlib.sha256()
    sources = sorted(f"src/{file.name}" for file in (PICTURE / "js" / "src").iterdir())
    for name in [*sources, "build.mjs", "package-lock.json"]:
        digest.update(f"{name}\n{(PICTURE / 'js' / name).read_text(encoding='utf-8')}".encode())
    assert digest.hexdigest() in (PICTURE / "page.bundle.js").read_text(encoding="utf-8")


def test_written_as_it_is(tmp_path: Path) -> None:
    """The file has the page in UTF-8, with line ends unchanged: the policy's hashes depend on them."""
    page = draw(WORLD, "Kasus — 田", whole(WORLD))
    write_picture(tmp_path / "p.html", page)
    assert page.encode() == (tmp_path / "p.html").read_bytes()


def test_unwritable_place(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(PictureError, match="nowhere"):
        write_picture(tmp_path / "nowhere" / "p.html", "")
