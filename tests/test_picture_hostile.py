"""Hostile texts in a picture: inert in every field, with the policy and without it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from graph.model import Graph, Node, Relationship, StoredValue
from graph.picture import draw, whole
from graph.picture.page import policy
from graph.picture.vocabulary import vocabulary

pytest_plugins = ("browser",)

Open = Any
HOSTILE = [
    "<script>executed.push('script')</script>",
    "<img src=x onerror=\"executed.push('image')\">",
    "</script><script>executed.push('breakout')</script>",
    '"><svg onload="executed.push(\'svg\')">',
    "'><body onload=executed.push('body')>",
    "</title><script>executed.push('title')</script>",
    "</style><script>executed.push('style')</script>",
    "<a href=\"javascript:executed.push('link')\">href</a>",
    "<iframe srcdoc=\"<script>parent.executed.push('frame')</script>\"></iframe>",
    "<style>*{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=https://hostile.example'>",
    "<base href=https://hostile.example/>",
    "<img src='https://hostile.example/pixel.png'>",
    "<link rel=stylesheet href=https://hostile.example/x.css>",
    "]]><!--<script>",
    "{{7*7}}{% raw %}${policy}$data",
    "\u2028executed.push('line')\u2029",
    "\u202egnp.exe\u202c",
    "__proto__",
    "constructor",
    "\\u003cscript\\u003eexecuted.push('escaped')\\u003c/script\\u003e",
    "'-alert(1)-'",
    "A" * 200_000,
    "\ud83d lone surrogate \x00\x1b[31m",
]
ONE = ("name", "kind", "title", "publisher", "published_on", "url", "origin", "reason")
MANY = ("aliases", "ranks", "conflicts")
META = '<meta http-equiv="Content-Security-Policy"'


def hostile_graph() -> Graph:
    """Each hostile text as label, id, name, alias, fact, type, key, article, sentence and rule."""
    known = list(vocabulary().nodes)
    nodes, relationships = [], []
    for i, text in enumerate(HOSTILE):
        label = text if i % 2 else known[i % len(known)]
        fields: dict[str, StoredValue] = {**dict.fromkeys(ONE, text), **{name: [text] for name in MANY}}
        nodes.append(Node(label, f"{i}{text}", fields))
    articles = [Node("Article", f"article {i}", node.properties) for i, node in enumerate(nodes)]
    for i, text in enumerate(HOSTILE):
        start, end = nodes[i], nodes[(i + 1) % len(nodes)]
        told: dict[str, StoredValue] = {**dict.fromkeys(ONE, text), "confidence": float("nan")}
        told |= {
            "articles": [articles[i].id, text],
            "sentences": [text, f"{text} {i}"],
            "rules": [text, text],
        }
        type_ = text if i % 2 else "HOLDS_POSITION"
        relationships.append(Relationship(type_, text, start.label, start.id, end.label, end.id, told))
    return Graph((*nodes, *articles), tuple(relationships))


WORLD = hostile_graph()
HTML = draw(WORLD, HOSTILE[5], whole(WORLD))


def without_policy(html: str) -> str:
    start = html.index(META)
    return html[:start] + html[html.index(">", start) + 1 :]


def use_everything(page: Page) -> None:
    """Select every thing, point at much of the canvas, search, show all kinds, change the language, print."""
    page.click('[data-kind="Article"]')
    data = page.evaluate("JSON.parse(document.getElementById('data').textContent)")
    for thing in data["nodes"] + data["relationships"]:
        page.evaluate("id => tppo.select(id)", thing["id"])
    for i in range(40):
        page.mouse.move(250 + 28 * i, 80 + 19 * i)
    for words in ("script", "<", "proto"):
        page.fill("#search", words)
    page.keyboard.press("Enter")
    page.click("#language")
    page.emulate_media(media="print")


@pytest.mark.parametrize("html", [HTML, without_policy(HTML)], ids=["with policy", "without policy"])
def test_hostile_texts_are_inert(open_page: Open, html: str) -> None:
    """No text runs, asks for anything, breaks the page or makes an element, whichever layer is left."""
    opened = open_page(html)
    use_everything(opened.page)
    assert opened.misdeeds() == [[], [], [], []]
    assert (
        opened.page.locator(
            "body :is(img, iframe, style, meta, base, link, a, script:not([id]) ~ script)"
        ).count()
        == 0
    )
    assert opened.page.locator("script").count() == 2
    assert opened.page.url.startswith("file:")


def test_hostile_texts_are_shown_as_texts(open_page: Open) -> None:
    """What was written is what is read, with direction characters spelled out."""
    page = open_page(HTML).page
    assert HOSTILE[5] == page.inner_text("h1")
    page.evaluate("id => tppo.select(id)", f"1{HOSTILE[1]}")
    assert HOSTILE[1] == page.inner_text("#pane h2")
    page.evaluate("id => tppo.select(id)", "17[U+202E]gnp.exe[U+202C]")
    assert page.inner_text("#pane h2") == "[U+202E]gnp.exe[U+202C]"


def test_policy_stops_markup_in_the_file(open_page: Open) -> None:
    """Sabotage: markup put into the file runs nothing and loads nothing, because of the policy."""
    sabotage = (
        "<img src=x onerror=\"executed.push('image')\"><script>executed.push('inline')</script>"
        '<script src="https://hostile.example/x.js"></script><iframe src="https://hostile.example"></iframe>'
    )
    opened = open_page(HTML.replace("<main>", sabotage + "<main>"))
    assert opened.executed() == []
    assert {"script-src-elem", "img-src", "frame-src", "script-src-attr"} & set(
        opened.page.evaluate("violations")
    )
    assert opened.requested == []


def test_the_same_markup_runs_without_the_policy(open_page: Open) -> None:
    """The sabotage is real: without the policy it runs, asks, and both are noticed."""
    pixel = "https://hostile.example/pixel.png"
    sabotage = f'<img src="{pixel}" onerror="executed.push(\'image\')">'
    opened = open_page(without_policy(HTML).replace("<main>", sabotage + "<main>"))
    opened.page.wait_for_function("executed.length > 0")
    assert [["image"], [pixel]] == opened.misdeeds()[:2]


def test_a_careless_sink_is_stopped(open_page: Open) -> None:
    """Sabotage: were a text of the page written as markup, Trusted Types would refuse."""
    careless = "document.getElementById('live').innerHTML=\"<img src=x onerror=executed.push('sink')>\""
    style, script = (HTML.split(f"<{tag}>")[1].split(f"</{tag}>")[0] for tag in ("style", "script"))
    changed = script + careless
    html = HTML.replace(script, changed).replace(policy(script, style), policy(changed, style))
    opened = open_page(html)
    assert opened.executed() == []
    assert "require-trusted-types-for" in opened.page.evaluate("violations")
