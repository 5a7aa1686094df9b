"""Trains the linear models of roles, offices and cases, from documents with their names replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ingest.extraction.drafting import draft
from ingest.extraction.choices import SLOTS, choices
from ingest.extraction.events import likely_event
from ingest.extraction.grouping import Group, group
from ingest.extraction.learned import learn
from ingest.extraction.linear import LinearModel, Weights
from ingest.extraction.mentions import Mentions
from ingest.extraction.printed import PEOPLE
from ingest.extraction.role_features import document_features, entity_features, event_features, kind_features, pair_features
from ingest.extraction.roles import EVENT_ROLES, ROLES, PairKey, event_proposals, office_pairs, propose, proposed_kind
from ingest.extraction.people import people_of
from ingest.extraction.standing import find_people, persons, weigh_people
from ingest.extraction.standing_features import person_features
from ingest.extraction.story import Story, Thing
from ingest.extraction.tagger import Model
from ingest.learning.corpus import Annotated, name_words, rename
from ingest.learning.tagging import common_words, read, train_tagger

NEUTRAL = frozenset({"about", "lead", "supposed", "1:people", "2:people", "1:has", "2:has", "form", "ruled", "often", "nth", "of", "exact", "conflict", "line", "ago", "as", "size", "corrected", "named", "one",
                     "general", "triggered", "event", "away", "in", "cue", "offices", "abroad", "linked", "foreigners", "level", "holds-others", "chain", "then", "seat", "who", "share", "first", "speakers", "branch", "trunk", "acts", "leads", "words", "capitals", "given", "now", "fact", "role", "by_initials", "told", "before", "va", "title",
                     "titleafter", "rankafter", "unitafter", "beside", "tag", "court:now", "label", "kind", "n", "rule", "unit", "place", "status", "at", "part", "v", "vb", "with", "prev",
                     "next", "order", "far", "rank", "between", "c"})  # fmt: skip
"""Names of features whose value is no word of the text, or one of our own lists."""
STRENGTH = {"people": 0.2, "roles": 0.3, "positions": 0.6, "event": 0.3, "events": 0.3, "case": 0.3, "kind": 1.0,
            **dict.fromkeys(SLOTS, 0.3)}  # fmt: skip
CALIBRATED = ("roles", "positions", "events", *SLOTS)
"""Models whose answers are given from a cut of their own on."""
FLAT = 0.003
"""Of cuts that do as well as the best but for this much F1, the highest is taken: it says less that is wrong."""
FEWEST = 2
CUTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
"""Probabilities from which on an answer may be given."""
FOLDS = 4
"""Parts of the documents, each read with a tagger and people's model that learned from the others only: on what they
learned from they are better than they will ever be.
"""


@dataclass(slots=True)
class Examples:
    """Feature sets and the answers that are right for each."""

    features: list[set[str]] = field(default_factory=list)
    answers: list[set[str]] = field(default_factory=list)

    def add(self, features: set[str], answers: set[str]) -> None:
        """One example."""
        self.features.append(features)
        self.answers.append(answers)


def train(documents: Sequence[Annotated], say: Callable[[str], None]) -> tuple[Model, dict[str, LinearModel]]:
    """The tagger, and the models "people", "roles", "positions", "case" and "kind"."""
    read_once = [read(rename(each)) for each in documents]
    names = name_words(documents)
    safe = common_words(read_once) - names
    parts = [[i for i in range(len(documents)) if i % FOLDS == fold] for fold in range(FOLDS)]
    people: dict[int, Examples] = {}
    for fold, part in enumerate(parts):
        say(f"part {fold + 1} of {FOLDS}")
        tagger = train_tagger([each for i, each in enumerate(documents) if i not in part], names)
        for i in part:
            document, mentions = read_once[i]
            learn(mentions, tagger)
            find_people(mentions)
            people[i] = standings(document, mentions)
    examples = {name: Examples() for name in STRENGTH}
    for part in parts:
        known = together(people[i] for i in range(len(documents)) if i not in part)
        model = fitted(known, safe, STRENGTH["people"])
        for i in part:
            document, mentions = read_once[i]
            weigh_people(mentions, model)
            story = Story(mentions, group(mentions.board.finds))
            draft(story)
            for _ in range(document.weight):
                learn_from(document, story, examples)
    examples["people"] = together(people.values())
    say("all parts together")
    models = {name: fitted(each, safe, STRENGTH[name]) for name, each in examples.items()}
    for name in CALIBRATED:
        models[name] = replace(models[name], cuts=best_cuts(examples[name], safe, STRENGTH[name], models[name].answers))
    return train_tagger(documents, names), models


def best_cuts(examples: Examples, safe: frozenset[str], strength: float, answers: Sequence[str]) -> Weights:
    """For each answer the cut with the best F1 on examples that a model has not learned from."""
    chances: list[dict[str, float]] = [{} for _ in examples.features]
    for fold in range(FOLDS):
        others = [i for i in range(len(chances)) if i * FOLDS // len(chances) != fold]
        part = Examples([examples.features[i] for i in others], [examples.answers[i] for i in others])
        model = fitted(part, safe, strength)
        for i in range(len(chances)):
            if i * FOLDS // len(chances) == fold:
                chances[i] = model.chances(examples.features[i])
    return np.array([best_cut(examples, chances, answer) for answer in answers], dtype=np.float32)


def best_cut(examples: Examples, chances: Sequence[dict[str, float]], answer: str) -> float:
    """The cut with the best F1 for an answer."""
    right = np.array([answer in each for each in examples.answers])
    chance = np.array([each.get(answer, 0.0) for each in chances])

    def quality(cut: float) -> float:
        given = chance >= cut
        return 2 * float((given & right).sum()) / max(1, int(given.sum()) + int(right.sum()))

    enough = max(map(quality, CUTS)) - FLAT
    return max(cut for cut in CUTS if quality(cut) >= enough)


def together(parts: Iterable[Examples]) -> Examples:
    """The examples of several documents as one."""
    whole = Examples()
    for part in parts:
        whole.features += part.features
        whole.answers += part.answers
    return whole


def standings(document: Annotated, mentions: Mentions) -> Examples:
    """The people that were found in a document, with what they are by its annotation."""
    spans = [(int(a), int(b), e["label"]) for e in document.entities if e["label"] in PEOPLE for a, b in e.get("spans", ())]
    spans += [(a, b, "Protected") for a, b in document.protected]
    found = Examples()
    everybody = people_of(mentions)
    for person in persons(mentions):
        votes = Counter(
            label for f in person.finds for a, b, label in spans if f.start < b and a < f.end
        )
        answer = votes.most_common(1)[0][0] if votes else "nobody"
        found.add(person_features(mentions, person, everybody), {answer})
    return found


def learn_from(document: Annotated, story: Story, examples: dict[str, Examples]) -> None:
    """Add the examples of one document."""
    homes = {e["key"]: g for e in document.entities if (g := home(story, e)) is not None}
    incidents = [e for e in document.entities if e["label"] == "Incident"]
    proposals = propose(story)
    whole = document_features(story, proposed_kind(story))
    examples["case"].add(whole, {"case"} if incidents else set())
    if incidents:
        examples["kind"].add(kind_features(story, proposed_kind(story)), {str(incidents[0]["properties"].get("kind"))})
        learn_choices(incidents[0]["properties"], story, examples)
        roles: dict[int, set[str]] = {}
        for r in document.relationships:
            for one, other in ((r["start"], r["end"]), (r["end"], r["start"])):
                if any(one == e["key"] for e in incidents) and other in homes:
                    roles.setdefault(id(homes[other]), set()).add(r["type"])
        for each in story.groups:
            if each.label in ROLES:
                features = entity_features(story, each, proposals.get(id(each), set()))
                examples["roles"].add(features, roles.get(id(each), set()))
    learn_events(document, story, homes, examples)
    held = {
        (id(homes[r["start"]]), id(homes[r["end"]]))
        for r in document.relationships
        if r["type"] == "HOLDS_POSITION" and r["start"] in homes and r["end"] in homes
    }
    for key, (sentence, person, agency, proposed) in office_pairs(story).items():
        examples["positions"].add(pair_features(sentence, person, agency, proposed), answers_of(key, held))


def learn_choices(told: dict[str, object], story: Story, examples: dict[str, Examples]) -> None:
    """Add the candidates for the slots of a document's incident."""
    incident = next((t for t in story.things if t.label == "Incident"), Thing("Incident", "", {"kind": ""}))
    for choice in choices(story, incident):
        right = str(told.get(choice.slot)) == str(choice.value)
        examples[choice.slot].add(choice.features, {"right"} if right else set())


