"""The input shell: paths and standard input become readings, one by one. Nothing stops the batch."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from graph.model import Document
from ingest.reading.document import read_text
from ingest.reading.formats import READERS, SUFFIXES, kind_of, kind_of_stream
from ingest.reading.language import ACCEPTED
from ingest.reading.values import ANY_LANGUAGE_CURE, IGNORED, Piece, Reading, ReadingError, Refusal, Source

STDIN = "-"
STDIN_NAME = "stdin"
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_CURE = "Write the file again as UTF-8 from its source."
_EMPTY_CURE = "Remove it, or copy it again if it should hold a document."


def read_paths(
    paths: Sequence[str | Path], stdin: bytes | None = None, *, any_language: bool = False
) -> Iterator[Reading]:
    """One `Document` or `Refusal` for each document found: files, folders (walked by name), "-" for standard
    input.

    In a folder hidden files are passed over; a file of a kind that is not read gives a `Refusal` that is
    `ignored`. Documents in other languages than Indonesian and Malay are refused unless `any_language`. Never
    raises for what an input is.
    """
    for path in map(str, paths):
        if path == STDIN:
            yield from _readings(stdin or b"", STDIN_NAME, any_language=any_language)
        else:
            yield from _path(Path(path), any_language=any_language)


def _path(path: Path, *, any_language: bool) -> Iterator[Reading]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield _no_access(error, path.name or str(path))
        return
    if not is_folder:
        yield from _file(path, path.name, any_language=any_language)
        return
    for entry in _walk(path, ""):
        if isinstance(entry, Refusal):
            yield entry
        else:
            yield from _file(path / entry, entry, any_language=any_language, in_folder=True)


def _walk(root: Path, under: str) -> Iterator[str | Refusal]:
    """The names, relative to the root, of all files in name order; refusals for what cannot be entered."""
    folder = root / under
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _no_access(error, under or folder.name or str(folder))
        return
    for entry in entries:
        name = f"{under}/{entry.name}" if under else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and entry.is_dir():
            reason = f"{name} is a link to a folder and was not followed."
            yield Refusal(name, reason, "Give that folder itself if its documents are wanted.", IGNORED)
        elif entry.is_dir():
            yield from _walk(root, name)
        else:
            yield name


def _file(path: Path, name: str, *, any_language: bool, in_folder: bool = False) -> Iterator[Reading]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            cure = 'Give a file or a folder; use "-" to read standard input.'
            yield Refusal(name, f"{name} is neither a file nor a folder.", cure, "unreadable")
            return
        data = path.read_bytes()
    except OSError as error:
        yield _no_access(error, name)
        return
    yield from _readings(data, name, in_folder=in_folder, any_language=any_language)


def _readings(data: bytes, name: str, *, in_folder: bool = False, any_language: bool) -> Iterator[Reading]:
    """What one file's content gives; `name` may hold the folder below the one asked for, documents keep the
    last part.
    """
    origin = PurePath(name).name
    try:
        kind = kind_of(data, origin) if name != STDIN_NAME else kind_of_stream(data, origin)
        if kind is None and in_folder:
            yield _ignored(name)
            return
        if not data.strip():
            raise ReadingError(f"{origin} is empty.", _EMPTY_CURE, "empty")
        for piece in READERS[kind or "text"](data, origin):
            yield _reading(piece, name, origin, any_language=any_language)
    except ReadingError as error:
        yield error.refusal(name)


def _reading(piece: Piece, name: str, origin: str, *, any_language: bool) -> Reading:
    if isinstance(piece, ReadingError):
        return piece.refusal(name)
    try:
        document = _document(piece, origin)
    except ReadingError as error:
        return error.refusal(name)
    if not any_language and document.language not in ACCEPTED:
        reason = f"{document.origin} is in another language ({document.language})."
        return Refusal(name, reason, ANY_LANGUAGE_CURE, "language")
    return document


def _document(source: Source, origin: str) -> Document:
    """The document of a source. Raises ReadingError: empty, or encoding for characters that no file can
    hold.
    """
    where = origin if source.part is None else f"{origin}:{source.part}"
    if not source.text.strip():
        raise ReadingError(f"{where} is empty.", _EMPTY_CURE, "empty")
    if _SURROGATE.search(source.text):
        raise ReadingError(f"{where} holds half characters (lone surrogates).", _SURROGATE_CURE, "encoding")
    return read_text(source.text, where, **source.known())


def _ignored(name: str) -> Refusal:
    reason = f"{name} is of a kind that tppo does not read and was passed over."
    return Refusal(name, reason, f"It reads {' '.join(filter(None, SUFFIXES))}.", IGNORED)


def _no_access(error: OSError, name: str) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal(name, f"{name} does not exist.", "Check the name and the folder.", "missing")
    reason = f"{name} cannot be read: {error.strerror or error}."
    return Refusal(
        name, reason, "Give yourself the right to read it, or copy it to another place.", "unreadable"
    )
