"""Roles by rules and learned models together: the rules propose, with the sentence; the models weigh what they propose
and add what they are sure of.
"""

from __future__ import annotations

from graph.model import Value
from graph.reference.places import gazetteer
from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.models.linear import shipped
from ingest.extraction.relations.incidents import OWN_KINDS, add_counts, add_date, add_exploitation, triggers
from ingest.extraction.relations.parts import role_told
from ingest.extraction.relations.role_features import (
    document_features,
    entity_features,
    kind_features,
    mention_features,
    pair_features,
    place_features,
)
from ingest.extraction.relations.story import Draft, Story, Thing, general
from ingest.extraction.words.text import Sentence

ROLES = {
    "Location": ("OCCURRED_AT", "ORIGIN", "TRANSIT", "DESTINATION"),
    "Agency": ("HANDLED_BY",),
    "Suspect": ("SUSPECTED_IN",),
    "Law": ("CHARGED_WITH",),
    "Vessel": ("USED",),
}
"""Roles that an entity of a label may have in an incident."""
SURE = 0.8
"""An office that a rule drafts with this confidence stays whatever the model holds."""
SURER = 0.9
"""So sure the model must be of a second office where the rules propose another one."""
LEAST = {"OCCURRED_AT": 0.35}
"""A place is added as the scene only where the model holds it for at least so likely: a wrong scene misleads most."""
UNLIKELY = 0.02
"""A role that the rules propose stays unless the model holds it for this unlikely."""
DROPPED = 0.01
"""An office that the rules propose stays unless the model holds it for this unlikely."""
PairKey = tuple[int, int]
Pair = tuple[Sentence, Find, Find, bool]


def propose(story: Story) -> dict[int, set[str]]:
    """The roles that the story's drafts propose, by the identity of the group."""
    found: dict[int, set[str]] = {}
    for draft in story.drafts:
        if any(isinstance(end, Thing) and end.label == "Event" for end in (draft.start, draft.end)):
            continue
        for group in (draft.start, draft.end):
            if isinstance(group, Group) and draft.type in ROLES.get(group.label, ()):
                found.setdefault(id(group), set()).add(draft.type)
    return found


def proposed_kind(story: Story) -> str:
    """The kind of incident by the rules, "" where they see none."""
    return next((str(t.properties["kind"]) for t in story.things if t.label == "Incident"), "")


def office_pairs(story: Story) -> dict[PairKey, Pair]:
    """The officials and agencies that stand in one sentence, each pair where its two are nearest."""
    held = {(id(d.start), id(d.end)) for d in story.drafts if d.type == "HOLDS_POSITION"}
    pairs: dict[PairKey, tuple[int, Pair]] = {}
    for sentence in story.sentences():
        for person, who in story.finds(sentence, "Official"):
            for agency, where in story.finds(sentence, "Agency"):
                key = (id(who), id(where))
                far = max(agency.start - person.end, person.start - agency.end)
                if far < FARTHEST and (key not in pairs or far < pairs[key][0]):
                    pairs[key] = (far, (sentence, person, agency, key in held))
    return {key: pair for key, (_, pair) in pairs.items()}


FARTHEST = 140
"""Characters between a person and the agency of his office."""


def case_of(story: Story) -> Thing | None:
    """The story's incident: the rules', or one that the model sees where they saw none; its kind by both."""
    incident = next((t for t in story.things if t.label == "Incident"), None)
    seen = document_features(story, proposed_kind(story))
    chance = shipped("case").chances(seen)["case"]
    if incident is None:
        if chance < 0.6:
            return None
        sentences = [s for s in story.sentences() if not general(s)]
        incident = Thing("Incident", "", {"kind": ""}, {}, sentences)
        add_date(story, incident, [s for s in sentences if triggers(s)] or sentences[:3])
        add_counts(incident, sentences)
        add_exploitation(incident, sentences)
        story.things.append(incident)
    if incident.properties["kind"] not in OWN_KINDS:
        incident.properties["kind"] = shipped("kind").likeliest(kind_features(story, proposed_kind(story)))
    return incident


