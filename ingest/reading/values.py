"""What reading hands on: documents and refusals, and what passes between a format's reader and the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from graph.model import Document, TppoError

IGNORED = "ignored"
"""Code of a refusal that is no complaint: a folder held something that reading does not take."""

ANY_LANGUAGE_CURE = (
    "tppo reads Indonesian; translate the document or remove it "
    "(or read it all the same with --any-language)."
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that gave no document: where it is, why, and what to do about it.

    `code` is one of missing, empty, binary, encoding, unreadable, language, damaged, encrypted, no_text,
    no_text_key, unsupported, ignored. `origin` is the name relative to what was asked for ("2025/a.pdf" in a
    folder).
    """

    origin: str
    reason: str
    cure: str
    code: str

    @property
    def ignored(self) -> bool:
        """True for what a folder holds beside documents: counted and shown, but no failure of the batch."""
        return self.code == IGNORED


Reading = Document | Refusal


class ReadingError(TppoError):
    """One input cannot be read; `code` as in `Refusal`. Stays inside reading: the batch gets a `Refusal`."""

    def __init__(self, message: str, cure: str, code: str) -> None:
        super().__init__(message, cure)
        self.code = code

    def refusal(self, origin: str) -> Refusal:
        """The same as a value of the batch."""
        return Refusal(origin, str(self), self.cure, self.code)


class Known(TypedDict, total=False):
    """What is known of a document from outside its text; each goes before what the text itself says."""

    title: str | None
    publisher: str | None
    published_on: str | None
    url: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """One document as a format's reader found it: its text for good, and what the file says of it.

    A `part` tells documents of one file apart (the line of a .jsonl file, the place in a .json list, from 1).
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    url: str | None = None
    kind: str | None = None
    part: int | None = None

    def known(self) -> Known:
        """What the file says of the document, as `read_text` takes it."""
        return Known(
            title=self.title,
            publisher=self.publisher,
            published_on=self.published_on,
            url=self.url,
            kind=self.kind,
        )


Piece = Source | ReadingError
"""What one file gives: one or many sources, and errors of single records that leave the others whole."""
