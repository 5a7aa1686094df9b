"""Wrong input: each a clear message with the cure and its exit code; nothing is lost and the rest is done."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from cli import HOME, run
from conftest import EmptyPlace, Place

GOOD = """Tarakan, KemenP2MI (17/09) — Kepala BP3MI Kalimantan Utara, Kombes Pol. Surya Tandiono, menghadiri rapat koordinasi \
di Polres Tarakan, Rabu (17/9/2025). Rapat itu membahas pencegahan keberangkatan pekerja migran Indonesia tanpa dokumen \
melalui pelabuhan tidak resmi di wilayah perbatasan."""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A document that reads well."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


def bad_inputs(folder: Path) -> dict[str, Path]:
    """Documents that cannot be read, by what is wrong."""
    made = {
        "empty": b"", "binary": bytes(range(256)) * 20, "english": (
            b"The police said on Monday that the harbour was closed after a storm had damaged two ferries. "
            b"Passengers were asked to wait until the weather improved, a spokesman told reporters on the quay. "
        ) * 3,
        "broken.pdf": b"%PDF-1.4 broken", "broken.docx": b"PK\x03\x04 broken", "nothing.json": b'{"headline": "x"}',
    }  # fmt: skip
    for name, content in made.items():
        (folder / name).write_bytes(content)
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    return {name: folder / name for name in made} | {
        "missing": folder / "missing.txt",
        "dangling": folder / "dangling.txt",
    }


def test_what_cannot_be_read_is_named_and_the_rest_is_done(tmp_path: Path, good: Path) -> None:
    """Seven wrong inputs and a good one: a line with the cure for each, exit code 3, the good one in the case."""
    wrong = bad_inputs(tmp_path)
    outcome = run("ingest", *wrong.values(), good, "--case", tmp_path / "case", "--json")
    counts = {row["what"]: row["count"] for row in json.loads(outcome.out)}
    assert (3, 1, len(wrong)) == (outcome.code, counts["new"], counts["not read"])
    lines = [line for line in outcome.err.splitlines() if line.startswith("Not read:")]
    assert len(wrong) == len(lines)
    assert [path.name for path in wrong.values() if not any(path.name in line for line in lines)] == []
    assert "Traceback" not in outcome.err


def test_the_same_document_twice_is_one(tmp_path: Path, good: Path) -> None:
    """Given twice in one go, under two names, a document is known the second time."""
    twin = tmp_path / "twin.txt"
    twin.write_bytes(good.read_bytes())
    counts = {
        r["what"]: r["count"]
        for r in json.loads(run("ingest", good, twin, "--case", tmp_path / "case", "--json").out)
    }
    assert (counts["documents read"], counts["new"], counts["known already"]) == (2, 1, 1)


def test_a_folder_that_is_no_case_is_told_with_the_cure(tmp_path: Path) -> None:
    """Asking a case that is not there: exit code 4 and how to make one."""
    for words in (("status",), ("why", "Polri"), ("query", "run", "routes"), ("draw",)):
        outcome = run(*words, "--case", tmp_path / "none")
        assert outcome.code == 4
        assert "Cure: `tppo ingest" in outcome.err


def test_a_case_of_a_newer_version_is_left_alone(tmp_path: Path, good: Path) -> None:
    """A case folder whose format is newer is refused with what to install, and not changed."""
    case = tmp_path / "case"
    run("ingest", good, "--case", case)
    description = json.loads((case / "case.json").read_text())
    (case / "case.json").write_text(json.dumps({**description, "format": 99, "tppo": "9.0"}))
    outcome = run("ingest", good, "--case", case)
    assert outcome.code == 4
    assert "9.0" in outcome.err
    assert json.loads((case / "case.json").read_text())["format"] == 99


def test_a_case_in_use_is_not_touched(tmp_path: Path, good: Path) -> None:
    """While another process holds the case, a command waits shortly and says so."""
    case = tmp_path / "case"
    run("ingest", good, "--case", case)
    code = f"from pathlib import Path\nfrom graph.casefile.case import Case\nc=Case.open(Path({str(case)!r}))\nprint('held',flush=True)\ninput()"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "held"
        outcome = run("status", "--case", case)
        holder.communicate("\n")
    assert outcome.code == 4
    assert "in use by another process" in outcome.err
    assert run("status", "--case", case).code == 0


def test_a_server_that_is_down_loses_nothing(tmp_path: Path, good: Path) -> None:
    """The documents are in the case all the same, and a later load brings them to the store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    outcome = run(
        "ingest", good, "--case", tmp_path / "case", "--store", address, env={"NEO4J_PASSWORD": "x"}
    )
    assert outcome.code == 5
    assert address in outcome.err
    assert "Cure: Start the server" in outcome.err
    assert "kept in the case; `tppo ingest` without FILE" in outcome.err
    assert json.loads(run("status", "--case", tmp_path / "case", "--json").out)["documents"] == 1


