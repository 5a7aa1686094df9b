"""Dates: found in a sentence and made ISO, partial where the text is; relative ones only against a known day."""

from __future__ import annotations

import re
from calendar import isleap
from collections import Counter
from collections.abc import Sequence
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
def find_dates(text: str, known: str | None, years: tuple[int, ...] = ()) -> tuple[Found, ...]:
    """Dates in the text, in order. `known` is the day of publication: it gives the year where none is printed
    (the latest such day not after it) and the day of "kemarin" and "hari ini". Where it is unknown, `years` may be
    meant: the first in which the weekday printed is right, or the only one.
    """
    day = full_day(known)
    found: list[Found] = []
    for pattern in patterns():
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            read = read_date(match, day, years) if is_date(text, match) else None
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


def printed_years(texts: Sequence[str]) -> tuple[int, ...]:
    """The years of the texts' dates, the most frequent first, then those that they tell without a day; none long before
    the latest, such as a year of birth.
    """
    dated = Counter(int(found.iso[:4]) for text in texts for found in find_dates(text, None))
    told = Counter(int(year) for text in texts for year in YEAR_TOLD.findall(text))
    latest = max(dated or told, default=0)
    first = sorted(dated, key=lambda year: (-dated[year], -year))
    others = sorted((year for year in told if year not in dated), key=lambda year: (-told[year], -year))
    return tuple(year for year in (*first, *others) if abs(latest - year) <= YEARS_APART)


YEARS_APART = 3
YEAR_TOLD = re.compile(r"(?<!\d )(?<!uu )(?<!undang )\btahun (20\d\d)\b(?! tentang)", re.IGNORECASE)
"""A year that is no statute's: "sepanjang tahun 2025"."""


def read_date(match: re.Match[str], known: date | None, years: tuple[int, ...] = ()) -> Found | None:
    """The date of a match, or None where the figures are no date."""
    groups = match.groupdict()
    month_text = groups["month"].lower().rstrip(".")
    month = int(month_text) if month_text.isdigit() else months()[month_text]
    year_text = groups.get("year")
    if "day" not in groups:
        return Found(match.start(), match.end(), f"{year_text}-{month:02d}")
    weekday = (groups.get("weekday") or "").lower().replace("’", "'")
    try:
        value = with_year(int(groups["day"]), month, year_text, known)
        value = value or in_one_of(years, int(groups["day"]), month, weekdays().get(weekday))
    except ValueError:
        return None
    if value is None:
        return None
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


def in_one_of(years: tuple[int, ...], day: int, month: int, weekday: int | None) -> date | None:
    """The day in the first year where it has the weekday, or in the only year where no weekday is known."""
    days = [date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year)]
    if weekday is None:
        return days[0] if len(days) == 1 else None
    return next((each for each in days if each.weekday() == weekday), None)


def full_day(iso: str | None) -> date | None:
    """The day of a full ISO date, None for a partial one."""
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None