def weigh_roles(story: Story, incident: Thing) -> None:
    """Keep, drop and add roles of the incident."""
    proposals = propose(story)
    dropped: set[tuple[int, str]] = set()
    added: list[tuple[Group, str, float]] = []
    for group in story.groups:
        if group.label not in ROLES:
            continue
        proposed = proposals.get(id(group), set())
        seen = entity_features(story, group, proposed)
        chances = shipped("roles").chances(seen)
        given = shipped("roles").given(chances)
        for role in ROLES[group.label]:
            if role in proposed and chances[role] < UNLIKELY:
                dropped.add((id(group), role))
            elif role in given and role not in proposed and given[role] >= LEAST.get(role, 0.0):
                added.append((group, role, given[role]))
    story.drafts = [d for d in story.drafts if incident not in (d.start, d.end) or not is_dropped(d, dropped)]
    scenes = [d.end for d in story.drafts if d.type == "OCCURRED_AT" and d.start is incident]
    scenes += [group for group, role, _ in added if role == "OCCURRED_AT"]
    for group, role, chance in added:
        if role != "OCCURRED_AT" or not holds_another(group, scenes):
            say_role(story, incident, group, role, chance)


def holds_another(place: Group, scenes: list[Group | Thing]) -> bool:
    """Whether a place is the area of another scene: the most specific places are told."""
    others = [g.link for g in scenes if isinstance(g, Group) and g is not place and g.link]
    return any(place.link in {area.id for area in gazetteer().ancestors(link)} for link in others)


def say_role(story: Story, incident: Thing, group: Group, role: str, chance: float) -> None:
    """Draft a role that the model alone sees, with the sentence of the mention that speaks most for it."""
    find = max(group.finds, key=lambda each: spoken_for(story, group, each, role))
    sentence = story.page.sentences[find.sentence]
    told = role_told(sentence, find) if role == "HANDLED_BY" else None
    more: dict[str, Value] = {"role": told} if told else {}
    start, end = (group, incident) if role == "SUSPECTED_IN" else (incident, group)
    story.say(role, start, end, sentence, f"learned:{role.lower()}", round(chance, 2), **more)


def spoken_for(story: Story, group: Group, find: Find, role: str) -> float:
    """How much one mention by itself speaks for a role of its entity."""
    seen = set(mention_features(story, story.page.sentences[find.sentence], find))
    if group.label == "Location":
        seen |= set(place_features(story, Group(group.label, [find])))
    return shipped("roles").chances(seen)[role]


def is_dropped(draft: Draft, dropped: set[tuple[int, str]]) -> bool:
    """Whether a draft says a role that the model holds for wrong."""
    return (id(draft.start), draft.type) in dropped or (id(draft.end), draft.type) in dropped


def weigh_offices(story: Story) -> None:
    """Add offices that the model sees, drop those it holds for wrong."""
    groups = {id(g): g for g in story.groups}
    wrong: set[PairKey] = set()
    placed = {id(d.start) for d in story.drafts if d.type == "HOLDS_POSITION"}
    sure = {
        (id(d.start), id(d.end)) for d in story.drafts if d.type == "HOLDS_POSITION" and d.confidence >= SURE
    }
    for key, (sentence, person, agency, proposed) in office_pairs(story).items():
        seen = pair_features(story, sentence, person, agency, proposed)
        chances = shipped("positions").chances(seen)
        chance = chances["holds"]
        if proposed and key not in sure and chance < DROPPED:
            wrong.add(key)
        elif (
            not proposed and shipped("positions").given(chances) and (key[0] not in placed or chance > SURER)
        ):
            story.say(
                "HOLDS_POSITION",
                groups[key[0]],
                groups[key[1]],
                sentence,
                "learned:position",
                round(chance, 2),
            )
    story.drafts = [
        d for d in story.drafts if d.type != "HOLDS_POSITION" or (id(d.start), id(d.end)) not in wrong
    ]
