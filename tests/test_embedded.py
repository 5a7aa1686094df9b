"""The embedded engine as a guest in the process: silent, private, and no hindrance to the process's end."""

from __future__ import annotations

import gc
import signal
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import jpype
import pytest

from graph.model import Graph, Node
from graph.store import StoreError
from graph.stores.embedded import open_embedded

PROGRAM = """
import signal, sys, time
from pathlib import Path
from graph.stores.embedded import open_embedded
from graph.model import Graph, Node
store = open_embedded(Path(sys.argv[1]))
store.load(Graph((Node("Location", "65.71", {"name": "Tarakan"}),)), "case")
store.read("MATCH (n:TidakAda) RETURN n", {})
"""
GRAPH = Graph((Node("Location", "65.71", {"name": "Tarakan"}),))


def run(folder: Path, ending: str) -> subprocess.CompletedProcess[str]:
    """Run a program that loads `GRAPH` and then does what `ending` says."""
    command = [sys.executable, "-c", PROGRAM + ending, str(folder)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, env={"PYTHONPATH": ":".join(sys.path)}
    )


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("store.close()", 0),
        ("store.close(); store.close()", 0),
        ("store.close(); sys.exit(7)", 7),
        ("sys.exit(7)", 7),
        ("", 0),
        ("signal.raise_signal(signal.SIGTERM)", -signal.SIGTERM),
    ],
)
def test_the_process_ends_as_it_wants_and_says_nothing(tmp_path: Path, ending: str, code: int) -> None:
    """Closed or forgotten, the engine neither holds the process up nor changes its exit code, nor prints."""
    done = run(tmp_path / "graph", ending)
    assert (code, "", "") == (done.returncode, done.stdout, done.stderr)
    with closing(open_embedded(tmp_path / "graph")) as store:
        assert store.snapshot() == GRAPH


def test_an_error_in_the_program_is_all_that_is_seen(tmp_path: Path) -> None:
    """The traceback is Python's alone and the exit code 1."""
    done = run(tmp_path / "graph", "raise SystemError('invented')")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Traceback")
    assert done.stderr.endswith("SystemError: invented\n")


def test_ctrl_c_is_pythons(tmp_path: Path) -> None:
    """The Java runtime does not take the interrupt away."""
    ending = "\ntry:\n    signal.raise_signal(signal.SIGINT)\nexcept KeyboardInterrupt:\n    sys.exit(130)"
    done = run(tmp_path / "graph", ending)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_nothing_is_left_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs are in the engine's folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    run(tmp_path / "graph", "store.close()")
    assert list((tmp_path / "here").iterdir()) == []


def test_only_the_user_can_read_the_folder_and_the_password(tmp_path: Path) -> None:
    """The folder is 0700, the password 0600 and long."""
    with closing(open_embedded(tmp_path / "graph")):
        password = tmp_path / "graph" / "bolt.password"
        assert stat.S_IMODE(password.stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "graph").stat().st_mode) == 0o700
        assert len(password.read_text()) > 30


def test_a_lost_password_is_replaced(tmp_path: Path) -> None:
    """Without its password file the graph is still the user's."""
    run(tmp_path / "graph", "store.close()")
    (tmp_path / "graph" / "bolt.password").unlink()
    with closing(open_embedded(tmp_path / "graph")) as store:
        assert store.snapshot() == GRAPH


def test_a_folder_with_any_name_will_do(tmp_path: Path) -> None:
    """Spaces, percent signs and other scripts in the path are no obstacle."""
    folder = tmp_path / "kasus 100% naïve \\ 日本 $HOME"
    done = run(folder, "store.close()")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with closing(open_embedded(folder)) as store:
        assert store.snapshot() == GRAPH


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """A second process, and a second time in this one, is told to wait its turn."""
    with closing(open_embedded(tmp_path / "graph")) as store:
        store.load(GRAPH, "case")
        done = run(tmp_path / "graph", "")
        assert done.returncode == 1
        assert "cannot be opened" in done.stderr
        with pytest.raises(StoreError, match="open already"):
            open_embedded(tmp_path / "graph")
        assert store.snapshot() == GRAPH


def test_files_that_are_no_graph_are_told(tmp_path: Path) -> None:
    """A broken graph is an error with a cure, and a fresh one can be opened after it."""
    run(tmp_path / "graph", "store.close()")
    for file in (tmp_path / "graph" / "databases" / "graph").iterdir():
        file.write_bytes(b"rusak")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_embedded(tmp_path / "graph")
    assert "delete this folder" in caught.value.cure
    with closing(open_embedded(tmp_path / "another")) as store:
        assert Graph() == store.snapshot()


def test_two_graphs_can_be_open_in_one_process(tmp_path: Path) -> None:
    """Each has its own contents."""
    with closing(open_embedded(tmp_path / "a")) as one, closing(open_embedded(tmp_path / "b")) as other:
        one.load(GRAPH, "case")
        assert one.snapshot() == GRAPH
        assert Graph() == other.snapshot()


def test_commits_are_synchronised_to_the_disk(tmp_path: Path) -> None:
    """The engine's production mode flushes its log at each commit (1: the data, 2: metadata as well)."""
    with closing(open_embedded(tmp_path / "graph")):
        setting = jpype.JClass("com.arcadedb.GlobalConfiguration").TX_WAL_FLUSH
        assert setting.getValueAsInteger() == 1


def test_it_listens_on_one_port_of_the_loopback_interface_only(tmp_path: Path) -> None:
    """Bolt and nothing else: no HTTP, nothing that another machine can reach."""
    ending = """
import os
ours = {os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.exists() or link.is_symlink()}
for table in ("tcp", "tcp6"):
    for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
        local, state, inode = (line.split()[column] for column in (1, 3, 9))
        if state == "0A" and f"socket:[{inode}]" in ours:
            print(local.split(":")[0])
store.close()
"""
    loopback = {"0100007F", "0000000000000000FFFF00000100007F"}
    listening = run(tmp_path / "graph", ending).stdout.split()
    assert len(listening) == 1
    assert loopback.issuperset(listening)


def test_the_description_names_the_engine(tmp_path: Path) -> None:
    """Product and version, no port and no password."""
    with closing(open_embedded(tmp_path / "graph")) as store:
        assert store.description.startswith("embedded graph (ArcadeDB 2")


def test_the_collector_rests_only_while_the_store_works(tmp_path: Path) -> None:
    """After an answer and after an error it goes on; where a program has turned it off it stays off."""
    with closing(open_embedded(tmp_path / "graph")) as store:
        store.load(Graph((Node("Agency", "a", {"name": "Polres"}),), ()), "case")
        assert gc.isenabled()
        with pytest.raises(StoreError):
            store.read("MATCH (n) DELETE n", {})
        assert gc.isenabled()
        gc.disable()
        try:
            store.read("MATCH (n:Agency) RETURN n.id AS id", {})
            assert not gc.isenabled()
        finally:
            gc.enable()
