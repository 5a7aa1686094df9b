"""The case folder: what it is, that it is ours, and that one process at a time uses it.

case.json       id, format version, when it was made
ledger.sqlite   what was read and decided: the truth, with all names unmasked
graph/          the embedded engine's files: can be rebuilt from the ledger at any time
in-use.lock     held while a command runs

A new folder and both files may be read by their owner alone.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from graph.casefile.ledger import CaseError, Clock, Ledger, utc_now

FORMAT = 1
DESCRIPTION = "case.json"
LEDGER = "ledger.sqlite"
LOCK = "in-use.lock"
UNFINISHED = f"{DESCRIPTION}.new"
OURS = frozenset({LOCK, UNFINISHED})
"""What a case that was never finished (the machine stopped) may leave in its folder."""
BEGUN = frozenset({LEDGER, f"{LEDGER}-wal", f"{LEDGER}-shm"})
"""What it may leave besides, where the unfinished description stands beside it."""
WAIT_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class CaseDescription:
    """What `case.json` says. `tppo` is the version that made the folder, or last changed its format."""

    id: str
    format: int
    tppo: str
    created: str


class Case:
    """An open case, locked against other processes until `close` (or the end of a `with` block)."""

    def __init__(self, folder: Path, description: CaseDescription, ledger: Ledger, lock: FileLock) -> None:
        self.folder = folder
        self.description = description
        self.ledger = ledger
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, create: bool = False, version: str = "", clock: Clock = utc_now) -> Self:
        """The case in the folder, its ledger open. With `create`, a missing or empty folder becomes a case.

        `version` is the running tppo's, written into a new case. Raises `CaseError` when the folder is no
        case, cannot be written, was made by a newer tppo, is damaged, has lost its ledger, or is not released
        by another process within 2 s.
        """
        is_new = not _is_case(folder)
        if is_new:
            _prepare(folder, create)
        lock = _acquire(folder)
        try:
            if is_new and not _is_case(folder):
                _begin(folder, CaseDescription(str(uuid.uuid4()), FORMAT, version, clock()))
            description = _read_description(folder)
            return cls(folder, description, Ledger(_ledger_of(folder), clock), lock)
        except BaseException:
            lock.release()
            raise

    @property
    def id(self) -> str:
        """The random identity of the case, by which a store knows whose graph it holds."""
        return self.description.id

    @property
    def graph_folder(self) -> Path:
        """Where the embedded engine keeps its files. The engine makes it."""
        return self.folder / "graph"

    def close(self) -> None:
        """Close the ledger and let other processes in. Closing twice does nothing more."""
        self.ledger.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _is_case(folder: Path) -> bool:
    try:
        return (folder / DESCRIPTION).exists()
    except OSError as error:
        raise _unusable(folder, error) from error


def _prepare(folder: Path, create: bool) -> None:
    """Make sure that a new case may be made here: the folder exists and holds nothing of anybody."""
    if not create:
        raise CaseError(
            f"{str(folder)!r} is not a case folder: it has no {DESCRIPTION}.",
            "`tppo ingest FILE --case FOLDER` makes one; --case or TPPO_CASE names another.",
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = {entry.name for entry in folder.iterdir()}
    except OSError as error:
        raise _unusable(folder, error) from error
    others = sorted(found - OURS - (BEGUN if UNFINISHED in found else frozenset()))
    if others and DESCRIPTION not in others:
        raise CaseError(
            f"{str(folder)!r} is not a case folder and not empty (it holds {others[0]!r}).",
            "Name an empty or a new folder with --case.",
        )


def _unusable(folder: Path, error: OSError) -> CaseError:
    reason = error.strerror or str(error)
    return CaseError(
        f"The case folder {str(folder)!r} cannot be used: {reason}.",
        "Check that it is a folder, that you may write there and that the disk has room.",
    )


def _acquire(folder: Path) -> FileLock:
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout as error:
        raise CaseError(
            f"The case {str(folder)!r} is in use by another process.",
            "Wait until the other tppo command ends, or close the program that holds the case open.",
        ) from error
    except OSError as error:
        raise _unusable(folder, error) from error
    return lock


def _begin(folder: Path, description: CaseDescription) -> None:
    """Make a new case. Its description comes last: where that stands, there is a ledger too."""
    content = {name: getattr(description, name) for name in ("id", "format", "tppo", "created")}
    unfinished = folder / UNFINISHED
    try:
        # Written aside and renamed: a case.json that exists is always whole.
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        Ledger(folder / LEDGER).close()
        unfinished.replace(folder / DESCRIPTION)
    except OSError as error:
        raise _unusable(folder, error) from error


def _ledger_of(folder: Path) -> Path:
    """The ledger's file. One that is gone is not made anew: that would pass for a case without documents."""
    path = folder / LEDGER
    try:
        gone = not path.exists()
    except OSError as error:
        raise _unusable(folder, error) from error
    if gone:
        raise CaseError(
            f"The ledger {str(path)!r} is missing.",
            "Restore it from a backup, or begin a new case folder and ingest the documents again.",
        )
    return path


def _read_description(folder: Path) -> CaseDescription:
    try:
        raw: Any = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        found = CaseDescription(str(raw["id"]), int(raw["format"]), str(raw["tppo"]), str(raw["created"]))
    except OSError as error:
        raise _unusable(folder, error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError(
            f"{DESCRIPTION} of the case {str(folder)!r} is damaged.",
            "Restore the file from a backup; ledger.sqlite beside it still holds everything that was read.",
        ) from error
    if found.format > FORMAT:
        raise CaseError(
            f"The case {str(folder)!r} has format {found.format}; this tppo knows up to format {FORMAT}.",
            f"Install tppo {found.tppo or 'of a newer version'} or later from its repository.",
        )
    return found