def learn_events(
    document: Annotated, story: Story, homes: dict[str, Group], examples: dict[str, Examples]
) -> None:
    """Add the examples of a document's event: whether it tells of one, and who was there."""
    keys = {e["key"] for e in document.entities if e["label"] == "Event"}
    examples["event"].add(document_features(story, ""), {"event"} if keys else set())
    event = next((t for t in story.things if t.label == "Event"), None)
    event = event or (likely_event(story) if keys else None)
    if event is None:
        return
    roles: dict[int, set[str]] = {}
    for r in document.relationships:
        other = r["end"] if r["start"] in keys else r["start"] if r["end"] in keys else None
        if other in homes:
            roles.setdefault(id(homes[other]), set()).add(r["type"])
    proposals = event_proposals(story, event)
    for each in story.groups:
        if each.label in EVENT_ROLES:
            seen = event_features(story, each, event, proposals.get(id(each), set()))
            examples["events"].add(seen, roles.get(id(each), set()))


def answers_of(key: PairKey, held: set[tuple[int, int]]) -> set[str]:
    """Whether the pair's person holds an office at its agency."""
    return {"holds"} if key in held else set()


def home(story: Story, entity: dict[str, object]) -> Group | None:
    """The group that stands where the annotated entity does."""
    spans = [(int(a), int(b)) for a, b in entity.get("spans", ())]  # type: ignore[attr-defined]
    best: Counter[int] = Counter()
    for at, each in enumerate(story.groups):
        if each.label == entity["label"]:
            best[at] = sum(f.start < b and a < f.end for f in each.finds for a, b in spans)
    ranked = best.most_common(1)
    return story.groups[ranked[0][0]] if ranked and ranked[0][1] else None


