"""Annotated documents for training: real ones, whose texts lie outside the repository, and invented ones.

A document's personal names are replaced by invented ones before anything is learned, so that no name of a suspect,
victim, witness or official can enter a model (`rename`).
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model import TppoError
from ingest.extraction.words.lexicon import words

KEPT_ANNOTATIONS = Path(__file__).parent / "annotated.jsonl"
PEOPLE = frozenset({"Official", "Suspect"})
KEPT = frozenset({"bin", "binti", "alias", "als", "alm", "dan", "de", "al", "anak", "dari"})


class CorpusError(TppoError):
    """Annotations or their texts are not where they should be. Exit code 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and its annotation: entities with spans, relationships, protected spans, as in docs/annotation.md.

    `weight` is how many times roles and choices are learned from it.
    """

    id: str
    text: str
    entities: tuple[dict[str, Any], ...]
    relationships: tuple[dict[str, Any], ...]
    protected: tuple[tuple[int, int], ...]
    weight: int = 1

    def people(self) -> list[tuple[int, int]]:
        """The spans of all personal names, in order."""
        spans = [tuple(s) for e in self.entities if e["label"] in PEOPLE for s in e.get("spans", ())]
        return sorted({*((int(a), int(b)) for a, b in spans), *self.protected})


def name_words(documents: Iterable[Annotated]) -> frozenset[str]:
    """All words of the personal names in documents, in lower case, without words of the language like "bin", "dari"."""
    found = {
        word.lower()
        for document in documents
        for start, end in document.people()
        for word in re.findall(r"[^\W\d_]+", document.text[start:end])
    }
    return frozenset(found - KEPT - words("not_names"))


def read_annotated(folder: Path, texts: Path | None = None, weight: int = 1) -> Iterator[Annotated]:
    """All annotated documents of a folder. `texts` holds the texts as SET/ID.txt; without it they lie beside the
    annotations. Raises `CorpusError` for a missing folder or text.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise CorpusError(f"No annotations in {str(folder)!r}.", "Name a folder of .json annotations.")
    for path in paths:
        raw = json.loads(path.read_text("utf-8"))
        text = text_of(path, texts)
        protected = tuple((int(a), int(b)) for a, b in raw.get("protected_spans", ()))
        yield Annotated(
            path.stem, text, tuple(raw["entities"]), tuple(raw["relationships"]), protected, weight
        )


def read_kept(
    texts: Path, annotations: Path = KEPT_ANNOTATIONS, *, held: bool = False
) -> Iterator[Annotated]:
    """The annotations that the project keeps of real texts, as far as those lie in the folder: spans and labels only,
    each text known by its sha256 (`annotated.jsonl`). Neither texts nor names of people are kept. Those that are `held`
    are for measuring only: nothing is learned from them, and they are given only where they are asked for.
    """
    found = {}
    for path in sorted(texts.rglob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        found[hashlib.sha256(text.encode()).hexdigest()] = text
    for line in annotations.read_text("utf-8").splitlines():
        raw = json.loads(line)
        text = found.get(raw["sha256"], "")
        if text and bool(raw.get("held")) is held:
            protected = tuple((int(a), int(b)) for a, b in raw["protected_spans"])
            entities, relationships = tuple(raw["entities"]), tuple(raw["relationships"])
            yield Annotated(raw["sha256"][:16], text, entities, relationships, protected)


def text_of(path: Path, texts: Path | None) -> str:
    """The text of an annotation."""
    folder, _, name = path.stem.partition("__")
    place = path.with_suffix(".txt") if texts is None else texts / folder / f"{name}.txt"
    try:
        with place.open(encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise CorpusError(
            f"No text for {path.name}: {error.strerror}.", "Re-create the texts first."
        ) from error


def rename(document: Annotated, turn: int = 0) -> Annotated:
    """The document with every personal name replaced, word by word, and all spans moved along. The same word gets
    the same new one throughout; initials become other initials, capitals stay capitals. Each turn gives other names.
    """
    chance = random.Random(f"{document.id} {turn}")  # noqa: S311 - repeatable on purpose
    renamed: dict[str, str] = {}
    pieces, moved, at = [], [(0, 0)], 0
    for start, end in document.people():
        if start < at:
            continue
        new = re.sub(r"[^\W\d_]+", lambda m: other_word(m.group(), renamed, chance), document.text[start:end])
        pieces += [document.text[at:start], new]
        at = end
        moved.append((end, moved[-1][1] + len(new) - (end - start)))
    text = "".join([*pieces, document.text[at:]])

    def shift(offset: int) -> int:
        return offset + next(by for where, by in reversed(moved) if where <= offset)

    def shifted(span: Any) -> list[int]:
        return [shift(int(span[0])), shift(int(span[1]))]

    entities = tuple({**e, "spans": [shifted(s) for s in e.get("spans", ())]} for e in document.entities)
    relationships = tuple({**r, "evidence": r.get("evidence")} for r in document.relationships)
    protected = tuple((shift(a), shift(b)) for a, b in document.protected)
    return Annotated(document.id, text, entities, relationships, protected, document.weight)


def other_word(word: str, renamed: dict[str, str], chance: random.Random) -> str:
    """An invented word of a name in the same case."""
    low = word.lower()
    if low in KEPT or (low in words("not_names") and low not in words("given_names")):
        return word
    if low not in renamed:
        renamed[low] = invented(low, chance)
    new = renamed[low]
    return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new


def invented(low: str, chance: random.Random) -> str:
    """An invented name: letters for initials, else one of the common names where the old one was, else a crossing of
    two of them, so that the tagger meets as many unknown names as in life.
    """
    if len(low) <= 3:
        return "".join(chance.choice("abdefhijlmnrstuwy") for _ in low)
    names = sorted(words("given_names"))
    if low in words("given_names"):
        return chance.choice(names)
    front, back = chance.choice(names), chance.choice(names)
    return front[: max(2, len(front) // 2)] + back[len(back) // 2 :]
