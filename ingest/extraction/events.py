"""Events: meetings, socialisations, press conferences, ceremonies, with organiser, venue and attendance."""

from __future__ import annotations

import re
from functools import cache

from ingest.extraction.dates import find_dates
from ingest.extraction.finds import Find
from ingest.extraction.grouping import Group
from ingest.extraction.incidents import dateline
from ingest.extraction.lexicon import compiled, pattern, rows
from ingest.extraction.routes import cue_before
from ingest.extraction.story import Story, Thing
from ingest.extraction.text import Sentence

VENUE = re.compile(r"\bdi(?: (?:halaman|aula|ruang \w+|gedung|kantor|lapangan|markas|lobi))?$", re.IGNORECASE)
NAME_STOPS = re.compile(
    r"\s+(?:yang|di|pada|dalam|untuk|digelar|diselenggarakan|dihadiri|dilaksanakan|berlangsung|diadakan|dibuka|dipimpin|diikuti|guna|oleh|bersama|terkait|dengan|tersebut|itu|ini)\b|[,.(;–—]|$"
)


@cache
def heads() -> re.Pattern[str]:
    """Words that begin the name of an event."""
    words = sorted((row["pattern"] for row in rows("event_heads")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def kind_of(name: str) -> str:
    """The kind of an event by the head words of its name: the first row of the lexicon that stands in it."""
    return next(
        (row["kind"] for row in rows("event_heads") if compiled(row["pattern"]).search(name)), "other"
    )


def read_events(story: Story) -> None:
    """Events of a page: where a head word stands beside a verb of holding; one event per name."""
    if story.page.document.kind == "verdict":
        return  # the judges' "rapat permusyawaratan" is none
    events: list[Thing] = []
    for sentence in story.sentences():
        event = next((e for e in events if goes_on(sentence, e)), None)
        held = pattern("held").search(sentence.text)
        head = heads().search(sentence.text)
        if event is None and head is not None and held is not None and not headline(sentence):
            event = begin(story, sentence, head)
            if event is not None:
                events.append(event)
        if event is not None:
            tell(story, sentence, event)
    story.things.extend(events)


def headline(sentence: Sentence) -> bool:
    """Whether the sentence is a headline: it ends without a stop."""
    return sentence.text[-1] not in '.!?”"' and sentence.number < 3


def goes_on(sentence: Sentence, event: Thing) -> bool:
    """Whether a later sentence tells on about an event: of its sessions, of who was there."""
    if sentence.paragraph - event.sentences[-1].paragraph > 2:
        return False
    head = heads().search(sentence.text)
    if (
        head is not None
        and head.group().lower() in event.name.lower()
        and not find_dates(sentence.text, None)
    ):
        return True
    return bool(
        pattern("session").search(sentence.text)
        or compiled(
            r"hadir (?:dalam|pula)|turut hadir|rapat dibuka|upacara dihadiri|(?:rapat|kegiatan) (?:itu|ini|tersebut)"
        ).search(sentence.text)
    )


def begin(story: Story, sentence: Sentence, head: re.Match[str]) -> Thing | None:
    """The event named at the head word, or None where its name is empty talk ("kegiatan ini")."""
    rest = sentence.text[head.start() :]
    stop = NAME_STOPS.search(rest, head.end() - head.start())
    name = rest[: stop.start()] if stop else rest
    if "(" in rest[: len(name) + 2] and rest[len(name) :].lstrip().startswith("(TPPO"):
        name = rest[: rest.index(")") + 1]
    name = re.sub(r"^(?:kegiatan|acara)\s+", "", " ".join(name.split()), flags=re.IGNORECASE).rstrip(" ,")
    if not name or name.lower() in ("kegiatan", "acara", "rapat"):
        return None
    event = Thing("Event", name[0].upper() + name[1:], {"kind": kind_of(name)}, {}, [sentence])
    dated = [
        d for d in find_dates(sentence.text, story.page.document.published_on) if not dateline(d, sentence)
    ]
    if dated:
        event.properties["date"] = dated[0].iso
        event.evidence["date"] = (sentence.evidence,)
    return event


def tell(story: Story, sentence: Sentence, event: Thing) -> None:
    """Draft organiser, venue, place and attendance from one sentence of an event."""
    if sentence is not event.sentences[-1]:
        event.sentences.append(sentence)
    for find, group in story.finds(sentence, "Agency"):
        tell_agency(story, sentence, event, find, group)
    for find, group in story.finds(sentence, "Location"):
        cue = cue_before(sentence, find)
        if cue is not None and cue[0] == "di" and sentence is event.sentences[0]:
            story.say("OCCURRED_AT", event, group, sentence, "event:place", 0.75)
    first = heads().search(event.sentences[0].text) if sentence is event.sentences[0] else None
    for find, group in story.finds(sentence, "Official"):
        if attends(sentence, find, first):
            story.say("ATTENDED", group, event, sentence, "event:attended", 0.8)


def tell_agency(story: Story, sentence: Sentence, event: Thing, find: Find, group: Group) -> None:
    """Organiser, venue or participant."""
    before = sentence.text[: find.start - sentence.start].rstrip(" ,(")
    after = sentence.text[find.end - sentence.start :][:50]
    if pattern("organises").match(after.lstrip()) or any(
        m.end() == len(before) for m in pattern("organised-by").finditer(before)
    ):
        story.say("ORGANISED", group, event, sentence, "event:organised", 0.85)
    elif pattern("attended-by").search(before) and compiled(r"perwakilan|unsur|jajaran").search(before[-60:]):
        story.say("ATTENDED", group, event, sentence, "event:attended", 0.75)
    elif VENUE.search(before) and find.facts.get("unit"):
        story.say("HELD_AT", event, group, sentence, "event:venue", 0.8)
        tell_area(story, sentence, event, find)
        for place, named in story.finds(sentence, "Location"):
            between = sentence.text[find.end - sentence.start : place.start - sentence.start]
            if between == ", ":
                story.say("OCCURRED_AT", event, named, sentence, "event:place", 0.75)


def tell_area(story: Story, sentence: Sentence, event: Thing, find: Find) -> None:
    """The place in a venue's name is where the event was, if the document names it by itself as well."""
    area = (find.link or "").partition(":")[2]
    for group in story.groups:
        if group.label == "Location" and area and group.link == area:
            story.say("OCCURRED_AT", event, group, sentence, "event:venue-area", 0.75)


def attends(sentence: Sentence, find: Find, head: re.Match[str] | None) -> bool:
    """Whether an official took part: before a verb of attending, or in the list after "dihadiri", "hadir"."""
    before = sentence.text[: find.start - sentence.start]
    after = sentence.text[find.end - sentence.start :]
    if pattern("attended-by").search(before):
        return True
    if pattern("session").match(sentence.text):
        return True
    return bool(pattern("attends").search(after)) and (
        head is None or head.start() > find.start - sentence.start
    )
