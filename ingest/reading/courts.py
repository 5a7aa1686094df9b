"""Court decisions: whether a text is one, and its number, court and date."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest.reading.dates import first_date
from ingest.reading.rules import verdict_signs

_ENOUGH = 3
_HEAD = 600
_NUMBER = re.compile(
    r"(?:Nomor|NOMOR|No\.)\s*:?\s*(?P<number>[\dXx-]+)\s*(?P<level>K|PK)?"
    r"\s*/\s*(?P<kind>[Pp][Ii][Dd][\w. -]{0,12}?)\s*/\s*(?P<year>\d{4})"
    r"(?:\s*/\s*(?P<court>P[NT])[ .]*(?P<place>[A-Z][A-Za-z]*(?:\. ?[A-Z][A-Za-z]+)?))?"
)
_ORDER = re.compile(r"\bP\s?E\s?N\s?E\s?T\s?A\s?P\s?A\s?N\b")
_WORD = r"(?:[A-Z][a-z'’]+|[A-Z]{2,})"
_NAME = rf"{_WORD}(?: (?!YANG|Yang|Kelas|KELAS|DEMI|MEMERIKSA|TELAH){_WORD}){{0,2}}"
_COURT = re.compile(
    rf"\b(Pengadilan|PENGADILAN) (Negeri|NEGERI|Tinggi|TINGGI|Militer|MILITER) (?P<place>(?:Kab\. )?{_NAME})"
)
_SITTING = re.compile(
    rf"{_COURT.pattern}(?:\s+[Kk]elas\s\S+(?:\s[Kk]husus)?)?,?\s+yang\s+(?:mengadili|memeriksa)"
)
_SUPREME = re.compile(r"\bMahkamah Agung(?: Republik Indonesia)?,? tersebut|\bMAHKAMAH AGUNG\b")
_PRONOUNCED = re.compile(
    r"\b[Dd]i ?ucapkan\b[^;]{0,160}?\b[Hh]ari\s+\w+\W{1,4}(?:tanggal\s+)?(?P<date>[^;]{6,40})"
)
_DECIDED = re.compile(
    r"\b[Dd]i ?putus(?:kan)?\b[^;]{0,120}?[Mm]usyawara[ht][^;]{0,300}?"
    r"\b[Hh]ari\s+\w+\W{1,4}(?:tanggal\s+)?(?P<date>[^;]{6,40})"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision says of itself; each None if the text (often an excerpt) does not say it."""

    title: str | None
    court: str | None
    decided_on: str | None


def decision_in(text: str) -> Decision | None:
    """The decision this text is (whole or in part), or None if it is none: by the weights of
    verdict_signs.tsv.
    """
    head = text[:_HEAD]
    weight = sum(s.weight for s in verdict_signs() if s.pattern.search(head if s.head else text))
    if weight < _ENOUGH:
        return None
    return Decision(_title(text), _court(text), _decided_on(text))


def _title(text: str) -> str | None:
    """The number in the head, as "Putusan Nomor 12/Pid.Sus/2025/PN Nnk"; further down other cases are
    quoted.
    """
    found = _NUMBER.search(text, 0, _HEAD)
    if found is None:
        return None
    level = f" {found['level']}" if found["level"] else ""
    kind = ".".join(part.strip().capitalize() for part in found["kind"].split("."))
    court = f"/{found['court']} {found['place'].rstrip('.')}" if found["court"] else ""
    word = "Penetapan" if _ORDER.search(text, 0, found.start() + 1) else "Putusan"
    return f"{word} Nomor {found['number']}{level}/{kind}/{found['year']}{court}"


def _court(text: str) -> str | None:
    """The court that sits; in an excerpt without its head, the court it names for its jurisdiction most
    often.
    """
    number = _NUMBER.search(text, 0, _HEAD)
    if (number is not None and number["level"]) or _SUPREME.search(text):
        return "Mahkamah Agung"
    sitting = _SITTING.search(text)
    if sitting is not None:
        return _court_name(sitting)
    named = Counter(_court_name(found) for found in _COURT.finditer(text))
    return named.most_common(1)[0][0] if named else None


def _court_name(found: re.Match[str]) -> str:
    place = found["place"].title() if found["place"].isupper() else found["place"]
    return f"Pengadilan {found[2].capitalize()} {place}"


def _decided_on(text: str) -> str | None:
    """The day the decision was pronounced (KUHAP Pasal 195), else that of the bench's deliberation.

    The last day named so, since the decisions of lower courts are quoted before it.
    """
    for pattern in (_PRONOUNCED, _DECIDED):
        days = [first_date(found["date"]) for found in pattern.finditer(text)]
        day = next((day for day in reversed(days) if day is not None), None)
        if day is not None:
            return day
    return None
