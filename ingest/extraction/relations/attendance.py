"""Who held an event, where it was, and who was there: told sentence by sentence."""

from __future__ import annotations

import re

from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.relations.parts import together
from ingest.extraction.relations.routes import cue_before
from ingest.extraction.relations.story import Story, Thing
from ingest.extraction.words.lexicon import compiled, pattern
from ingest.extraction.words.text import Sentence

VENUE = re.compile(r"\bdi(?: (?:halaman|aula|ruang \w+|gedung|kantor|lapangan|markas|lobi))?$", re.IGNORECASE)
OCCASION = re.compile(r"\b(?:dalam|saat|pada|ketika)(?: (?:sebuah|acara|kegiatan|sesi))?$", re.IGNORECASE)
BY_ANOTHER = re.compile(r"[^.;]{0,40}\bmelalui\b", re.IGNORECASE)


def tell(story: Story, sentence: Sentence, event: Thing, head: re.Match[str] | None) -> None:
    """Draft organisers, venue, place and attendance from one sentence of an event; `head` names it in the first."""
    tell_agencies(story, sentence, event)
    for find, group in story.finds(sentence, "Location"):
        cue = cue_before(sentence, find)
        if cue is not None and cue[0] == "di" and sentence is event.sentences[0]:
            story.say("OCCURRED_AT", event, group, sentence, "event:place", 0.75)
    for find, group in story.finds(sentence, "Official"):
        led = head is not None and leads(sentence, find, head)
        if led or attends(sentence, find, head):
            story.say("ATTENDED", group, event, sentence, "event:attended", 0.8)
        if led:
            host = office_of(story, find)
            if host is not None:
                story.say("ORGANISED", host, event, sentence, "event:led", 0.7)


def tell_agencies(story: Story, sentence: Sentence, event: Thing) -> None:
    """Draft organisers, venues and participants among the agencies of a sentence."""
    found = story.finds(sentence, "Agency")
    hosts = [organises(sentence, find) for find, _ in found]
    guests = [represented(sentence, find) for find, _ in found]
    for at in range(1, len(found)):  # "digelar A bersama B", "perwakilan A dan B"
        before, find = found[at - 1][0], found[at][0]
        hosts[at] = hosts[at] or (hosts[at - 1] and together(sentence, before, find))
        guests[at] = guests[at] or (guests[at - 1] and listed(sentence, before, find))
    for at in range(len(found) - 2, -1, -1):  # "A bersama B menggelar"
        hosts[at] = hosts[at] or (hosts[at + 1] and together(sentence, found[at][0], found[at + 1][0]))
    for (find, group), host, guest in zip(found, hosts, guests, strict=True):
        if host:
            story.say("ORGANISED", group, event, sentence, "event:organised", 0.85)
        elif guest:
            story.say("ATTENDED", group, event, sentence, "event:attended", 0.75)
        elif VENUE.search(before_find(sentence, find)) and find.facts.get("unit"):
            tell_venue(story, sentence, event, find, group)


def before_find(sentence: Sentence, find: Find) -> str:
    """The words of the sentence before a find."""
    return sentence.text[: find.start - sentence.start].rstrip(" ,(")


def organises(sentence: Sentence, find: Find) -> bool:
    """Whether the agency holds the event: right before an active verb or right after a passive one."""
    before, after = before_find(sentence, find), sentence.text[find.end - sentence.start :][:50]
    if pattern("organises").match(after.lstrip()):
        return True
    return any(m.end() == len(before) for m in pattern("organised-by").finditer(before))


def represented(sentence: Sentence, find: Find) -> bool:
    """Whether the agency sent people: "dihadiri perwakilan Lanal Nunukan"."""
    before = before_find(sentence, find)
    return bool(
        pattern("attended-by").search(before) and compiled("perwakilan|unsur|jajaran").search(before[-60:])
    )


def listed(sentence: Sentence, find: Find, other: Find) -> bool:
    """Whether two agencies stand in one list, with nothing but a comma or "dan" between them."""
    between = sentence.text[find.end - sentence.start : other.start - sentence.start]
    return between.strip(" ,").lower() in ("", "dan", "serta", "maupun")


def tell_venue(story: Story, sentence: Sentence, event: Thing, find: Find, group: Group) -> None:
    """Draft where an event was: at the agency, in its area; who lets the press come to its seat holds the event."""
    story.say("HELD_AT", event, group, sentence, "event:venue", 0.8)
    if event.properties["kind"] == "press conference":
        story.say("ORGANISED", group, event, sentence, "event:venue", 0.7)
    area = (find.link or "").partition(":")[2]
    for place in story.groups:
        if place.label == "Location" and area and place.link == area:
            story.say("OCCURRED_AT", event, place, sentence, "event:venue-area", 0.75)
    for other, named in story.finds(sentence, "Location"):
        if sentence.text[find.end - sentence.start : other.start - sentence.start] == ", ":
            story.say("OCCURRED_AT", event, named, sentence, "event:place", 0.75)


def attends(sentence: Sentence, find: Find, head: re.Match[str] | None) -> bool:
    """Whether an official took part: before a verb of attending, in the list after "dihadiri", "hadir", or as who
    speaks "dalam konferensi pers"; not who only let another speak ("Kapolres X melalui Y").
    """
    start, end = find.start - sentence.start, find.end - sentence.start
    if BY_ANOTHER.match(sentence.text[end:]):
        return False
    if pattern("attended-by").search(sentence.text[:start]) or pattern("session").match(sentence.text):
        return True
    if head is None:
        return bool(pattern("attends").search(sentence.text[end:]))
    if start > head.start():
        return False
    spoken = OCCASION.search(sentence.text[: head.start()].rstrip())
    return bool(spoken or pattern("attends").search(sentence.text[end:]))


def leads(sentence: Sentence, find: Find, head: re.Match[str]) -> bool:
    """Whether an official leads the event that the head word names: "memimpin upacara", "meresmikan"."""
    end = find.end - sentence.start
    verb = pattern("leads").search(sentence.text[end : head.end()]) if end < head.start() else None
    return verb is not None and verb.start() < 40


def office_of(story: Story, person: Find) -> Group | None:
    """The agency that the official heads or serves, by the office beside this mention of him."""
    for holding in story.mentions.holdings:
        agency = holding.office.agency
        if (holding.person.start, holding.person.end) == (person.start, person.end) and agency is not None:
            return story.home_of(agency)
    return None
