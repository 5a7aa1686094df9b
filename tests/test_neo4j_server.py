"""The Neo4j server for tests: what it lacks is said, never passed over."""

from __future__ import annotations

import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import neo4j_server
import pytest
from conftest import Place


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


def test_starting_a_server_that_runs_gives_that_server(
    neo4j_place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """Started a second time, with any port, it is the same process at the same address, and that is said."""
    pid = (neo4j_place.folder / "neo4j.pid").read_text()
    again = neo4j_server.start(neo4j_place.folder, neo4j_server.free_port())
    assert (neo4j_place.address, neo4j_place.credentials.password) == (again.address, again.password)
    assert 0 == neo4j_server.main(["start", str(neo4j_place.folder)])
    said = capsys.readouterr()
    assert "runs already" in said.err
    assert f"export TPPO_STORE={neo4j_place.address}" in said.out
    assert pid == (neo4j_place.folder / "neo4j.pid").read_text()


def test_a_taken_port_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where something else answers no server is started; exit code 1 and what to do, without a traceback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        assert 1 == neo4j_server.main(["start", str(tmp_path), port])
    assert f"port {port} already" in capsys.readouterr().err
    assert not (tmp_path / "neo4j.pid").exists()


def test_a_server_that_ended_is_not_taken_for_the_one_that_answers(
    neo4j_place: Place, tmp_path: Path
) -> None:
    """Another server at the same address answers, but our process is gone: that is no start."""
    with subprocess.Popen(["true"]) as process:
        process.wait()
    (tmp_path / "neo4j.out").write_text("address in use")
    ours = neo4j_server.Server(str(neo4j_place.address), neo4j_place.credentials.password, tmp_path, process)
    with pytest.raises(RuntimeError, match=r"did not start(.|\n)*address in use"):
        ours.wait_until_ready()
    assert replace(ours, process=None)._answers()
