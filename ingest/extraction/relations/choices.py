"""Which of the days and numbers of a document are those of its incident.

Every date is a candidate for the day it happened, every count of people for the number of victims or suspects, and so
is what the document lets one count: the suspects and victims it names. A model weighs each by what stands around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Value
from ingest.extraction.models.linear import shipped
from ingest.extraction.relations.counts import counts
from ingest.extraction.relations.incidents import dateline, told, triggers
from ingest.extraction.relations.story import Story, Thing, general
from ingest.extraction.words.dates import full_day
from ingest.extraction.words.lexicon import first_after, last_before, stands_in
from ingest.extraction.words.text import Sentence

SLOTS = ("date", "victims_total", "victims_men", "victims_women", "victims_children", "suspects_total")
"""Properties of an incident that are chosen among candidates."""
YEAR = re.compile(
    r"(?<!\d )(?<!\w\.)\b(?:tahun|pada|sejak)(?: anggaran)? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
NUMBERED = re.compile(r"\b(?:nomor|no)\b", re.IGNORECASE)


@dataclass(slots=True)
class Choice:
    """A value that a slot may have, the sentences that say it, and what a model sees of it."""

    slot: str
    value: Value
    sentences: list[Sentence] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


def choices(story: Story, incident: Thing) -> list[Choice]:
    """The candidates of all slots, in the order of the text."""
    found: dict[tuple[str, Value], Choice] = {}
    for slot, value, sentence, features in [*dates(story), *numbers(story), *counted(story)]:
        choice = found.setdefault((slot, value), Choice(slot, value))
        if sentence not in choice.sentences:
            choice.sentences.append(sentence)
        choice.features |= features
    every = Counter(choice.slot for choice in found.values())
    seen: Counter[str] = Counter()
    for choice in found.values():
        choice.features |= {
            f"kind={incident.properties.get('kind')}",
            f"form={story.page.document.kind}",
            f"rule={incident.properties.get(choice.slot) == choice.value}",
            f"ruled={choice.slot in incident.properties}",
            f"often={min(len(choice.sentences), 3)}",
            f"nth={min(seen[choice.slot], 3)}",
            f"of={min(every[choice.slot], 4)}",
        }
        seen[choice.slot] += 1
    order_days(story, list(found.values()))
    return list(found.values())


def order_days(story: Story, found: list[Choice]) -> None:
    """Add to each day where it stands among the days of the document."""
    form, days = story.page.document.kind, sorted({str(c.value) for c in found if len(str(c.value)) == 10})
    for choice in found:
        if choice.slot == "date" and str(choice.value) in days:
            at = days.index(str(choice.value))
            order = {
                f"early={min(at, 3)}",
                f"late={min(len(days) - 1 - at, 3)}",
                f"before={ago(str(choice.value), days[-1])}",
                f"after={ago(days[0], str(choice.value))}",
            }
            choice.features |= order | {f"{form}&{each}" for each in order}


Found = tuple[str, Value, Sentence, set[str]]


def dates(story: Story) -> Iterator[Found]:
    """The dates of the page, whole and partial, and mere years."""
    published = story.page.document.published_on
    for sentence in story.sentences():
        around = set(surroundings(story, sentence))
        for found in story.dates(sentence):
            features = {
                *around,
                f"exact={len(found.iso)}",
                f"conflict={found.conflict}",
                f"line={dateline(found, sentence)}",
                f"told={told(found, sentence)}",
                f"ago={ago(found.iso, published)}",
                *beside(sentence, found.start, found.end),
            }
            yield "date", found.iso, sentence, features
            if len(found.iso) == 10:
                yield "date", found.iso[:7], sentence, {"part", *around}
        for match in YEAR.finditer(sentence.text):
            if not NUMBERED.search(sentence.text[max(0, match.start() - 25) : match.start()]):
                features = {*around, "exact=4", *beside(sentence, match.start(), match.end())}
                yield "date", match["year"], sentence, features


def ago(iso: str, published: str | None) -> str:
    """How long before the day of publication a day is, in classes."""
    known, day = full_day(published), full_day(iso)
    if known is None or day is None:
        return "?"
    days = (known - day).days
    return next((str(limit) for limit in (-1, 0, 1, 7, 31, 365) if days <= limit), "more")


def numbers(story: Story) -> Iterator[Found]:
    """The counts of people that the page prints."""
    for sentence in story.sentences():
        around = set(surroundings(story, sentence))
        for count in counts([sentence]):
            slots = ("victims_total", "suspects_total") if count.slot == "people" else (count.slot,)
            for slot in slots:
                features = {
                    *around,
                    f"as={count.slot}",
                    f"size={size(count.value)}",
                    f"corrected={count.corrected}",
                    *beside(sentence, count.start, count.end),
                }
                yield slot, count.value, sentence, features


def counted(story: Story) -> Iterator[Found]:
    """How many people the page names: suspects, victims, all protected ones."""
    groups = {
        "suspects": [g for g in story.groups if g.label == "Suspect"],
        "victims": [
            g for g in story.groups
            if g.label == "Protected" and any(f.facts.get("role") == "korban" for f in g.finds)
        ],
        "private": [g for g in story.groups if g.label == "Protected"],
    }  # fmt: skip
    for name, those in groups.items():
        if those:
            sentence = story.page.sentences[those[0].finds[0].sentence]
            slot = "suspects_total" if name == "suspects" else "victims_total"
            yield slot, len(those), sentence, {f"named={name}", f"size={size(len(those))}"}
    yield from supposed(story, {name: len(those) for name, those in groups.items()})
    victim = next((s for s in story.sentences() if stands_in("one-victim", s.text)), None)
    if victim is not None:
        yield "victims_total", 1, victim, {"one", *surroundings(story, victim)}
        for slot, cue in (
            ("victims_women", "one-woman"),
            ("victims_men", "one-man"),
            ("victims_children", "one-child"),
        ):
            said = next((s for s in story.sentences() if stands_in(cue, s.text)), None)
            if said is not None:
                yield slot, 1, said, {f"one={cue}", *surroundings(story, said)}


def supposed(story: Story, named: dict[str, int]) -> Iterator[Found]:
    """One suspect, two, and one victim, whom a document may tell of without a number: "pelaku ditangkap"."""
    text = story.page.document.text
    seen = {f"people={name}:{min(count, 4)}" for name, count in named.items()}
    seen |= {
        f"has={cue}"
        for cue in ("many-accused", "one-accused", "one-victim", "many-victims")
        if stands_in(cue, text)
    }
    accused = [s for s in story.sentences() if stands_in("accused-words", s.text)]
    hurt = [s for s in story.sentences() if stands_in("one-victim", s.text)]
    for slot, value, said in (
        ("suspects_total", 1, accused), ("suspects_total", 2, accused), ("victims_total", 1, hurt)
    ):  # fmt: skip
        if said:
            yield slot, value, said[0], {f"supposed={value}", *(f"{value}:{each}" for each in seen)}


def size(value: int) -> str:
    """A number in classes."""
    return next((str(limit) for limit in (1, 2, 3, 5, 10, 30, 100, 500) if value <= limit), "more")


def surroundings(story: Story, sentence: Sentence) -> Iterator[str]:
    """What the sentence of a candidate tells of, and where it stands."""
    yield f"at={min(sentence.number, 4)}"
    yield f"part={int(5 * sentence.number / max(1, len(story.page.sentences)))}"
    yield f"general={general(sentence)}"
    kinds = {kind for kind, _ in triggers(sentence)}
    yield from (f"told={kind}" for kind in kinds)
    yield f"triggered={bool(kinds)}"
    for name in ("migrants", "telling", "suspicious", "victimised", "accused"):
        if stands_in(name, sentence.text):
            yield f"with={name}"


def beside(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    """The words before and after `[start:end]` of a sentence's text, and the last verb before."""
    left = [t.low for t in sentence.tokens if t.end <= sentence.start + start]
    right = [t.low for t in sentence.tokens if t.start >= sentence.start + end]
    for distance, word in enumerate(left[:-5:-1], start=1):
        yield f"L{min(distance, 3)}={word}"
        yield f"L={word}"
    for distance, word in enumerate(right[:4], start=1):
        yield f"R{min(distance, 2)}={word}"
        yield f"R={word}"
    yield f"vb={last_before('role-words', sentence.text, start) or '-'}"
    after = first_after("role-words", sentence.text, end)
    yield f"va={after[1] if after else '-'}"


