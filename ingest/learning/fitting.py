"""Fits the linear models: logistic regressions over features that are seen often enough and hold no rare word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ingest.extraction.models.linear import LinearModel, Weights

NEUTRAL = frozenset(
    """
    1:has 1:people 2:has 2:people L1cap L2cap R1cap R2cap about abroad acts after ago amid-agencies amid-people as
    at away before begins beside between branch by_initials c capitals chain commas conflict corrected court:now cue
    digits early ends event exact fact far first foreigners form general given headline holds holds-others implied
    in inside kind label late lead leads level line linked margin n named nearest nested next now nth of
    offices often one only-rank order outline part place prev rank rankafter role rule ruled same seat share short
    signs size speakers spot status supposed tag then title title-amid title-before titleafter told triggered
    trunk unit unitafter v va vb who with words
    """.split()  # noqa: SIM905 - a hundred short names
)
"""Names of features whose value is no word of the text, or one of our own lists."""
FLAT = 0.003
"""Of cuts that do as well as the best but for this much F1, the highest is taken: it says less that is wrong."""
FEWEST = 2
"""Examples that a feature must stand in."""
CUTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
"""Probabilities from which on an answer may be given."""
PARTS = 4
"""Parts of the examples; those of one are judged by a model of the others, to find the cut."""


@dataclass(slots=True)
class Examples:
    """Feature sets and the answers that are right for each."""

    features: list[set[str]] = field(default_factory=list)
    answers: list[set[str]] = field(default_factory=list)

    def add(self, features: set[str], answers: set[str]) -> None:
        """One example."""
        self.features.append(features)
        self.answers.append(answers)


def together(parts: Iterable[Examples]) -> Examples:
    """The examples of several documents as one."""
    whole = Examples()
    for part in parts:
        whole.features += part.features
        whole.answers += part.answers
    return whole


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
        if right.all() or not right.any() or not rows:
            bias[column] = 6.0 if right.all() else -6.0
            continue
        model = LogisticRegression(C=strength, max_iter=400, solver="liblinear").fit(matrix, right)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    kept = np.abs(weights).max(axis=1, initial=0.0) > 0.01
    names = [f for f, i in rows.items() if kept[i]]
    cuts = np.full(len(answers), 0.5, dtype=np.float32)
    return LinearModel(answers, {f: i for i, f in enumerate(names)}, weights[kept], bias, cuts)


def admitted(feature: str, safe: frozenset[str]) -> bool:
    """Whether a feature may enter a model: its words are common ones."""
    head, told, value = feature.partition("=")
    name = head.rpartition("&")[2]
    return not told or name in NEUTRAL or all(word in safe | {"-", ""} for word in value.split("|"))


def as_matrix(features: Sequence[set[str]], rows: dict[str, int]) -> csr_matrix:
    """One row for each example, one column for each feature."""
    indices, starts = [], [0]
    for each in features:
        indices += sorted(rows[f] for f in each if f in rows)
        starts.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(features), len(rows)))


def best_cuts(examples: Examples, safe: frozenset[str], strength: float, answers: Sequence[str]) -> Weights:
    """For each answer the cut with the best F1 on examples that a model has not learned from."""
    chances: list[dict[str, float]] = [{} for _ in examples.features]
    for fold in range(PARTS):
        others = [i for i in range(len(chances)) if i * PARTS // len(chances) != fold]
        part = Examples([examples.features[i] for i in others], [examples.answers[i] for i in others])
        model = fitted(part, safe, strength)
        for i in range(len(chances)):
            if i * PARTS // len(chances) == fold:
                chances[i] = model.chances(examples.features[i])
    return np.array([best_cut(examples, chances, answer) for answer in answers], dtype=np.float32)


def best_cut(examples: Examples, chances: Sequence[dict[str, float]], answer: str) -> float:
    """The cut with the best F1 for an answer, the cuts beside it counted in: one that is best by chance is not."""
    right = np.array([answer in each for each in examples.answers])
    chance = np.array([each.get(answer, 0.0) for each in chances])

    def quality(cut: float) -> float:
        given = chance >= cut
        return 2 * float((given & right).sum()) / max(1, int(given.sum()) + int(right.sum()))

    qualities = [quality(cut) for cut in CUTS]
    smooth = [sum(near) / len(near) for near in (qualities[max(0, i - 1) : i + 2] for i in range(len(CUTS)))]
    enough = max(smooth) - FLAT
    return max(cut for cut, each in zip(CUTS, smooth, strict=True) if each >= enough)
