"""The store behind a question holds the case's graph as it is now, or the user is told; the same for names."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from cli import Outcome, run
from conftest import EmptyPlace

DOCUMENTS = sorted(Path(str(files("tppo") / "demo" / "documents")).iterdir())
ANEW = "The graph is loaded anew from the case's documents.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of the demo documents with its embedded graph, which tests may only ask or remove."""
    folder = tmp_path_factory.mktemp("cli-stores") / "case"
    assert 0 == run("ingest", *DOCUMENTS, "--case", folder).code
    return folder


@pytest.fixture
def server(empty_place: EmptyPlace, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty Neo4j server that the environment names; its address."""
    place = empty_place("neo4j")
    assert place.address is not None
    for name, value in (
        ("TPPO_STORE", place.address),
        ("NEO4J_USERNAME", place.credentials.username),
        ("NEO4J_PASSWORD", place.credentials.password),
        ("NEO4J_DATABASE", "neo4j"),
    ):
        monkeypatch.setenv(name, value)
    yield place.address


def ask(case: Path, name: str, *parameters: str) -> Outcome:
    """A saved question, its answer as JSON."""
    return run("query", "run", name, *parameters, "--case", case, "--json")


def counts(*words: str | Path) -> dict[str, int]:
    """What `tppo ingest` counts."""
    outcome = run("ingest", *words, "--json")
    assert 0 == outcome.code, outcome.err
    return {row["what"]: row["count"] for row in json.loads(outcome.out)}


def test_a_removed_graph_is_loaded_anew(case: Path) -> None:
    """Without its folder the embedded graph is made from the ledger: the same rows, one line on standard error."""
    before = ask(case, "agencies-together")
    assert before.err == ""
    shutil.rmtree(case / "graph")
    assert Outcome(0, before.out, ANEW) == ask(case, "agencies-together")
    assert before == ask(case, "agencies-together")


def test_a_graph_that_lags_behind_the_case_is_loaded_anew(tmp_path: Path) -> None:
    """Documents that an ingest into a server that was down left in the case are in the next answer."""
    case = tmp_path / "case"
    counts(*DOCUMENTS[:1], "--case", case)
    down = ("--store", "bolt://127.0.0.1:1")
    assert 5 == run("ingest", *DOCUMENTS[1:], "--case", case, *down, env={"NEO4J_PASSWORD": "x"}).code
    late = ask(case, "agencies-together")
    assert (0, ANEW) == (late.code, late.err)
    whole = tmp_path / "whole"
    counts(*DOCUMENTS, "--case", whole)
    assert ask(whole, "agencies-together").out == late.out


def test_a_server_without_the_graph_is_no_empty_answer(case: Path, server: str) -> None:
    """Exit code 5 and the cure, which works: `tppo ingest` without FILE loads the case as it is."""
    outcome = ask(case, "routes")
    assert (5, "") == (outcome.code, outcome.out)
    assert server in outcome.err
    assert "`tppo ingest` without FILE" in outcome.err
    assert {"nodes", "relationships", "nodes taken away", "relationships taken away"} == set(
        counts("--case", case)
    )
    assert ask(case, "routes", "--store", server).code == 0


def test_a_case_is_not_answered_with_the_graph_of_another(case: Path, server: str, tmp_path: Path) -> None:
    """The server holds the first case: a second one is refused, asked or loaded, and stays as it is."""
    counts("--case", case)
    first = ask(case, "routes")
    other = tmp_path / "other"
    assert 5 == run("ingest", DOCUMENTS[0], "--case", other).code
    outcome = ask(other, "routes")
    assert (5, "") == (outcome.code, outcome.out)
    assert "another case" in outcome.err
    assert "NEO4J_DATABASE" in outcome.err
    assert first == ask(case, "routes")


def test_loading_a_case_that_is_not_there_makes_none(tmp_path: Path) -> None:
    """`tppo ingest` without FILE only loads: exit code 4, and no folder appears."""
    assert 4 == run("ingest", "--case", tmp_path / "none").code
    assert [] == list(tmp_path.iterdir())
    assert "Without FILE the case's graph is loaded again" in " ".join(run("ingest", "--help").out.split())


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("officials-of-agency", "--agency", "BP3MI Kepulauan Riu"), "'BP3MI Kepulauan Riau'"),
        (("offices-of-official", "--official", "Grace Tumbelka"), "'Grace Tumbelaka'"),
        (("path-between", "--first", "Nunukan", "--second", "BP3MI Kepulauan Riu"), "'BP3MI Kepulauan Riau'"),
    ],
)
def test_a_slip_in_a_name_is_understood_and_told(case: Path, words: tuple[str, ...], near: str) -> None:
    """The only thing spelled nearly so is taken, and standard error says so."""
    outcome = ask(case, *words)
    assert outcome.code == 0
    assert f"taken for {near}" in outcome.err


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("routes", "--place", "Pelabuhan Antah Berantah"), "Nothing in the graph is called"),
        (("document-says", "--document", "tak-ada-di-sini.txt"), "Cure: "),
        (("routes", "--place", "BP3MI Kepulauan Riau"), "is the Agency bp3mi:"),
    ],
)
def test_an_unknown_name_in_a_question_is_told(case: Path, words: tuple[str, ...], near: str) -> None:
    """No row because nothing has the name: exit code 8 and near names, as `why` does."""
    outcome = ask(case, *words)
    assert (8, "") == (outcome.code, outcome.out)
    assert near in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ("officials-of-agency", "--agency", "KEMLU"),
        ("incidents-by-place", "--place", "Nunukan", "--from", "1999", "--to", "1999"),
        ("incidents-by-place", "--place", "65.03", "--from", "1999", "--to", "1999"),
        ("path-between", "--first", "bahtiar lamohi", "--second", "kemlu"),
    ],
)
def test_a_known_name_without_rows_is_an_answer(case: Path, words: tuple[str, ...]) -> None:
    """By name in any case, code or id: something known of which nothing is told is no error."""
    assert Outcome(0, "[]\n", "") == ask(case, *words)


def test_an_ambiguous_name_of_a_path_is_told(case: Path) -> None:
    """Several things have the name: the ids to choose from are on standard error, whatever is found."""
    outcome = ask(case, "path-between", "--first", "polres", "--second", "BP3MI Kepulauan Riau")
    assert "things are called 'polres': " in outcome.err
