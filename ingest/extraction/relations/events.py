"""Events: meetings, socialisations, press conferences, ceremonies: which sentences tell of one, its name and day."""

from __future__ import annotations

import re
from functools import cache

from ingest.extraction.relations.attendance import tell
from ingest.extraction.relations.incidents import dateline
from ingest.extraction.relations.story import Story, Thing, general
from ingest.extraction.words.dates import find_dates
from ingest.extraction.words.lexicon import compiled, pattern, rows, words
from ingest.extraction.words.text import Sentence

NAME_STOPS = re.compile(
    r"\s+(?:yang|di|pada|dalam|untuk|digelar|diselenggarakan|dihadiri|dilaksanakan|berlangsung|diadakan|dibuka|"
    r"dipimpin|diikuti|guna|oleh|bersama|terkait|dengan|tersebut|itu|ini|selama|sejak|sebelum|setelah|terlebih|"
    r"bertepatan|kepada|bagi|agar|saat)\b|[,.(;–—]|$"
)


@cache
def heads() -> re.Pattern[str]:
    """Words that begin the name of an event."""
    found = sorted((row["pattern"] for row in rows("event_heads")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)


def kind_of(name: str) -> str:
    """The kind of an event by the head words of its name: the first row of the lexicon that stands in it."""
    return next(
        (row["kind"] for row in rows("event_heads") if compiled(row["pattern"]).search(name)), "other"
    )


@cache
def alone() -> re.Pattern[str]:
    """Head words that make an event without a verb of holding: "konferensi pers", "meresmikan"."""
    found = "|".join(row["pattern"] for row in rows("event_heads") if row["alone"])
    return re.compile(rf"\b(?:{found})\b", re.IGNORECASE)


def named_in(sentence: Sentence) -> re.Match[str] | None:
    """The head word of an event that the sentence tells of: one that stands alone, or any beside a verb of holding."""
    held = pattern("held").search(sentence.text)
    return heads().search(sentence.text) if held is not None else alone().search(sentence.text)


def read_events(story: Story) -> None:
    """Events of a page: where a head word stands beside a verb of holding; one event per name."""
    if story.page.document.kind == "verdict":
        return  # the judges' "rapat permusyawaratan" is none
    events: list[Thing] = []
    for sentence in story.sentences():
        event = next((e for e in events if goes_on(sentence, e)), None)
        head = named_in(sentence)
        if event is None and head is not None and not headline(sentence) and not general(sentence):
            event = begin(story, sentence, head)
            if event is not None:
                events.append(event)
        if event is None:
            continue
        first = sentence is event.sentences[0]
        if not first:
            event.sentences.append(sentence)
        tell(story, sentence, event, head if first else None)
    story.things.extend(events)


def headline(sentence: Sentence) -> bool:
    """Whether the sentence is a headline: it ends without a stop."""
    return sentence.text[-1] not in '.!?”"' and sentence.number < 3


def goes_on(sentence: Sentence, event: Thing) -> bool:
    """Whether a later sentence tells on about an event: names it again, or tells of its sessions and who was there."""
    head = heads().search(sentence.text)
    if head is not None and again(sentence, head, event) and not find_dates(sentence.text, None):
        return True
    if sentence.paragraph - event.sentences[-1].paragraph > 2:
        return False
    return bool(
        re.match(r"(?:Turut )?[Hh]adir\b", sentence.text)
        or pattern("session").search(sentence.text)
        or pattern("goes-on").search(sentence.text)
    )


def again(sentence: Sentence, head: re.Match[str], event: Thing) -> bool:
    """Whether the head word names the event once more: it stands in its name, or alone as one of its kind."""
    if head.group().lower() in event.name.lower():
        return True
    return kind_of(head.group()) == event.properties["kind"] and title_of(sentence, head) == head.group()


def title_of(sentence: Sentence, head: re.Match[str]) -> str:
    """The event's name from the head word on, as the sentence prints it."""
    rest = sentence.text[head.start() :]
    stop = NAME_STOPS.search(rest, head.end() - head.start())
    name = rest[: stop.start()] if stop else rest
    if "(" in rest[: len(name) + 2] and rest[len(name) :].lstrip().startswith("(TPPO"):
        name = rest[: rest.index(")") + 1]
    return re.sub(r"^(?:kegiatan|acara)\s+", "", " ".join(name.split()), flags=re.IGNORECASE).rstrip(" ,")


def begin(story: Story, sentence: Sentence, head: re.Match[str]) -> Thing | None:
    """The event named at the head word, or None where its name is empty talk ("kegiatan ini")."""
    name = title_of(sentence, head)
    if not name or name.lower() in words("empty_events"):
        return None
    event = Thing("Event", name[0].upper() + name[1:], {"kind": kind_of(name)}, {}, [sentence])
    dated = [d for d in story.dates(sentence) if not dateline(d, sentence)]
    if dated:
        event.properties["date"] = dated[0].iso
        event.evidence["date"] = (sentence.evidence,)
    return event


WIDER = re.compile(
    r"\b(?:(?:membacakan|pembacaan|pengucapan) (?:amar )?putusan|sidang|patroli|kunjungan|demonstrasi|unjuk rasa|demo|"
    r"mediasi|ekspose|panen|festival|penanaman|penertiban|razia|negosiasi|pagelaran|operasi)\b",
    re.IGNORECASE,
)
"""Words that begin the name of an event where the whole document tells of one."""


def likely_event(story: Story) -> Thing | None:
    """The event that a document tells of without a verb of holding: at the first head word of one."""
    for every in (heads(), WIDER):
        for sentence in story.sentences():
            head = every.search(sentence.text)
            if head is not None and not headline(sentence):
                event = begin(story, sentence, head)
                if event is not None:
                    return event
    return None