def choose(story: Story, incident: Thing) -> None:
    """Give the incident the likeliest value of each slot, none where no candidate is likely enough. What the rules
    chose stays where the model does not hold it for unlikely.
    """
    best = likeliest(incident, choices(story, incident))
    for slot in SLOTS:
        settle(incident, slot, best.get(slot))


def choose_day(story: Story, incident: Thing, numbers: set[int]) -> None:
    """Give one of several cases the likeliest day of those that stand in its sentences, else leave the rules' one."""
    days = [
        c for c in choices(story, incident) if c.slot == "date" and numbers & {s.number for s in c.sentences}
    ]
    if best := likeliest(incident, days).get("date"):
        settle(incident, "date", best)


def likeliest(incident: Thing, candidates: list[Choice]) -> dict[str, Choice]:
    """The likeliest candidate of each slot that is likely enough, or the rules' own."""
    best: dict[str, tuple[float, Choice]] = {}
    for choice in candidates:
        model = shipped(choice.slot)
        chances = model.chances(choice.features)
        chance = chances["right"]
        ruled = incident.properties.get(choice.slot) == choice.value
        if ruled and chance >= (DAY if choice.slot == "date" else NUMBER):
            chance += 1
        elif not model.given(chances):
            continue
        if choice.slot not in best or chance > best[choice.slot][0]:
            best[choice.slot] = (chance, choice)
    return {slot: choice for slot, (_, choice) in best.items()}


def settle(incident: Thing, slot: str, choice: Choice | None) -> None:
    """Give a slot the value of a candidate, or none."""
    incident.properties.pop(slot, None)
    incident.evidence.pop(slot, None)
    if choice is not None:
        incident.properties[slot] = choice.value
        incident.evidence[slot] = tuple(s.evidence for s in choice.sentences)


DAY, NUMBER = 0.4, 0.08
"""What the rules chose stays where the model holds it for at least so likely."""
