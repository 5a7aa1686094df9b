"""The embedded graph: ArcadeDB started inside this process and reached as a Neo4j server is, over Bolt.

It listens on one port of the loopback interface, with a random password. The Java runtime comes with the
package `arcadedb-embedded`; it starts once per process and serves every engine in it.
"""

from __future__ import annotations

import atexit
import gc
import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import jpype
import neo4j
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from graph.model import Graph, Relationship
from graph.store import Credentials, LoadReport, Rows, Store, StoreError
from graph.stores import statements
from graph.stores.bolt import BoltStore, connect
from graph.stores.bolt_errors import refused

DATABASE = "graph"
USER = "root"
HEAP = "1g"
LISTS = frozenset({"aliases"})
"""Properties of `statements.NAMED` that are lists."""
NOT_NEEDED = ("console", "graphql", "integration", "mcp", "postgresw", "redisw")
"""Parts of ArcadeDB left out of the class path, so that no plugin of theirs is found and started."""

LOGGING = """\
handlers = java.util.logging.FileHandler
.level = WARNING
java.util.logging.FileHandler.pattern = {pattern}
java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
java.util.logging.FileHandler.limit = 1000000
java.util.logging.FileHandler.append = true
"""
SETTINGS: dict[str, str | int | bool] = {
    "server.mode": "production",  # data is synchronised to the disk at each commit
    "server.httpIncomingHost": "127.0.0.1",
    "server.httpIncomingPort": "0",
    "server.httpWorkerThreads": 2,
    "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "bolt.host": "127.0.0.1",
    "bolt.port": "0",  # any free one
    "bolt.maxMessageSize": 2**30,  # a batch of rows may hold many long sentences
    "serverMetrics": False,
    "server.healthCheck.enabled": False,
    "opencypher.loadCsv.allowFileUrls": False,
    "opencypher.loadCsv.allowRemoteUrls": False,
}


def open_embedded(folder: Path, case_id: str | None = None) -> Store:
    """The embedded graph whose files are in `folder`, which is made if need be; of `case_id` where one is given.

    Raises StoreError when the files are in use by another process or cannot be read.
    """
    engine = _Engine(folder)
    try:
        driver = connect(f"bolt://127.0.0.1:{engine.port}", Credentials(USER, engine.password, DATABASE))
    except StoreError:
        engine.stop()
        raise
    return EmbeddedStore(driver, engine, case_id)


class EmbeddedStore(BoltStore):
    """A Bolt store that owns the engine behind it."""

    other_case_cure = "Delete this folder: the graph is made again from the case's documents."

    def __init__(self, driver: neo4j.Driver, engine: _Engine, case_id: str | None = None) -> None:
        super().__init__(driver, f"{engine.folder} (embedded)", DATABASE, case_id)
        self._engine = engine
        # Open connections and a running engine keep Java threads alive, which would not let the process end.
        atexit.register(self.close)

    @property
    def description(self) -> str:
        """Product and version: "embedded graph (ArcadeDB 26.10.2)"."""
        return f"embedded graph (ArcadeDB {self._engine.version})"

    def load(self, graph: Graph, case_id: str, digest: str = "") -> LoadReport:
        """As `BoltStore.load`."""
        with no_collections():
            return super().load(graph, case_id, digest)

    def snapshot(self) -> Graph:
        """As `BoltStore.snapshot`."""
        with no_collections():
            return super().snapshot()

    def read(self, cypher: str, parameters: Mapping[str, Any], timeout: float | None = None) -> Rows:
        """As `BoltStore.read`. The time limit is set in the engine: over Bolt it takes no notice of one."""
        with no_collections(), self._engine.time_limit(timeout):
            return super().read(cypher, parameters, timeout)

    def said(self, words: str, limit: int = 500, timeout: float | None = None) -> tuple[Relationship, ...]:
        """As `BoltStore.said`, with the time limit of `read`."""
        with no_collections(), self._engine.time_limit(timeout):
            return super().said(words, limit, timeout)

    def close(self) -> None:
        """Close the connections and stop the engine."""
        atexit.unregister(self.close)
        super().close()
        self._engine.stop()

    def _index_names(self, session: neo4j.Session, label: str) -> None:
        """Over Bolt the engine makes no full-text index: it is asked in its own language."""
        self._engine.index_names(label)

    def _index_sentences(self, session: neo4j.Session, kind: str) -> None:
        """As with names."""
        self._engine.index_sentences(kind)

    def _names_indexes(self, label: str) -> tuple[str, ...]:
        """One for each property: the engine has no index over several that may be missing."""
        return tuple(f"{label}[{name}{'byitem' if name in LISTS else ''}]" for name in statements.NAMED)

    def _sentences_index(self, kind: str) -> str:
        """Named by type and property."""
        return f"{kind}[{statements.SENTENCES}byitem]"

    def _refuse_writes(self, session: neo4j.Session, cypher: str) -> None:
        """Ask the engine's own parser: over Bolt it takes no notice of the read access mode."""
        operations = self._engine.operations(cypher)
        if operations != {"READ"}:
            raise refused("writes or administers")


