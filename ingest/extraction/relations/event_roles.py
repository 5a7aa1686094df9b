"""Who held an event, who was there and where it was, by rules and learned models together."""

from __future__ import annotations

from ingest.extraction.models.linear import shipped
from ingest.extraction.relations.events import likely_event
from ingest.extraction.relations.role_features import document_features, event_features
from ingest.extraction.relations.roles import UNLIKELY, holds_another, is_dropped
from ingest.extraction.relations.story import Story, Thing

EVENT_ROLES = {"Official": ("ATTENDED",), "Agency": ("ORGANISED", "ATTENDED"), "Location": ("OCCURRED_AT",)}
"""Roles that an entity of a label may have in an event."""
LIKELY = 0.5
"""An event that the rules do not see is added where the model holds one for at least so likely."""


def event_of(story: Story) -> Thing | None:
    """The story's first event: the rules', or one that the model sees where they saw none."""
    event = next((t for t in story.things if t.label == "Event"), None)
    if event is None and shipped("event").chances(document_features(story, ""))["event"] >= LIKELY:
        event = likely_event(story)
        story.things += [event] if event is not None else []
    return event


def event_proposals(story: Story, event: Thing) -> dict[int, set[str]]:
    """The roles in the event that the story's drafts propose, by the identity of the group."""
    found: dict[int, set[str]] = {}
    for draft in story.drafts:
        if draft.start is event or draft.end is event:
            group = draft.end if draft.start is event else draft.start
            found.setdefault(id(group), set()).add(draft.type)
    return found


def weigh_event(story: Story, event: Thing) -> None:
    """Keep, drop and add who held an event, who was there and where it was."""
    proposals = event_proposals(story, event)
    scenes = [d.end for d in story.drafts if d.type == "OCCURRED_AT" and d.start is event]
    hosted = any("ORGANISED" in roles for roles in proposals.values())
    dropped: set[tuple[int, str]] = set()
    for group in story.groups:
        if group.label not in EVENT_ROLES:
            continue
        proposed = proposals.get(id(group), set())
        seen = event_features(story, group, event, proposed)
        chances = shipped("events").chances(seen)
        given = shipped("events").given(chances)
        told = {s.number for s in event.sentences}
        at = next((f.sentence for f in group.finds if f.sentence in told), group.finds[0].sentence)
        for role in EVENT_ROLES[group.label]:
            if role in proposed and chances[role] < UNLIKELY:
                dropped.add((id(group), role))
            elif role in given and role not in proposed and not (hosted and role == "ORGANISED"):
                if role == "OCCURRED_AT" and holds_another(group, scenes):
                    continue
                start, end = (event, group) if role == "OCCURRED_AT" else (group, event)
                sentence = story.page.sentences[at]
                story.say(role, start, end, sentence, f"learned:{role.lower()}", round(given[role], 2))
    story.drafts = [d for d in story.drafts if event not in (d.start, d.end) or not is_dropped(d, dropped)]
