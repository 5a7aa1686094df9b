"""The ledger: what goes in comes out, nothing is overwritten, a batch is kept whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import officer

from graph.casefile.decision import Decision
from graph.casefile.ledger import CaseError, Ledger, LedgerStatus, LogEntry
from graph.casefile.serial import decode_extraction, decode_text, encode_extraction, encode_text
from graph.model import Claim, Document, Entity, Evidence, Extraction, Mention, Protected, Span

NOON = "2026-01-02T12:00:00+00:00"
PAPER = officer("Rangga Wiratmaja", "AKBP", "Kapolres", "Polres Nunukan", "polres:65.03", "2025-03-01")

TEXTS = st.text(st.characters(), max_size=20)
NUMBERS = st.integers(0, 10**6)
VALUES = st.one_of(TEXTS, NUMBERS, st.booleans(), st.floats(allow_nan=False))
PROPERTIES = st.dictionaries(TEXTS, VALUES, max_size=3)
EVIDENCE = st.lists(st.builds(Evidence, NUMBERS, NUMBERS, TEXTS), min_size=1, max_size=2).map(tuple)
MENTIONS = st.lists(st.builds(Mention, NUMBERS, NUMBERS, TEXTS), max_size=2).map(tuple)
ENTITIES = st.builds(
    Entity,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=2).map(tuple),
    PROPERTIES,
    MENTIONS,
    st.none() | TEXTS,
    st.dictionaries(TEXTS, EVIDENCE, max_size=2),
)
CLAIMS = st.builds(Claim, TEXTS, TEXTS, TEXTS, EVIDENCE, TEXTS, st.floats(0, 1), PROPERTIES)
DOCUMENTS = st.builds(
    Document,
    TEXTS,
    *[st.none() | TEXTS] * 6,
    TEXTS,
    st.lists(st.builds(Span, NUMBERS, NUMBERS), max_size=2).map(tuple),
)
EXTRACTIONS = st.builds(
    Extraction,
    DOCUMENTS,
    st.lists(ENTITIES, max_size=2).map(tuple),
    st.lists(CLAIMS, max_size=2).map(tuple),
    st.lists(st.builds(Protected, NUMBERS, NUMBERS, NUMBERS, TEXTS), max_size=2).map(tuple),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path / "ledger.sqlite", clock=lambda: NOON)
    yield opened
    opened.close()


@given(EXTRACTIONS)
def test_extraction_comes_back_exactly(extraction: Extraction) -> None:
    """Any extraction, lone surrogates and all, is read back equal to what was stored."""
    stored = encode_extraction(extraction)
    text = decode_text(encode_text(extraction.document.text))
    assert extraction == decode_extraction(stored, text)
    assert stored == encode_extraction(decode_extraction(stored, text))


def test_same_document_twice_is_known(ledger: Ledger) -> None:
    """The second reading of a document by the same extractor changes nothing."""
    assert ledger.add(PAPER.extraction, "tppo 1") == "new"
    before = ledger.status()
    changed = Extraction(PAPER.document)
    assert ledger.add(changed, "tppo 1") == "known"
    assert before == ledger.status()
    assert [PAPER.extraction] == list(ledger.extractions())


def test_new_extractor_supersedes(ledger: Ledger) -> None:
    """Another extractor's reading takes the place of the old one, which stays in the file."""
    ledger.add(Extraction(PAPER.document), "tppo 1")
    assert not ledger.knows(PAPER.document.sha256, "tppo 2")
    assert ledger.add(PAPER.extraction, "tppo 2") == "superseded"
    assert ledger.knows(PAPER.document.sha256, "tppo 2")
    assert [PAPER.extraction] == list(ledger.extractions())
    assert LedgerStatus(1, 2, 1, 1, 0, NOON) == ledger.status()


def test_order_of_reading_does_not_show(tmp_path: Path) -> None:
    """Two ledgers that got the same documents in different order give them in the same order."""
    found = [Extraction(Document(f"Berita {number}")) for number in range(9)]
    orders = []
    for name, extractions in (("a", found), ("b", found[::-1])):
        ledger = Ledger(tmp_path / name)
        for extraction in extractions:
            ledger.add(extraction, "tppo 1")
        orders.append(list(ledger.extractions()))
        ledger.close()
    assert orders[0] == orders[1]


def test_failed_batch_leaves_nothing(ledger: Ledger) -> None:
    """When a batch is broken off, no document of it is kept."""
    with pytest.raises(RuntimeError), ledger.batch():
        ledger.add(PAPER.extraction, "tppo 1")
        raise RuntimeError
    assert LedgerStatus(0, 0, 0, 0, 0, None) == ledger.status()


def test_ledger_survives_closing(tmp_path: Path) -> None:
    """What was added is there when the file is opened again."""
    first = Ledger(tmp_path / "ledger.sqlite")
    first.add(PAPER.extraction, "tppo 1")
    first.close()
    second = Ledger(tmp_path / "ledger.sqlite")
    assert [PAPER.extraction] == list(second.extractions())
    second.close()


def test_decisions_are_numbered_and_undone_once(ledger: Ledger) -> None:
    """A decision gets a number and a time; undoing keeps it, marked; a second undo is an error."""
    wanted = Decision("same", "a", "b", "Ratna", "same signature", 0.8)
    made = ledger.decide(wanted)
    assert replace(wanted, at=NOON, id=1) == made
    ledger.undo(made.id)
    assert (replace(made, undone_at=NOON),) == ledger.decisions()
    with pytest.raises(CaseError, match="no decision 1") as raised:
        ledger.undo(made.id)
    assert raised.value.cure


def test_log_keeps_what_was_done(ledger: Ledger) -> None:
    """An entry of the log stays, with its time."""
    ledger.note("unmasked", "berita.txt")
    assert (LogEntry(NOON, "unmasked", "berita.txt"),) == ledger.log()


def test_ledger_in_a_folder_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    """A ledger that cannot be made is an error that names the file, with a cure."""
    with pytest.raises(CaseError, match=r"nowhere.*not usable") as raised:
        Ledger(tmp_path / "nowhere" / "ledger.sqlite")
    assert "may be written" in raised.value.cure


def test_damaged_file_is_a_clear_error(tmp_path: Path) -> None:
    """A ledger that is no SQLite file, or broken in the middle, is an error with a cure and exit code 4."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"This is not a database. " * 100)
    with pytest.raises(CaseError, match="damaged") as raised:
        Ledger(path)
    assert raised.value.exit_code == 4
    assert raised.value.cure


def test_ledger_broken_in_the_middle_is_a_clear_error(tmp_path: Path) -> None:
    """Pages overwritten behind tppo's back are reported when they are read, not passed over."""
    path = tmp_path / "ledger.sqlite"
    ledger = Ledger(path)
    for number in range(200):
        ledger.add(Extraction(Document(f"Berita {number} " * 50)), "tppo 1")
    ledger.close()
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 8192 - 4096)
    path.write_bytes(content)
    with pytest.raises(CaseError, match="damaged"):
        list(Ledger(path).extractions())


def test_newer_ledger_is_refused(tmp_path: Path) -> None:
    """A ledger with a later format is not touched."""
    path = tmp_path / "ledger.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CaseError, match="99") as raised:
        Ledger(path)
    assert "newer tppo from its repository" in raised.value.cure
