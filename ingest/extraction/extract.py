"""Extraction from end to end: a document in, an `Extraction` out. Pure, and the same for the same text."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Claim, Document, Entity, Evidence, Extraction, Protected, Value
from ingest.extraction.entities.group import Group
from ingest.extraction.entities.grouping import entity, group
from ingest.extraction.entities.naming import weigh_names
from ingest.extraction.entities.repairs import repair
from ingest.extraction.models.learned import learn
from ingest.extraction.people.printed import add_printed_names, whole_end
from ingest.extraction.people.standing import find_people, weigh_people
from ingest.extraction.relations.drafting import draft as draft_by_rules
from ingest.extraction.relations.drafting import mentions_by_rules
from ingest.extraction.relations.particulars import tell_particulars
from ingest.extraction.relations.story import Story, Thing
from ingest.extraction.relations.traits import properties_of
from ingest.extraction.relations.weighing import weigh
from ingest.extraction.words.text import prepare

SHORTEST = 5
"""Sentences of a document that the models are asked about: they know whole documents, no single sentences."""
VERSION = "6"
"""Changes whenever the same text may give another extraction: the ledger then reads documents anew."""


def extract(document: Document) -> Extraction:
    """All entities, claims and protected names of a document."""
    page = prepare(document)
    mentions = mentions_by_rules(page)
    learned = len(page.sentences) >= SHORTEST
    if learned:
        learn(mentions)
        repair(mentions)
        weigh_names(mentions)
        find_people(mentions)
        weigh_people(mentions)
    else:
        add_printed_names(mentions)
    groups = group(mentions.board.finds)
    story = Story(mentions, groups)
    draft_by_rules(story)
    if learned:
        weigh(story)
    tell_particulars(story)
    return assemble(story)


def assemble(story: Story) -> Extraction:
    """The extraction of a story: entities numbered in the order of the text, claims in that of their evidence."""
    public = [g for g in story.groups if g.label != "Protected"]
    things: list[Group | Thing] = [*story.things, *public]
    ids = {id(each): number for number, each in enumerate(things, start=1)}
    entities = tuple(make_entity(story, ids[id(each)], each) for each in things)
    return Extraction(story.page.document, entities, claims(story, ids), protected(story.groups))


def make_entity(story: Story, number: int, each: Group | Thing) -> Entity:
    """The entity of a group or thing, its mentions with their text."""
    if isinstance(each, Thing):
        return Entity(f"e{number}", each.label, each.name, properties=each.properties, evidence=each.evidence)
    return entity(number, each, properties_of(story, each), story.page.document.text)


def claims(story: Story, ids: dict[int, int]) -> tuple[Claim, ...]:
    """Drafts as claims: what says the same of the same two things is one claim with all its sentences."""
    merged: dict[tuple[str, int, int, object], list[tuple[Evidence, str, float, dict[str, Value]]]] = {}
    for draft in story.drafts:
        if id(draft.start) not in ids or id(draft.end) not in ids or draft.start is draft.end:
            continue
        properties = dict(draft.properties)
        apart = properties.get("title") if draft.type == "HOLDS_POSITION" else None
        key = (draft.type, ids[id(draft.start)], ids[id(draft.end)], apart)
        merged.setdefault(key, []).append((draft.evidence, draft.rule, draft.confidence, properties))
    made = [one_claim(kind, start, end, drafts) for (kind, start, end, _), drafts in merged.items()]
    return tuple(sorted(made, key=lambda c: (c.evidence[0].start, c.type, int(c.start[1:]), int(c.end[1:]))))


def one_claim(
    kind: str, start: int, end: int, drafts: list[tuple[Evidence, str, float, dict[str, Value]]]
) -> Claim:
    """The claim of drafts that say the same; rule and properties are those of the surest, completed by others."""
    surest = max(drafts, key=lambda d: d[2])
    properties: dict[str, Value] = {}
    for _, _, _, more in [surest, *drafts]:
        properties = {**more, **properties}
    evidence = tuple(sorted({d[0] for d in drafts}, key=lambda e: e.start))
    return Claim(kind, f"e{start}", f"e{end}", evidence, surest[1], surest[2], properties)


def protected(groups: Iterable[Group]) -> tuple[Protected, ...]:
    """The spans of protected names; people are numbered in the order of the text."""
    found = []
    people = [g for g in groups if g.label == "Protected"]
    for person, each in enumerate(people, start=1):
        role = next((str(f.facts["role"]) for f in each.finds if f.facts.get("role") == "korban"), "saksi")
        found += [Protected(f.start, whole_end(f), person, role) for f in each.finds]
    return tuple(sorted(found, key=lambda p: p.start))
