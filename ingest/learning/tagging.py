"""Trains the tagger: a CRF over the features of `models.features`, with names renamed and rare words cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.models.features import LEXICAL, SHORT, features
from ingest.extraction.models.tagger import Model
from ingest.extraction.relations.drafting import mentions_by_rules
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.text import Page, prepare
from ingest.learning.corpus import Annotated, rename
from ingest.reading import read_text

SETTINGS = {
    "c1": 0.1, "c2": 0.02, "max_iterations": 160, "feature.possible_transitions": True, "feature.minfreq": 2,
}  # fmt: skip
DOCUMENTS_OF_A_WORD = 2
"""A word enters the model only if it stands outside of every personal name in so many documents."""
DOCUMENTS_OF_A_CAPITAL = 4
"""A word that is never written small must stand outside of personal names in so many."""
SMALLEST = 0.01
"""Weights nearer to zero are left out of the model."""


Read = tuple[Annotated, Mentions]
"""A document with what the rules alone find in it."""

TURNS = 1
"""Times that each document is learned from, with other invented names each time: the tagger is not to know names."""


def train_tagger(documents: Iterable[Annotated], names: frozenset[str]) -> Model:
    """The tagger trained on the documents with their names replaced; no word of `names` enters it."""
    seen = [read(rename(each, turn)) for each in documents for turn in range(TURNS)]
    safe = common_words(seen, TURNS) - names
    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    for document, mentions in seen:
        labels = iter(gold_labels(document, mentions.page))
        for sentence in features(mentions.page, mentions.board, mentions.reference):
            trainer.append(
                [[f for f in token if allowed(f, safe)] for token in sentence],
                [next(labels) for _ in sentence],
            )
    trainer.set_params(SETTINGS)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "tagger.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return exported(tagger.info())


def read(document: Annotated) -> Read:
    """A document with what the rules alone find in it."""
    return document, mentions_by_rules(prepare(read_text(document.text, document.id)))


def common_words(seen: Sequence[Read], turns: int = 1) -> frozenset[str]:
    """Words that stand outside of all personal names in enough documents, each of which was read in so many turns: in
    small letters in two, or in capitals in several; no given name.
    """
    small: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for document, mentions in seen:
        people = document.people()
        outside = [
            t.text for s in mentions.page.sentences for t in s.tokens
            if not any(a < t.end and t.start < b for a, b in people)
        ]  # fmt: skip
        documents.update({word.lower() for word in outside})
        small.update({word for word in outside if word.lower() == word})
    least = DOCUMENTS_OF_A_WORD * turns
    return frozenset(
        word
        for word, count in documents.items()
        if (small[word] >= least or count >= DOCUMENTS_OF_A_CAPITAL * turns)
        and word not in words("given_names")
    )


def allowed(feature: str, safe: frozenset[str]) -> bool:
    """Whether a feature may enter the model: those with words only if all its words are common ones."""
    name, _, value = feature.lstrip("-0123456789").partition("=")
    return name not in LEXICAL or all(word in safe for word in value.split("|"))


def gold_labels(document: Annotated, page: Page) -> list[str]:
    """The annotated label of every token of the page: B-OFF, I-OFF, O …; of nested spans the outer one."""
    spans = [
        (int(a), int(b), SHORT[e["label"]])
        for e in document.entities
        if e["label"] in SHORT and e["label"] != "Law"
        for a, b in e.get("spans", ())
    ]
    spans += [(a, b, SHORT["Protected"]) for a, b in document.protected]
    labels: list[str] = []
    ordered = iter(sorted(spans, key=lambda s: (s[0], -s[1])))
    current = next(ordered, None)
    begun = False
    for token in (t for s in page.sentences for t in s.tokens):
        while current is not None and current[1] <= token.start:
            end = current[1]
            current = next((s for s in ordered if s[0] >= end), None)
            begun = False
        if current is not None and current[0] < token.end and token.start < current[1]:
            labels.append(("I-" if begun else "B-") + current[2])
            begun = True
        else:
            labels.append("O")
    return labels


def exported(info: object) -> Model:
    """A trained CRFsuite model as ours."""
    state: dict[tuple[str, str], float] = info.state_features  # type: ignore[attr-defined]
    moves: dict[tuple[str, str], float] = info.transitions  # type: ignore[attr-defined]
    labels = tuple(sorted({label for _, label in state} | {label for pair in moves for label in pair}))
    at = {label: i for i, label in enumerate(labels)}
    kept = {key: weight for key, weight in state.items() if abs(weight) >= SMALLEST}
    rows = {attribute: i for i, attribute in enumerate(sorted({attribute for attribute, _ in kept}))}
    weights = np.zeros((len(rows), len(labels)), dtype=np.float32)
    for (attribute, label), weight in kept.items():
        weights[rows[attribute], at[label]] = weight
    steps = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, after), weight in moves.items():
        steps[at[before], at[after]] = weight
    for before in labels:
        for after in labels:
            if after.startswith("I-") and before[1:] != after[1:]:
                steps[at[before], at[after]] = -60.0  # a name does not go on with another label
    return Model(labels, rows, weights, steps)