def fitted(examples: Examples, safe: frozenset[str], strength: float) -> LinearModel:
    """A logistic regression for each answer, over features that are seen often enough and hold no rare word."""
    counts = Counter(f for each in examples.features for f in each if admitted(f, safe))
    rows = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= FEWEST))}
    answers = tuple(sorted({a for each in examples.answers for a in each}))
    matrix = as_matrix(examples.features, rows)
    weights = np.zeros((len(rows), len(answers)), dtype=np.float32)
    bias = np.zeros(len(answers), dtype=np.float32)
    for column, answer in enumerate(answers):
        right = np.array([answer in each for each in examples.answers])
        if right.all() or not right.any():
            bias[column] = 6.0 if right.all() else -6.0
            continue
        model = LogisticRegression(C=strength, max_iter=400, solver="liblinear").fit(matrix, right)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    kept = np.abs(weights).max(axis=1) > 0.01
    names = [f for f, i in rows.items() if kept[i]]
    cuts = np.full(len(answers), 0.5, dtype=np.float32)
    return LinearModel(answers, {f: i for i, f in enumerate(names)}, weights[kept], bias, cuts)


def admitted(feature: str, safe: frozenset[str]) -> bool:
    """Whether a feature may enter a model: its words are common ones."""
    feature = feature.partition("&")[2] or feature
    name, told, value = feature.partition("=")
    return not told or name in NEUTRAL or all(word in safe | {"-", ""} for word in value.split("|"))


def as_matrix(features: Sequence[set[str]], rows: dict[str, int]) -> csr_matrix:
    """One row for each example, one column for each feature."""
    indices, starts = [], [0]
    for each in features:
        indices += sorted(rows[f] for f in each if f in rows)
        starts.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(features), len(rows)))
