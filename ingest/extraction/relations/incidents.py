"""Whether a document tells of a case, of what kind, and what it counts and dates.

A case needs a trigger ("menggagalkan keberangkatan", "ditangkap", "dideportasi") in a sentence that is no statistic,
warning or plan, and something concrete beside it: a count, a suspect, a day or a vessel.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from ingest.extraction.relations.counts import counts, settle
from ingest.extraction.relations.story import Story, Thing, general
from ingest.extraction.words.dates import Found, find_dates
from ingest.extraction.words.lexicon import REMEMBERED, compiled, pattern, rows, stands_in
from ingest.extraction.words.text import Sentence

INDICTED = {
    "uu-21-2007": "trafficking",
    "uu-18-2017": "smuggling_of_migrants",
    "uu-6-2011": "smuggling_of_migrants",
}

OWN_KINDS = frozenset({"interception", "repatriation", "deportation", "rescue"})
"""Kinds that the rules tell better than models that rarely met them."""


def read_incident(story: Story) -> Thing | None:
    """The document's main incident with its properties, added to the story; None where it tells of none."""
    sentences = [s for s in story.sentences() if not general(s)]
    triggered = [s for s in sentences if triggers(s)]
    if not triggered or not concrete(story, triggered):
        return None
    kind = verdict_kind(story) or usual_kind(triggered, sentences)
    incident = Thing("Incident", "", {"kind": kind}, {"kind": (triggered[0].evidence,)}, sentences)
    add_date(story, incident, triggered)
    add_counts(incident, sentences)
    add_exploitation(incident, sentences)
    story.things.append(incident)
    return incident


def triggers(sentence: Sentence) -> tuple[tuple[str, int], ...]:
    """Kind and weight of every trigger in the sentence."""
    return triggers_in(sentence.text)


@lru_cache(maxsize=REMEMBERED)
def triggers_in(text: str) -> tuple[tuple[str, int], ...]:
    """Kind and weight of every trigger in a text."""
    found = []
    for row in rows("incident_triggers"):
        for match in compiled(row["pattern"]).finditer(text):
            if not pattern("not-done").search(text[max(0, match.start() - 35) : match.start()].rstrip()):
                found.append((row["kind"], int(row["weight"])))
                break
    return tuple(found)


def concrete(story: Story, triggered: list[Sentence]) -> bool:
    """Whether something concrete stands in a sentence with a trigger, or the page names a suspect.

    Of a crime's mere name ("TPPO") only a suspect or a count makes a case; of an act also a day or a vessel.
    """
    if any(group.label == "Suspect" for group in story.groups):
        return True
    if any(next(counts([s]), None) for s in triggered):
        return True
    acts = [s for s in triggered if any(kind != "trafficking" for kind, _ in triggers(s))]
    numbers = {s.number for s in acts}
    if any(find.label == "Vessel" and find.sentence in numbers for find in story.mentions.board.finds):
        return True
    return any(find_dates(s.text, None) for s in acts)


def verdict_kind(story: Story) -> str | None:
    """In a decision the law charged decides: UU 21/2007 trafficking, UU 18/2017 or 6/2011 alone smuggling."""
    if story.page.document.kind != "verdict":
        return None
    statutes = {(g.link or "").partition(":")[0] for g in story.groups if g.label == "Law"}
    return next((kind for statute, kind in INDICTED.items() if statute in statutes), None)


def usual_kind(triggered: list[Sentence], sentences: list[Sentence]) -> str:
    """The kind with the most weight; the beginning of a document weighs most, equal weights go to the first."""
    migrants = any(stands_in("migrants", s.text) for s in sentences)
    weights: Counter[str] = Counter()
    for place, sentence in enumerate(triggered):
        for kind, weight in triggers(sentence):
            if kind == "other_crime" and migrants:
                continue
            if kind in ("interception", "rescue", "repatriation", "smuggling_of_migrants") and not migrants:
                continue
            weights[kind] += weight * (4 if place == 0 else 3 if place == 1 else 1)
    return weights.most_common(1)[0][0] if weights else "arrest"


def add_date(story: Story, incident: Thing, triggered: list[Sentence]) -> None:
    """The day it happened: the first date of a sentence with a trigger, one with a weekday first; then any date of
    the document's sentences that is not its publication's.
    """
    dated = [(d, s) for s in triggered for d in story.dates(s)]
    dated = [(d, s) for d, s in dated if not dateline(d, s) and not told(d, s)] or [
        (d, s) for s in incident.sentences for d in story.dates(s)
    ]
    dated = [(d, s) for d, s in dated if not dateline(d, s) and not told(d, s)]
    if not dated:
        return
    found, _ = next(((d, s) for d, s in dated if len(d.iso) == 10 and not d.conflict), dated[0])
    said = [s for s in incident.sentences if any(d.iso == found.iso for d in story.dates(s))]
    incident.properties["date"] = found.iso
    incident.evidence["date"] = tuple(s.evidence for s in said)


def dateline(found: Found, sentence: Sentence) -> bool:
    """Whether the date stands in the dateline, before its dash: "Tarakan, KemenP2MI (17/09) —"."""
    after = sentence.text[found.end : found.end + 6]
    return found.start < 60 and after.lstrip(" )").startswith(("—", "–", "--", "- "))


def told(found: Found, sentence: Sentence) -> bool:
    """Whether the date is that of somebody's words, of a paper or a birth: "ujarnya, Rabu (8/11/2023)"."""
    return bool(
        pattern("press").search(sentence.text)
        or pattern("telling").search(sentence.text[max(0, found.start - 45) : found.start])
    )


def add_counts(incident: Thing, sentences: list[Sentence]) -> None:
    """Victims and suspects counted."""
    for slot, (value, said) in settle(counts(sentences)).items():
        incident.properties[slot] = value
        incident.evidence[slot] = tuple(dict.fromkeys(sentence.evidence for sentence in said))


def add_exploitation(incident: Thing, sentences: list[Sentence]) -> None:
    """The first sector of exploitation or work that the sentences name."""
    for sentence in sentences:
        for row in rows("sectors"):
            if compiled(row["pattern"]).search(sentence.text):
                incident.properties["exploitation"] = row["sector"]
                incident.evidence["exploitation"] = (sentence.evidence,)
                return