def test_a_wrong_password_names_the_variables(tmp_path: Path, good: Path, neo4j_place: Place) -> None:
    """A real server that refuses the password: exit code 5, the cure names NEO4J_PASSWORD, the password is not printed."""
    address = str(neo4j_place.address)
    outcome = run(
        "ingest",
        good,
        "--case",
        tmp_path / "case",
        "--store",
        address,
        env={"NEO4J_PASSWORD": "not-this-one"},
    )
    assert outcome.code == 5
    assert "NEO4J_PASSWORD" in outcome.err
    assert "not-this-one" not in outcome.err + outcome.out


def test_a_missing_password_is_asked_for(tmp_path: Path, good: Path, empty_place: EmptyPlace) -> None:
    """Without NEO4J_PASSWORD the command asks, and works with the answer; no option takes a password."""
    place = empty_place("neo4j")
    address = str(place.address)
    credentials = place.credentials
    env = {"NEO4J_PASSWORD": None, "NEO4J_USERNAME": credentials.username, "NEO4J_DATABASE": "neo4j"}
    outcome = run(
        "ingest",
        good,
        "--case",
        tmp_path / "case",
        "--store",
        address,
        stdin=f"{credentials.password}\n",
        env=env,
    )  # type: ignore[arg-type]
    assert outcome.code == 0
    assert "Password of" in outcome.err
    assert "password" not in run("ingest", "--help").out.lower()


def test_a_password_is_not_asked_for_where_nobody_can_answer(tmp_path: Path, good: Path) -> None:
    """Without a terminal, and where the answer is none: exit code 5 and the variable, no warning, no traceback."""
    words = ("ingest", str(good), "--case", str(tmp_path / "case"), "--store", "bolt://127.0.0.1:7687")
    outcome = run(*words, stdin="", env={"NEO4J_PASSWORD": None})  # type: ignore[dict-item]
    assert (5, True) == (outcome.code, "Cure: Set NEO4J_PASSWORD." in outcome.err)
    surroundings = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    apart = subprocess.run(
        [sys.executable, "-m", "tppo", *words],
        env={**surroundings, "PYTHONPATH": str(HOME)},
        input="not a password\n",
        capture_output=True,
        text=True,
        start_new_session=True,  # no terminal that could be asked past standard input
    )
    assert 5 == apart.returncode
    assert "Error: No password for" in apart.stderr
    assert "Warning" not in apart.stderr


def test_wrong_questions_show_the_right_form(tmp_path: Path, good: Path) -> None:
    """Unknown query, missing, mistyped and unknown parameter: exit code 6 and the command to type."""
    case = tmp_path / "case"
    run("ingest", good, "--case", case)
    for words, wanted in (
        (("officals-of-agency",), "officials-of-agency"),
        (("officials-of-agency",), "--agency"),
        (("officials-of-agency", "--agency", "x", "--levels", "many"), "whole number"),
        (("incidents-by-place", "--place", "Nunukan", "--from", "next year"), "2025-09"),
        (("incidents-by-place", "--plase", "Nunukan"), "--place"),
        (("routes", "stray"), "--name"),
    ):
        outcome = run("query", "run", *words, "--case", case)
        assert (6, words) == (outcome.code, words)
        assert wanted in outcome.err


def test_a_name_nobody_has_is_answered_with_near_ones(tmp_path: Path, good: Path) -> None:
    """`why` and `draw --around` say what was meant; exit code 8."""
    case = tmp_path / "case"
    run("ingest", good, "--case", case)
    for words in (
        ("why", "Polres Tarakn"),
        ("draw", "--around", "Polres Tarakn", "--out", str(tmp_path / "p.html")),
    ):
        outcome = run(*words, "--case", case)
        assert outcome.code == 8
        assert "Polres Tarakan" in outcome.err
    assert not (tmp_path / "p.html").exists()


def test_a_foreign_package_of_one_of_our_names_is_noticed(tmp_path: Path) -> None:
    """Where another `queries` comes first on the path, the command says so before anything is imported."""
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "__init__.py").write_text("")
    code = f"import sys; sys.path.insert(0, {str(HOME)!r}); from tppo.__main__ import foreign_room; sys.path.insert(0, {str(tmp_path)!r}); from pathlib import Path; print(foreign_room(Path({str(HOME)!r})))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.strip() == "queries"
