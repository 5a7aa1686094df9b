"""What the role models see: of an entity all places where it is named, of a person and an agency what stands between
them, of a document its words. Features with a word end in "=word"; training keeps only common words (`tagging`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ingest.extraction.finds import Find
from ingest.extraction.grouping import Group
from ingest.extraction.lexicon import pattern
from ingest.extraction.story import Story
from ingest.extraction.text import Sentence

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
    return found


def mention_features(story: Story, sentence: Sentence, find: Find) -> Iterator[str]:
    """Of one mention."""
    left = [t.text.lower() for t in sentence.tokens if t.end <= find.start]
    right = [t.text.lower() for t in sentence.tokens if t.start >= find.end]
    for distance, word in enumerate(reversed(left[-WINDOW:]), start=1):
        yield f"L{min(distance, 3)}={word}"
        yield f"L={word}"
    for distance, word in enumerate(right[:WINDOW], start=1):
        yield f"R{min(distance, 2)}={word}"
    yield f"LL={'|'.join(left[-2:])}"
    yield f"at={min(sentence.number, 5)}"
    yield f"part={int(6 * sentence.number / max(1, len(story.page.sentences)))}"
    before = sentence.text[: find.start - sentence.start]
    for match in pattern("role-words").finditer(sentence.text):
        yield f"v={match.group().lower()}"
    verbs = pattern("role-words").findall(before)
    if verbs:
        yield f"vb={verbs[-1].lower()}"
    others = story.mentions.board.of(
        sentence, "Official", "Suspect", "Protected", "Agency", "Location", "Law", "Vessel"
    )
    for label in {f.label for f in others if f is not find}:
        yield f"with={label}"
    earlier = [f for f in others if f.end <= find.start]
    later = [f for f in others if f.start >= find.end]
    yield f"prev={earlier[-1].label if earlier else ''}"
    yield f"next={later[0].label if later else ''}"
    if find.start < 60:
        yield "dateline"


def pair_features(sentence: Sentence, person: Find, agency: Find, proposed: bool) -> set[str]:
    """Of a person and an agency in one sentence."""
    first, second = sorted((person, agency), key=lambda f: f.start)
    between = [t.text.lower() for t in sentence.tokens if first.end <= t.start and t.end <= second.start]
    before = [t.text.lower() for t in sentence.tokens if t.end <= first.start][-4:]
    after = [t.text.lower() for t in sentence.tokens if t.start >= second.end][:3]
    found = {f"order={first is person}", f"far={min(len(between) // 3, 8)}", f"rule={proposed}"}
    found |= {f"m={word}" for word in between[:12]}
    found |= {f"l{i}={word}" for i, word in enumerate(reversed(before))}
    found |= {f"r{i}={word}" for i, word in enumerate(after)}
    found |= {
        f"unit={agency.facts.get('unit', '')}",
        f"rank={'rank' in person.facts}",
        f"between={len(between) == 0}",
    }
    return found


def document_features(story: Story, proposed: str) -> set[str]:
    """Of a document: its words and pairs of words, how many things of each label, the rules' kind of incident."""
    words = [t.text.lower() for s in story.page.sentences for t in s.tokens]
    found = {f"w={word}" for word in words} | {f"h={word}" for word in words[:60]}
    found |= {f"b={a}|{b}" for a, b in pairwise(words)}
    labels = Counter(g.label for g in story.groups)
    found |= {f"c={label}:{min(count, 4)}" for label, count in labels.items()}
    return found | {f"kind={story.page.document.kind}", f"rule={proposed}"}
