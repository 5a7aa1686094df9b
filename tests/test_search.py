"""Sentences found by their words, in both stores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli import run
from demo_expected import load_expected
from papers import Paper

from graph.model import Graph
from graph.projection import build_graph
from graph.reference.hierarchy import hierarchy
from graph.store import Store
from queries.model import QueryError
from queries.search import search
from tppo import Case

FIRST = "Polres Nunukan mengamankan Rudi Salamba di Pare-pare dengan uang Rp1.500.000."
SECOND = "Kapal kayu itu merekrut awak."
THIRD = "Rudi Salamba perekrut dari Nunukan."
LATER = "Polres Nunukan mengejar Rudi Salamba, perekrut dengan kapal baja."


def graph_of(*texts: tuple[str, str]) -> Graph:
    """A graph of documents (day, sentences) that all tell of one suspect, one agency and one incident."""
    papers = []
    for day, text in texts:
        paper = Paper(text, day)
        incident = paper.incident("arrest", "2025-09-01")
        suspect = paper.entity("Suspect", "Rudi Salamba", status="tersangka", by_initials=False)
        agency = paper.entity("Agency", "Polres Nunukan", link="polres:65.03")
        for sentence in text.split(" / "):
            if "Polres" in sentence:
                paper.claim("HANDLED_BY", incident, agency, sentence, role="arrested")
            paper.claim("SUSPECTED_IN", suspect, incident, sentence)
        papers.append(paper)
    return build_graph([paper.extraction for paper in papers], (), hierarchy())[0]


TWO = graph_of(("2025-09-02", f"{FIRST} / {SECOND} / {THIRD}"), ("2025-10-05", LATER))


def sentences(store: Store, *words: str) -> list[str]:
    """The sentences that hold the words; whole documents, which the incident rests on, are left out."""
    rows = search(store, words)
    at = rows.columns.index("sentence")
    return [row[at] for row in rows.rows if row[at] in (FIRST, SECOND, THIRD, LATER)]


@pytest.fixture
def told(store: Store) -> Store:
    """A store of each kind that holds the two documents."""
    store.load(TWO, "search")
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["kapal"], [LATER, SECOND]),  # newest first
        (["KAPAL", "baja"], [LATER]),
        (["kapal kayu"], [SECOND]),
        (["kayu kapal"], []),
        (["kayu", "kapal"], [SECOND]),
        (["perekrut", "mengamankan"], []),  # in one document, but in no one sentence
        (["perek*"], [LATER, THIRD]),
        (["perek"], []),
        (["Pare-pare"], [FIRST]),
        (["pare pare"], [FIRST]),
        (["Rp1.500.000"], [FIRST]),
        (["kapal) OR (*:*"], []),  # signs of the index's own language mean nothing
        (["sentences:kapal"], []),
        (["kapal~2"], []),
        (["tidakada"], []),
    ],
)
def test_a_sentence_is_found_by_all_of_its_words(told: Store, words: list[str], found: list[str]) -> None:
    """In any case; several in one text one behind the other; with * the beginning of a word."""
    assert sentences(told, *words) == found


def test_a_sentence_comes_once_with_what_rests_on_it(told: Store) -> None:
    """It is evidence of two facts, and names what both join."""
    rows = search(told, ["mengejar"])
    found = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    (one,) = [row for row in found if row["sentence"] == LATER]
    assert {"Polres Nunukan", "Rudi Salamba"} <= set(one["things"])
    assert "polres:65.03" in one["thing_ids"]
    assert (one["publisher"], one["published_on"]) == ("Harian Perbatasan", "2025-10-05")
    assert len(search(told, ["Rudi"], limit=1).rows) == 1


@pytest.mark.parametrize("words", [[], ["*"], ["  "], ["kapal", "--"]])
def test_no_word_is_an_error_with_its_cure(told: Store, words: list[str]) -> None:
    """Nothing is asked of the store then."""
    with pytest.raises(QueryError, match="no word"):
        search(told, words)


def test_sentences_follow_the_graph(store: Store) -> None:
    """What a load swept or said anew is found as it is now; in an empty store nothing is."""
    assert search(store, ["kapal"]).rows == ()
    store.load(TWO, "search")
    store.load(graph_of(("2025-10-05", LATER.replace("baja", "besi"))), "search")
    assert search(store, ["baja"]).rows == search(store, ["kayu"]).rows == ()
    assert any("kapal besi" in row[1] for row in search(store, ["kapal", "besi"]).rows)


def test_what_is_more_than_is_looked_at_is_said(told: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody takes a part for the whole."""
    monkeypatch.setattr("queries.search.FACTS", 1)
    notes: list[str] = []
    search(told, ["rudi"], say=notes.append)
    assert "not all were looked at" in notes[0]


def test_search_on_the_command_line(demo_case: Path) -> None:
    """Sentences of the demo case, masked, with their source; a hint where nothing is found."""
    outcome = run("search", "elang sebatik", "memburu", "--json", "--case", demo_case)
    assert outcome.code == 0, outcome.err
    (row,) = json.loads(outcome.out)
    assert row["publisher"] == "Kabar Perbatasan"
    assert "speedboat Elang Sebatik" in row["sentence"]
    outcome = run("search", "tidakada", "--case", demo_case)
    assert (outcome.code, "beginning of one" in outcome.err) == (0, True)


def test_a_protected_name_finds_nothing(demo_case: Path) -> None:
    """The index holds the sentences as the graph has them, masked (UU 21/2007 Pasal 24 and 44)."""
    with Case.open(demo_case) as case:
        assert len(case.search("speedboat", "Sebatik", limit=2)) == 2
        for name in load_expected()["absent"]["names"]:
            assert list(case.search(name)) == []
