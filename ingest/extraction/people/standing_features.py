"""What the model of people's standing sees of a person: all places where he is named, what stands around each, what
rules and tagger hold him for there.

A name in a list ("Saksi X, Saksi Y dan Saksi Z (masing-masing anggota …)") shares what stands before and after the
list with the others. Features that hold a word end in "=word"; training keeps only common words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import PEOPLE, Board, Find
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.people.printed import printed_end, whole_end
from ingest.extraction.words.lexicon import first_after, last_before, pattern, stands_in, words
from ingest.extraction.words.text import Sentence, Token

NEAR = 8
"""Tokens beside a name that are told apart by nothing but the side."""
TOLD = ("accused", "suspicious", "victimised", "migrants", "telling")
"""Names of `cues.tsv` whose patterns are looked for in a sentence."""
LISTING = frozenset({",", "dan", "serta", "bersama", "&", ";"})
CUES = frozenset(
    {"saksi", "korban", "terdakwa", "tersangka", "sdr", "sdri", "saudara", "saudari", "pelaku", "."}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A mention in its sentence: tokens `first` to `last`; `after` the token behind alias, patronym and age."""

    sentence: Sentence
    find: Find
    first: int
    last: int
    after: int


def person_features(mentions: Mentions, group: Group) -> set[str]:
    """The features of a person."""
    name = max((f.name for f in group.finds), key=len)
    found = {
        f"kind={mentions.page.document.kind}",
        f"n={min(len(group.finds), 4)}",
        f"words={min(len(name.split()), 4)}",
        f"capitals={name.isupper()}",
    }
    held = {(h.person.start, h.person.end) for h in mentions.holdings}
    found |= {"holds" for f in group.finds if (f.start, f.end) in held}
    found |= {f"given={part.lower() in words('given_names')}" for part in name.split()[:1]}
    for find in group.finds:
        found |= {f"now={find.label}", *facts_of(find)}
        place = place_of(mentions, find)
        if place is not None:
            found |= set(around(mentions, place))
    court = mentions.page.document.kind == "verdict"
    return found | {
        f"court:{f}" for f in found if court and f.startswith(("L1=", "R1=", "LL=", "now=", "H1="))
    }


def facts_of(find: Find) -> Iterator[str]:
    """What the rules noted beside a name."""
    for fact in ("rank", "age", "alias", "guess", "inherited", "tagged", "is_alias"):
        if find.facts.get(fact):
            yield f"fact={fact}"
    for fact in ("status", "role", "by_initials"):
        if fact in find.facts:
            yield f"{fact}={find.facts[fact]}"


def place_of(mentions: Mentions, find: Find) -> Place | None:
    """The mention among the tokens of its sentence."""
    sentence = mentions.page.sentences[find.sentence]
    starts = sentence.starts
    first = bisect_left(starts, find.start)
    last = bisect_left(starts, find.end)
    if first >= last:
        return None
    end = printed_end(mentions.page.document.text, find)
    return Place(sentence, find, first, last, after_age(sentence.tokens, max(last, bisect_left(starts, end))))


def after_age(tokens: tuple[Token, ...], index: int) -> int:
    """The index after "(35)" or "(35 tahun)"."""
    if index + 2 < len(tokens) and tokens[index].text == "(" and tokens[index + 1].text.isdigit():
        closing = next(
            (i for i in range(index + 2, min(index + 5, len(tokens))) if tokens[i].text == ")"), None
        )
        return closing + 1 if closing is not None else index
    return index


def around(mentions: Mentions, place: Place) -> Iterator[str]:
    """The features of one mention."""
    tokens = place.sentence.tokens
    left = [t.low for t in tokens[: place.first]]
    right = [t.low for t in tokens[place.after :]]
    yield from side("L", left[::-1])
    yield from side("R", right)
    head, tail = list_ends(place, mentions.board)
    if head < place.first:
        yield from side("H", [t.low for t in tokens[:head]][::-1])
    if tail > place.after:
        yield from side("T", [t.low for t in tokens[tail:]])
    behind = place.sentence.text[tokens[tail].start - place.sentence.start :] if tail < len(tokens) else ""
    for name in ("is-officer", "is-tried", "is-accused", "is-wanted", "is-private"):
        if pattern(name).match(behind):
            yield name
    yield from told(mentions, place)
    yield from marked(mentions, place)


