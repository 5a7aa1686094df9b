"""Word documents (.docx), by python-docx."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.reading.decoding import unified
from ingest.reading.titles import document_title
from ingest.reading.values import Piece, ReadingError, Source

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table


_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError,  # the package
    SyntaxError, LookupError, ValueError, AttributeError, TypeError,  # its parts; lxml's are SyntaxErrors
)  # fmt: skip
"""What python-docx lets through when a package or a part of it is damaged: it has no error of its own."""


def read_docx(data: bytes, origin: str) -> Iterator[Piece]:
    """The paragraphs and tables in their order, one paragraph or table row a line, cells apart by a tab.

    Page headers and footers are left out; so are the properties' dates, which tell when the file was made.
    Raises ReadingError: damaged, or no_text.
    """
    try:
        text, title = _content(data)
    except _BROKEN as error:
        message = f"{origin} is not a whole Word document ({error})."
        raise ReadingError(
            message, "Open and save it again in a word processor as .docx.", "damaged"
        ) from error
    if not text.strip():
        cure = "If it holds a picture of the text, run OCR on it; else remove it."
        raise ReadingError(f"{origin} holds no text.", cure, "no_text")
    yield Source(text, title=document_title(title))


def _content(data: bytes) -> tuple[str, str]:
    import docx

    document = docx.Document(io.BytesIO(data))
    return unified("\n".join(_lines(document))), document.core_properties.title


def _lines(document: Document) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    """A merged cell is given once: python-docx repeats it for every column it covers."""
    for row in table.rows:
        cells = {cell._tc: cell.text.replace("\n", " ") for cell in row.cells}
        yield "\t".join(cells.values())
