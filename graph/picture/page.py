"""One self-contained HTML file from a network, safe whatever the texts in it say.

The data stands in the file as JSON in which "<", ">" and "&" are escaped, and the page's script writes texts
only as text nodes: markup in the data never becomes markup. Should that ever fail, a Content-Security-Policy
allows exactly our script and style, by hash, and no connection of any kind, and Trusted Types forbid every
sink that parses markup. Control and direction characters are shown as what they are ("[U+202E]").
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import string
import unicodedata
from collections.abc import Mapping
from importlib import resources
from typing import Any

from pyvis.network import Network

from graph.model import Node, StoredValue
from graph.picture.disputes import Dispute
from graph.picture.vocabulary import Vocabulary

NAME_LENGTH = 300
TEXT_LENGTH = 2000
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of which nothing is seen: control, format, surrogate, private, unassigned, line ends."""


def visible(text: object, length: int = TEXT_LENGTH) -> str:
    """The text on one line, with invisible characters written out and cut to at most `length` characters."""
    line = " ".join(str(text).split())
    shown = "".join(_shown(character) for character in line[:length])
    return shown if len(shown) <= length and len(line) <= length else shown[: length - 1] + "…"


def _shown(character: str) -> str:
    if unicodedata.category(character) in INVISIBLE:
        return f"[U+{ord(character):04X}]"
    return character


class _Table:
    """Distinct values, each known by its number: a sentence told by ten relationships is written once."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, key: str, row: Any) -> int:
        """The number of this key; its row is stored when the key is new."""
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


def render(
    network: Network,
    title: str,
    articles: Mapping[str, Node],
    hidden: Mapping[str, list[str]],
    left_out: int,
    words: Vocabulary,
) -> str:
    """The page as text. `articles` are the article nodes that evidence may point to, by id.

    `hidden` gives the node labels ("labels") and relationship types ("types") that the page opens without;
    `left_out` is the number of selected nodes that the network does not hold.
    """
    data = _data(network, articles, words) | {
        "title": visible(title, NAME_LENGTH),
        "hidden": hidden,
        "leftOut": left_out,
        "texts": words.texts,
        "values": words.values,
    }
    style, script = _shipped("page.css"), _shipped("page.bundle.js")
    return string.Template(_shipped("page.html")).substitute(
        policy=policy(script, style),
        title=html.escape(visible(title, NAME_LENGTH)),
        style=style,
        data=inert_json(data),
        script=script,
    )


def policy(script: str, style: str) -> str:
    """The Content-Security-Policy that allows this script and this style and nothing else.

    W3C Content Security Policy Level 3, hash sources; W3C Trusted Types.
    """
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def inert_json(data: object) -> str:
    """JSON that cannot end a script element, begin a comment or end a line, whatever its strings hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "&<>\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _shipped(name: str) -> str:
    return resources.files("graph.picture").joinpath(name).read_text(encoding="utf-8")


def _data(network: Network, articles: Mapping[str, Node], words: Vocabulary) -> dict[str, Any]:
    """What the page draws, from the whitelisted fields of the network."""
    labels, types, sources, sentences, rules = _Table(), _Table(), _Table(), _Table(), _Table()
    index = {node["id"]: i for i, node in enumerate(network.nodes)}

    def evidence_row(evidence: tuple[str, str, str]) -> list[int]:
        article, sentence, rule = evidence
        return [
            sources.number(article, _source(article, articles)),
            sentences.number(sentence, visible(sentence)),
            rules.number(rule, visible(rule, NAME_LENGTH)),
        ]

    def dispute_row(dispute: Dispute) -> list[Any]:
        source = sources.number(dispute.article, _source(dispute.article, articles))
        return [dispute.property, _plain(dispute.value), source]

    nodes = [
        _node_row(node, labels, words) | {"disputes": [dispute_row(d) for d in node["disputes"]]}
        for node in network.nodes
    ]
    edges = [
        _edge_row(edge, index, types, words) | {"evidence": [evidence_row(e) for e in edge["evidence"]]}
        for edge in network.edges
    ]
    return {
        "labels": labels.rows,
        "types": types.rows,
        "properties": words.properties,
        "articles": sources.rows,
        "sentences": sentences.rows,
        "rules": rules.rows,
        "nodes": nodes,
        "relationships": edges,
    }


def _node_row(node: Mapping[str, Any], labels: _Table, words: Vocabulary) -> dict[str, Any]:
    label = str(node["group"])
    look = words.node_style(label)
    style = {
        "name": visible(label, NAME_LENGTH),
        "names": [visible(name, NAME_LENGTH) for name in look.names],
        "turn": look.turn,
        "colour": node["colour"],
        "shape": node["shape"],
    }
    return {
        "id": visible(node["id"], NAME_LENGTH),
        "label": labels.number(label, style),
        "name": visible(node["label"], NAME_LENGTH),
        "aliases": [visible(alias, NAME_LENGTH) for alias in node["aliases"]],
        "x": node["x"],
        "y": node["y"],
        "size": node["size"],
        "focus": node["focus"],
        "facts": [[name, _plain(value)] for name, value in node["facts"]],
    }


def _edge_row(
    edge: Mapping[str, Any], index: Mapping[str, int], types: _Table, words: Vocabulary
) -> dict[str, Any]:
    type_ = str(edge["label"])
    style = words.relationship_style(type_)
    named = {
        "name": visible(type_, NAME_LENGTH),
        "names": [visible(name, NAME_LENGTH) for name in style.names],
        "back": [visible(name, NAME_LENGTH) for name in style.back],
    }
    return {
        "id": visible(f"{type_} {edge['key']}", NAME_LENGTH),
        "type": types.number(type_, named),
        "from": index[edge["from"]],
        "to": index[edge["to"]],
        "origin": edge["origin"] if edge["origin"] in ("read", "official", "derived") else "read",
        "confidence": _plain(edge["confidence"]),
        "evidenceTotal": edge["evidence_total"],
        "facts": [[name, _plain(value)] for name, value in edge["facts"]],
    }


def _source(article_id: str, articles: Mapping[str, Node]) -> list[str]:
    """Title, publisher, date and address, each "" where unknown; an article that is not known has its id."""
    node = articles.get(article_id)
    if node is None:
        return [visible(article_id, NAME_LENGTH), "", "", ""]
    wanted = ("title", "publisher", "published_on", "url")
    return [visible(node.properties.get(name) or "", NAME_LENGTH) for name in wanted]


def _plain(value: StoredValue | None) -> str | int | float | bool | None:
    """A value that JSON holds: lists as one text, numbers that are none ("nan") as text."""
    if isinstance(value, list):
        return visible("; ".join(str(item) for item in value))
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return visible(value) if isinstance(value, str) else value
