"""Saved web pages: the article's text and what the page says of itself, by trafilatura. Nothing is
fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.reading.decoding import text_of
from ingest.reading.document import read_text
from ingest.reading.rules import bare
from ingest.reading.values import Piece, ReadingError, Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
_MARKS = re.compile(
    r"<meta\b[^>]*>|<link\b[^>]*\bcanonical\b[^>]*>|<script\b[^>]*ld\+json[^>]*>.*?</script>",
    re.IGNORECASE | re.DOTALL,
)
_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"


def read_html(data: bytes, origin: str) -> Iterator[Piece]:
    """The article of a page: its headline and its paragraphs, one a line, without menus, comments and related
    links.

    Title, publisher and address are those the page's own markup gives, and so is the date; where the markup
    has none, the lines by the headline are looked at as in a plain text. Raises ReadingError no_text if the
    page holds no article.
    """
    import trafilatura

    page = text_of(data, origin, _declared(data))
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not (text := (found.text or "").strip()):
        cure = "Save the article's text as .txt, or save the page again when it is loaded completely."
        raise ReadingError(f"No article was found in {origin}.", cure, "no_text")
    yield Source(
        _with_headline(text, found.title),
        title=found.title,
        publisher=found.sitename,
        published_on=_marked_date(page) or _shown_date(page, found.title),
        url=found.url or _saved_from(page),
    )


def _marked_date(page: str) -> str | None:
    """The date in the page's metadata. Its visible parts are left out: htmldate would take the day of
    saving.
    """
    from htmldate import find_date

    marks = "".join(_MARKS.findall(page))
    html = f"<html><head>{marks}</head><body></body></html>"
    return find_date(html, extensive_search=False, original_date=True) if marks else None


def _shown_date(page: str, title: str | None) -> str | None:
    """The date that stands by the headline."""
    from trafilatura import load_html

    tree = load_html(page)
    lines = [] if tree is None else [" ".join(line.split()) for line in tree.xpath(_VISIBLE)]
    return read_text("\n".join(lines), title=title).published_on


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, 4096)
    return found[1].decode("ascii") if found else None


def _saved_from(page: str) -> str | None:
    """The address a browser writes into a page it saves."""
    found = _SAVED_FROM.search(page, 0, 4096)
    return found[1] if found else None


def _with_headline(text: str, title: str | None) -> str:
    """The text under its headline, which the extraction of the main text often leaves out."""
    if not title or any(bare(title) == bare(line) for line in text.split("\n")[:3]):
        return text
    return f"{title}\n\n{text}"
