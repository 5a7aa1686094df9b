"""What the role models see: of an entity all places where it is named, of a person and an agency what stands between
them, of a document its words. Features with a word end in "=word"; training keeps only common words (`admitted` in
`ingest/learning/fitting.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.officials import HEADS
from ingest.extraction.relations.story import Story, Thing
from ingest.extraction.words.lexicon import first_after, found_in, last_before, stands_in, words, words_found
from ingest.extraction.words.text import Sentence

WINDOW = 4


def entity_features(story: Story, group: Group, proposed: set[str]) -> set[str]:
    """Of an entity: the words around its mentions, verbs in their sentences, neighbours, what the rules propose."""
    found = {f"label={group.label}", f"kind={story.page.document.kind}", f"n={min(len(group.finds), 4)}"}
    found |= {f"rule={each}" for each in proposed}
    found |= {f"unit={f.facts['unit']}" for f in group.finds if f.facts.get("unit")}
    found |= {
        f"place={f.facts['kind']}" for f in group.finds if group.label == "Location" and "kind" in f.facts
    }
    found |= {f"status={f.facts['status']}" for f in group.finds if "status" in f.facts}
    for find in group.finds:
        found |= set(mention_features(story, story.page.sentences[find.sentence], find))
    if group.label == "Location":
        found |= set(place_features(story, group))
    if group.label == "Agency":
        found |= set(agency_features(story, group))
    about = subjects(story)
    return found | {f"{each}&{f}" for each in about for f in found if f.startswith(CROSSED)}


CROSSED = ("rule=", "abroad", "go=", "C1=", "handled=", "label=")
"""Beginnings of the features that mean another thing in another kind of story."""


def subjects(story: Story) -> list[str]:
    """What the document is about, by the words of `cues.tsv` that it has: court case, deportation, migrants …"""
    text = story.page.document.text
    found = [
        f"about:{name}"
        for name in ("deporting", "migrants", "accidents", "graft")
        if len(found_in(name, text)) > 1
    ]
    return [*found, "about:court"] if story.page.document.kind == "verdict" else found


def place_features(story: Story, group: Group) -> Iterator[str]:
    """Of a place: whether it lies abroad, how it stands among the other places of its sentences, what moves there."""
    links = {g.link for g in story.groups if g.label == "Location" and g.link}
    foreign = [link for link in links if is_abroad(link)]
    yield f"abroad={group.link is not None and is_abroad(group.link)}"
    yield f"linked={group.link is not None}"
    heads = {f.name.split()[0].lower() for f in group.finds}
    yield from (f"head={head}" for head in heads)
    yield f"spot={bool(heads & words('spots'))}"
    yield f"foreigners={min(len(foreign), 2)}"
    if group.link:
        yield f"level={group.link.count('.')}"
        yield f"holds-others={any(other != group.link and other.startswith(group.link + '.') for other in links)}"
    for find in group.finds:
        sentence = story.page.sentences[find.sentence]
        others = story.mentions.board.of(sentence, "Location")
        at = next((i for i, f in enumerate(others) if f.start == find.start), None)
        if at is None:
            continue
        head = at
        while head and others[head].start - others[head - 1].end < NEXT:
            head -= 1
        tail = at
        while tail + 1 < len(others) and others[tail + 1].start - others[tail].end < NEXT:
            tail += 1
        yield f"chain={min(at - head, 2)}:{min(tail - at, 2)}"
        before = [t.low for t in sentence.tokens if t.end <= others[head].start]
        for distance, word in enumerate(reversed(before[-2:]), start=1):
            yield f"C{distance}={word}"
        cue = before[-1] if before and before[-1] in PREPOSITIONS else "-"
        verb = last_before("going", sentence.text, others[head].start - sentence.start) or "-"
        yield f"go={verb}|{cue}"
        yield f"go={verb}"
        after = first_after("going", sentence.text, find.end - sentence.start)
        yield f"then={after[1] if after else '-'}"
        yield f"seat={min(at, 2)}:{min(len(others) - at - 1, 2)}"
        for who in ("migrants", "telling", "accused-words"):
            if stands_in(who, sentence.text):
                yield f"who={who}"


NEARBY = 40
"""Characters behind an agency within which a verb says what it does."""
NEXT = 5
"""Characters between places that are told as one: "Desa X, Kec. Y, Kab. Z"."""
PREPOSITIONS = frozenset({"di", "ke", "dari", "menuju", "asal", "melalui", "lewat", "via", "tujuan", "pada"})


def is_abroad(link: str) -> bool:
    """Whether a place's code is none of Indonesia's."""
    return not link[:1].isdigit()


def agency_features(story: Story, group: Group) -> Iterator[str]:
    """Of an agency: its share of the story, whether its people speak, whether it is part of another one named."""
    agencies = [g for g in story.groups if g.label == "Agency"]
    most = max(len(g.finds) for g in agencies)
    yield f"share={int(3 * len(group.finds) / most)}"
    yield f"first={min(agencies.index(group), 3)}"
    yield f"speakers={min(sum(d.type == 'HOLDS_POSITION' and d.end is group for d in story.drafts), 2)}"
    yield f"branch={any(d.type == 'PART_OF' and d.start is group for d in story.drafts)}"
    yield f"trunk={any(d.type == 'PART_OF' and d.end is group for d in story.drafts)}"
    yield f"words={min(len(group.names[0].split()), 5)}"
    for find in group.finds:
        sentence = story.page.sentences[find.sentence]
        after = first_after("role-words", sentence.text, find.end - sentence.start)
        near = after is not None and after[0] - (find.end - sentence.start) < NEARBY
        yield f"acts={after[1] if near and after else '-'}"
        before = last_before("role-words", sentence.text, find.start - sentence.start)
        yield f"done={before or '-'}|{before_word(sentence, find)}"
        yield f"leads={find.start - sentence.start < 3}"
        if find.start < 100 and sentence.number == 0:
            yield "headline"


def event_features(story: Story, group: Group, event: Thing, proposed: set[str]) -> set[str]:
    """Of an entity and an event: where it is named beside the event's sentences, and what stands between."""
    found = {f"label={group.label}", f"event={event.properties.get('kind')}"} | {
        f"rule={each}" for each in proposed
    }
    found |= {f"unit={f.facts['unit']}" for f in group.finds if f.facts.get("unit")}
    found.add(f"n={min(len(group.finds), 4)}")
    told = {s.number for s in event.sentences}
    first = event.sentences[0]
    nearest = min(abs(f.sentence - n) for f in group.finds for n in told)
    found.add(f"away={min(nearest, 4)}")
    for find in group.finds:
        sentence = story.page.sentences[find.sentence]
        if find.sentence in told:
            found.add(f"in={min(find.sentence - first.number, 2)}")
            found |= set(mention_features(story, sentence, find))
            for cue in ("held", "attends", "attended-by", "organises", "organised-by", "leads", "telling"):
                before = last_before(cue, sentence.text, find.start - sentence.start)
                after = first_after(cue, sentence.text, find.end - sentence.start)
                found |= {f"cue={cue}<"} if before else set()
                found |= {f"cue={cue}>"} if after else set()
        if first_after("telling", sentence.text, find.end - sentence.start):
            found.add("speaks")
        found.add(f"at={min(find.sentence, 3)}")
    held = [d for d in story.drafts if d.type == "HOLDS_POSITION" and group in (d.start, d.end)]
    found.add(f"offices={min(len(held), 2)}")
    if group.label == "Agency":
        of = {id(d.start) for d in held}
        people = [g for g in story.groups if id(g) in of]
        found |= {"its-people-there" for g in people for f in g.finds if f.sentence in told}
    return found


