"""Bytes become text: byte-order marks, UTF-8, UTF-16, and the Western single-byte encodings of old Windows
files.
"""

from __future__ import annotations

import codecs

from ingest.reading.values import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = ["cp1252", "latin_1"]
_WIDE = ("utf-16-le", "utf-16-be")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a\x1b"))
_CURE = "Open it in an editor and save it as UTF-8 text, or find the original again."


def text_of(data: bytes, origin: str, declared: str | None = None) -> str:
    """The text of these bytes, newlines as LF and without a byte-order mark, else unchanged.

    `declared` is the encoding a page names for itself; it is tried after a byte-order mark and UTF-8. Raises
    ReadingError: binary (control bytes that no text has), encoding (no known encoding fits, or damaged
    UTF-8).
    """
    return unified(_decoded(data, origin, declared))


def unified(text: str) -> str:
    """The text with every line end as LF (from CR LF and CR), so that offsets do not depend on the system."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, origin: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, origin)
    if b"\0" in data:
        return _wide(data, origin)
    _refuse_binary(data, origin)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error, origin)
    return _declared(data, declared) or _western(data, origin)


def _strict(data: bytes, encoding: str, origin: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{origin} is marked as {encoding} but is not: byte {error.start} does not fit."
        raise ReadingError(message, _CURE, "encoding") from error


def _wide(data: bytes, origin: str) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > 0.6 * len(data) / 2 and min(even, odd) < 0.05 * len(data) / 2:
        return _strict(data, _WIDE[even > odd], origin)
    raise _binary(origin)


def _refuse_binary(data: bytes, origin: str) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(2, len(data) // 500):
        raise _binary(origin)


def _binary(origin: str) -> ReadingError:
    cure = "Give text, HTML, PDF, DOCX or JSON; a picture of a document needs OCR first (e.g. ocrmypdf)."
    return ReadingError(f"{origin} is binary data, not a text.", cure, "binary")


def _refuse_damaged(data: bytes, error: UnicodeDecodeError, origin: str) -> None:
    """Raise ReadingError if this is UTF-8 with broken places: Western text has next to no valid UTF-8
    sequence.
    """
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    whole = sum(1 for character in repaired if character > "\x7f") - broken
    if whole > broken:
        message = f"{origin} is damaged UTF-8: byte {error.start} does not fit."
        raise ReadingError(message, _CURE, "encoding")


def _declared(data: bytes, declared: str | None) -> str | None:
    try:
        return data.decode(declared) if declared else None
    except (LookupError, UnicodeDecodeError):
        return None


def _western(data: bytes, origin: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_WESTERN).best()
    text = "" if best is None else data.decode(best.encoding)
    if best is None or any("\x7f" <= character <= "\x9f" for character in text):
        message = f"The encoding of {origin} is unknown: neither UTF-8, UTF-16 nor Windows-1252 fits."
        raise ReadingError(message, _CURE, "encoding")
    return text
