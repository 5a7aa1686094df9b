"""What the linear models learn from: of each annotated document the features of its people, entities and candidates,
with what the annotation says of them.
"""

from __future__ import annotations

from collections import Counter

from ingest.extraction.entities.group import Group, key
from ingest.extraction.entities.naming import NAMED, RIGHT, Naming
from ingest.extraction.mentions.finds import PEOPLE
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.people.standing import persons
from ingest.extraction.people.standing_features import person_features
from ingest.extraction.relations.choices import choices
from ingest.extraction.relations.event_roles import EVENT_ROLES, event_proposals
from ingest.extraction.relations.events import likely_event
from ingest.extraction.relations.role_features import (
    document_features,
    entity_features,
    event_features,
    kind_features,
    pair_features,
)
from ingest.extraction.relations.roles import (
    ROLES,
    PairKey,
    office_pairs,
    propose,
    proposed_kind,
)
from ingest.extraction.relations.story import Story, Thing
from ingest.learning.corpus import Annotated
from ingest.learning.fitting import Examples


def standings(document: Annotated, mentions: Mentions) -> Examples:
    """The people that were found in a document, with what they are by its annotation."""
    spans = [
        (int(a), int(b), e["label"])
        for e in document.entities
        if e["label"] in PEOPLE
        for a, b in e.get("spans", ())
    ]
    spans += [(a, b, "Protected") for a, b in document.protected]
    found = Examples()
    for person in persons(mentions):
        votes = Counter(label for f in person.finds for a, b, label in spans if f.start < b and a < f.end)
        answer = votes.most_common(1)[0][0] if votes else "nobody"
        found.add(person_features(mentions, person), {answer})
    return found


def namings(document: Annotated, mentions: Mentions) -> Examples:
    """The names of agencies, places and vessels that were found in a document: right where the annotation has one of
    the label there or of the same words.
    """
    told: dict[str, set[object]] = {label: set() for label in NAMED}
    for e in document.entities:
        for a, b in e.get("spans", ()) if e["label"] in NAMED else ():
            told[e["label"]] |= {(int(a), int(b)), key(document.text[int(a) : int(b)])}
    found, naming = Examples(), Naming(mentions)
    for each in naming.groups:
        own = {
            what
            for f in each.finds
            for what in ((f.start, f.end), key(document.text[f.start : f.end]), key(f.name))
        }
        found.add(naming.features(each), {RIGHT} if (own - {""}) & told[each.label] else set())
    return found


def learn_from(document: Annotated, story: Story, examples: dict[str, Examples]) -> None:
    """Add the examples of one document."""
    homes = {e["key"]: g for e in document.entities if (g := home(story, e)) is not None}
    incidents = [e for e in document.entities if e["label"] == "Incident"]
    proposals = propose(story)
    whole = document_features(story, proposed_kind(story))
    examples["case"].add(whole, {"case"} if incidents else set())
    if incidents:
        examples["kind"].add(
            kind_features(story, proposed_kind(story)), {str(incidents[0]["properties"].get("kind"))}
        )
        learn_choices(incidents[0]["properties"], story, examples)
        roles: dict[int, set[str]] = {}
        for r in document.relationships:
            for one, other in ((r["start"], r["end"]), (r["end"], r["start"])):
                if any(one == e["key"] for e in incidents) and other in homes:
                    roles.setdefault(id(homes[other]), set()).add(r["type"])
        for each in story.groups:
            if each.label in ROLES:
                features = entity_features(story, each, proposals.get(id(each), set()))
                examples["roles"].add(features, roles.get(id(each), set()))
    learn_events(document, story, homes, examples)
    held = {
        (id(homes[r["start"]]), id(homes[r["end"]]))
        for r in document.relationships
        if r["type"] == "HOLDS_POSITION" and r["start"] in homes and r["end"] in homes
    }
    for pair, (sentence, person, agency, proposed) in office_pairs(story).items():
        examples["positions"].add(
            pair_features(story, sentence, person, agency, proposed), answers_of(pair, held)
        )


def learn_choices(told: dict[str, object], story: Story, examples: dict[str, Examples]) -> None:
    """Add the candidates for the slots of a document's incident."""
    incident = next((t for t in story.things if t.label == "Incident"), Thing("Incident", "", {"kind": ""}))
    for choice in choices(story, incident):
        right = str(told.get(choice.slot)) == str(choice.value)
        examples[choice.slot].add(choice.features, {"right"} if right else set())


def learn_events(
    document: Annotated, story: Story, homes: dict[str, Group], examples: dict[str, Examples]
) -> None:
    """Add the examples of a document's event: whether it tells of one, and who was there."""
    keys = {e["key"] for e in document.entities if e["label"] == "Event"}
    examples["event"].add(document_features(story, ""), {"event"} if keys else set())
    event = next((t for t in story.things if t.label == "Event"), None)
    event = event or (likely_event(story) if keys else None)
    if event is None:
        return
    roles: dict[int, set[str]] = {}
    for r in document.relationships:
        other = r["end"] if r["start"] in keys else r["start"] if r["end"] in keys else None
        if other in homes:
            roles.setdefault(id(homes[other]), set()).add(r["type"])
    proposals = event_proposals(story, event)
    for each in story.groups:
        if each.label in EVENT_ROLES:
            seen = event_features(story, each, event, proposals.get(id(each), set()))
            examples["events"].add(seen, roles.get(id(each), set()))


def answers_of(pair: PairKey, held: set[tuple[int, int]]) -> set[str]:
    """Whether the pair's person holds an office at its agency."""
    return {"holds"} if pair in held else set()


def home(story: Story, entity: dict[str, object]) -> Group | None:
    """The group that stands where the annotated entity does."""
    spans = [(int(a), int(b)) for a, b in entity.get("spans", ())]  # type: ignore[attr-defined]
    best: Counter[int] = Counter()
    for at, each in enumerate(story.groups):
        if each.label == entity["label"]:
            best[at] = sum(f.start < b and a < f.end for f in each.finds for a, b in spans)
    ranked = best.most_common(1)
    return story.groups[ranked[0][0]] if ranked and ranked[0][1] else None
