"""Dates in the lines around a text, and which of them is the day of publication.

A saved page shows several: the day it was saved (above the headline), the day it was published (often with a
time and a view count), days the text tells of. None is taken unless its place tells what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ingest.reading.rules import bare, publisher_names, words

_NUMERIC = r"(?P<day2>\d{1,2})(?P<mark>[/.-])(?P<month2>\d{1,2})(?P=mark)(?P<year2>\d{4})"
_ISO = r"(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})"
_TIME = re.compile(r"(?<![\d/])[012]?\d[.:][0-5]\d(?:[.:][0-5]\d)?(?![\d/])")
_PLACE = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2},\s*$")
_NAMED = re.compile(
    r"\b(?:oleh|by|penulis|editor|reporter|pewarta|admin)\b\s*:?\s*(?:[A-Z][\w.'-]*\s*){0,4}", re.I
)
_REST = re.compile(r"[^\W\d_][\w.-]*", re.UNICODE)
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: offsets, and the day as ISO text."""

    start: int
    end: int
    day: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds a date and nothing of the story.

    `timed` if a time stands with it, `updated` if the line says it tells of a change, `placed` for a
    release's own "Jakarta, 19 September 2025".
    """

    day: str
    timed: bool
    updated: bool
    placed: bool


def dates_in(text: str) -> Iterator[Found]:
    """All complete and valid dates: 19 September 2025, September 19, 2025, 19/9/2025, 2025-09-19."""
    for match in _pattern().finditer(text):
        day = _iso(match)
        if day is not None:
            yield Found(match.start(), match.end(), day)


def first_date(text: str) -> str | None:
    """The first complete date of a text as ISO text, or None."""
    return next((found.day for found in dates_in(text)), None)


def date_line(line: str) -> DateLine | None:
    """What a line tells if it is a date with at most a time, a view count, a byline or a place; else None."""
    line = _without_publisher(line) if len(line) <= _LONGEST_LINE else ""
    found = next(dates_in(line), None)
    if found is None:
        return None
    before = line[: found.start]
    placed = _PLACE.fullmatch(before.strip() + " ") is not None and not _is_label(before)
    rest = ("" if placed else before) + " " + line[found.end :]
    left = [word.casefold().strip(".") for word in _REST.findall(_NAMED.sub(" ", _TIME.sub(" ", rest)))]
    if any(word not in _beside() for word in left):
        return None
    updated = any(word in words("updated") for word in left)
    return DateLine(found.day, _TIME.search(rest) is not None, updated, placed)


def day_in_year_of(day: int, month: int, text: str) -> str | None:
    """The ISO date of a day given without its year, if the text names the same day with one year and no
    other.
    """
    days = {found.day for found in dates_in(text)}
    same = {found for found in days if found.endswith(f"-{month:02d}-{day:02d}")}
    return same.pop() if len(same) == 1 else None


@cache
def _beside() -> frozenset[str]:
    """Words that may stand beside a publication date."""
    return frozenset().union(*(words(kind).keys() for kind in ("byline", "clock", "weekday", "updated")))


def _without_publisher(line: str) -> str:
    """The line without a publisher's name that stands apart in it ("detikNews - Jumat, 19 Sep 2025")."""
    parts = re.split(r"(\s[-–—|]\s)", line)
    return "".join(part for part in parts if bare(part) not in publisher_names())


def _is_label(before: str) -> bool:
    return all(word.casefold() in _beside() for word in _REST.findall(before))


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(words("month"), key=len, reverse=True))
    day_first = rf"(?P<day1>\d{{1,2}})[ \u00a0-]+(?P<month1>{month})\b\.?,?[ \u00a0-]+(?P<year1>\d{{4}})"
    month_first = rf"\b(?P<month4>{month})\b\.?[ \u00a0](?P<day4>\d{{1,2}}),? (?P<year4>\d{{4}})"
    return re.compile(rf"(?<![\w/.-])(?:{day_first}|{month_first}|{_NUMERIC}|{_ISO})(?![\d/])", re.IGNORECASE)


def _iso(match: re.Match[str]) -> str | None:
    groups = {
        name[:-1]: value for name, value in match.groupdict().items() if value is not None and name != "mark"
    }
    month = words("month").get(groups["month"].casefold(), groups["month"])
    try:
        return date(int(groups["year"]), int(month), int(groups["day"])).isoformat()
    except ValueError:
        return None
