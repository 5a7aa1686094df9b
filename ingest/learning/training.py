"""Trains all models of extraction from annotated documents whose personal names are replaced first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.extraction.entities.grouping import group
from ingest.extraction.entities.naming import weigh_names
from ingest.extraction.entities.repairs import repair
from ingest.extraction.models.learned import learn
from ingest.extraction.models.linear import LinearModel
from ingest.extraction.models.tagger import Model
from ingest.extraction.people.standing import find_people, weigh_people
from ingest.extraction.relations.choices import SLOTS
from ingest.extraction.relations.drafting import draft
from ingest.extraction.relations.story import Story
from ingest.learning.corpus import Annotated, name_words, rename
from ingest.learning.examples import learn_from, namings, standings
from ingest.learning.fitting import Examples, best_cuts, fitted, together
from ingest.learning.tagging import Read, common_words, read, train_tagger

STRENGTH = {
    "names": 0.3, "people": 0.2, "roles": 0.3, "positions": 0.6, "event": 0.3, "events": 0.3, "case": 0.3, "kind": 1.0,
    **dict.fromkeys(SLOTS, 0.3),
}  # fmt: skip
"""How closely each model may follow its examples (the C of the logistic regression)."""
CALIBRATED = ("roles", "positions", "events", *SLOTS)
"""Models whose answers are given from a cut of their own on."""
FOLDS = 4
"""Parts of the documents, each read with a tagger and models of names and people that learned from the others only: on
what they learned from they are better than they will ever be.
"""


def train(documents: Sequence[Annotated], say: Callable[[str], None]) -> tuple[Model, dict[str, LinearModel]]:
    """The tagger, and the linear models, by the names in `STRENGTH`."""
    seen = [read(rename(each)) for each in documents]
    names = name_words(documents)
    judges: list[Model] = []
    for fold in range(FOLDS):
        say(f"part {fold + 1} of {FOLDS}")
        judges.append(train_tagger([each for i, each in enumerate(documents) if i % FOLDS != fold], names))
    say("all parts together")
    return train_tagger(documents, names), linear_models(seen, judges, common_words(seen) - names)


def linear_models(
    seen: Sequence[Read], judges: Sequence[Model], safe: frozenset[str]
) -> dict[str, LinearModel]:
    """The linear models, each document tagged by that of `judges` which did not learn from its part."""
    parts = [range(fold, len(seen), FOLDS) for fold in range(FOLDS)]
    names: dict[int, Examples] = {}
    for part, judge in zip(parts, judges, strict=True):
        for i in part:
            document, mentions = seen[i]
            learn(mentions, judge)
            repair(mentions)
            names[i] = namings(document, mentions)
    people: dict[int, Examples] = {}
    for part in parts:
        model = fitted(together(names[i] for i in names if i not in part), safe, STRENGTH["names"])
        for i in part:
            document, mentions = seen[i]
            weigh_names(mentions, model)
            find_people(mentions)
            people[i] = standings(document, mentions)
    examples = {name: Examples() for name in STRENGTH}
    for part in parts:
        model = fitted(together(people[i] for i in people if i not in part), safe, STRENGTH["people"])
        for i in part:
            document, mentions = seen[i]
            weigh_people(mentions, model)
            story = Story(mentions, group(mentions.board.finds))
            draft(story)
            for _ in range(document.weight):
                learn_from(document, story, examples)
    examples["names"], examples["people"] = together(names.values()), together(people.values())
    models = {name: fitted(each, safe, STRENGTH[name]) for name, each in examples.items()}
    for name in CALIBRATED:
        models[name] = replace(
            models[name], cuts=best_cuts(examples[name], safe, STRENGTH[name], models[name].answers)
        )
    return models
