"""Graphs as a whole: no protected name is in them, and the order of documents does not show."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from papers import Paper, interception
from projected import PORT, built

from graph.model import Graph


def strings(graph: Graph) -> list[str]:
    """Every string of the graph: ids, keys and all property values."""
    found = [part for each in graph.nodes for part in (each.id, *map(str, each.properties.values()))]
    return found + [
        part for each in graph.relationships for part in (each.key, *map(str, each.properties.values()))
    ]


NAMES = st.tuples(
    st.sampled_from(["Melur", "Sekar", "Kenanga"]), st.sampled_from(["Tirtasari", "Rumekso", "Nagekeo"])
).map(" ".join)
STORIES = st.lists(
    st.tuples(NAMES, st.booleans(), st.sampled_from([PORT[1], "65.03"])), min_size=1, max_size=4
)


def story(number: int, name: str, protected: bool, place: str) -> Paper:
    """A document in which a victim is named, marked as such or taken for everything else."""
    text = f"Berita {number}: {name} dicegah Polres Nunukan di {PORT[0]} sebelum ke Tawau. "
    text += f"{name.upper()} bersama Yayasan {name}."
    paper = interception("2025-09-17", PORT[0], place, 3, text)
    paper.title = f"Kisah {name}"
    for label in ("Suspect", "Official", "Agency", "Vessel"):
        paper.entity(label, f"Yayasan {name}" if label == "Agency" else name)
    paper.claim("SUSPECTED_IN", "e5", "e1")
    paper.claim("HOLDS_POSITION", "e6", "e3", title="Kepala")
    if protected:
        paper.protect(name)
    return paper


@given(STORIES)
def test_no_protected_name_is_in_the_graph(parts: list[tuple[str, bool, str]]) -> None:
    """No string of the graph, ids and keys included, holds the full name of a victim, written in any way."""
    graph = built(*(story(number, *part) for number, part in enumerate(parts)))
    found = [text.casefold() for text in strings(graph)]
    names = {name.casefold() for name, marked, _ in parts if marked}
    forbidden = names | {name.replace(" ", "-") for name in names}
    assert [text for text in found for form in forbidden if form in text] == []


@given(STORIES, st.randoms(use_true_random=False))
def test_graph_does_not_depend_on_order(parts: list[tuple[str, bool, str]], random: Random) -> None:
    """The same documents in any order give an equal graph, in the order that `Graph` documents."""
    papers = [story(number, *part) for number, part in enumerate(parts)]
    expected = built(*papers)
    random.shuffle(papers)
    assert expected == built(*papers)
    assert sorted(expected.nodes, key=lambda each: (each.label, each.id)) == list(expected.nodes)
    assert sorted(expected.relationships, key=lambda each: (each.type, each.key)) == list(
        expected.relationships
    )
