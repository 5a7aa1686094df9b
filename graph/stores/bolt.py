"""A store over the neo4j driver: the one way to a Neo4j server and to the embedded engine."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

import neo4j

from graph.model import Graph, Node, Relationship
from graph.store import Credentials, LoadReport, Rows, StoreError
from graph.stores import loading, statements
from graph.stores.bolt_errors import (
    READS_FILE,
    refuse_foreign_case,
    refuse_unfinished,
    refused,
    translated,
)
from graph.stores.bolt_values import plain
from graph.stores.loading import Step, StoredCase
from graph.stores.reading import refuse_calls

PATIENCE_SECONDS = 5.0
READS = "r"

# The driver reports retries and notifications to its logger, which without a handler prints them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


def connect(address: str, credentials: Credentials) -> neo4j.Driver:
    """A driver whose server has answered in the database; StoreError within seconds where it does not.

    The server's notifications (unknown label, deprecated syntax) are turned off.
    """
    with translated(address):
        driver = neo4j.GraphDatabase.driver(
            address,
            auth=(credentials.username, credentials.password),
            connection_timeout=PATIENCE_SECONDS,
            connection_acquisition_timeout=PATIENCE_SECONDS,
            max_transaction_retry_time=PATIENCE_SECONDS,
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="tppo",
        )
    try:
        with translated(address), driver.session(database=credentials.database) as session:
            session.run("RETURN 1").consume()
    except StoreError:
        driver.close()
        raise
    return driver


class BoltStore:
    """The graph of one case in one database of a server that speaks Bolt. See `graph.store.Store`.

    Without `case_id` it answers whatever case it holds.
    """

    other_case_cure: ClassVar[str] = (
        "Give this case a database of its own: another address in TPPO_STORE, or NEO4J_DATABASE."
    )

    def __init__(
        self, driver: neo4j.Driver, address: str, database: str | None, case_id: str | None = None
    ) -> None:
        self._driver = driver
        self._address = address
        self._database = database
        self._case_id = case_id
        self._reads_only: set[str] = set()

    @property
    def description(self) -> str:
        """Product, version and address: "Neo4j 5.26.12 at bolt://localhost:7687"."""
        with translated(self._address):
            agent = self._driver.get_server_info().agent
        return f"{agent.replace('/', ' ')} at {self._address}"

    def load(self, graph: Graph, case_id: str, digest: str = "") -> LoadReport:
        """Make the store hold exactly this graph, and remember `digest` of it.

        Up to `loading.WHOLE_SIZE` it is one transaction: whatever breaks, the graph of before is still there.
        A larger one takes several; until the last of them reading is refused. StoreError when the store holds
        another case, was written by a newer tppo, or has a node of others with one of our ids.
        """
        after = loading.case_of(graph, case_id, digest)
        with translated(self._address), self._session(neo4j.WRITE_ACCESS) as session:
            before = self._case(session)
            refuse_foreign_case(before, case_id, self._address, self.other_case_cure)
            on_the_way = loading.begun(after, before)
            steps = (*loading.steps(graph, uuid.uuid4().hex, on_the_way), loading.state_step(after))
            self._bootstrap(session, after.labels, after.types)
            session.execute_read(_refuse_foreign_nodes, loading.ids_by_label(graph))
            if on_the_way.size <= loading.WHOLE_SIZE:
                removed = session.execute_write(_run_together, steps)
            else:
                steps = (loading.state_step(on_the_way), *steps)
                removed = _run_each(lambda step: session.execute_write(_run_one, step), steps)
        return LoadReport(len(graph.nodes), len(graph.relationships), *removed)

    def digest(self) -> str | None:
        """The digest of the graph it holds; None where none was loaded, or the load of it broke off."""
        with translated(self._address), self._session(neo4j.READ_ACCESS) as session:
            case = self._own(session)
        known = case and case.complete and case.schema_version == loading.SCHEMA_VERSION
        return case.digest if case and known else None

    def read(self, cypher: str, parameters: Mapping[str, Any], timeout: float | None = None) -> Rows:
        """Run one query that only reads, for at most `timeout` seconds.

        A query that would write, loads a file, calls what may reach beyond the graph, or administers is refused
        before it runs, and what runs is rolled back should it report a write after all.
        """
        refuse_calls(cypher)
        with translated(self._address, timeout), self._session(neo4j.READ_ACCESS) as session:
            self._readable(session)
            if cypher not in self._reads_only:  # planning takes far longer than most answers
                self._refuse_writes(session, cypher)
                self._reads_only.add(cypher)
            work = neo4j.unit_of_work(timeout=timeout)(_read)
            return session.execute_read(work, cypher, dict(parameters))

    def named(self, text: str, labels: Sequence[str], limit: int = 50) -> tuple[Node, ...]:
        """Nodes of these labels whose names hold words of the text or words spelled nearly so, the likeliest first."""
        wanted = words_wanted(text)
        with translated(self._address), self._session(neo4j.READ_ACCESS) as session:
            case = self._readable(session)
            held = set(case.labels).intersection(labels) if case else set()
            indexes = {index: label for label in sorted(held) for index in self._names_indexes(label)}
            if not wanted or not indexes:
                return ()
            asked = {"indexes": list(indexes), "wanted": wanted, "limit": limit}
            hits = session.execute_read(_rows, statements.FIND_NAMED, asked)
        found: dict[tuple[str, str], tuple[float, Node]] = {}
        for index, properties, score in hits:
            node = Node(indexes[index], properties.pop("id"), _untagged(properties))
            place = (node.label, node.id)
            if place not in found or found[place][0] < score:
                found[place] = (score, node)
        ranked = sorted(found.values(), key=lambda hit: (-hit[0], hit[1].label, hit[1].id))
        return tuple(node for _, node in ranked)

    def said(self, words: str, limit: int = 500, timeout: float | None = None) -> tuple[Relationship, ...]:
        """Relationships whose sentences hold all these words, the likeliest first."""
        wanted = all_of(words)
        with translated(self._address, timeout), self._session(neo4j.READ_ACCESS) as session:
            case = self._readable(session)
            if not wanted or not case or not case.types:
                return ()
            indexes = {self._sentences_index(kind): kind for kind in case.types}
            asked = {"indexes": list(indexes), "wanted": wanted, "limit": limit, "labels": list(case.labels)}
            work = neo4j.unit_of_work(timeout=timeout)(_rows)
            hits = session.execute_read(work, statements.FIND_SAID, asked)
        found: list[tuple[float, Relationship]] = []
        for index, start_label, start, end_label, end, properties, score in hits:
            ends = (start_label, start, end_label, end)
            key = properties.pop(statements.KEY)
            found.append((score, Relationship(indexes[index], key, *ends, _untagged(properties))))
        found.sort(key=lambda hit: (-hit[0], hit[1].type, hit[1].key))
        return tuple(relationship for _, relationship in found)

    def snapshot(self) -> Graph:
        """All nodes and relationships that tppo put into the store, in the order `Graph` documents."""
        with translated(self._address), self._session(neo4j.READ_ACCESS) as session:
            case = self._readable(session)
            return session.execute_read(_snapshot, case) if case else Graph()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def _bootstrap(self, session: neo4j.Session, labels: Sequence[str], types: Sequence[str]) -> None:
        """Constraints and full-text indexes: schema changes cannot share a transaction with data."""
        for label in (statements.CASE_LABEL, *labels):
            session.run(statements.constraint(label)).consume()
        for label in labels:
            self._index_names(session, label)
        for kind in types:
            self._index_sentences(session, kind)

    def _index_names(self, session: neo4j.Session, label: str) -> None:
        """Make the full-text index over the names of a label's nodes."""
        session.run(statements.index_names(label)).consume()

    def _index_sentences(self, session: neo4j.Session, kind: str) -> None:
        """Make the full-text index over the sentences of a type's relationships."""
        session.run(statements.index_sentences(kind)).consume()

    def _names_indexes(self, label: str) -> tuple[str, ...]:
        """The full-text indexes over the names of a label's nodes."""
        return (statements.names_index(label),)

    def _sentences_index(self, kind: str) -> str:
        """The full-text index over the sentences of a type's relationships."""
        return statements.sentences_index(kind)

    def _refuse_writes(self, session: neo4j.Session, cypher: str) -> None:
        """Raise StoreError unless the server's own plan of the query says that it only reads the graph."""
        # On a line of its own, so that columns in error messages are those of the query.
        summary = session.run("EXPLAIN\n" + cypher).consume()
        if summary.query_type != READS:
            raise refused("writes or administers")
        if "LoadCSV" in _operators(summary.plan):
            raise refused(READS_FILE)

    def _readable(self, session: neo4j.Session) -> StoredCase | None:
        """What the store holds, once it is sure that it is whole and of the case it was opened for."""
        case = self._own(session)
        refuse_unfinished(case, self._address)
        return case

    def _own(self, session: neo4j.Session) -> StoredCase | None:
        case = self._case(session)
        if self._case_id is not None:
            refuse_foreign_case(case, self._case_id, self._address, self.other_case_cure)
        return case

    @staticmethod
    def _case(session: neo4j.Session) -> StoredCase | None:
        for found in session.run(statements.READ_CASE).data():
            return StoredCase(**{**found, "labels": tuple(found["labels"]), "types": tuple(found["types"])})
        return None


