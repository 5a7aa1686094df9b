"""What the rules of resolution work on: all entities of a case, and the groups found so far."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.masking import MaskedCase
from graph.model import Claim, Entity, Extraction
from graph.naming import slug
from graph.resolution.clusters import Clusters

NUMBERED = frozenset({"Incident", "Event"})
"""Labels whose names extraction makes up: anchored by their order in the document, not by name."""
BROAD = frozenset({"country", "province", "sea", "island"})
"""Kinds of places too large for two things on one day there to be one thing."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entity of one document. `published_on` is "" where the document has no date."""

    anchor: str
    document: str
    published_on: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class Merge:
    """Two anchors that a rule or a person made one thing, and how sure that is (0 to 1)."""

    a: str
    b: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two anchors that may be one thing."""

    a: str
    b: str
    rule: str
    score: float
    reason: str


def anchors(extraction: Extraction) -> dict[str, str]:
    """Entity id → anchor: a name for the entity that outlives a later extraction of the same document.

    The first 16 digits of the document's SHA-256, the label, and the name's words, or for what has no name of
    its own its number in the document: "0f3c…/Official/andi-m-ichsan", "0f3c…/Incident/1".
    """
    sha256 = extraction.document.sha256[:16]
    found: dict[str, str] = {}
    taken: dict[str, int] = {}
    for entity in extraction.entities:
        base = f"{sha256}/{entity.label}/" + ("" if entity.label in NUMBERED else slug(entity.name))
        count = taken[base] = taken.get(base, 0) + 1
        suffix = str(count) if entity.label in NUMBERED else f"#{count}" if count > 1 else ""
        found[entity.id] = base + suffix
    return found


class World:
    """Entities by label, the claims between them, and groups, merges and pairs as the rules make them."""

    def __init__(self, case: MaskedCase) -> None:
        self.by_entity: dict[tuple[str, str], Item] = {}
        self._claims: dict[tuple[str, str], list[Claim]] = {}
        for extraction in case.extractions:
            self._add(extraction)
        self.items = {
            item.anchor: item for item in sorted(self.by_entity.values(), key=lambda each: each.anchor)
        }
        self.clusters = Clusters(self.items)
        self.merges: list[Merge] = []
        self.pairs: list[Pair] = []

    def _add(self, extraction: Extraction) -> None:
        sha256 = extraction.document.sha256
        names = anchors(extraction)
        for entity in extraction.entities:
            item = Item(names[entity.id], sha256, extraction.document.published_on or "", entity)
            self.by_entity[sha256, entity.id] = item
        for claim in extraction.claims:
            for end in {claim.start, claim.end}:
                self._claims.setdefault((names[end], claim.type), []).append(claim)

    def of(self, label: str) -> list[Item]:
        """All entities with the label, by anchor."""
        return [item for item in self.items.values() if item.entity.label == label]

    def root(self, item: Item) -> str:
        """What stands for the item's group so far."""
        return self.clusters.root(item.anchor)

    def across(self, item: Item, *types: str) -> set[str]:
        """The groups on the other end of the item's claims of these types."""
        found = set()
        for claim_type in types:
            for claim in self._claims.get((item.anchor, claim_type), ()):
                other = claim.end if claim.start == item.entity.id else claim.start
                found.add(self.root(self.by_entity[item.document, other]))
        return found

    def places(self, item: Item, *types: str) -> set[str]:
        """Like `across`, without countries, provinces, seas and islands."""
        return {
            root
            for root in self.across(item, *types)
            if self.items[root].entity.properties.get("kind") not in BROAD
        }

    def join(self, a: Item, b: Item, rule: str, score: float = 1.0) -> bool:
        """Make two items one by a rule; False when a decision keeps them apart."""
        if self.root(a) == self.root(b):
            return True
        if not self.clusters.join(a.anchor, b.anchor):
            return False
        first, second = sorted((a.anchor, b.anchor))
        self.merges.append(Merge(first, second, rule, score))
        return True

    def join_all(self, items: list[Item], rule: str, score: float = 1.0) -> None:
        """Make the items one; where a decision keeps some apart, each goes to the first it may join."""
        heads: list[Item] = []
        for item in items:
            if not any(self.join(head, item, rule, score) for head in heads):
                heads.append(item)

    def suggest(self, a: Item, b: Item, rule: str, score: float, reason: str) -> None:
        """Leave it to a person whether two items are one."""
        first, second = sorted((a, b), key=lambda item: item.anchor)
        self.pairs.append(Pair(first.anchor, second.anchor, rule, round(score, 2), reason))

    def join_clear(self, pairs: Iterable[tuple[Item, Item]], rule: str, score: float) -> None:
        """Join pairs of different documents, unless one has several partners in the other's document."""
        found = list(pairs)
        partners: dict[tuple[str, str], int] = {}
        for a, b in found:
            for item, other in ((a, b), (b, a)):
                key = item.anchor, other.document
                partners[key] = partners.get(key, 0) + 1
        for a, b in found:
            clear = partners[a.anchor, b.document] == partners[b.anchor, a.document] == 1
            if not (clear and self.join(a, b, rule, score)):
                reason = "the rule fits, but it fits more than one in a document"
                self.suggest(a, b, f"{rule}, not clear", 0.6, reason)


def grouped(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterator[list[Item]]:
    """Items with an equal key together, in the order they come; those with the key None are left out."""
    found: dict[Hashable, list[Item]] = {}
    for item in items:
        value = key(item)
        if value is not None:
            found.setdefault(value, []).append(item)
    yield from found.values()


def from_different_documents(items: list[Item]) -> Iterator[tuple[Item, Item]]:
    """All pairs of items that do not stand in one document."""
    return ((a, b) for a, b in combinations(items, 2) if a.document != b.document)