def side(name: str, near: list[str]) -> Iterator[str]:
    """The words on one side of a mention, nearest first."""
    for distance, word in enumerate(near[:3], start=1):
        yield f"{name}{distance}={word}"
    for word in near[:NEAR]:
        yield f"{name}={word}"
    if not near:
        yield f"{name}end"
    if len(near) > 1:
        yield f"{name}{name}={near[0]}|{near[1]}"


def list_ends(place: Place, board: Board) -> tuple[int, int]:
    """The first token of the list of people that the mention stands in, and the token after the list."""
    tokens = place.sentence.tokens
    ends = {f.start: whole_end(f) for f in board.of(place.sentence, *PEOPLE)}
    begins = {end: start for start, end in ends.items()}
    head, tail = place.first, place.after
    while head > 1:
        at = head - 1
        while (at > 0 and tokens[at].low in CUES | LISTING | {"(", ")"}) or tokens[at].text.isdigit():
            at -= 1
        if tokens[at].end not in begins or at == head - 1:
            break
        head = next(i for i, t in enumerate(tokens) if t.start >= begins[tokens[at].end])
    while tail < len(tokens) - 1:
        at = tail
        while at < len(tokens) - 1 and tokens[at].low in CUES | LISTING:
            at += 1
        if at == tail or tokens[at].start not in ends:
            break
        end = ends[tokens[at].start]
        tail = after_age(tokens, next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens)))
    return head, tail


def told(mentions: Mentions, place: Place) -> Iterator[str]:
    """What the sentence of a mention and the one before it tell."""
    sentences = mentions.page.sentences
    yield f"at={min(place.sentence.number, 4)}"
    if place.sentence.headline:
        yield "headline"
    text = place.sentence.text
    for cue in TOLD:
        if stands_in(cue, text):
            yield f"told={cue}"
        if place.sentence.number and stands_in(cue, sentences[place.sentence.number - 1].text):
            yield f"before={cue}"
    verb = last_before("role-words", text, place.find.start - place.sentence.start)
    if verb:
        yield f"vb={verb}"
    after = first_after("role-words", text, place.find.end - place.sentence.start)
    if after:
        yield f"va={after[1]}"


def marked(mentions: Mentions, place: Place) -> Iterator[str]:
    """Titles, ranks and agencies beside a mention, and the labels of rules and tagger there."""
    tokens, reference, find = place.sentence.tokens, mentions.reference, place.find
    for name, hits in (("title", reference.titles), ("rank", reference.ranks), ("unit", reference.units)):
        for distance, token in enumerate(reversed(tokens[max(0, place.first - 6) : place.first])):
            if token.start in hits:
                yield f"{name}={min(distance // 2, 2)}"
        for distance, token in enumerate(tokens[place.after : place.after + 4]):
            if token.start in hits:
                yield f"{name}after={distance // 2}"
    others = [f for f in mentions.board.of(place.sentence, "Agency", "Location") if f.end <= find.start]
    if others and find.start - others[-1].end < 4:
        yield f"beside={others[-1].label}"
    if is_titled(place, mentions):
        yield "titled"
    ruled = mentions.by_rules.get(find.sentence, ())
    for label in {f.label for f in ruled if f.start < find.end and find.start < f.end}:
        yield f"rule={label}"
    tags = mentions.by_tagger.get(find.sentence, ())
    for label in {t.label for t in tags if t.start < find.end and find.start < t.end}:
        yield f"tag={label}"


def is_titled(place: Place, mentions: Mentions) -> bool:
    """Whether a title stands before the name with nothing but capital words, marks and small links between."""
    tokens = place.sentence.tokens
    for at in range(place.first - 1, max(-1, place.first - 16), -1):
        if tokens[at].start in mentions.reference.titles:
            return True
        word = tokens[at]
        if not (
            word.capital
            or word.text in "(),-"
            or word.text.isdigit()
            or word.text in ("dan", "oleh", "periode")
        ):
            return False
    return False
