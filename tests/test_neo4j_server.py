"""The Neo4j server for tests: what it lacks is said, never passed over."""

from __future__ import annotations

from pathlib import Path

import neo4j_server
import pytest


@pytest.mark.parametrize(("present", "missing"), [("mvn", "java"), ("java", "mvn")])
def test_a_missing_program_is_an_error_that_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, present: str, missing: str
) -> None:
    """Without Java or Maven the tests against Neo4j fail; they are not skipped."""
    (tmp_path / present).touch(mode=0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("NEO4J_JARS", str(tmp_path / "jars"))
    with pytest.raises(RuntimeError, match=f"`{missing}`.*apt-get install"):
        neo4j_server.start(tmp_path / "home")


def test_a_wrong_command_line_shows_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and the usage."""
    assert neo4j_server.main(["restart"]) == 2
    assert "neo4j_server.py start DIR [PORT]" in capsys.readouterr().err


def test_stopping_what_does_not_run_is_no_error(tmp_path: Path) -> None:
    """A folder without a server, and one whose server is long gone and its number another process's."""
    neo4j_server.stop(tmp_path)
    (tmp_path / "neo4j.pid").write_text("1")
    neo4j_server.stop(tmp_path)
    assert not (tmp_path / "neo4j.pid").exists()
