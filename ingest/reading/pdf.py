"""PDF files with a text layer, by pypdfium2. Lines that the page's width broke are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ingest.reading.decoding import unified
from ingest.reading.furniture import is_furniture
from ingest.reading.titles import document_title
from ingest.reading.values import Piece, ReadingError, Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ITEM = re.compile(r"\s*(?:[-–—−•▪●*·]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s")
_FULL = 0.8
"""Share of the page's usual line length from which a line counts as broken by the width."""


def read_pdf(data: bytes, origin: str) -> Iterator[Piece]:
    """The text of all pages, one after the other, and the title in the file's properties.

    The properties' dates are when the file was made, not when it was published, and are not used. Raises
    ReadingError: encrypted, damaged, or no_text for a scan.
    """
    from pypdfium2 import PdfiumError

    try:
        pages, title = _content(data)
    except PdfiumError as error:
        raise _refused(error, origin) from error
    if not "".join(pages).strip():
        cure = f"Run OCR first, e.g. `ocrmypdf -l ind {origin} {origin.removesuffix('.pdf')}-ocr.pdf`."
        raise ReadingError(f"{origin} has no text layer: it is a scan.", cure, "no_text")
    yield Source("\n".join(_unwrapped(page.split("\n")) for page in pages), title=document_title(title))


def _content(data: bytes) -> tuple[list[str], str | None]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        pages = [_page_text(document, number) for number in range(len(document))]
        return pages, document.get_metadata_dict().get("Title")
    finally:
        document.close()


def _refused(error: Exception, origin: str) -> ReadingError:
    if "password" in str(error).casefold():
        cure = f"Remove the password first, e.g. `qpdf --decrypt --password=… {origin} open.pdf`."
        return ReadingError(f"{origin} is protected by a password.", cure, "encrypted")
    message = f"{origin} is not a whole PDF file ({error})."
    return ReadingError(message, "Download or copy it again.", "damaged")


def _page_text(document: PdfDocument, number: int) -> str:
    page = document[number]
    textpage = page.get_textpage()
    text = unified(textpage.get_text_range())
    textpage.close()
    page.close()
    return text.replace("\ufffe\n", "").replace("\ufffe", "").replace("\0", "")


def _unwrapped(lines: Sequence[str]) -> str:
    """The page's text with each paragraph on one line; headings, list items and page furniture stay on their
    own.
    """
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    full = _FULL * lengths[len(lengths) * 9 // 10] if lengths else 0
    joined: list[str] = []
    open_line = False
    for line in (line.rstrip() for line in lines):
        alone = is_furniture(line, verdict=True)
        if open_line and line.strip() and not alone and not _ITEM.match(line):
            joined[-1] += " " + line.lstrip()
        else:
            joined.append(line)
        open_line = len(line) >= full and not alone
    return "\n".join(joined)
