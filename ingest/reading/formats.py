"""Which reader reads what: by content first, then by the file's name. New formats are added to `READERS`."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

from ingest.reading.decoding import text_of
from ingest.reading.docx import read_docx
from ingest.reading.html import read_html
from ingest.reading.pdf import read_pdf
from ingest.reading.records import read_json, read_jsonl
from ingest.reading.values import Piece, ReadingError, Source

Reader = Callable[[bytes, str], Iterator[Piece]]

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.I | re.S,
)
_OTHER = (
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)", "Save it as .docx or .pdf."),
    (b"{\\rtf", "rich text (.rtf)", "Save it as .docx or .txt."),
    (b"PK\x03\x04", "a ZIP archive", "Unpack it and give the folder."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
)


def read_plain(data: bytes, origin: str) -> Iterator[Piece]:
    """The whole text, see `decoding.text_of`."""
    yield Source(text_of(data, origin))


READERS: Mapping[str, Reader] = {
    "text": read_plain,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "json": read_json,
    "jsonl": read_jsonl,
}

SUFFIXES: Mapping[str, str] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def kind_of(data: bytes, name: str) -> str | None:
    """The key in `READERS` for this content, or None if neither the content nor the name's ending tells.

    Raises ReadingError unsupported for a kind that is known but not read (an archive, an old .doc).
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    suffix = PurePath(name).suffix.casefold()
    if data.startswith(b"PK\x03\x04") and (suffix == ".docx" or _is_docx(data)):
        return "docx"
    if _HTML.match(data, 0, 8192):
        return "html"
    for magic, what, cure in _OTHER:
        if data.startswith(magic):
            raise ReadingError(f"{name} is {what}, which tppo does not read.", cure, "unsupported")
    return SUFFIXES.get(suffix)


def kind_of_stream(data: bytes, name: str) -> str:
    """The same for content without a name: JSON and JSON Lines are told by their first line, all else is
    text.
    """
    kind = kind_of(data, name)
    if kind != "text" or data.lstrip()[:1] not in (b"{", b"["):
        return kind or "text"
    try:
        json.loads(data)
    except ValueError:
        return "jsonl" if _is_record(data.strip().split(b"\n")[0]) else "text"
    return "json"


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _is_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False
