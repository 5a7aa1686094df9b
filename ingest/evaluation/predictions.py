"""What was read of the gold's documents: from files of the interchange format, or read now."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.batch import extract_all
from ingest.evaluation.gold import MALFORMED, json_object, relations_of, thing_of
from ingest.evaluation.values import EvaluationError, Gold, Prediction, Thing
from ingest.interchange import interchange
from ingest.reading import read_text


def read_predictions(documents: Sequence[Gold], folder: Path) -> list[Prediction | None]:
    """The interchange object of each document, from the file that is named as the gold's; None where there is none.

    Raises `EvaluationError` when the folder is not there, has none of the files, or one of them is no such object.
    """
    if not folder.is_dir():
        raise EvaluationError(
            f"No folder {str(folder)!r} of predictions.",
            f"`tppo extract FILE… --out {folder}` writes one, or --run reads the documents now.",
        )
    made = [_from_file(folder / each.path.name) for each in documents]
    if not any(made):
        raise EvaluationError(
            f"No file in {str(folder)!r} is named like a gold document ({documents[0].path.name!r}).",
            "Name the predictions as the gold files are named.",
        )
    return made


def predict(documents: Sequence[Gold], texts: Sequence[str]) -> list[Prediction]:
    """What is read now of the texts of the documents, masked as everything that leaves a case."""
    pairs = zip(documents, texts, strict=True)
    read = [read_text(text, f"{gold.id}.txt") for gold, text in pairs]
    return [prediction_of(interchange(each)) for each in extract_all(read)]


def _from_file(path: Path) -> Prediction | None:
    if not path.exists():
        return None
    try:
        return prediction_of(json_object(path))
    except MALFORMED as error:
        raise EvaluationError(
            f"{str(path)!r} is no interchange object: {error!r}.",
            "`tppo extract FILE… --out DIR` writes them.",
        ) from error


def prediction_of(read: Mapping[str, Any]) -> Prediction:
    """The prediction of an interchange object."""
    things = tuple(_thing(each) for each in read["entities"])
    return Prediction(things, relations_of(read), json.dumps(read, ensure_ascii=False))


def _thing(entity: Mapping[str, Any]) -> Thing:
    mentions = [mention.get("text") for mention in entity.get("mentions") or ()]
    return thing_of(entity["id"], entity, [*(entity.get("aliases") or ()), *mentions])
