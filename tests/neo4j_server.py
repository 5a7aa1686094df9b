"""A real Neo4j 5.26 community server on loopback, for the tests and for trying; never shipped.

    python tests/neo4j_server.py start DIR [PORT]    prints the shell lines that point tppo at it
    python tests/neo4j_server.py stop DIR

The jars come from Maven Central once (about 116 MB) and are kept in ~/.cache/tppo-test, or are taken from the
folder that NEO4J_JARS names. NEO4J_PASSWORD sets the password of a new server; without it one is made up and
kept in DIR.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

VERSION = "5.26.12"
POM = Path(__file__).parent / "neo4j" / "pom.xml"
JAVA_CURE = "install Java 17 or 21, on Debian: apt-get install openjdk-17-jre-headless"
MAVEN_CURE = "install Maven, on Debian: apt-get install maven; or let NEO4J_JARS name a folder of the jars"
COPY_JARS = ("dependency:copy-dependencies", "-DincludeScope=runtime")
ENTRY = "org.neo4j.server.CommunityEntryPoint"
START_SECONDS = 90
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size={page_cache}m
db.tx_log.preallocate=false
db.logs.query.enabled=OFF
dbms.security.auth_max_failed_attempts=0
"""  # the last line: tests give wrong passwords on purpose, and must not lock out the next test


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: `process` is None where another program started it."""

    address: str
    password: str = field(repr=False)
    home: Path
    process: subprocess.Popen[bytes] | None = field(repr=False)
    username: str = "neo4j"

    def stop(self) -> None:
        """End the server and return when it is gone."""
        if self.process is None:
            stop(self.home)
            return
        self.process.terminate()
        self.process.wait()
        (self.home / "neo4j.pid").unlink(missing_ok=True)

    def wait_until_ready(self) -> None:
        """Return when the server answers to our password; else RuntimeError with the end of its log."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._runs():
            if self._answers() and self._runs():  # what answers may be another server at the same port
                return
            time.sleep(0.2)
        self.stop()
        log = (self.home / "neo4j.out").read_text(errors="replace")
        raise RuntimeError(f"Neo4j did not start at {self.address}:\n{log[-2000:]}")

    def _runs(self) -> bool:
        return _running_pid(self.home) is not None if self.process is None else self.process.poll() is None

    def _answers(self) -> bool:
        """Whether a query is answered; a new server, whose password is still "neo4j", is first given ours."""
        try:
            with self._session(self.password, "neo4j") as session:
                session.run("RETURN 1").consume()
            return True
        except AuthError:
            return self._set_password() and self._answers()
        except (DriverError, Neo4jError, OSError):
            return False

    def _set_password(self) -> bool:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
        try:
            with self._session("neo4j", "system") as session:
                session.run(change, new=self.password).consume()
            return True
        except AuthError as error:
            raise RuntimeError(
                f"{self.home / 'neo4j.password'} is not the password of the server."
            ) from error
        except (DriverError, Neo4jError, OSError):
            return False

    @contextmanager
    def _session(self, password: str, database: str) -> Iterator[neo4j.Session]:
        with (
            neo4j.GraphDatabase.driver(self.address, auth=(self.username, password)) as driver,
            driver.session(database=database) as session,
        ):
            yield session


def jars() -> Path:
    """The folder with the server's jars, fetched by Maven where it is not there yet."""
    folder = Path(os.environ.get("NEO4J_JARS") or Path.home() / f".cache/tppo-test/neo4j-{VERSION}")
    if any(folder.glob("neo4j-server-*.jar")):
        return folder
    maven = _program("mvn", MAVEN_CURE)
    fresh = folder.with_name(
        f"{folder.name}.{os.getpid()}"
    )  # a broken download is never taken for a whole one
    subprocess.run(
        [maven, "-q", "-B", "-f", str(POM), *COPY_JARS, f"-DoutputDirectory={fresh}"],
        check=True,
    )
    shutil.rmtree(folder, ignore_errors=True)
    return fresh.rename(folder)


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(home: Path, port: int | None = None, heap: int = 512, page_cache: int = 64) -> Server:
    """Start a server that keeps its data in `home` and return when it answers; the one that runs there already.

    `heap` and `page_cache` are megabytes.
    Raises RuntimeError when Java or Maven is missing, the port is taken, or the server does not come up.
    """
    if _running_pid(home) is not None:
        server = Server(_configured_address(home), _password(home), home, None)
        server.wait_until_ready()
        return server
    java, classpath = _program("java", JAVA_CURE), f"{jars()}/*"
    port = port or free_port()
    _refuse_taken(port)
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port, page_cache=page_cache))
    with (home / "neo4j.out").open("wb") as log:
        process = subprocess.Popen(
            [
                java,
                f"-Xmx{heap}m",
                "-cp",
                classpath,
                ENTRY,
                f"--home-dir={home}",
                f"--config-dir={home / 'conf'}",
            ],
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    (home / "neo4j.pid").write_text(str(process.pid))
    server = Server(f"bolt://127.0.0.1:{port}", _password(home), home, process)
    server.wait_until_ready()
    return server


def stop(home: Path) -> None:
    """End the server that another program started in `home`, if one runs there, and wait until it is gone."""
    pid = _running_pid(home)
    if pid is not None:
        os.kill(pid, signal.SIGTERM)
        while _is_server_of(home, pid):
            time.sleep(0.1)
    (home / "neo4j.pid").unlink(missing_ok=True)


def _running_pid(home: Path) -> int | None:
    """The number of the process that is the server of `home`, None where none runs."""
    pid_file = home / "neo4j.pid"
    pid = int(pid_file.read_text()) if pid_file.exists() else None
    return pid if pid is not None and _is_server_of(home, pid) else None


def _configured_address(home: Path) -> str:
    _, _, rest = (home / "conf" / "neo4j.conf").read_text().partition("bolt.listen_address=")
    return f"bolt://{rest.splitlines()[0]}"


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise RuntimeError(
                f"Something answers at port {port} already: stop it, or give another port "
                f"(make neo4j NEO4J_PORT={port + 1})."
            )


def _is_server_of(home: Path, pid: int) -> bool:
    """Whether the process runs and is ours: the number may have gone to another since."""
    shown = subprocess.run(["ps", "-ww", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True)
    state, _, command = shown.stdout.strip().partition(" ")
    return not state.startswith("Z") and f"--home-dir={home} --config-dir=" in command


def _password(home: Path) -> str:
    file = home / "neo4j.password"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(os.environ.get("NEO4J_PASSWORD") or secrets.token_urlsafe(18))
    return file.read_text()


def _program(name: str, cure: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise RuntimeError(f"The tests against Neo4j need `{name}`, which is not on the PATH: {cure}")
    return found


def main(arguments: list[str]) -> int:
    """The command line of this file; exit code 2 when it is called wrongly."""
    match arguments:
        case ["start", home, *port] if len(port) <= 1:
            try:
                server = start(Path(home).resolve(), int(port[0]) if port else 7687)
            except RuntimeError as error:
                print(f"Error: {error}", file=sys.stderr)
                return 1
            if server.process is None:
                print(f"The server of {home} runs already.", file=sys.stderr)
            print(f"export TPPO_STORE={server.address}")
            print(f"export NEO4J_USERNAME={server.username} NEO4J_PASSWORD={server.password}")
            return 0
        case ["stop", home]:
            stop(Path(home).resolve())
            return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
