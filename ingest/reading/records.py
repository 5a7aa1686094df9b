"""JSON and JSON Lines: one record or many, each with a text and what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ingest.reading.dates import first_date
from ingest.reading.decoding import text_of, unified
from ingest.reading.values import Piece, ReadingError, Source

TEXT_KEYS = ("text", "content", "body")
_TITLE_KEYS = ("title", "headline")
_PUBLISHER_KEYS = ("publisher", "source")
_DATE_KEYS = ("published_on", "date", "published_at")
_URL_KEYS = ("url", "link")
_KINDS = ("news", "release", "verdict")


def read_json(data: bytes, origin: str) -> Iterator[Piece]:
    """The record of a .json file, or each record of its list. Raises ReadingError damaged if it is not
    JSON.
    """
    value = _parsed(text_of(data, origin), origin)
    if isinstance(value, list):
        for number, record in enumerate(value, start=1):
            yield _piece(record, origin, number)
    else:
        yield _piece(value, origin, None)


def read_jsonl(data: bytes, origin: str) -> Iterator[Piece]:
    """The record of each line; a line that is no record is given as an error and the next one is read."""
    for number, line in enumerate(text_of(data, origin).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _piece(_parsed(line, f"{origin}:{number}"), origin, number)
        except ReadingError as error:
            yield error


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"{where} is not JSON ({error}).", "Correct it there.", "damaged") from error


def _piece(record: object, origin: str, part: int | None) -> Piece:
    where = origin if part is None else f"{origin}:{part}"
    if not isinstance(record, dict):
        message = f"{where} holds {type(record).__name__}, not a record."
        return ReadingError(message, f'Write {{"{TEXT_KEYS[0]}": "…", "title": "…"}}.', "damaged")
    text = _first(record, TEXT_KEYS)
    if text is None:
        seen = ", ".join(map(str, record)) or "none"
        cure = f"Name the text {' or '.join(TEXT_KEYS)}, and give it as a string."
        return ReadingError(f"{where} has no text; its keys are: {seen}.", cure, "no_text_key")
    return _source(record, text, part)


def _source(record: Mapping[str, object], text: str, part: int | None) -> Source:
    kind = _first(record, ("kind",))
    return Source(
        unified(text),
        title=_first(record, _TITLE_KEYS),
        publisher=_first(record, _PUBLISHER_KEYS),
        published_on=first_date(_first(record, _DATE_KEYS) or ""),
        url=_first(record, _URL_KEYS),
        kind=kind if kind in _KINDS else None,
        part=part,
    )


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of these keys that holds a string with something in it."""
    found = (record.get(key) for key in keys)
    return next((value for value in found if isinstance(value, str) and value.strip()), None)
