"""The second pass over a page: people named once in full and later by a part of the name.

"Ipda Dewi Kartikasih … jelas Dewi", "HR alias Daeng Rala … HR". A name that a document uses for a protected person
is protected at every place where it stands; a decision's accused stays the accused.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extraction.entities.group import Group, key
from ingest.extraction.entities.grouping import group
from ingest.extraction.mentions.finds import PEOPLE, Board, Find
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.text import Page


def settle_people(mentions: Mentions) -> None:
    """Decide between protected and suspect where one name is both, and find the later, shorter mentions."""
    board = mentions.board
    board.relabel(list(decided(board.finds)))
    find_again(mentions)


def find_again(mentions: Mentions) -> None:
    """Claim the later, shorter mentions of the people on the board; in doubt one is that of a protected person."""
    board = mentions.board
    people = group(f for f in board.finds if f.label in PEOPLE)
    for home in sorted(people, key=lambda g: g.label != "Protected"):
        for find in later_mentions(mentions.page, board, home):
            board.claim(find)


def decided(finds: Sequence[Find]) -> Iterator[Find]:
    """Finds of people with one label per name: the accused of a decision, then the protected, then the suspect."""
    sure = [f for f in finds if not f.facts.get("guess")]
    suspects = {key(f.name) for f in sure if f.label == "Suspect"}
    victims = {key(f.name) for f in sure if f.label == "Protected"}
    finds = [settle_guess(f, suspects, victims) for f in finds]
    accused = {
        key(f.name)
        for f in finds
        if f.label == "Suspect" and f.facts.get("status") in ("terdakwa", "terpidana", "tersangka")
    }
    protected = (
        {key(f.name) for f in finds if f.label == "Protected"}
        - accused
        - (suspects & victims_by_initials(sure))
    )
    accused -= victims_by_initials(sure)
    for find in finds:
        if find.label == "Suspect" and key(find.name) in protected:
            yield replace(
                find, label="Protected", link=None, facts={**find.facts, "role": "korban"}, inner=None
            )
        elif find.label == "Protected" and key(find.name) in accused:
            facts = {"by_initials": bool(find.facts.get("by_initials"))}
            yield replace(find, label="Suspect", link=None, facts=facts, inner=None)
        else:
            yield find


def victims_by_initials(finds: Sequence[Find]) -> set[str]:
    """Initials that a cue gives to a protected person: a suspect may have the same ones and stays another person."""
    return {key(f.name) for f in finds if f.label == "Protected" and f.facts.get("by_initials")}


def settle_guess(find: Find, suspects: set[str], victims: set[str]) -> Find:
    """A person without a cue of his own is what the same name is by a cue elsewhere in the document."""
    if not find.facts.get("guess"):
        return find
    name = key(find.name)
    label = "Protected" if name in victims else "Suspect" if name in suspects else find.label
    return replace(find, label=label)


def later_mentions(page: Page, board: Board, home: Group) -> Iterator[Find]:
    """Mentions of a group's person by the same form, an alias or one part of the name, in free capital words."""
    facts = {k: v for k, v in home.finds[0].facts.items() if k in ("by_initials", "role")}
    starts = [sentence.start for sentence in page.sentences]
    until = 0
    forms = {part for find in home.finds for part in forms_of(find)}
    for start, length in sorted(
        (at, -len(form)) for form in forms for at in places_of(form, page.document.text)
    ):
        end, number = start - length, bisect_right(starts, start) - 1
        if start < until or number < 0 or end > page.sentences[number].end:
            continue
        until = end
        if board.free(start, end):
            yield Find(home.label, start, end, number, home.finds[0].name, None, facts)


def places_of(form: str, text: str) -> Iterator[int]:
    """Where a form stands in a text as a whole word."""
    at = text.find(form) if form else -1
    while at >= 0:
        end = at + len(form)
        if not (at and is_inside(text[at - 1])) and not (end < len(text) and is_inside(text[end])):
            yield at
        at = text.find(form, at + 1)


def is_inside(character: str) -> bool:
    """Whether a character joins a form to a longer word."""
    return character.isalnum() or character in "_-"


def forms_of(find: Find) -> Iterator[str]:
    """The ways a person may be named again: the whole name, and its parts of three letters that are names only."""
    yield find.name
    yield find.name.upper()
    if find.label == "Protected":
        yield from (p.lower() for p in find.name.split() if p.lower() in words("given_names") and len(p) > 3)
    if alias := find.facts.get("alias"):
        yield str(alias)
    if find.facts.get("by_initials"):
        return
    for part in find.name.split():
        if len(part) > 2 and part[0].isupper() and part.lower() not in words("not_names"):
            yield part


def people_of(mentions: Mentions) -> list[Find]:
    """The finds of people, in order."""
    return sorted((f for f in mentions.board.finds if f.label in PEOPLE), key=lambda f: f.start)
