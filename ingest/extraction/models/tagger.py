"""The learned tagger: a linear-chain CRF whose weights are trained elsewhere (`make model`) and only read here.

The model is one .npz file: labels, attributes (features), a weight for each attribute and label, a weight for each
pair of neighbouring labels. It needs no training library.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from ingest.extraction.mentions.finds import Board, Tagged
from ingest.extraction.models.features import SHORT, features
from ingest.extraction.words.reference import Reference
from ingest.extraction.words.text import Page

MODEL = "tagger.npz"
LONG = {short: label for label, short in SHORT.items()}
Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """The weights: `state` has a row for each attribute, `moves[a, b]` is for label b after label a."""

    labels: tuple[str, ...]
    rows: dict[str, int]
    state: Weights
    moves: Weights

    def best(self, scores: Weights) -> list[str]:
        """The likeliest labels of a sentence's tokens by their scores (Viterbi)."""
        if not len(scores):
            return []
        total, back = scores[0], []
        for score in scores[1:]:
            ways = total[:, None] + self.moves
            back.append(ways.argmax(axis=0))
            total = ways.max(axis=0) + score
        path = [int(total.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return [self.labels[i] for i in reversed(path)]

    def margin(self, scores: Weights, labels: list[str]) -> float:
        """How far the score of these labels is ahead of the best other kind of label, as the mean of the tokens."""
        own = np.array([label[2:] == labels[0][2:] for label in self.labels])
        return float((scores[:, own].max(axis=1) - scores[:, ~own].max(axis=1)).mean())

    def scores(self, sentence: list[list[str]]) -> Weights:
        """The sum of the weights of each token's features (rows), for each label (columns)."""
        rows = self.rows
        known = [[rows[f] for f in token if f in rows] for token in sentence]
        starts = np.cumsum([0, *(len(each) for each in known[:-1])])
        filled = np.array([bool(each) for each in known])
        scores = np.zeros((len(sentence), len(self.labels)), dtype=np.float32)
        if filled.any():
            weights = self.state[[row for each in known for row in each]]
            scores[filled] = np.add.reduceat(weights, starts[filled], axis=0)
        return scores


@cache
def shipped_model() -> Model:
    """The model in the package."""
    return read_model((files("ingest.extraction") / "data" / MODEL).read_bytes())


def read_model(content: bytes) -> Model:
    """The model of an .npz file's content."""
    with np.load(BytesIO(content), allow_pickle=False) as stored:
        attributes = stored["attributes"].tobytes().decode("utf-8").split("\n")
        rows = {attribute: i for i, attribute in enumerate(attributes)}
        labels = tuple(stored["labels"].tobytes().decode("utf-8").split("\n"))
        return Model(labels, rows, stored["state"].astype(np.float32), stored["moves"].astype(np.float32))


def write_model(model: Model) -> bytes:
    """The content of the .npz file of a model; weights in half precision."""
    content = BytesIO()
    np.savez_compressed(
        content,
        labels=np.frombuffer("\n".join(model.labels).encode(), dtype=np.uint8),
        attributes=np.frombuffer("\n".join(model.rows).encode(), dtype=np.uint8),
        state=model.state.astype(np.float16),
        moves=model.moves.astype(np.float16),
    )
    return content.getvalue()


def tag(page: Page, board: Board, reference: Reference, model: Model | None = None) -> list[Tagged]:
    """The spans that the tagger names in a page, with what the rules found so far among its features."""
    model = model or shipped_model()
    found: list[Tagged] = []
    for sentence, seen in zip(page.sentences, features(page, board, reference), strict=True):
        scores = model.scores(seen)
        labels = [*model.best(scores), "O"]
        begin: int | None = None
        for i, label in enumerate(labels):
            goes_on = label.startswith("I-") and begin is not None and labels[i - 1][2:] == label[2:]
            if begin is not None and not goes_on:
                tokens = sentence.tokens
                span = (tokens[begin].start, tokens[i - 1].end)
                ahead = model.margin(scores[begin:i], labels[begin:i])
                found.append(Tagged(*span, LONG[labels[begin][2:]], sentence.number, ahead))
                begin = None
            if label != "O" and not goes_on:
                begin = i
    return found
