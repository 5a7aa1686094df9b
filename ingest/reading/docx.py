"""Word documents (.docx), by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.reading.decoding import unified
from ingest.reading.titles import document_title
from ingest.reading.values import Piece, ReadingError, Source

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table


def read_docx(data: bytes, origin: str) -> Iterator[Piece]:
    """The paragraphs and tables in their order, one paragraph or table row a line, cells apart by a tab.

    Page headers and footers are left out; so are the properties' dates, which tell when the file was made.
    Raises ReadingError: damaged, or no_text.
    """
    document = _opened(data, origin)
    text = unified("\n".join(_lines(document)))
    if not text.strip():
        cure = "If it holds a picture of the text, run OCR on it; else remove it."
        raise ReadingError(f"{origin} holds no text.", cure, "no_text")
    yield Source(text, title=document_title(document.core_properties.title))


def _opened(data: bytes, origin: str) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    # lxml's XMLSyntaxError is a SyntaxError, python-docx's own errors of content are KeyError and ValueError
    try:
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, SyntaxError, KeyError, ValueError) as error:
        message = f"{origin} is not a whole Word document ({error})."
        raise ReadingError(
            message, "Open and save it again in a word processor as .docx.", "damaged"
        ) from error


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
