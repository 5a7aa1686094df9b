"""The gold as it lies in a folder: one JSON file a document, in either of two forms, and the documents' texts.

Ours has names in clear and the text beside it (`<id>.json`, `<id>.txt`). The annotations of real documents
(`<set>__<id>.json`) have private names as hashes and come without texts: those are looked for in another folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.evaluation.values import EvaluationError, Gold, Relation, Thing

MALFORMED = (KeyError, TypeError, ValueError, AttributeError)
"""What goes wrong in reading an object that has another form than the one expected."""


def read_gold(folder: Path, only: str = "") -> list[Gold]:
    """The annotated documents of a folder whose file name contains `only`, in the order of their names.

    Raises `EvaluationError` when there is none or when a file is no annotation.
    """
    if not folder.is_dir():
        raise EvaluationError(f"No folder {str(folder)!r} of annotated documents.", "Name the gold folder.")
    paths = sorted(path for path in folder.glob("*.json") if only in path.name)
    if not paths:
        wanted = f" whose name contains {only!r}" if only else ""
        raise EvaluationError(
            f"No annotated document{wanted} in {str(folder)!r}.",
            "Leave out --only, or name a folder that holds <id>.json files of the gold.",
        )
    return [gold_of(path, json_object(path)) for path in paths]


def json_object(path: Path) -> dict[str, Any]:
    """The JSON object of a file."""
    try:
        made = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise EvaluationError(f"Cannot read {str(path)!r}: {error}.", "Repair or remove the file.") from error
    if not isinstance(made, dict):
        raise EvaluationError(
            f"{str(path)!r} holds no JSON object.", "Write one object of one document a file."
        )
    return made


def gold_of(path: Path, annotation: Mapping[str, Any]) -> Gold:
    """The annotated document of a file's object."""
    try:
        entities = annotation["entities"]
        return Gold(
            path,
            tuple(_thing(each) for each in entities if not _is_teaser(each)),
            relations_of(annotation),
            tuple(_thing(each) for each in entities if _is_teaser(each)),
            tuple(map(string, annotation.get("protected_names") or ())),
        )
    except MALFORMED as error:
        raise EvaluationError(
            f"{str(path)!r} is no annotation: {error!r}.",
            "An annotation has entities (key, label, name, surfaces) and relationships (type, start, end).",
        ) from error


def relations_of(annotation: Mapping[str, Any]) -> tuple[Relation, ...]:
    """The relationships of either side's object; raises one of `MALFORMED` when they are none."""
    return tuple(
        Relation(string(each["type"]), string(each["start"]), string(each["end"]), bool(each.get("evidence")))
        for each in annotation["relationships"]
    )


def thing_of(key: Any, entity: Mapping[str, Any], others: Iterable[Any]) -> Thing:
    """The thing of either side's entity, with its names beside `name`; raises one of `MALFORMED` when it is none."""
    name = string(entity.get("name") or "")
    names = tuple(string(each) for each in (name, *others) if each)
    return Thing(string(key), string(entity["label"]), name, names, dict(entity.get("properties") or {}))


def string(value: Any) -> str:
    """The value, which must be text: raises `TypeError`."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _thing(entity: Mapping[str, Any]) -> Thing:
    return thing_of(entity["key"], entity, entity.get("surfaces") or ())


def _is_teaser(entity: Mapping[str, Any]) -> bool:
    return bool(entity.get("teaser") or (entity.get("properties") or {}).get("teaser"))


def texts_of(documents: Sequence[Gold], folder: Path | None = None) -> list[str]:
    """The texts of annotated documents: those in `folder`, else those beside the annotations.

    In the folder a text is `<id>.txt`, and that of `<set>__<id>.json` may also be `<set>/<id>.txt`.
    Raises `EvaluationError` naming the document that has none.
    """
    return [_text_of(each, folder) for each in documents]


def _text_of(document: Gold, folder: Path | None) -> str:
    part, _, rest = document.id.partition("__")
    place = folder or document.path.parent
    tried = [place / f"{document.id}.txt", *([place / part / f"{rest}.txt"] if folder and rest else [])]
    for path in tried:
        try:
            return path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise EvaluationError(f"Cannot read {str(path)!r}: {error}.", "Save it as UTF-8 text.") from error
    raise EvaluationError(
        f"No text of {document.id!r}: {' or '.join(repr(str(path)) for path in tried)} is not there.",
        "--texts DIR names the folder of the texts: DIR/<set>/<id>.txt or DIR/<set>__<id>.txt.",
    )
