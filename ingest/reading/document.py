"""A text becomes a document: title, publisher, date, kind, language and the parts that are furniture.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Unpack

from graph.model import Document, Span
from ingest.reading import courts, datelines
from ingest.reading.dates import DateLine, date_line
from ingest.reading.furniture import inline_spans, is_furniture, merged, teaser_lines
from ingest.reading.language import language_of
from ingest.reading.lines import Line, body_start, lines_of
from ingest.reading.rules import Publisher, bare
from ingest.reading.titles import headline
from ingest.reading.values import Known

_TAIL = 5
_RELEASE_LINES = frozenset({"siaran pers", "press release", "rilis pers"})


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text and what is told of them: `body` and `title` are line numbers."""

    lines: tuple[Line, ...]
    body: int
    title: int | None
    days: dict[int, DateLine]
    furniture: frozenset[int]

    @property
    def head(self) -> Sequence[Line]:
        return self.lines[: self.body]


def read_text(text: str, origin: str = "", **known: Unpack[Known]) -> Document:
    """The document that this text is. The text is kept as it is; every offset points into it.

    What is known from outside goes before what the text says: title, publisher, published_on (ISO), url,
    kind. What neither says is None. A text gives the same document every time.
    """
    decision = courts.decision_in(text)
    page = _page(text, known.get("title"), verdict=decision is not None)
    furniture = merged(_spans(page, verdict=decision is not None))
    publisher = _publisher(page, text, decision, known)
    return Document(
        text=text,
        title=known.get("title") or _title(page, decision),
        publisher=publisher.name if publisher else None,
        published_on=known.get("published_on") or _published_on(page, text, decision),
        url=known.get("url"),
        kind=known.get("kind") or _kind(page, publisher, decision),
        language=language_of(without(text, furniture) or text),
        origin=origin,
        furniture=furniture,
    )


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with these parts (in order, apart from each other) left out; for judging it, not for
    offsets.
    """
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _page(text: str, known_title: str | None, *, verdict: bool) -> _Page:
    """A decision has no headline and no menu: only the rules for lines anywhere and for decisions hold
    there.
    """
    lines = lines_of(text)
    body = 0 if verdict else body_start(lines)
    days = {
        n: day for n, line in enumerate(lines) if (day := date_line(line.text)) is not None and not verdict
    }
    ruled = {n for n, line in enumerate(lines) if is_furniture(line.text, head=n < body, verdict=verdict)}
    named = {n for n, line in enumerate(lines[:body]) if datelines.of_line(line.text) is not None}
    dated = {n for n, day in days.items() if n < body or not day.placed}
    furniture = ruled | teaser_lines(lines) | named | dated
    title = headline(lines[:body], furniture, known_title)
    if title is not None:
        furniture = (furniture - {title}) | _around(lines[:body], title)
    return _Page(lines, body, title, days, frozenset(furniture))


def _around(head: Sequence[Line], title: int) -> set[int]:
    """What stands above the headline, and its repetitions."""
    again = {n for n, line in enumerate(head) if n > title and bare(line.text) == bare(head[title].text)}
    return again | set(range(title))


def _spans(page: _Page, *, verdict: bool) -> Iterator[Span]:
    for number, line in enumerate(page.lines):
        if number in page.furniture:
            yield Span(line.start, line.end)
        else:
            yield from inline_spans(line, verdict=verdict)


def _title(page: _Page, decision: courts.Decision | None) -> str | None:
    if decision is not None:
        return decision.title
    return page.lines[page.title].text if page.title is not None else None


def _publisher(page: _Page, text: str, decision: courts.Decision | None, known: Known) -> Publisher | None:
    """The court of a decision; else what is known, the dateline, a line of the head, the host of the
    address.
    """
    given, url = known.get("publisher"), known.get("url")
    if decision is not None and decision.court is not None:
        return Publisher(decision.court, "verdict", (), ())
    return (
        (datelines.canonical(given) if given else None)
        or _dateline(page, text).publisher
        or next(filter(None, (datelines.of_line(line.text) for line in page.head)), None)
        or next(filter(None, (datelines.of_signature(line.text) for line in page.lines[-_TAIL:])), None)
        or (datelines.of_url(url) if url else None)
    )


def _dateline(page: _Page, text: str) -> datelines.Dateline:
    first = next((line for line in page.lines[page.body :]), None)
    return datelines.dateline_of(first.text, text) if first else datelines.NO_DATELINE


def _kind(page: _Page, publisher: Publisher | None, decision: courts.Decision | None) -> str:
    if decision is not None:
        return "verdict"
    named = any(bare(line.text) in _RELEASE_LINES for line in page.head)
    return "release" if named or (publisher is not None and publisher.kind == "release") else "news"


def _published_on(page: _Page, text: str, decision: courts.Decision | None) -> str | None:
    """The day a line by the headline gives, else the dateline's, else the place and day under a release."""
    if decision is not None:
        return decision.decided_on
    lines = sorted(page.days.items())
    head = [(n, day) for n, day in lines if n < page.body and not day.updated]
    under = [day for n, day in head if page.title is not None and n > page.title]
    above = [day for n, day in head if page.title is None or n < page.title]
    placed = [day for n, day in lines if day.placed and n >= len(page.lines) - _TAIL]
    ordered = [*_timed(under), *under, *_timed(above), *(above if _is_plain(page) else ())]
    dateline = _dateline(page, text).day
    return ordered[0].day if ordered else dateline or (placed[-1].day if placed else None)


def _timed(days: Sequence[DateLine]) -> list[DateLine]:
    return [day for day in days if day.timed]


def _is_plain(page: _Page) -> bool:
    """True if nothing but dates stands above the headline: no saved page, whose own date is the day of
    saving.
    """
    above = range(page.title if page.title is not None else page.body)
    return all(number in page.days for number in above)
