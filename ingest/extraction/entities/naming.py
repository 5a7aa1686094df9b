"""Whether what was found as an agency, place or vessel is one: all mentions of a name are weighed together, with what
rules and tagger hold each for, by what stands around them and what the document says of the same words elsewhere.

Features that hold a word end in "=word"; training keeps only common words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.extraction.entities.group import Group, key
from ingest.extraction.entities.grouping import group
from ingest.extraction.mentions.finds import PEOPLE, Board, Find
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.models.features import shape
from ingest.extraction.models.linear import LinearModel, shipped
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.text import Sentence

RIGHT = "right"
"""The model's answer for a name that is one."""
LIKELY = {"Agency": 0.33, "Location": 0.33, "Vessel": 0.15}
"""A name stays where the model holds it for at least so likely to be one; few texts taught it vessels."""
NAMED = tuple(LIKELY)
"""Labels whose names are weighed."""


def weigh_names(mentions: Mentions, model: LinearModel | None = None) -> None:
    """Take from the board the names that are likely none; of one that holds another the other stays."""
    model = model or shipped("names")
    naming = Naming(mentions)
    none = {
        (f.start, f.end)
        for home in naming.groups
        if not naming.is_sure(home)
        and model.chances(naming.features(home)).get(RIGHT, 0.0) < LIKELY[home.label]
        for f in home.finds
    }
    board = Board(mentions.page)
    for find in mentions.board.finds:
        if find.label not in NAMED or (find.start, find.end) not in none:
            board.claim(find)
        elif find.inner is not None:
            board.claim(find.inner)
    mentions.board = board


class Naming:
    """The names of a page by thing, and what the page says of their words."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._page = mentions.page
        finds = mentions.board.finds
        self._small = {t.text for s in self._page.sentences for t in s.tokens if t.text.islower()}
        ruled = [f for those in mentions.by_rules.values() for f in those]
        self._rules = {(f.start, f.end): f.label for f in ruled}
        self._ruled = {o: f.label for f in ruled for o in (f.start, f.end - 1)}
        self._tags = {(s.start, s.end): s for spans in mentions.by_tagger.values() for s in spans}
        self._holders = {(f.start, f.end) for f in finds if f.inner is not None}
        self._people = {part for f in finds if f.label in PEOPLE for part in key(f.name).split()}
        self.groups = group(replace(f, inner=None) for f in finds if f.label in NAMED)
        self._runs: dict[tuple[str, ...], list[tuple[str, str, Group]]] = {}
        for each in self.groups:
            parts = tuple(key(each.names[0]).split())
            for first, last in runs(len(parts)):
                how = {(True, True): "same", (True, False): "begins", (False, True): "ends"}
                run = (how.get((first == 0, last == len(parts)), "inside"), each.label, each)
                self._runs.setdefault(parts[first:last], []).append(run)

    def is_sure(self, home: Group) -> bool:
        """Whether the grammar read a unit with its code inside of another: "Satreskrim Polres Nunukan"."""
        return home.link is not None and any((f.start, f.end) in self._holders for f in home.finds)

    def features(self, home: Group) -> set[str]:
        """The features of one name with all its mentions."""
        name = home.names[0]
        parts = tuple(key(name).split())
        first = home.finds[0]
        label = home.label
        found = {
            f"now={label}",
            f"n={min(len(home.finds), 4)}",
            f"words={min(len(parts), 5)}",
            f"linked={home.link is not None}",
            f"kind={first.facts.get('kind')}",
            f"form={self._page.document.kind}",
            f"capitals={name.isupper()}",
            f"digits={any(c.isdigit() for c in name)}",
            f"signs={'/' in name or '(' in name or '[' in name}",
            f"short={len(name) < 4}",
            *(
                f"fact={fact}"
                for fact in ("unit", "bare", "implied", "org_role", "sure")
                if first.facts.get(fact)
            ),
        }
        found |= {"nested" for f in home.finds if (f.start, f.end) in self._holders}
        found |= {f"begin={parts[0]}", f"end={parts[-1]}"} if parts else set()
        found |= {f"w={part}" for part in parts}
        found.add(f"outline={'|'.join(shape(w)[:4] for w in name.split()[:3])}")
        found |= {f"pair={a}|{b}" for a, b in pairwise(parts)}
        found |= {"given"} if any(part in words("given_names") for part in parts) else set()
        found |= {"person"} if any(part in self._people for part in parts) else set()
        found |= {"small"} if all(part in self._small for part in parts) else set()
        found |= set(self._beside_others(home, parts))
        for find in home.finds:
            found |= set(self._around(find))
        return found | {f"{label}&{each}" for each in found if each.startswith(SHARED)}

    def _beside_others(self, home: Group, parts: tuple[str, ...]) -> Iterator[str]:
        """How the name's words stand in other names of the page, and other names in its own."""
        yield from (f"{how}={label}" for how, label, other in self._runs.get(parts, ()) if other is not home)
        for first, last in runs(len(parts)):
            if last - first < len(parts):
                shorter = self._runs.get(parts[first:last], ())
                yield from (f"holds={label}" for how, label, _ in shorter if how == "same")

    def _around(self, find: Find) -> Iterator[str]:
        """What rules and tagger hold a mention for, and what stands beside it."""
        sentence = self._page.sentences[find.sentence]
        tag = self._tags.get((find.start, find.end))
        yield f"rule={self._rules.get((find.start, find.end), '-')}"
        yield f"ruled={self._ruled.get(find.start, '-')}"
        yield f"tag={tag.label if tag else '-'}"
        if tag:
            yield f"margin={margin(tag.margin)}"
        yield f"headline={sentence.headline}"
        yield f"at={min(sentence.number, 2)}"
        yield from beside(sentence, find)


LONGEST = 8
"""Words of a name that may be another's; of longer ones only the first count."""


def runs(length: int) -> Iterator[tuple[int, int]]:
    """The runs of words in a name of so many words: first word and the one after the last."""
    length = min(length, LONGEST)
    return ((first, last) for first in range(length) for last in range(first + 1, length + 1))


SHARED = (
    "begin=", "end=", "L1=", "R1=", "rule=", "tag=", "margin=", "kind=", "n=", "words=", "linked=", "short=", "L1cap=",
)  # fmt: skip
"""Features that are told once more for the label alone."""


def margin(value: float) -> str:
    """How far the tagger's label is ahead, in classes."""
    return next((str(limit) for limit in (-1, 0, 1, 2, 3, 4, 6, 8) if value < limit), "more")


def beside(sentence: Sentence, find: Find) -> Iterator[str]:
    """The words beside a mention."""
    first, last = bisect_left(sentence.starts, find.start), bisect_left(sentence.starts, find.end)
    for distance in (1, 2):
        at = first - distance
        token = sentence.tokens[at] if at >= 0 else None
        yield f"L{distance}={token.low if token else '^'}"
        yield f"L{distance}cap={bool(token and token.capital)}"
        at = last + distance - 1
        token = sentence.tokens[at] if at < len(sentence.tokens) else None
        yield f"R{distance}={token.low if token else '$'}"
        yield f"R{distance}cap={bool(token and token.capital)}"
