"""What was read beside the gold, document by document: entities, relationships, slots of incidents, leaks. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.evaluation.keys import keys_of
from ingest.evaluation.leaks import leaked, public_name, shown
from ingest.evaluation.matching import agree, match
from ingest.evaluation.values import (
    SLOTS,
    DocumentScore,
    Gold,
    Outcome,
    Prediction,
    Relation,
    Scores,
    Tally,
)

LABELS = frozenset({"Official", "Suspect", "Agency", "Location", "Vessel", "Law", "Incident", "Event"})
"""Labels that are annotated; others that are read are not counted."""

UNANNOTATED = frozenset({"MENTIONS", "WITHIN", "COVERS", "REPORTED_IN"})
"""Types that follow from the text's place or from official lists: neither annotated nor counted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One document's two sides; `matched` gives by key in the gold the key that was read, `back` the reverse."""

    gold: Gold
    read: Prediction
    matched: dict[str, str]
    back: dict[str, str]

    def named(self, key: str) -> str:
        """What a key that was read stands for, in words that may be shown: the gold's where there is a partner."""
        if key in self.back:
            return public_name(next(g for g in self.gold.things if g.key == self.back[key]))
        return shown(self.gold, next((r.name for r in self.read.things if r.key == key), key) or key)


def scores_of(documents: Sequence[Gold], predictions: Sequence[Prediction | None]) -> Scores:
    """The scores of all documents; a missing prediction is one in which nothing was read."""
    return Scores(tuple(score(g, p) for g, p in zip(documents, predictions, strict=True)))


def score(gold: Gold, prediction: Prediction | None) -> DocumentScore:
    """The outcomes of one document."""
    read = prediction or Prediction()
    matched = match(gold.things, read.things)
    pair = Pair(gold, read, matched, {r: g for g, r in matched.items()})
    counted = [each for each in read.relations if each.type not in UNANNOTATED]
    return DocumentScore(
        id=gold.id,
        predicted=prediction is not None,
        entities=tuple(entities(pair)),
        relationships=tuple(relationships(pair, counted)),
        slots=tuple(slots(pair)),
        leaked=leaked(gold.protected, read.text),
        without_evidence=tuple(
            f"{each.type} {pair.named(each.start)} → {pair.named(each.end)}"
            for each in counted
            if not each.evidenced
        ),
    )


def entities(pair: Pair) -> Iterator[Outcome]:
    """Things found and missed, then extra ones that are not of a teaser."""
    for thing in pair.gold.things:
        yield Outcome(thing.label, "found" if thing.key in pair.matched else "missed", public_name(thing))
    teasers = frozenset[str]().union(*map(keys_of, pair.gold.teasers))
    for thing in pair.read.things:
        if thing.key not in pair.back and thing.label in LABELS and not keys_of(thing) & teasers:
            yield Outcome(thing.label, "extra", pair.named(thing.key))


def relationships(pair: Pair, counted: Iterable[Relation]) -> Iterator[Outcome]:
    """Relationships found, missed and extra, by type and matched ends; the same one read twice counts once."""
    things = {thing.key: thing for thing in pair.gold.things}
    wanted = dict.fromkeys(
        (r.type, r.start, r.end) for r in pair.gold.relations if r.start in things and r.end in things
    )
    read = {(r.type, r.start, r.end): (r.type, pair.back.get(r.start), pair.back.get(r.end)) for r in counted}
    in_gold = set(read.values())
    for kind, start, end in wanted:
        text = f"{public_name(things[start])} → {public_name(things[end])}"
        yield Outcome(kind, "found" if (kind, start, end) in in_gold else "missed", text)
    for (kind, start, end), partner in read.items():
        if partner not in wanted:
            yield Outcome(kind, "extra", f"{pair.named(start)} → {pair.named(end)}")


def slots(pair: Pair) -> Iterator[Outcome]:
    """Values of the gold's incidents; a wrong value is one missed and one extra."""
    read = {thing.key: thing.properties for thing in pair.read.things}
    for incident in (g for g in pair.gold.things if g.label == "Incident"):
        values = read.get(pair.matched.get(incident.key, ""), {})
        for slot in SLOTS:
            wanted, value = incident.properties.get(slot), values.get(slot)
            if agree(wanted, value):
                yield Outcome(slot, "found", f"{incident.key}: {wanted}")
                continue
            if wanted is not None:
                yield Outcome(slot, "missed", f"{incident.key}: {wanted}")
            if value is not None:
                yield Outcome(slot, "extra", f"{incident.key}: {shown(pair.gold, str(value))}")


def tallies(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """The counts by label, type or slot, in alphabetical order."""
    counts = Counter((each.of, each.what) for each in outcomes)
    names = sorted({of for of, _ in counts})
    return {of: Tally(counts[of, "found"], counts[of, "extra"], counts[of, "missed"]) for of in names}


def together(parts: Iterable[Tally]) -> Tally:
    """The sum of counts."""
    parts = list(parts)
    return Tally(sum(p.found for p in parts), sum(p.extra for p in parts), sum(p.missed for p in parts))
