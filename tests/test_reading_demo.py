"""The demo case's documents are read with the title, publisher, day and kind that were written down by
hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model import Document
from ingest.reading import read_paths

DEMO = Path(__file__).parents[1] / "tppo" / "demo"
ENTRIES: list[dict[str, Any]] = yaml.safe_load((DEMO / "expected.yaml").read_text("utf-8"))["documents"]


def read_demo() -> dict[str, Document]:
    """The demo's documents by their origin."""
    readings = read_paths([DEMO / "documents"])
    return {reading.origin: reading for reading in readings if isinstance(reading, Document)}


def origin_of(entry: dict[str, Any]) -> str:
    """The file's name, with the line of a .jsonl file."""
    return f"{entry['file']}:{entry['line']}" if "line" in entry else str(entry["file"])


def test_every_document_is_read() -> None:
    """The demo folder gives exactly the documents that are written down."""
    assert sorted(read_demo()) == sorted(map(origin_of, ENTRIES))


@pytest.mark.parametrize("entry", ENTRIES, ids=origin_of)
def test_document_is_read_as_written_down(entry: dict[str, Any]) -> None:
    """Kind and day are equal; title and publisher are one of the forms that are right."""
    document = read_demo()[origin_of(entry)]
    titles, publishers = (
        [form] if isinstance(form, str) else form for form in (entry["title"], entry["publisher"])
    )
    assert (document.kind, document.published_on) == (entry["kind"], entry["published_on"])
    assert (document.title in titles, document.publisher in publishers) == (True, True)
