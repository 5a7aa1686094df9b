"""Who published a text: its dateline, its head, the page's own data, the web host."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from urllib.parse import urlsplit

from graph.reference.place_tables import name_key
from graph.reference.places import gazetteer
from graph.reference.units import unit_types
from ingest.reading.dates import date_line, dates_in, day_in_year_of
from ingest.reading.rules import Publisher, bare, publisher_names, publishers, words

_DASH = r"\s?(?:--?-?|[–—]|:|,(?= -))\s?"
_PARENTHESIS = re.compile(r"\(([^()\n]{2,40})\)")
_LEAD = re.compile(rf"[\s\\*]*(?P<lead>[^\n]{{2,90}}?)(?:{_DASH})(?=[\s\"“]?\S)")
_HOST = re.compile(r"[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:com|id|co|asia|net|org|news|info|tv)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w*){0,3}")
_APART = re.compile(r"\s[-–—|]\s")
_PRESS_OFFICE = re.compile(r"(?:Bidhumas|Humas)\s?[/:]?\s?((?:[A-Z]\w*)(?: [A-Z]\w*){0,4})")
_SIGNATURE = re.compile(r"\((Humas[^()\n]{2,60})\)\W*$")
_SPLIT = re.compile(r"\s*[,|/]\s*")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?!\d|[/.-]\d)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash that opens a story: the publisher, and the day if it can be told."""

    publisher: Publisher | None
    day: str | None


NO_DATELINE = Dateline(None, None)


def dateline_of(paragraph: str, text: str) -> Dateline:
    """The dateline of a first paragraph: "TARAKAN, KOMPAS.com –", "Nunukan (ANTARA) -", "Tarakan, KemenP2MI
    (17/09) —".

    A day without its year takes the year from the same day in `text`, else it is left out.
    """
    found = _LEAD.match(paragraph)
    if found is None:
        return NO_DATELINE
    lead = found["lead"]
    apart = [part.strip() for part in _SPLIT.split(_PARENTHESIS.sub("", lead))]
    parts = [*apart, *(part[1] for part in _PARENTHESIS.finditer(lead))]
    publisher = next(filter(None, map(_in_dateline, parts)), None) or _after_a_place(apart)
    if publisher is None and not _is_place_and_day(lead):
        return NO_DATELINE
    return Dateline(publisher, _day(lead, text))


def named(name: str) -> Publisher | None:
    """The publisher with this name, alias or host, letter case aside; None if publishers.tsv has none."""
    return publisher_names().get(bare(name)) or of_host(name.strip().casefold())


def of_url(url: str) -> Publisher | None:
    """The publisher at this address; an unknown host stands for itself (without "www."), as news."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if not host:
        return None
    return of_host(host) or Publisher(host, "news", (), (host,))


def of_host(host: str) -> Publisher | None:
    """The publisher of the longest host in publishers.tsv that this one is or lies under."""
    under = [p for p in _hosts() if host == p or host.endswith("." + p)]
    return _hosts()[max(under, key=len)] if under else None


def of_line(line: str) -> Publisher | None:
    """The publisher that a line of its own names: "detikNews", "Tim detikBali - detikBali", "Kompas.com -
    06/11/2025".
    """
    parts = [part for part in _APART.split(line) if not part.startswith("Tim ")]
    found = [named(part) for part in parts]
    if date_line(line):
        return found[0] if found else None
    return found[0] if found and all(found) else None


def of_press_office(text: str) -> Publisher | None:
    """The agency whose press office this is: "Humas Polres Nunukan", "Humas/BP3MI Kalimantan Utara"; else
    None.
    """
    found = _PRESS_OFFICE.fullmatch(text.strip())
    if found is None:
        return None
    return named(text) or named(found[1]) or Publisher(found[1], "release", (), ())


def of_signature(line: str) -> Publisher | None:
    """The agency that signs at the end of a release, "** (Humas/BP3MI Kalimantan Utara)"; else None."""
    found = _SIGNATURE.search(line)
    return of_press_office(found[1]) if found else None


def canonical(name: str) -> Publisher:
    """The known publisher of this name; an unknown name stands for itself."""
    return named(name) or _unknown(name.strip())


def _in_dateline(part: str) -> Publisher | None:
    known = named(part) or of_press_office(part)
    if known is not None:
        return known
    host = _HOST.fullmatch(part.strip())
    return Publisher(part.strip(), "news", (), (host[0].casefold(),)) if host else None


def _after_a_place(parts: Sequence[str]) -> Publisher | None:
    """The unknown name after a place ("NUNUKAN, Kabar Perbatasan –"); another place or a day is none."""
    if len(parts) != 2 or name_key(parts[0]) not in _place_keys() or name_key(parts[1]) in _place_keys():
        return None
    if _NAME.fullmatch(parts[1]) is None or words("weekday").keys() & parts[1].casefold().split():
        return None
    return _unknown(parts[1])


def _unknown(name: str) -> Publisher:
    """A name that publishers.tsv does not have: an agency's (by unit_types.tsv) releases, else news."""
    folded = name.casefold() + " "
    surfaces = (surface for unit in unit_types() for surface in (*unit.surfaces, *unit.place_variants))
    agency = any(folded.startswith(surface.casefold() + " ") for surface in surfaces)
    return Publisher(name, "release" if agency else "news", (), ())


@cache
def _place_keys() -> frozenset[str]:
    known = gazetteer()
    return frozenset(name_key(name) for name, _, _ in chain(known.surfaces(), known.cue_surfaces()))


def _is_place_and_day(lead: str) -> bool:
    """True for a release's own head, "Jakarta, 19 September 2025 –"."""
    line = date_line(lead.replace("(", "").replace(")", ""))
    return line is not None and line.placed


def _day(lead: str, text: str) -> str | None:
    whole = next(dates_in(lead), None)
    if whole is not None:
        return whole.day
    part = _DAY.search(lead)
    return day_in_year_of(int(part[1]), int(part[2]), text) if part else None


@cache
def _hosts() -> dict[str, Publisher]:
    return {host: publisher for publisher in publishers() for host in publisher.hosts}
