"""The models' word on a whole story: its incident with roles, days and numbers, its offices, its event."""

from __future__ import annotations

from ingest.extraction.relations.cases import tell_apart
from ingest.extraction.relations.choices import choose
from ingest.extraction.relations.event_roles import event_of, weigh_event
from ingest.extraction.relations.roles import case_of, weigh_offices, weigh_roles
from ingest.extraction.relations.story import Story


def weigh(story: Story) -> None:
    """Let the models weigh and complete what the rules drafted."""
    incident = case_of(story)
    if incident is not None:
        weigh_roles(story, incident)
        choose(story, incident)
        tell_apart(story, incident)
    weigh_offices(story)
    event = event_of(story)
    if event is not None:
        weigh_event(story, event)
