"""The same document gives the same bytes, alone or among others, on one process or two."""

from __future__ import annotations

import json
from pathlib import Path

from graph.model import Extraction
from ingest.batch import FEW, extract_all
from ingest.extraction.extract import extract
from ingest.interchange import interchange
from ingest.reading import read_text

TEXTS = sorted((Path(__file__).parent / "gold" / "dev").glob("*.txt"))
DOCUMENTS = [read_text(path.read_text("utf-8"), path.name) for path in TEXTS]


def as_bytes(found: Extraction) -> bytes:
    """An extraction as it is printed."""
    return json.dumps(interchange(found), ensure_ascii=False).encode()


def test_one_process_or_two_give_the_same_bytes() -> None:
    """More documents than one process keeps for itself, read by one and by two."""
    assert len(DOCUMENTS) > FEW
    alone = [as_bytes(each) for each in extract_all(DOCUMENTS, jobs=1)]
    assert [as_bytes(each) for each in extract_all(DOCUMENTS, jobs=2)] == alone


def test_the_documents_before_it_do_not_change_an_extraction() -> None:
    """The last document first, and every one after its twin."""
    forward = [as_bytes(extract(each)) for each in DOCUMENTS]
    backward = [as_bytes(extract(each)) for each in reversed(DOCUMENTS)]
    assert backward[::-1] == forward
