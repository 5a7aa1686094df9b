"""`tppo lexicon check`: what a spreadsheet spoils is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import run

from ingest.lexicons import check, shipped


def test_the_shipped_tables_are_in_order() -> None:
    """All tables of both folders are checked, and nothing is wrong in them."""
    outcome = run("lexicon", "check")
    assert (outcome.code, outcome.out) == (0, f"{len(shipped())} tables are in order.\n")
    assert {"ranks.tsv", "person_cues.tsv"} <= {path.name for path in shipped()}


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("word\twhy\ndesa\n", "broken.tsv:2: 1 cells, expected 2."),
        ("word\twhy\ndesa \tx\n", "broken.tsv:2: stray blank"),
        ("word\twhy\ndesa\tx\nkota\ty\ndesa\tx\n", "broken.tsv:4: the same as broken.tsv:2."),
        ("word\twhy\n\tx\n", "broken.tsv:2: the first cell is empty."),
        ("pattern\twhy\n(desa\tx\n", "broken.tsv:2: the pattern '(desa' cannot be read"),
        ("word\nkafe\u0301\n", "broken.tsv:2: word 'kafe\u0301' has letters in parts."),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, table: str, fault: str) -> None:
    """Each kind of fault ends the command with 9 and one line that says where and how to mend it."""
    path = tmp_path / "broken.tsv"
    path.write_text(table, encoding="utf-8")
    outcome = run("lexicon", "check", path)
    assert outcome.code == 9
    assert outcome.out.startswith(fault)
    assert "1 fault in 1 tables. Cure: Mend the lines named above." in " ".join(outcome.err.split())


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    """A spreadsheet saved in an old encoding says how to save it."""
    path = tmp_path / "old.tsv"
    path.write_bytes("word\nkafé\n".encode("latin-1"))
    assert list(check([path])) == ["old.tsv: not UTF-8. Save the spreadsheet as UTF-8, divided by tabs."]
