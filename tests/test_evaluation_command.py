"""`tppo evaluate` as a user meets it: both forms of gold, read now or from files, and what is said when it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli import Outcome, run
from click.testing import CliRunner

from ingest.evaluation.keys import hashed
from tppo.evaluate_command import command

TEXT = """Nunukan - Kasat Reskrim Polres Nunukan, AKP Rusdin Malaparang, memeriksa tersangka Jemi Tahulending (41) \
di Pelabuhan Tunon Taka, Senin (15/9/2025). Lima calon pekerja migran Indonesia diselamatkan dalam kasus itu. \
Kepala BP3MI Kalimantan Utara mendampingi para korban selama pemeriksaan di Nunukan."""


def annotation(suspect: str) -> dict[str, Any]:
    """What the text says, with the suspect's name as given."""
    return {
        "entities": [
            {"key": "off", "label": "Official", "name": "Rusdin Malaparang", "surfaces": ["Rusdin Malaparang"]},
            {"key": "pol", "label": "Agency", "name": "Polres Nunukan", "surfaces": ["Polres Nunukan"]},
            {"key": "far", "label": "Agency", "name": "Polres Sikka", "surfaces": ["Polres Sikka"]},
            {"key": "sus", "label": "Suspect", "name": suspect, "surfaces": [suspect]},
            {"key": "gone", "label": "Suspect", "name": hashed("Melkior Wenyi"), "surfaces": []},
        ],
        "relationships": [{"type": "HOLDS_POSITION", "start": "off", "end": "pol", "evidence": [[0, 10]]}],
        "protected_names": [],
    }  # fmt: skip


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A gold set in our form: names in clear, the text beside."""
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "news-01.json").write_text(json.dumps(annotation("Jemi Tahulending")), "utf-8")
    (folder / "news-01.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def hashes(tmp_path: Path) -> Path:
    """A gold set in the form of the annotated real documents: hashes, and no text."""
    folder = tmp_path / "real"
    folder.mkdir()
    (folder / "harian__017.json").write_text(json.dumps(annotation(hashed("Jemi Tahulending"))), "utf-8")
    return folder


def evaluate(*words: str | Path) -> Outcome:
    """`tppo evaluate WORDS` in this process."""
    result = CliRunner().invoke(command, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def test_reading_now_is_scoring_what_extract_writes(ours: Path, tmp_path: Path) -> None:
    """--run gives the figures of a folder written by `tppo extract --out`."""
    read = tmp_path / "read"
    assert run("extract", ours / "news-01.txt", "--out", read).code == 0
    from_files = evaluate(ours, read, "--json", "--misses")
    assert (0, from_files) == (from_files.code, evaluate(ours, "--run", "--json", "--misses"))
    figures = json.loads(from_files.out)
    assert (figures["entities"]["Official"]["recall"], figures["entities"]["Official"]["gold"]) == (1.0, 1)
    missed = [line["text"] for line in figures["misses"]["news-01"] if line["what"] == "missed"]
    assert "Polres Sikka" in missed


@pytest.mark.parametrize("place", ["harian/017.txt", "harian__017.txt"])
def test_texts_of_hashed_gold_are_found_in_their_folder(hashes: Path, tmp_path: Path, place: str) -> None:
    """A hashed name is known in the text, and the list of misses shows the key of one that is not."""
    path = tmp_path / "texts" / place
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, "utf-8")
    outcome = evaluate(hashes, "--run", "--texts", tmp_path / "texts", "--misses")
    assert (outcome.code, outcome.err) == (0, "")
    lines = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert "harian__017" in lines
    assert "missed Suspect gone" in lines
    assert [word in outcome.out for word in ("h:", "Tahulending", "Melkior")] == [False] * 3


def test_the_tables_end_with_what_must_be_nothing(ours: Path) -> None:
    """Three tables with their sums, then leaks and relationships without evidence."""
    out = evaluate(ours, "--run").out
    assert out.count("MICRO") == 3
    assert out.splitlines()[-1] == (
        "1 documents, 0 without prediction; protected names leaked: 0; relationships without evidence: 0."
    )


def test_the_held_back_half_is_announced(ours: Path) -> None:
    """A folder named "test" is scored with a word of warning, beside the figures and not among them."""
    held_back = ours.rename(ours.parent / "test")
    outcome = evaluate(held_back, "--run", "--json")
    assert "looked at only when a figure is written down" in outcome.err
    assert json.loads(outcome.out)["documents"] == 1


def test_a_missing_prediction_counts_as_empty_and_is_named(ours: Path, tmp_path: Path) -> None:
    """Of two documents one was not read: its entities are missed, and it is said which."""
    read = tmp_path / "read"
    run("extract", ours / "news-01.txt", "--out", read)
    (ours / "news-02.json").write_text((ours / "news-01.json").read_text("utf-8"), "utf-8")
    outcome = evaluate(ours, read, "--json")
    assert (outcome.code, "1 document(s): news-02" in outcome.err) == (0, True)
    assert json.loads(outcome.out)["entities"]["Official"] == {
        "precision": 1.0, "recall": 0.5, "f1": 0.667, "gold": 2,
    }  # fmt: skip
    assert json.loads(evaluate(ours, read, "--json", "--only", "news-01").out)["missing"] == 0


def test_what_cannot_be_scored_is_told_with_the_cure(ours: Path, hashes: Path, tmp_path: Path) -> None:
    """No gold, no such document, no text, no predictions, files that are none: exit code 2 and what to do."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "news-01.json").write_text('{"entities": [{}]}', "utf-8")
    for words, told in (
        ((tmp_path / "none", "--run"), "No folder"),
        ((ours, "--run", "--only", "verdict"), "contains 'verdict'"),
        ((hashes, "--run"), "No text of 'harian__017'"),
        ((hashes, "--run", "--texts", tmp_path), "harian/017.txt"),
        ((ours, tmp_path / "none"), "No folder"),
        ((ours, hashes), "named like a gold document"),
        ((ours, broken), "no interchange object"),
        ((broken, "--run"), "no annotation"),
    ):
        outcome = evaluate(*words)
        assert (outcome.code, told in outcome.err, "Cure: " in outcome.err) == (2, True, True), words


def test_predictions_are_given_or_made(ours: Path) -> None:
    """Neither PRED nor --run, both, or texts without --run: wrong usage, and the right one is shown."""
    for words in ((ours,), (ours, ours, "--run"), (ours, ours, "--texts", ours)):
        outcome = evaluate(*words)
        assert (outcome.code, "--run" in outcome.err) == (2, True)


def test_help_has_examples() -> None:
    """The help shows commands to copy."""
    assert "tppo evaluate tests/gold/dev --run" in evaluate("--help").out
