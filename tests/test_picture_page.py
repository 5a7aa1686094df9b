"""What a person sees and does on the page of a picture, in a real Chromium with the network cut off."""

from __future__ import annotations

from typing import Any

import pytest
from picture_world import SENTENCE, graph_of, large_world, node, small_world
from playwright.sync_api import Page

from graph.picture import draw, whole

pytest_plugins = ("browser",)

Open = Any
WORLD = small_world()
HTML = draw(WORLD, "Kasus Sebatik", whole(WORLD))
CASE = "Pencegahan di Sebatik, 2025-03-03"

INK = """() => {
  const canvas = document.querySelector("canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Set();
  for (let i = 0; i < pixels.length; i += 4) {
    colours.add(pixels[i] * 65536 + pixels[i + 1] * 256 + pixels[i + 2]);
  }
  return [...colours];
}"""


def click_on(page: Page, thing: str) -> None:
    """Click where a node or the middle of a relationship is drawn."""
    at = page.evaluate("id => tppo.where(id)", thing)
    page.mouse.click(at["x"], at["y"])


def nodes_drawn(page: Page) -> int:
    """How many nodes the canvas shows, once what was asked for last is painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    count: int = page.evaluate("tppo.nodesDrawn")
    return count


def pane(page: Page) -> str:
    return page.inner_text("#pane") if page.is_visible("#pane") else ""


def legend(page: Page) -> dict[str, str]:
    """Kinds in the legend with their counts."""
    entries = page.locator("#legend label").all()
    return {entry.get_attribute("data-kind") or "": entry.locator(".count").inner_text() for entry in entries}


def test_opens_and_draws_offline(open_page: Open) -> None:
    """All nodes but the articles are drawn, and nothing else is read, asked or complained about."""
    opened = open_page(HTML)
    assert sum(n.label != "Article" for n in WORLD.nodes) == nodes_drawn(opened.page)
    assert opened.misdeeds() == [[], [], [], []]
    assert "Kasus Sebatik" == opened.page.title() == opened.page.inner_text("h1")


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_is_on_the_canvas(open_page: Open, dark: bool) -> None:
    """The canvas shows the colour of every label that is not hidden, in light and in dark."""
    inked = set(open_page(HTML, dark=dark).page.evaluate(INK))
    expected = {0x0072B2, 0x009E73, 0x56B4E9, 0xD55E00, 0xF0E442, 0xCC79A7, 0xE69F00, 0x5B2A86}
    assert expected == expected & inked


def test_dark_differs_from_light(open_page: Open) -> None:
    """The ground follows the reader's colour scheme."""
    assert (0xFFFFFF in open_page(HTML).page.evaluate(INK)) is True
    assert (0x14181D in open_page(HTML, dark=True).page.evaluate(INK)) is True


def test_legend_has_every_kind_with_its_number(open_page: Open) -> None:
    """Each label and relationship type of the graph is in the legend, counted."""
    kinds = [n.label for n in WORLD.nodes] + [r.type for r in WORLD.relationships]
    assert {kind: str(kinds.count(kind)) for kind in kinds} == legend(open_page(HTML).page)


def test_legend_shows_and_hides(open_page: Open) -> None:
    """A click in the legend hides a kind; articles, hidden at first, can be shown."""
    page = open_page(HTML).page
    page.click('[data-kind="Location"]')
    assert nodes_drawn(page) == 9
    page.click('[data-kind="Article"]')
    page.click("#fit")
    assert nodes_drawn(page) == 11


def test_click_on_a_node_shows_its_sentences(open_page: Open) -> None:
    """A click on an incident shows its facts, its relations, and for each the sentence with its source."""
    page = open_page(HTML).page
    click_on(page, "incident:a1")
    source = "14 calon PMI dicegah di Sebatik, Kabar Tapal Batas, 2025-03-04"
    disagreement = ("Documents disagree on", "Victims: 12", "Victims: 14")
    said = ("Victims: 12 (Warta Perairan 2025-03-05)", "Victims: 14 (Kabar Tapal Batas 2025-03-04)")
    for expected in (CASE, SENTENCE, source, "confidence 0.9", "rule verb-frame", *disagreement, *said):
        assert expected in pane(page)


def test_click_on_a_line_shows_its_sentence(open_page: Open) -> None:
    """Of two offices at one agency the one that is clicked is shown, with its own sentence only."""
    page = open_page(HTML).page
    click_on(page, "HOLDS_POSITION official:rangga wirasena>bp3mi:65Kabag Umum")
    assert "Plt. Kabag Umum BP3MI Rangga Wirasena membenarkan." in pane(page)
    assert SENTENCE not in pane(page)


def test_click_beside_clears(open_page: Open) -> None:
    """A click on the ground clears the selection."""
    page = open_page(HTML).page
    click_on(page, "incident:a1")
    page.mouse.click(260, 80)
    assert (pane(page), page.evaluate("tppo.selected")) == ("", None)


def test_search_and_enter(open_page: Open) -> None:
    """Part of an alias and Enter select the person."""
    page = open_page(HTML).page
    page.keyboard.press("/")
    page.keyboard.type("rangga w.")
    assert page.locator("#hits [role=option]").count() == 1
    page.keyboard.press("Enter")
    assert page.evaluate("tppo.selected") == "official:rangga wirasena"
    assert SENTENCE in pane(page)


