"""The models that ship: small, read without a training library, and free of private people's names."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from ingest.extraction.models.features import LEXICAL
from ingest.extraction.models.linear import FILE, LinearModel, read_models, write_models
from ingest.extraction.models.tagger import MODEL, read_model, shipped_model, write_model
from ingest.learning.corpus import KEPT_ANNOTATIONS, Annotated, read_annotated, read_kept
from ingest.learning.held import named

DATA = Path(str(files("ingest.extraction") / "data"))
REALGOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "realgold"
SALT = "tppo-gold-1"


def test_the_models_are_small() -> None:
    """Both files together are well under two megabytes."""
    assert sum((DATA / name).stat().st_size for name in (MODEL, FILE)) < 2_000_000


def test_extraction_needs_no_training_library() -> None:
    """Reading a document imports neither the trainer of the tagger nor that of the linear models."""
    code = (
        "import sys\nfrom graph.model import Document\nfrom ingest.extraction.extract import extract\n"
        "extract(Document('Kapolres Nunukan hadir. ' * 9))\n"
        "print(sorted({'pycrfsuite', 'sklearn', 'ingest.learning'} & set(sys.modules)))"
    )
    home = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=home, check=True)
    assert done.stdout.strip() == "[]"


def test_a_model_survives_writing_and_reading() -> None:
    """What is written is read back: labels, features and (in half precision) weights."""
    model = shipped_model()
    again = read_model(write_model(model))
    assert (model.labels, model.rows) == (again.labels, again.rows)
    assert abs(model.state - again.state).max() < 0.01
    models = read_models((DATA / FILE).read_bytes())
    assert {n: (m.answers, m.rows) for n, m in models.items()} == {
        n: (m.answers, m.rows) for n, m in read_models(write_models(models)).items()
    }


def words_of_models() -> Iterator[tuple[str, ...]]:
    """Every word, and every pair of words, that stands in a feature of a model."""
    for feature in shipped_model().rows:
        name, _, value = feature.lstrip("-0123456789").partition("=")
        if name in LEXICAL:
            yield tuple(value.split("|"))
    linear: dict[str, LinearModel] = read_models((DATA / FILE).read_bytes())
    for model in linear.values():
        for feature in model.rows:
            yield tuple(feature.partition("=")[2].split("|"))


def hashed(name: str) -> str:
    """The hash under which the annotations keep a private name."""
    plain = re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", name).casefold()).strip()
    return "h:" + hashlib.sha256((SALT + plain).encode()).hexdigest()[:16]


def common_words() -> set[str]:
    """Words of our own lexicons and of the invented documents outside of all personal names."""
    found: set[str] = set()
    for path in (*DATA.glob("*.tsv"), *Path(str(files("graph.reference") / "data")).glob("*.tsv")):
        if path.name != "given_names.tsv":
            found |= set(re.findall(r"\w+", path.read_text("utf-8").lower()))
    for document in read_annotated(Path(__file__).parent / "gold" / "dev"):
        text = list(document.text.lower())
        for start, end in document.people():
            text[start:end] = " " * (end - start)
        found |= set(re.findall(r"\w+", "".join(text)))
    return found


@pytest.fixture(scope="module")
def private() -> set[str]:
    """The hashes of the private names in the annotations of real documents."""
    if not REALGOLD.exists():
        message = "The annotations of real documents are not here: they belong in ../shared/realgold."
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    found: set[str] = set()
    for path in (*(REALGOLD / "train").glob("*.json"), *(REALGOLD / "dev").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        found |= {n for n in raw.get("protected_names", ()) if n.startswith("h:")}
        found |= {
            s for e in raw["entities"] if e["label"] == "Suspect" for s in e["surfaces"] if s.startswith("h:")
        }
    assert len(found) > 500
    return found


def test_no_private_name_stands_in_a_model(private: set[str]) -> None:
    """No word or pair of words of a model that is no common one is the name of a suspect, victim or witness."""
    known = common_words()
    names = {
        " ".join(parts) for parts in words_of_models() if all(re.search(r"\w{2}", part) for part in parts)
    }
    found = {
        name for name in names if len(name) > 3 and hashed(name) in private and not set(name.split()) <= known
    }
    assert found == set()


def test_no_private_name_stands_in_the_repository(private: set[str]) -> None:
    """No two to four words in a row of a tracked file, the first with a capital, are the name of a suspect, victim or
    witness of a real document.
    """
    home = Path(__file__).resolve().parent.parent
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, cwd=home, check=True)
    found = []
    for name in listed.stdout.split("\0"):
        path = home / name
        if not path.is_file() or path.suffix in DATA_OF_MODELS:
            continue
        words = re.findall(r"\w+", path.read_bytes().decode("utf-8", "ignore"))
        runs = {" ".join(words[i : i + n]) for n in (2, 3, 4) for i in range(len(words) - n + 1)}
        found += [(name, run) for run in runs if is_name(run) and hashed(run) in private]
    assert found == []


DATA_OF_MODELS = {".npz"}
"""Endings of the files that another test reads."""


def is_name(run: str) -> bool:
    """Whether words in a row begin with a capital and are more than "Sdr" and one name."""
    return (
        run[:1].isupper() and len({*run.lower().split()} - {"sdr", "sdri", "saksi", "saudara", "saudari"}) > 1
    )


def test_the_annotations_that_are_kept_hold_neither_text_nor_names() -> None:
    """A kept annotation is a text's sha256 with spans, labels, types, an incident's days and numbers; by name it has laws,
    and agencies that its text implies and does not print.
    """
    for line in KEPT_ANNOTATIONS.read_text("utf-8").splitlines():
        kept = json.loads(line)
        assert set(kept) - {"held"} == {
            "repository",
            "commit",
            "sha256",
            "entities",
            "relationships",
            "protected_spans",
        }
        assert all(set(e) - {"name"} == {"key", "label", "spans", "properties"} for e in kept["entities"])
        named = [e for e in kept["entities"] if "name" in e]
        assert all(e["label"] == "Law" or (e["label"] == "Agency" and not e["spans"]) for e in named)
        assert all(set(r) == {"type", "start", "end"} for r in kept["relationships"])
        values = [v for e in kept["entities"] for v in e["properties"].values()]
        assert all(isinstance(v, int) or re.fullmatch(r"[a-z_ ]+|\d{4}(?:-\d\d){0,2}", v) for v in values)


def test_kept_annotations_are_read_where_their_texts_lie(tmp_path: Path) -> None:
    """A text is known by its content, whatever its name; without its text an annotation is passed over."""
    text = "Polres Nunukan menahan RD (31)."
    entity = {"key": "e0", "label": "Agency", "spans": [[0, 14]], "properties": {}}
    kept = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "entities": [entity], "relationships": []}
    kept["protected_spans"] = []
    annotations = tmp_path / "kept.jsonl"
    annotations.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    assert list(read_kept(texts, annotations)) == []
    (texts / "any-name.txt").write_text(text, encoding="utf-8")
    (read,) = read_kept(texts, annotations)
    assert (read.text, [e["label"] for e in read.entities]) == (text, ["Agency"])


def test_nothing_is_learned_from_annotations_that_are_held(tmp_path: Path) -> None:
    """An annotation that is held for measuring is passed over, though its text lies there."""
    text = "Polres Nunukan menahan RD (31)."
    (tmp_path / "any-name.txt").write_text(text, encoding="utf-8")
    kept = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "entities": [], "relationships": []}
    kept |= {"protected_spans": [], "held": True}
    annotations = tmp_path / "kept.jsonl"
    annotations.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    assert list(read_kept(tmp_path, annotations)) == []
    assert [each.text for each in read_kept(tmp_path, annotations, held=True)] == [text]


def test_held_annotations_become_a_gold_with_the_names_of_their_texts() -> None:
    """Names are cut out of the text where spans are; what the text does not print keeps the name it has."""
    text = "Polres Nunukan menahan RD (31). Polres Nunukan memeriksa RD."
    agency = {"key": "e0", "label": "Agency", "spans": [[0, 14], [32, 46]], "properties": {}}
    law = {"key": "e1", "label": "Law", "spans": [], "properties": {}, "name": "UU 21/2007"}
    gold = named(Annotated("a", text, (agency, law), (), ((23, 25), (57, 59))))
    assert [(e["name"], e["surfaces"]) for e in gold["entities"]] == [
        ("Polres Nunukan", ["Polres Nunukan"]),
        ("UU 21/2007", []),
    ]
    assert gold["protected_names"] == ["RD"]
