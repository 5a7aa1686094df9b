"""`why`: the sentences behind what joins two things, and errors that help when a name is not clear."""

from __future__ import annotations

import pytest
from papers import Paper, interception, officer

from graph.evidence import UnknownNameError, why
from graph.model import Graph
from graph.projection import build_graph
from graph.reference.hierarchy import hierarchy

RANGGA = "Rangga Wiratmaja"
NUNUKAN = ("Kapolres", "Polres Nunukan", "polres:65.03")
TARAKAN = ("Kapolres", "Polres Tarakan", "polres:65.71")
PORT = ("Pelabuhan Tunon Taka", "port:tunon-taka")


def built(*papers: Paper) -> Graph:
    graph, _ = build_graph((paper.extraction for paper in papers), (), hierarchy())
    return graph


def test_why_gives_sentence_article_and_offsets() -> None:
    """`why` finds both things by name or alias in any case and gives the proof of what joins them."""
    papers = [officer(RANGGA, "AKBP", *NUNUKAN, "2025-03-01"), interception("2025-09-17", *PORT, 14)]
    graph = built(*papers)
    (statement,) = why(graph, "rangga WIRATMAJA", "Polres Nunukan")
    (proof,) = statement.proofs
    assert (papers[0].text, "Berita", "2025-03-01", 0.9) == (
        papers[0].text[proof.start : proof.end],
        proof.title,
        proof.published_on,
        statement.confidence,
    )
    assert (statement.origin, statement.rules) == ("read", ("test:holds_position",))
    about = [each.relationship.type for each in why(graph, RANGGA)]
    assert about == ["HOLDS_POSITION", "MENTIONS"]
    assert why(graph, RANGGA, "Tawau") == ()


def test_why_names_what_is_near_or_ambiguous() -> None:
    """An unknown name brings near ones; a name of several things brings their ids; exit code 8."""
    graph = built(officer(RANGGA, "", *NUNUKAN, "2024-01-01"), officer(RANGGA, "", *TARAKAN, "2025-01-01"))
    with pytest.raises(UnknownNameError, match="Wiratmadja") as raised:
        why(graph, "Rangga Wiratmadja")
    assert RANGGA in raised.value.cure
    with pytest.raises(UnknownNameError, match=r"official:rangga-wiratmaja@polres:65\.03") as raised:
        why(graph, RANGGA)
    assert raised.value.exit_code == 8
