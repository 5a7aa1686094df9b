"""Small linear models over text features: a weight for each feature and answer, trained elsewhere, only read here."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]
FILE = "roles.npz"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Answers (columns of `weights`, with a bias each) by the sum of the weights of features (rows). An answer is given
    from its cut on: the probability at which right and wrong answers balance best.
    """

    answers: tuple[str, ...]
    rows: dict[str, int]
    weights: Weights
    bias: Weights
    cuts: Weights

    def chances(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each answer by itself, between 0 and 1."""
        known = [self.rows[f] for f in features if f in self.rows]
        scores = self.weights[known].sum(axis=0, dtype=np.float32) + self.bias
        return {answer: 1 / (1 + math.exp(-float(s))) for answer, s in zip(self.answers, scores, strict=True)}

    def given(self, chances: dict[str, float]) -> dict[str, float]:
        """Those of the answers that reach their cut, with their probability."""
        return {a: chances[a] for a, cut in zip(self.answers, self.cuts, strict=True) if chances[a] >= cut}

    def likeliest(self, features: Iterable[str]) -> str:
        """The answer with the highest score."""
        chances = self.chances(features)
        return max(self.answers, key=lambda answer: chances[answer])


def shipped(name: str) -> LinearModel:
    """The model of this name ("people", "roles", "positions", "case" …) in the package."""
    return shipped_models()[name]


@cache
def shipped_models() -> dict[str, LinearModel]:
    """All models in the package, read once."""
    return read_models((files("ingest.extraction") / "data" / FILE).read_bytes())


def read_models(content: bytes) -> dict[str, LinearModel]:
    """All models of a file's content."""
    with np.load(BytesIO(content), allow_pickle=False) as stored:
        names = text(stored["names"])
        return {
            name: LinearModel(
                tuple(text(stored[f"{name}.answers"])),
                {row: i for i, row in enumerate(text(stored[f"{name}.rows"]))},
                stored[f"{name}.weights"].astype(np.float32),
                stored[f"{name}.bias"].astype(np.float32),
                stored[f"{name}.cuts"].astype(np.float32),
            )
            for name in names
        }


def write_models(models: dict[str, LinearModel]) -> bytes:
    """The content of the file of these models; weights in half precision."""
    arrays: dict[str, NDArray[np.generic]] = {"names": raw(models)}
    for name, model in models.items():
        arrays[f"{name}.answers"] = raw(model.answers)
        arrays[f"{name}.rows"] = raw(model.rows)
        arrays[f"{name}.weights"] = model.weights.astype(np.float16)
        arrays[f"{name}.bias"] = model.bias.astype(np.float16)
        arrays[f"{name}.cuts"] = model.cuts.astype(np.float16)
    content = BytesIO()
    np.savez_compressed(content, **arrays)  # type: ignore[arg-type]
    return content.getvalue()


def raw(words: Iterable[str]) -> NDArray[np.uint8]:
    """Texts as bytes, a line each."""
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def text(stored: NDArray[np.uint8]) -> list[str]:
    """The texts of `raw`."""
    return stored.tobytes().decode().split("\n") if stored.size else []