def _refuse_foreign_nodes(transaction: neo4j.ManagedTransaction, ids: Mapping[str, Sequence[str]]) -> None:
    for label, of_label in ids.items():
        for (found,) in transaction.run(statements.foreign_node(label), ids=of_label):
            raise StoreError(
                f"The store has a node {label} {found} that tppo did not make.",
                "Load into a database of its own: set NEO4J_DATABASE, or empty this one.",
            )


def words_wanted(text: str) -> str:
    """The text as Lucene is asked for it: each word, or one spelled nearly so; "" where it has no word."""
    words = re.findall(r"[^\W_]+", text.lower())
    words += re.findall(r"[^\W_]+(?:[.'’][^\W_]+)+", text.lower())  # "m.t." is one word to the index
    return " ".join(f"{word} {word}~1" if len(word) >= SHORTEST_NEAR else word for word in words)


def all_of(words: str) -> str:
    """Words as Lucene is asked for all of them; one that ends in `*` stands for all that begin so.

    Signs inside a word ("1.500.000", "Pare-pare") are left for the index to divide as it divided the sentences.
    """
    found = re.findall(r"[^\W_]+(?:[.,'’-][^\W_]+)*\*?", words.lower())
    return " ".join(f"+{word}" for word in found)


SHORTEST_NEAR = 4
"""Letters of a word from which on another spelling of it is looked for, too."""

