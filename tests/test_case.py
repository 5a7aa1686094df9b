"""The case folder: made, opened again, locked, and refused with a cure where it cannot be used."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from papers import officer

from graph.casefile.case import Case
from graph.casefile.ledger import CaseError

NOON = "2026-01-02T12:00:00+00:00"
HOLD = """
import sys
from pathlib import Path
from graph.casefile.case import Case
with Case.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_new_case_opens_again(tmp_path: Path) -> None:
    """A case that was made keeps its identity and its documents."""
    folder = tmp_path / "kasus" / "satu"
    paper = officer("Rangga Wiratmaja", "AKBP", "Kapolres", "Polres Nunukan", "polres:65.03", "2025-03-01")
    with Case.open(folder, create=True, version="0.1.0", clock=lambda: NOON) as case:
        case.ledger.add(paper.extraction, "tppo 1")
        first = case.description
    with Case.open(folder) as case:
        assert first == case.description
        assert [paper.extraction] == list(case.ledger.extractions())
        assert folder / "graph" == case.graph_folder
    written = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    assert {"id": first.id, "format": 1, "tppo": "0.1.0", "created": NOON} == written


def mode(path: Path) -> str:
    """The permission bits of a file or folder, as chmod takes them."""
    return f"{stat.S_IMODE(path.stat().st_mode):o}"


def test_new_case_is_its_owners_alone(tmp_path: Path) -> None:
    """Nobody else may read the folder, the ledger (what SQLite keeps beside it too) or the description."""
    folder = tmp_path / "kasus"
    before = os.umask(0o022)
    try:
        with Case.open(folder, create=True) as case:
            case.ledger.note("test", "something in the journal")
            modes = {entry.name: mode(entry) for entry in folder.iterdir() if entry.name != "in-use.lock"}
    finally:
        os.umask(before)
    files = ("case.json", "ledger.sqlite", "ledger.sqlite-shm", "ledger.sqlite-wal")
    assert dict.fromkeys(files, "600") == modes
    assert mode(folder) == "700"


def test_missing_ledger_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    """A case whose ledger is gone is refused and stays as it is; the lock is released."""
    Case.open(tmp_path, create=True).close()
    (tmp_path / "ledger.sqlite").unlink()
    for create in (False, True):
        with pytest.raises(CaseError, match=r"The ledger .*ledger\.sqlite' is missing") as raised:
            Case.open(tmp_path, create=create)
        assert "backup" in raised.value.cure
        assert raised.value.exit_code == 4
    assert not (tmp_path / "ledger.sqlite").exists()


def test_ledger_without_description_is_left_alone(tmp_path: Path) -> None:
    """A ledger whose case.json is gone is not taken for a case that was never finished."""
    Case.open(tmp_path, create=True).close()
    (tmp_path / "case.json").unlink()
    with pytest.raises(CaseError, match=r"ledger\.sqlite"):
        Case.open(tmp_path, create=True)


def test_two_cases_have_two_identities(tmp_path: Path) -> None:
    """No two cases share an id."""
    with Case.open(tmp_path / "a", create=True) as a, Case.open(tmp_path / "b", create=True) as b:
        assert a.id != b.id


def test_missing_folder_is_not_made_unasked(tmp_path: Path) -> None:
    """A command that only reads does not make a case; its error says which command does."""
    with pytest.raises(CaseError, match="not a case folder") as raised:
        Case.open(tmp_path / "none")
    assert "tppo ingest" in raised.value.cure
    assert not (tmp_path / "none").exists()


def test_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds something else is not turned into a case."""
    (tmp_path / "surat.txt").write_text("Halo", encoding="utf-8")
    with pytest.raises(CaseError, match=r"surat\.txt"):
        Case.open(tmp_path, create=True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["surat.txt"]


@pytest.mark.parametrize("left", [(), ("ledger.sqlite",), ("ledger.sqlite", "ledger.sqlite-wal")])
def test_case_that_was_never_finished_is_made_again(tmp_path: Path, left: tuple[str, ...]) -> None:
    """What a broken-off start leaves behind does not make the folder unusable."""
    for name in ("in-use.lock", *left):
        (tmp_path / name).touch()
    (tmp_path / "case.json.new").write_text("{", encoding="utf-8")
    with Case.open(tmp_path, create=True) as case:
        assert case.description.format == 1


def test_file_instead_of_a_folder_is_refused(tmp_path: Path) -> None:
    """A file where the folder should be is an error with exit code 4."""
    (tmp_path / "kasus").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match="cannot be used") as raised:
        Case.open(tmp_path / "kasus", create=True)
    assert raised.value.exit_code == 4


def test_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    """A name that the file system refuses is an error with a cure."""
    with pytest.raises(CaseError, match="cannot be used") as raised:
        Case.open(tmp_path / ("kasus" * 99), create=True)
    assert raised.value.cure


def test_description_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    """A case.json that cannot be read is an error, and the lock is released."""
    (tmp_path / "case.json").mkdir()
    for _ in range(2):
        with pytest.raises(CaseError, match="cannot be used"):
            Case.open(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"id": "x"}', '{"id": "x", "format": null}'])
def test_damaged_description_is_refused(tmp_path: Path, content: str) -> None:
    """A case.json that is not whole is an error with a cure, and the lock is released."""
    (tmp_path / "case.json").write_text(content, encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CaseError, match="damaged") as raised:
            Case.open(tmp_path)
        assert "ledger.sqlite" in raised.value.cure


def test_newer_case_names_the_version_it_needs(tmp_path: Path) -> None:
    """A folder with a later format says which tppo can open it, and stays as it is."""
    written = json.dumps({"id": "x", "format": 2, "tppo": "3.4.0", "created": NOON})
    (tmp_path / "case.json").write_text(written, encoding="utf-8")
    with pytest.raises(CaseError, match="format 2") as raised:
        Case.open(tmp_path)
    assert "tppo 3.4.0" in raised.value.cure
    assert not (tmp_path / "ledger.sqlite").exists()


def test_case_in_use_by_another_process_is_refused(tmp_path: Path) -> None:
    """While another process has the case open it cannot be opened; afterwards it can."""
    Case.open(tmp_path / "kasus", create=True).close()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", HOLD, str(tmp_path / "kasus")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(CaseError, match="in use") as raised:
            Case.open(tmp_path / "kasus")
        assert raised.value.exit_code == 4
        other.communicate("")
    Case.open(tmp_path / "kasus").close()
