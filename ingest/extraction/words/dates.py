"""Dates: found in a sentence and made ISO, partial where the text is; relative ones only against a known day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from ingest.extraction.words.lexicon import REMEMBERED, rows

WEEKDAY = (
    r"(?:(?P<weekday>senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b[,\s]*"
    r"(?:\(|tanggal\s+|tgl\.?\s+)?\s*)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date at `[start:end]` of the text searched. `iso` may be partial; `day_known` by weekday and figures.

    `conflict` is true where the weekday printed is not that of the date.
    """

    start: int
    end: int
    iso: str
    conflict: bool = False


@cache
def months() -> dict[str, int]:
    """Month names and their short forms."""
    return {row["word"]: int(row["month"]) for row in rows("months")}


@cache
def weekdays() -> dict[str, int]:
    """Weekday names, Monday 0."""
    return {row["word"]: int(row["weekday"]) for row in rows("weekdays")}


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Written and numeric dates, the fuller form first."""
    names = "|".join(sorted(months(), key=len, reverse=True))
    written = (
        rf"{WEEKDAY}(?P<day>\d{{1,2}})\s+(?P<month>{names})\b\.?(?:\s+(?:tahun\s+)?(?P<year>(?:19|20)\d\d))?"
    )
    numeric = (
        rf"{WEEKDAY}\b(?P<day>\d{{1,2}})\s?[/-]\s?(?P<month>\d{{1,2}})"
        r"(?:\s?[/-]\s?(?P<year>(?:19|20)?\d\d))?(?![\d/])"
    )
    monthly = rf"(?<!\d )\b(?P<month>{names})\s+(?:tahun\s+)?(?P<year>(?:19|20)\d\d)\b"
    return tuple(re.compile(p, re.IGNORECASE) for p in (written, numeric, monthly))


@lru_cache(maxsize=REMEMBERED)
def find_dates(text: str, known: str | None) -> tuple[Found, ...]:
    """Dates in the text, in order. `known` is the day of publication: it gives the year where none is printed
    (the latest such day not after it) and the day of "kemarin" and "hari ini".
    """
    day = full_day(known)
    found: list[Found] = []
    for pattern in patterns():
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            read = read_date(match, day) if is_date(text, match) else None
            if read is not None:
                found.append(read)
    if day is not None:
        for match in re.finditer(r"\b(kemarin|hari ini|tadi malam|semalam)\b", text, re.IGNORECASE):
            back = 0 if match.group().lower() == "hari ini" else 1
            found.append(Found(match.start(), match.end(), (day - timedelta(days=back)).isoformat()))
    return tuple(sorted(found, key=lambda f: f.start))


def is_date(text: str, match: re.Match[str]) -> bool:
    """Two figures with a stroke are a date only with a year, a weekday, or a parenthesis or "tanggal" before them."""
    groups = match.groupdict()
    if groups.get("year") or groups.get("weekday") or not groups["month"].isdigit():
        return True
    return text[: match.start()].rstrip().lower().endswith(("(", "tanggal", "tgl"))


def read_date(match: re.Match[str], known: date | None) -> Found | None:
    """The date of a match, or None where the figures are no date."""
    groups = match.groupdict()
    month_text = groups["month"].lower().rstrip(".")
    month = int(month_text) if month_text.isdigit() else months()[month_text]
    year_text = groups.get("year")
    if "day" not in groups:
        return Found(match.start(), match.end(), f"{year_text}-{month:02d}")
    try:
        value = with_year(int(groups["day"]), month, year_text, known)
    except ValueError:
        return None
    if value is None:
        return None
    weekday = (groups.get("weekday") or "").lower().replace("’", "'")
    conflict = bool(weekday) and weekdays()[weekday] != value.weekday()
    return Found(match.start(), match.end(), value.isoformat(), conflict)


def with_year(day: int, month: int, year: str | None, known: date | None) -> date | None:
    """The day; without a printed year the latest one not more than a week after the known day."""
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    if known is None:
        return None
    value = date(known.year, month, day)
    return value if value <= known + timedelta(days=7) else date(known.year - 1, month, day)


def full_day(iso: str | None) -> date | None:
    """The day of a full ISO date, None for a partial one."""
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None