_Deleted = tuple[int, int]
"""How many nodes and relationships went."""


def _run_one(transaction: neo4j.ManagedTransaction, step: Step) -> _Deleted:
    counters = transaction.run(step.cypher, dict(step.parameters)).consume().counters
    return counters.nodes_deleted, counters.relationships_deleted


def _run_together(transaction: neo4j.ManagedTransaction, steps: Sequence[Step]) -> _Deleted:
    return _run_each(partial(_run_one, transaction), steps)


def _run_each(run: Callable[[Step], _Deleted], steps: Sequence[Step]) -> _Deleted:
    """Run each step, sweeps until they find nothing more; how much they deleted together."""
    nodes = relationships = 0
    for step in steps:
        while any(deleted := run(step)):
            nodes += deleted[0]
            relationships += deleted[1]
    return nodes, relationships


def _rows(transaction: neo4j.ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> list[list[Any]]:
    return [list(record.values()) for record in transaction.run(cypher, parameters)]


def _read(transaction: neo4j.ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> Rows:
    result = transaction.run(cypher, parameters)
    columns = tuple(result.keys())
    rows = tuple(tuple(plain(value) for value in record.values()) for record in result)
    summary = result.consume()
    if summary.query_type != READS or summary.counters.contains_updates:
        raise refused("writes")
    return Rows(columns, rows)


def _snapshot(transaction: neo4j.ManagedTransaction, case: StoredCase) -> Graph:
    nodes: list[Node] = []
    for label in case.labels:
        for (properties,) in transaction.run(statements.nodes_of(label)):
            nodes.append(Node(label, properties.pop("id"), _untagged(properties)))
    label_of = {node.id: node.label for node in nodes}
    relationships: list[Relationship] = []
    for kind in case.types:
        for start, end, properties in transaction.run(statements.relationships_of(kind)):
            key = properties.pop(statements.KEY)
            ends = (label_of[start], start, label_of[end], end)
            relationships.append(Relationship(kind, key, *ends, _untagged(properties)))
    nodes.sort(key=lambda node: (node.label, node.id))
    relationships.sort(key=lambda relationship: (relationship.type, relationship.key))
    return Graph(tuple(nodes), tuple(relationships))


def _untagged(properties: dict[str, Any]) -> dict[str, Any]:
    del properties[statements.TAG]
    return properties


def _operators(plan: Mapping[str, Any] | None) -> Iterator[str]:
    if plan:
        yield plan["operatorType"].partition("@")[0]
        for child in plan.get("children", ()):
            yield from _operators(child)