def before_word(sentence: Sentence, find: Find) -> str:
    """The word before a find, "" at the beginning of the sentence."""
    words = [t.low for t in sentence.tokens if t.end <= find.start]
    return words[-1] if words else ""


def mention_features(story: Story, sentence: Sentence, find: Find) -> Iterator[str]:
    """Of one mention."""
    at, after = (bisect_left(sentence.starts, offset) for offset in (find.start, find.end))
    left = [t.low for t in sentence.tokens[max(0, at - WINDOW) : at]]
    right = [t.low for t in sentence.tokens[after : after + WINDOW]]
    for distance, word in enumerate(reversed(left), start=1):
        yield f"L{min(distance, 3)}={word}"
        yield f"L={word}"
    for distance, word in enumerate(right, start=1):
        yield f"R{min(distance, 2)}={word}"
    yield f"LL={'|'.join(left[-2:])}"
    yield f"at={min(sentence.number, 5)}"
    yield f"part={int(6 * sentence.number / max(1, len(story.page.sentences)))}"
    yield from (f"v={word}" for word in words_found("role-words", sentence.text))
    verb = last_before("role-words", sentence.text, find.start - sentence.start)
    if verb:
        yield f"vb={verb}"
    others = story.beside(sentence)
    place = bisect_left(others.starts, find.start)
    own = place < len(others.finds) and others.finds[place] is find
    for label, count in others.labels.items():
        if count > (own and label == find.label):
            yield f"with={label}"
    earlier, later = place - 1, place
    while earlier >= 0 and others.finds[earlier].end > find.start:
        earlier -= 1
    while later < len(others.finds) and others.starts[later] < find.end:
        later += 1
    yield f"prev={others.finds[earlier].label if earlier >= 0 else ''}"
    yield f"next={others.finds[later].label if later < len(others.finds) else ''}"
    if find.start < 60:
        yield "dateline"


