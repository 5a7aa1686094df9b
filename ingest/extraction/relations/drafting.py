"""What the rules alone say of a page: its mentions, then drafts of all relations they see."""

from __future__ import annotations

from ingest.extraction.mentions.changes import read_changes
from ingest.extraction.mentions.locations import named_areas
from ingest.extraction.mentions.mentions import Mentions, find_mentions
from ingest.extraction.people.people import settle_people
from ingest.extraction.relations.events import read_events
from ingest.extraction.relations.incidents import read_incident
from ingest.extraction.relations.parts import tell_parts
from ingest.extraction.relations.positions import tell_areas, tell_positions
from ingest.extraction.relations.routes import tell_places, tell_routes
from ingest.extraction.relations.story import Story
from ingest.extraction.words.text import Page


def mentions_by_rules(page: Page) -> Mentions:
    """The mentions of a page as the rules find them, people settled."""
    mentions = find_mentions(page)
    read_changes(mentions, named_areas(mentions.reference))
    settle_people(mentions)
    return mentions


def draft(story: Story) -> None:
    """Draft everything that the rules see in a story."""
    tell_positions(story)
    tell_areas(story)
    incident = read_incident(story)
    if incident is not None:
        tell_places(story, incident)
        tell_parts(story, incident)
    tell_routes(story)
    read_events(story)
