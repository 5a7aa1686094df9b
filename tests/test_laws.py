"""Since when and until when an article is law (UU 1/2023 Pasal 622 and 624)."""

from __future__ import annotations

import re

import pytest
from papers import Paper

from graph.model import Graph
from graph.projection import build_graph
from graph.reference.hierarchy import hierarchy
from graph.reference.laws import VERSION_COLUMNS, validity
from graph.reference.tables import read_table


@pytest.mark.parametrize(
    ("law", "known"),
    [
        (
            "uu-21-2007:2",
            {"valid_from": "2007-04-19", "valid_to": "2026-01-01", "replaced_by": "uu-1-2023:455"},
        ),
        (
            "uu-21-2007:2.1",
            {"valid_from": "2007-04-19", "valid_to": "2026-01-01", "replaced_by": "uu-1-2023:455"},
        ),
        ("uu-21-2007:20", {"valid_from": "2007-04-19"}),
        ("uu-1-2023:455.2", {"valid_from": "2026-01-02"}),
        ("kuhp:55.1.ke1", {"valid_to": "2026-01-01"}),
        ("uu-99-1999:1", {}),
    ],
)
def test_an_article_has_its_time(law: str, known: dict[str, str]) -> None:
    """Its own row, else that of its statute; a paragraph is of its article."""
    assert validity(law) == known


def test_the_table_is_in_order() -> None:
    """Dates are whole, every row has a source, what replaces is an article of a statute."""
    for row in read_table("law_versions.tsv", VERSION_COLUMNS):
        assert row["source"]
        for name in ("valid_from", "valid_to"):
            assert not row[name] or re.fullmatch(r"\d{4}-\d\d-\d\d", row[name])
        assert not row["replaced_by"] or re.fullmatch(r"[a-z0-9-]+:\d+", row["replaced_by"])


def test_the_graph_knows_what_was_repealed() -> None:
    """A law of a document has its time in the graph."""
    paper = Paper("Pelaku dijerat Pasal 2 UU 21/2007.")
    paper.entity("Law", "Pasal 2 UU 21/2007", link="uu-21-2007:2")
    graph: Graph = build_graph([paper.extraction], (), hierarchy())[0]
    (law,) = [node for node in graph.nodes if node.label == "Law"]
    assert (law.properties["valid_to"], law.properties["replaced_by"]) == ("2026-01-01", "uu-1-2023:455")