def pair_features(story: Story, sentence: Sentence, person: Find, agency: Find, proposed: bool) -> set[str]:
    """Of a person and an agency in one sentence."""
    first, second = sorted((person, agency), key=lambda f: f.start)
    inside = [t for t in sentence.tokens if first.end <= t.start and t.end <= second.start]
    between = [t.low for t in inside]
    before = [t for t in sentence.tokens if t.end <= first.start][-4:]
    after = [t.low for t in sentence.tokens if t.start >= second.end][:3]
    others = story.mentions.board.of(sentence, "Official", "Suspect", "Protected", "Agency")
    amid = [f for f in others if first.end <= f.start and f.end <= second.start]
    titles, ranks = story.mentions.reference.titles, story.mentions.reference.ranks
    found = {f"order={first is person}", f"far={min(len(between) // 3, 8)}", f"rule={proposed}"}
    found |= {f"m={word}" for word in between[:12]}
    found |= {f"l{i}={t.low}" for i, t in enumerate(reversed(before))}
    found |= {f"r{i}={word}" for i, word in enumerate(after)}
    found |= {
        f"unit={agency.facts.get('unit', '')}",
        f"rank={'rank' in person.facts}",
        f"between={len(between) == 0}",
        f"implied={bool(agency.facts.get('implied'))}",
        f"linked={agency.link is not None}",
        f"amid-people={min(sum(f.label != 'Agency' for f in amid), 2)}",
        f"amid-agencies={min(sum(f.label == 'Agency' for f in amid), 2)}",
        f"title-amid={any(t.start in titles or HEADS.fullmatch(t.text) is not None for t in inside)}",
        f"title-before={any(t.start in titles or HEADS.fullmatch(t.text) is not None for t in before)}",
        f"only-rank={all(t.text in ',.():' or t.start in ranks for t in inside)}",
        f"commas={min(between.count(','), 3)}",
    }  # fmt: skip
    if inside and inside[0].text == ",":
        found.add("comma-first")
    rival = [f for f in others if f.label == "Agency" and f is not agency]
    gap = second.start - first.end
    found.add(f"nearest={all(max(f.start - person.end, person.start - f.end) > gap for f in rival)}")
    whole = ("only-rank=", "title-amid=", "title-before=", "amid-people=", "nearest=", "commas=")
    return found | {f"order={first is person}&{each}" for each in found if each.startswith(whole)}


def document_features(story: Story, proposed: str) -> set[str]:
    """Of a document: its words and pairs of words, and what tells its kind of incident."""
    words = [t.low for s in story.page.sentences for t in s.tokens]
    found = {f"w={word}" for word in words} | {f"b={a}|{b}" for a, b in pairwise(words)}
    return found | kind_features(story, proposed)


def kind_features(story: Story, proposed: str) -> set[str]:
    """Of a document: its first words, how often it speaks of what, how many things of each label, the rules' kind."""
    text = story.page.document.text
    first = [t.low for s in story.page.sentences for t in s.tokens][:FIRST]
    found = {f"h={word}" for word in first}
    for name in ("deporting", "migrants", "accidents", "graft", "trafficked", "violence"):
        found.add(f"about={name}:{min(len(found_in(name, text)), 3)}")
        found |= {f"lead={name}"} if any(at < LEAD for at, _, _ in found_in(name, text)) else set()
    labels = Counter(g.label for g in story.groups)
    found |= {f"c={label}:{min(count, 4)}" for label, count in labels.items()}
    return found | {f"kind={story.page.document.kind}", f"rule={proposed}"}


FIRST = 60
"""Words of the beginning of a document."""
LEAD = 500
"""Characters of the beginning of a document."""
