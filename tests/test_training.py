"""The trainer from annotated documents to the files that ship, on a few invented documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.models.linear import LinearModel, read_models, write_models
from ingest.extraction.models.tagger import Model, read_model, write_model
from ingest.learning.corpus import Annotated, name_words, read_annotated
from ingest.learning.fitting import admitted
from ingest.learning.training import STRENGTH, train

GOLD = Path(__file__).parent / "gold" / "dev"
FEW = ("decision-01", "news-01", "news-03", "news-21", "release-01", "release-03", "release-21", "release-23")

Trained = tuple[Model, dict[str, LinearModel]]


@pytest.fixture(scope="module")
def documents() -> list[Annotated]:
    """A few of the invented documents."""
    return [each for each in read_annotated(GOLD) if each.id in FEW]


@pytest.fixture(scope="module")
def trained(documents: list[Annotated]) -> Trained:
    """The models learned from them."""
    return train(documents, lambda _told: None)


def test_every_model_is_learned(documents: list[Annotated], trained: Trained) -> None:
    """The tagger knows the labels of names, and each linear model has answers and weights."""
    tagger, models = trained
    assert len(documents) == len(FEW)
    assert {"B-OFF", "B-AGE", "B-LOC", "O"} <= set(tagger.labels)
    assert set(models) == set(STRENGTH)
    assert all(len(model.answers) == model.weights.shape[1] for model in models.values())
    assert models["names"].weights.shape[0] > 10


def test_the_same_documents_give_the_same_files(documents: list[Annotated], trained: Trained) -> None:
    """Names are replaced by a chance that is the same each time, so the files are, too."""
    tagger, models = train(documents, lambda _told: None)
    assert write_model(tagger) == write_model(trained[0])
    assert write_models(models) == write_models(trained[1])


def test_no_word_of_a_name_is_learned(documents: list[Annotated], trained: Trained) -> None:
    """No feature of a model holds a word of the documents' personal names; of three letters and less are the ends of
    words, and initials.
    """
    tagger, models = trained
    features = [*tagger.rows, *(row for model in models.values() for row in model.rows)]
    values = {word for row in features for word in row.partition("=")[2].split("|") if len(word) > 3}
    assert not values & name_words(documents)


def test_what_is_written_is_read_again(trained: Trained) -> None:
    """The files hold what was learned, in half precision."""
    tagger, models = trained
    assert read_model(write_model(tagger)).rows == tagger.rows
    read = read_models(write_models(models))
    assert {name: model.rows for name, model in read.items()} == {n: m.rows for n, m in models.items()}


@pytest.mark.parametrize(
    ("feature", "enters"),
    [
        ("w=polisi", True),
        ("w=rantekada", False),
        ("Agency&w=rantekada", False),
        ("RR=&|rantekada", False),
        ("L1=aa&rantekada", False),
        ("RR=&|polisi", False),
        ("n=rantekada", True),
        ("court:L1=polisi", True),
        ("nested", True),
    ],
)
def test_a_feature_enters_only_with_common_words(feature: str, enters: bool) -> None:
    """Whatever signs its words have. The values of `n` are our own."""
    assert admitted(feature, frozenset({"polisi"})) is enters
