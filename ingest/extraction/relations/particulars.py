"""What a text tells of an incident beyond day and counts: the hour, a weekday that is not that of the date, how many at
least and at most, money, and codes of the Human Trafficking Case Data Standard for what it states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Evidence, Value
from ingest.extraction.relations.counts import counted
from ingest.extraction.relations.incidents import told, triggers
from ingest.extraction.relations.story import Story, Thing, general
from ingest.extraction.words.lexicon import compiled, pattern, rows, stands_in
from ingest.extraction.words.text import Sentence

HOUR = re.compile(
    r"\b(?:pukul|pkl\.?|jam)\s+(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?![.:\d])"
    r"(?:\s*(?P<zone>WIB|WITA|WIT)\b)?",
    re.IGNORECASE,
)
RANGES = {"belasan": (11, 19), "puluhan": (20, 99), "ratusan": (100, 999)}
"""Least and most of "belasan", "puluhan" and "ratusan"."""
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
AMOUNT = rf"(?P<amount>\d[\d.,]*\d|\d)(?:,-)?(?:\s+(?P<scale>{'|'.join(SCALES)})\b)?"
CURRENCIES = "|".join(row["pattern"] for row in rows("currencies"))
BEFORE = re.compile(rf"(?<!\w)(?P<currency>{CURRENCIES})\s?{AMOUNT}", re.IGNORECASE)
BEHIND = re.compile(rf"(?<![\w.,]){AMOUNT}\s+(?P<currency>{CURRENCIES})(?!\w)", re.IGNORECASE)
"""Money with the currency before ("Rp 35 juta", "RM1.500") or behind the figure ("300 ringgit")."""
OTHER_CRIMES = frozenset({"other_crime", "accident"})


def tell_particulars(story: Story) -> None:
    """Add what the text tells of each incident."""
    for incident in [t for t in story.things if t.label == "Incident"]:
        sentences = [s for s in incident.sentences if not general(s)]
        for name, value, said in (
            *hour(incident, sentences),
            *weekday(story, incident),
            *least_and_most(incident, sentences),
            *money(sentences),
            *codes(incident, sentences),
        ):
            incident.properties[name] = value
            incident.evidence[name] = tuple(dict.fromkeys(said))


Told = tuple[str, Value, list[Evidence]]
"""A property, its value and the sentences that say it."""


def hour(incident: Thing, sentences: list[Sentence]) -> Iterator[Told]:
    """The hour in a sentence that gives the incident's day, else in one that tells what was done."""
    days = {e.start for e in incident.evidence.get("date", ())}
    near = [s for s in sentences if s.start in days] + [s for s in sentences if triggers(s)]
    for sentence in near:
        match = HOUR.search(sentence.text)
        if match and not pattern("press").search(sentence.text):
            zone = f" {match['zone'].upper()}" if match["zone"] else ""
            yield "time", f"{int(match['hour']):02d}:{match['minute']}{zone}", [sentence.evidence]
            return


def weekday(story: Story, incident: Thing) -> Iterator[Told]:
    """The weekday that the text prints beside the incident's day, where the day has another."""
    days = {e.start for e in incident.evidence.get("date", ())}
    for sentence in (s for s in story.sentences() if s.start in days):
        for found in story.dates(sentence):
            if found.conflict and found.iso == incident.properties["date"] and not told(found, sentence):
                printed = sentence.text[found.start : found.end].split()[0].strip(",(").capitalize()
                yield "weekday_printed", printed, [sentence.evidence]
                return


def least_and_most(incident: Thing, sentences: list[Sentence]) -> Iterator[Told]:
    """How many victims at least and at most, where the text gives no number: "belasan CPMI"."""
    if "victims_total" in incident.properties:
        return
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.low in RANGES and counted(sentence, index + 1) in ("victims_total", "people"):
                least, most = RANGES[token.low]
                yield "victims_least", least, [sentence.evidence]
                yield "victims_most", most, [sentence.evidence]
                return


def money(sentences: list[Sentence]) -> Iterator[Told]:
    """The amounts that the text names, as "IDR 35000000"; no fines and no costs of the court."""
    found: dict[str, list[Evidence]] = {}
    for sentence in sentences:
        if not stands_in("court-money", sentence.text):
            for amount in amounts(sentence.text):
                found.setdefault(amount, []).append(sentence.evidence)
    if found:
        yield "money", tuple(found), [each for said in found.values() for each in said]


def amounts(text: str) -> Iterator[str]:
    """The amounts of money in a text, in order: ISO 4217 code and figure."""
    matches = sorted((*BEFORE.finditer(text), *BEHIND.finditer(text)), key=lambda m: (m.start(), -m.end()))
    reached = 0
    for match in matches:
        value = figure(match["amount"], match["scale"])
        if match.start() >= reached and value:
            reached = match.end()
            yield f"{currency(match['currency'])} {value}"


def figure(digits: str, scale: str | None) -> int:
    """A printed figure as a whole number: "1.500.000", "35" with "juta", "1,5" with "juta"; 0 where it is none."""
    whole, _, part = digits.partition(",")
    if part and not scale and len(part) == 3:  # "1,500": the comma sets off thousands
        whole, part = whole + part, ""
    whole = whole.replace(".", "")
    if not (whole.isdecimal() and (part.isdecimal() or not part)):
        return 0
    times = SCALES[scale.lower()] if scale else 1
    return int(whole) * times + (int(part) * times // 10 ** len(part) if part else 0)


def currency(printed: str) -> str:
    """The ISO 4217 code of a currency as it is printed."""
    return next(
        row["code"] for row in rows("currencies") if re.fullmatch(row["pattern"], printed, re.IGNORECASE)
    )


def codes(incident: Thing, sentences: list[Sentence]) -> Iterator[Told]:
    """Codes of the Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0), as "field:code": each where a sentence
    states what it stands for. Crimes of another kind have none, nor has an arrest that has nothing to do with migrants.
    """
    if not may_have_codes(incident, sentences):
        return
    whole = "\n".join(sentence.text for sentence in sentences)
    here = [row for row in rows("htcds") if compiled(row["pattern"]).search(whole)]
    found: dict[str, list[Evidence]] = {}
    # A charge recites what the law names, not what was done.
    for sentence in (s for s in sentences if here and not stands_in("statute-words", s.text)):
        for row in here:
            if states(sentence.text, row["pattern"], row["beside"], row["without"]):
                found.setdefault(f"{row['field']}:{row['code']}", []).append(sentence.evidence)
    if found:
        yield "htcds", tuple(sorted(found)), [each for code in sorted(found) for each in found[code]]


def may_have_codes(incident: Thing, sentences: list[Sentence]) -> bool:
    """Whether an incident may be one of trafficking: by its kind, or an arrest by what is told of it."""
    if incident.properties.get("kind") == "arrest":
        return any(stands_in(cue, s.text) for s in sentences for cue in ("trafficked", "migrant-workers"))
    return incident.properties.get("kind") not in OTHER_CRIMES


def states(text: str, wanted: str, beside: str, without: str) -> bool:
    """Whether a text has the pattern, not denied, with the other beside it and without the third."""
    match = compiled(wanted).search(text)
    if match is None or (beside and not compiled(beside).search(text)):
        return False
    if without and compiled(without).search(text):
        return False
    return not stands_in("not-done-before", text[max(0, match.start() - 30) : match.start()].rstrip())
