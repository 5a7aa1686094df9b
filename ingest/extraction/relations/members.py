"""Officers named as members of a unit that the sentence tells behind their names: "Saksi X dan Saksi Y (masing-masing
anggota Ditpolairud Polda Kepri)", "X yang merupakan anggota Polri".
"""

from __future__ import annotations

from ingest.extraction.people.people import people_of
from ingest.extraction.people.standing_features import list_ends, place_of
from ingest.extraction.relations.story import Story
from ingest.extraction.words.lexicon import pattern

REACH = 90
"""Characters behind the names within which their unit is told."""


def tell_members(story: Story) -> None:
    """Draft HOLDS_POSITION for officers whose unit is told behind their names or the list they stand in."""
    for find in people_of(story.mentions):
        if find.label != "Official":
            continue
        place = place_of(story.mentions, find)
        if place is None:
            continue
        sentence = place.sentence
        _, tail = list_ends(place, story.mentions.board)
        if tail >= len(sentence.tokens):
            continue
        start = sentence.tokens[tail].start
        told = pattern("is-officer").match(sentence.text, start - sentence.start)
        if told is None:
            continue
        units = [pair for pair in story.finds(sentence, "Agency") if start <= pair[0].start < start + REACH]
        if units:
            story.say(
                "HOLDS_POSITION", story.group_of(find), units[0][1], sentence, "position:member", 0.8,
                title="anggota",
            )  # fmt: skip
