"""What a person is to the document: an official, a suspect, or someone to be protected (UU 21/2007 Pasal 24, 44).

A word beside one mention may mislead; so all mentions of a person are weighed together, with what rules and tagger
hold him for at each. In doubt a person is protected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model import Value
from ingest.extraction.entities.group import Group, key
from ingest.extraction.entities.grouping import group
from ingest.extraction.mentions.finds import PEOPLE, Board, Find
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.models.linear import LinearModel, shipped
from ingest.extraction.people.guard import protect_unplaced
from ingest.extraction.people.people import people_of, settle_people, victims_by_initials
from ingest.extraction.people.printed import add_printed_names
from ingest.extraction.people.standing_features import list_ends, person_features, place_of

DECISIVE = {"is-wanted": "Suspect", "is-tried": "Suspect", "is-officer": "Official"}
"""What a document says right behind a name, which leaves no doubt: "(DPO)", "(berkas terpisah)", "(anggota Polri)"."""
SPEAKS_AS_VICTIM = {"told=victimised", "words=1"}
OFFICE = {"holds", "titled", "fact=rank", "rank=0"}
"""A speaker of one word whose sentence tells what was done to victims is one of them, unless he has an office."""
HOLDER = {"holds", "rule=Official"}
SELDOM = 0.1
"""Whom the rules found beside an office is an official where nothing is likelier but that he is nobody."""
PUBLIC = 0.7
"""A person is an official or a suspect only where the model holds it for at least so likely."""
PUBLIC_BY_INITIALS = 0.6
"""Initials say less of a person; they are public from here on."""
PUBLIC_BY_ONE_WORD = 0.75
"""A name of one word that is more than initials must be surer: it may be many people's."""


def find_people(mentions: Mentions) -> None:
    """Find all mentions of people, whatever they are, with their printed names."""
    settle_people(mentions)
    protect_unplaced(mentions)
    add_printed_names(mentions)


def weigh_people(mentions: Mentions, model: LinearModel | None = None) -> None:
    """Give every person of the board the label that all his mentions speak for."""
    model = model or shipped("people")
    board = Board(mentions.page)
    for find in (f for f in mentions.board.finds if f.label not in PEOPLE):
        board.claim(find)
    for person, label in standings(mentions, model):
        for find in person.finds:
            board.claim(as_label(find, label))
    officials = {(f.start, f.end): f for f in board.finds if f.label == "Official"}
    held = [(h, officials.get((h.person.start, h.person.end))) for h in mentions.holdings]
    mentions.holdings = [replace(holding, person=person) for holding, person in held if person is not None]
    mentions.board = board


def persons(mentions: Mentions) -> Iterator[Group]:
    """The people of the board, whatever the label of a mention. A suspect and a victim with the same initials, each
    told by a cue, stay two.
    """
    everybody = people_of(mentions)
    sure = [f for f in everybody if not f.facts.get("guess")]
    twice = victims_by_initials(sure) & {key(f.name) for f in sure if f.label == "Suspect"}
    apart = [f for f in everybody if key(f.name) in twice]
    rest = {(f.start, f.end): f for f in everybody if key(f.name) not in twice}
    for home in group(replace(f, label="Protected") for f in rest.values()):
        yield Group(home.label, [rest[f.start, f.end] for f in home.finds])
    yield from group(apart)


def standings(mentions: Mentions, model: LinearModel) -> Iterator[tuple[Group, str]]:
    """The people of the board with their labels. Whom only a list of three or more names is what the list is."""
    people = list(persons(mentions))
    seen = [person_features(mentions, person) for person in people]
    chances = [model.chances(features) for features in seen]
    lists: dict[tuple[int, int, int], list[int]] = {}
    for number, person in enumerate(people):
        place = place_of(mentions, person.finds[0]) if len(person.finds) == 1 else None
        if place is not None:
            lists.setdefault((place.find.sentence, *list_ends(place, mentions.board)), []).append(number)
    for numbers in lists.values():
        if len(numbers) > 2:
            mean = {a: sum(chances[n][a] for n in numbers) / len(numbers) for a in model.answers}
            for number in numbers:
                chances[number] = mean
    for person, features, each in zip(people, seen, chances, strict=True):
        yield person, standing(each, features)


def standing(chances: dict[str, float], features: set[str]) -> str:
    """The label of a person with these chances and features."""
    for mark, label in DECISIVE.items():
        if mark in features:
            return label
    best = max(("Official", "Suspect"), key=lambda label: chances.get(label, 0.0))
    others = max(chance for label, chance in chances.items() if label != best)
    if best == "Official" and features >= SPEAKS_AS_VICTIM and not features & OFFICE:
        return "Protected"
    if features >= HOLDER and chances["Official"] > max(SELDOM, chances["Suspect"], chances["Protected"]):
        return "Official"
    least = PUBLIC_BY_ONE_WORD if "words=1" in features else PUBLIC
    if "by_initials=True" in features:
        least = PUBLIC_BY_INITIALS
    return best if chances[best] >= max(least, others) else "Protected"


def as_label(find: Find, label: str) -> Find:
    """The find with the label, and the facts that one of its kind has."""
    if find.label == label:
        return find
    facts: dict[str, Value] = dict(find.facts)
    if label == "Suspect":
        facts = {"status": "diamankan", "by_initials": False, **facts}
    elif label == "Protected":
        facts = {"role": "saksi", "by_initials": False, **facts}
    return replace(find, label=label, facts=facts)
