"""The ledger of a case: one SQLite file with all that was read and decided. The graph is rebuilt from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from graph.casefile import ledger_statements as sql
from graph.casefile.decision import Decision
from graph.casefile.serial import decode_extraction, decode_text, encode_extraction, encode_text
from graph.model import Extraction, TppoError

Clock = Callable[[], str]
Outcome = Literal["new", "known", "superseded"]


class CaseError(TppoError):
    """The case folder or its ledger cannot be used. Exit code 4."""

    exit_code = 4


def utc_now() -> str:
    """The present moment as an ISO timestamp in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _make_private(path: Path) -> None:
    """Make the file before SQLite does: its journals get the same mode (SQLite, "findCreateFileMode")."""
    if not path.exists():
        path.touch(mode=0o600)


@dataclass(frozen=True, slots=True)
class LedgerStatus:
    """Counts: documents, entities and claims of current extractions, superseded extractions, and decisions
    that hold. `last_read` is the timestamp of the latest new document, None in an empty ledger.
    """

    documents: int
    entities: int
    claims: int
    superseded: int
    decisions: int
    last_read: str | None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something that was done to the case and that has to stay known (names shown unmasked, for one)."""

    at: str
    action: str
    detail: str


class Ledger:
    """The open ledger. It only adds and marks; nothing that was read or decided is changed or lost.

    It holds names unmasked: a new file, and what SQLite keeps beside it, may be read by its owner alone.
    `clock` gives the timestamps. All methods raise `CaseError` when the file is damaged or the disk refuses.
    """

    def __init__(self, path: Path, clock: Clock = utc_now) -> None:
        self._path = path
        self._clock = clock
        with self._guarded():
            _make_private(path)
            self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            self._prepare()
        except CaseError:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        with self._guarded():
            (version,) = self._one("PRAGMA user_version")
            if version > sql.SCHEMA_VERSION:
                raise CaseError(
                    f"The ledger {str(self._path)!r} has format {version}, newer than {sql.SCHEMA_VERSION}.",
                    "Install the newer tppo from its repository.",
                )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            if version < sql.SCHEMA_VERSION:
                self._connection.executescript(sql.CREATE)
                self._connection.execute(f"PRAGMA user_version = {sql.SCHEMA_VERSION:d}")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
                error, sqlite3.OperationalError
            )
            raise CaseError(
                f"The ledger {str(self._path)!r} is {'damaged' if damaged else 'not usable'}: {error}.",
                "Restore the case folder from a backup and ingest what came since."
                if damaged
                else "Check that the file may be written, the disk has room and nothing else uses it.",
            ) from error

    def _one(self, statement: str, *values: object) -> Any:
        return self._connection.execute(statement, values).fetchone()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that is added in the block is kept together or, when the block raises, not at all.

        A batch inside a batch belongs to the outer one.
        """
        if self._connection.in_transaction:
            yield
            return
        with self._guarded():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._guarded():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def add(self, extraction: Extraction, extractor: str) -> Outcome:
        """Keep the extraction: of a "new" document, of a "known" one (nothing changes), or "superseded" where
        another extractor read it before.

        `extractor` names program and version. A document is known by the SHA-256 of its text, whatever file
        or address it comes from.
        """
        sha256 = extraction.document.sha256
        with self.batch(), self._guarded():
            current = self._one(sql.CURRENT_EXTRACTION, sha256)
            if current is None:
                self._add_document(sha256, extraction)
                self._add_extraction(sha256, extraction, extractor)
                return "new"
            if current[1] == extractor:
                return "known"
            self._connection.execute(sql.SET_ASIDE, (current[0],))
            added = self._add_extraction(sha256, extraction, extractor)
            self._connection.execute(sql.SUPERSEDE, (added, current[0]))
            return "superseded"

    def _add_document(self, sha256: str, extraction: Extraction) -> None:
        document = extraction.document
        row = (sha256, encode_text(document.text), encode_text(document.origin), self._clock())
        self._connection.execute(sql.ADD_DOCUMENT, row)

    def _add_extraction(self, sha256: str, extraction: Extraction, extractor: str) -> int | None:
        counts = len(extraction.entities), len(extraction.claims)
        row = (sha256, extractor, encode_extraction(extraction), *counts, self._clock())
        return self._connection.execute(sql.ADD_EXTRACTION, row).lastrowid

    def knows(self, sha256: str, extractor: str) -> bool:
        """Whether this extractor's reading of the document is here already: it need not be read again."""
        with self._guarded():
            current = self._one(sql.CURRENT_EXTRACTION, sha256)
        return current is not None and current[1] == extractor

    def extractions(self) -> Iterator[Extraction]:
        """The current extraction of every document, by SHA-256, whatever the order they came in."""
        with self._guarded():
            for text, content in self._connection.execute(sql.EXTRACTIONS):
                yield decode_extraction(content, decode_text(text))

    def decide(self, decision: Decision) -> Decision:
        """Record a judgement; the same with its number and time."""
        made = replace(decision, at=decision.at or self._clock(), undone_at=None)
        row = (made.kind, made.a, made.b, made.who, made.reason, made.score, made.at)
        with self.batch(), self._guarded():
            return replace(made, id=self._connection.execute(sql.ADD_DECISION, row).lastrowid or 0)

    def undo(self, decision_id: int) -> None:
        """Mark a decision as undone. Raises `CaseError` when none with this number still holds."""
        with self.batch(), self._guarded():
            if not self._connection.execute(sql.UNDO_DECISION, (self._clock(), decision_id)).rowcount:
                raise CaseError(
                    f"There is no decision {decision_id} that could be undone.",
                    "The decisions of the case are numbered; one that is undone already stays undone.",
                )

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order they were made, the undone ones too."""
        with self._guarded():
            return tuple(Decision(*row) for row in self._connection.execute(sql.DECISIONS))

    def note(self, action: str, detail: str) -> None:
        """Add an entry to the log of the case."""
        with self.batch(), self._guarded():
            self._connection.execute(sql.ADD_LOG, (self._clock(), action, detail))

    def log(self) -> tuple[LogEntry, ...]:
        """The log of the case, oldest first."""
        with self._guarded():
            return tuple(LogEntry(*row) for row in self._connection.execute(sql.LOG))

    def status(self) -> LedgerStatus:
        """What the ledger holds, in numbers."""
        with self._guarded():
            return LedgerStatus(*self._one(sql.STATUS))

    def close(self) -> None:
        """Close the file. Closing twice does nothing more."""
        self._connection.close()