@contextmanager
def no_collections() -> Iterator[None]:
    """Inside, Python looks for no cycles of dead objects.

    The bridge to Java starts such a search after each of Java's own. With a large graph in memory one takes half a
    second, in which nothing else runs: three quarters of the time of a load of 100,000 relationships.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Engine:
    """One running ArcadeDB server with its folder, port and password."""

    _open: ClassVar[set[Path]] = set()

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        if self.folder in self._open:
            raise StoreError(f"The embedded graph in {folder} is open already.", "Close it first.")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.password = _password(self.folder / "bolt.password")
        _start_java(self.folder)
        self._server = jpype.JClass("com.arcadedb.server.ArcadeDBServer")(self._configuration())
        self._open.add(self.folder)
        try:
            self._server.start()
            self._database = self._server.getDatabase(DATABASE, True, True)
            self._server.getHttpServer().stopService()
        except jpype.JException as error:
            self.stop()
            raise _unopened(self.folder, error) from error
        # Read again at each error: from here the mode only decides whether the text of an error is kept from
        # the client, who is this very process.
        self._server.getConfiguration().setValue("arcadedb.server.mode", "development")

    @property
    def port(self) -> int:
        """The port on 127.0.0.1 where the engine answers Bolt."""
        bolt = jpype.JClass("com.arcadedb.bolt.BoltProtocolPlugin")
        return next(int(plugin.getPort()) for plugin in self._server.getPlugins() if isinstance(plugin, bolt))

    @property
    def version(self) -> str:
        """Version of the engine: "26.10.2"."""
        return str(jpype.JClass("com.arcadedb.Constants").getRawVersion())

    def index_names(self, label: str) -> None:
        """Make the full-text indexes over the names of a label's nodes."""
        for name in statements.NAMED:
            self._index_words(label, name, is_list=name in LISTS)

    def index_sentences(self, kind: str) -> None:
        """Make the full-text index over the sentences of a type's relationships."""
        self._database.command("sql", f"CREATE EDGE TYPE {kind} IF NOT EXISTS")
        self._index_words(kind, statements.SENTENCES, is_list=True)

    def _index_words(self, kind: str, name: str, is_list: bool) -> None:
        held, each = ("LIST OF STRING", " BY ITEM") if is_list else ("STRING", "")
        self._database.command("sql", f"CREATE PROPERTY {kind}.{name} IF NOT EXISTS {held}")
        self._database.command("sql", f"CREATE INDEX IF NOT EXISTS ON {kind} ({name}{each}) FULL_TEXT")

    def operations(self, cypher: str) -> set[str]:
        """What a query does: READ, CREATE, UPDATE, DELETE, SCHEMA, ADMIN. StoreError for a syntax error."""
        try:
            analysed = self._database.getQueryEngine("opencypher").analyze(cypher)
        except jpype.JException as error:
            raise StoreError(f"The store refuses: {_reason(error)}") from error
        return {str(operation) for operation in analysed.getOperationTypes()}

    @contextmanager
    def time_limit(self, seconds: float | None) -> Iterator[None]:
        """Inside, a query that takes longer is stopped."""
        configuration = self._database.getConfiguration()
        configuration.setValue("arcadedb.command.timeout", round((seconds or 0) * 1000))
        try:
            yield
        finally:
            configuration.setValue("arcadedb.command.timeout", 0)

    def stop(self) -> None:
        """Stop the engine; again and again is fine."""
        self._server.stop()
        self._open.discard(self.folder)

    def _configuration(self) -> Any:
        configuration = jpype.JClass("com.arcadedb.ContextConfiguration")()
        own = {"server.rootPath": str(self.folder), "server.rootPassword": self.password}
        for key, value in {**SETTINGS, **own}.items():
            configuration.setValue(f"arcadedb.{key}", value)
        return configuration


def _start_java(folder: Path) -> None:
    """Start the Java runtime, once per process: silent, its log and crash reports in `folder`.

    Not by `arcadedb_embedded.start_jvm`, which adds an incubator module that the runtime warns of on stderr.
    """
    if jpype.isJVMStarted():
        return
    logging = folder / "logging.properties"
    pattern = json.dumps(str(folder / "engine.log").replace("%", "%%"))[1:-1]  # Java properties escape alike
    logging.write_text(LOGGING.format(pattern=pattern))
    jars = [jar for jar in Path(get_jar_path()).glob("*.jar") if not jar.name.startswith(_UNWANTED)]
    jpype.startJVM(
        get_bundled_jre_lib_path(),
        f"-Xmx{HEAP}",
        "-XX:+UseSerialGC",
        "-Xrs",  # signals stay Python's: the bridge crashes the process at SIGTERM otherwise
        f"-XX:ErrorFile={folder / 'java-crash-%p.log'}",
        f"-Djava.util.logging.config.file={logging}",
        "-Darcadedb.installCustomFormatter=false",  # it would add a console handler
        "-Djava.awt.headless=true",
        "-Dpolyglot.engine.WarnInterpreterOnly=false",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",  # or Java 25 warns on stderr of what the engine's web server does
        "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
        "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        classpath=[str(jar) for jar in jars],
        interrupt=False,
    )


_UNWANTED = tuple(f"arcadedb-{part}-" for part in NOT_NEEDED)


def _password(file: Path) -> str:
    """The engine's password, made up at its first start and kept where only the user can read it.

    The engine takes a password only while it has no users, so a lost one is replaced by forgetting them.
    """
    if not file.exists() or not file.read_text():
        (file.parent / "config" / "server-users.jsonl").unlink(missing_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(24))
    return file.read_text()


def _reason(error: Any) -> str:
    """The innermost message of a Java exception, in one line."""
    messages = []
    while error is not None:
        messages.append(str(error.getMessage()))
        error = error.getCause()
    said = [message for message in messages if message != "None"]
    return " ".join(said[-1].split()) if said else "no reason given"


def _unopened(folder: Path, error: Any) -> StoreError:
    return StoreError(
        f"The embedded graph in {folder} cannot be opened: {_reason(error)}",
        "Close the other tppo that uses this case. If there is none, delete this folder: "
        "the graph is made again from the case's documents.",
    )