def test_search_shows_what_is_hidden(open_page: Open) -> None:
    """Choosing a suggestion of a hidden kind shows the kind again."""
    page = open_page(HTML).page
    page.fill("#search", "warta")
    assert page.inner_text("#hits") == "No name like this in the picture."
    page.fill("#search", "12 calon")
    page.click("#hits [role=option]")
    page.click("#fit")
    assert nodes_drawn(page) == 14
    assert page.is_checked('[data-kind="Article"] input')


def test_keyboard_alone(open_page: Open) -> None:
    """Tab reaches the network, arrows walk along relations, Enter opens the evidence, Escape clears."""
    page = open_page(HTML).page
    page.focus("#legend label:last-of-type input")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.id") != "network":
        page.keyboard.press("Tab")
    walked = []
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        walked.append(page.evaluate("tppo.selected"))
    assert walked == ["incident:a1", "bp3mi:65"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "pane"
    page.keyboard.press("Escape")
    assert (page.evaluate("tppo.selected"), page.evaluate("document.activeElement.id")) == (None, "network")


def test_the_keyboard_keeps_its_place(open_page: Open) -> None:
    """Toggling a kind leaves the focus on its box, following a name in the pane leaves it in the pane."""
    page = open_page(HTML).page
    page.focus('[data-kind="Law"] input')
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    assert page.is_checked('[data-kind="Law"] input:focus')
    click_on(page, "incident:a1")
    page.focus("#pane .thing")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "pane"


def test_walk_from_the_pane(open_page: Open) -> None:
    """A name in the pane leads to that thing, and "Evidence" to the relation."""
    page = open_page(HTML).page
    click_on(page, "suspect:a1:MR")
    page.click("#pane .more")
    assert page.evaluate("tppo.selected").startswith("SUSPECTED_IN")
    page.click(f'#pane .thing:has-text("{CASE}")')
    assert page.evaluate("tppo.selected") == "incident:a1"


def test_origins_are_told_apart(open_page: Open) -> None:
    """What no document says is not shown as if one did."""
    page = open_page(HTML).page
    page.evaluate("tppo.select('WITHIN 65.03>65')")
    assert "From the official hierarchy" in pane(page)
    page.evaluate("tppo.select('POSSIBLY_SAME_AS incident:a1>incident:a2')")
    assert "not a fact that a document states" in pane(page)


def test_indonesian(open_page: Open) -> None:
    """One button turns all texts of the page into Indonesian and back."""
    page = open_page(HTML).page
    click_on(page, "incident:a1")
    page.click("#language")
    assert page.get_attribute("html", "lang") == "id"
    assert "Kejadian" in page.inner_text("#legend")
    for expected in ("ditangani oleh", "pencegahan", "Peran: mencegah"):
        assert expected in pane(page)
    page.click("#language")
    for expected in ("was handled by", "interception", "Role: intercepted", "Status: suspect (tersangka)"):
        assert expected in pane(page)


def test_names_for_screen_readers(open_page: Open) -> None:
    """Controls have names, and a selection is announced."""
    page = open_page(HTML).page
    for role, name in (
        ("combobox", "Search names"),
        ("application", "Network of 14 things"),
        ("button", "Zoom in"),
    ):
        assert page.get_by_role(role, name=name).count() == 1
    click_on(page, "bp3mi:65")
    assert page.inner_text("#live") == "BP3MI Kalimantan Utara, Agency"


def test_zoom_and_show_all(open_page: Open) -> None:
    """Zooming in leaves fewer nodes in view; "Show all" brings them back."""
    page = open_page(HTML).page
    for _ in range(8):
        page.click("#in")
    assert nodes_drawn(page) < 12
    page.click("#fit")
    assert nodes_drawn(page) == 12


def test_names_are_readable_at_80_nodes(open_page: Open) -> None:
    """With all of 80 nodes in view, hardly a name has to be left out for want of room."""
    world = large_world(13)
    page = open_page(draw(world, "t", whole(world))).page
    assert nodes_drawn(page) == 79
    assert len(page.evaluate("tppo.labels")) >= 75


def test_150_nodes(open_page: Open) -> None:
    """A usual case is drawn whole."""
    world = large_world(25)
    opened = open_page(draw(world, "t", whole(world)))
    assert sum(n.label != "Article" for n in world.nodes) == nodes_drawn(opened.page)
    assert opened.misdeeds() == [[], [], [], []]


def test_incidents_are_named_with_date_and_place(open_page: Open) -> None:
    """However dense the case, hardly an incident is without a label, and each label has date and place whole."""
    world = large_world(25)
    page = open_page(draw(world, "t", whole(world))).page
    nodes_drawn(page)
    told = {label["id"]: label["lines"] for label in page.evaluate("tppo.labels")}
    names = {n.id: str(n.properties["name"]).split(" – ") for n in world.nodes if n.label == "Incident"}
    expected = {node_id: (date, place) for node_id, (_, place, date) in names.items()}
    shown = {
        node_id: (told[node_id][0].split(", ")[1], told[node_id][1]) for node_id in names if node_id in told
    }
    assert expected | shown == expected
    assert len(shown) >= 24


def test_one_node(open_page: Open) -> None:
    """A single thing without any relation is drawn and can be selected."""
    lone = graph_of([node("Official", "o", "Sekar Adiguna")], [])
    page = open_page(draw(lone, "t", whole(lone))).page
    click_on(page, "o")
    assert "No relations in this picture." in pane(page)
