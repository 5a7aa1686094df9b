"""Batches: folders, standard input, many documents in one file, and inputs that cannot be read."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reading_files import ARTICLE, ENGLISH, HEADLINE, PARAGRAPHS, html_page, pdf_bytes

from graph.model import Document
from ingest.reading import Reading, Refusal, read_paths

NOBODY = 65534
MALAY = (
    "Polis menahan tiga lelaki warga asing yang dipercayai terlibat dalam sindiket penyeludupan migran di "
    "perairan Tawau semalam. Ketua polis daerah berkata, siasatan lanjut sedang dijalankan kerana suspek "
    "enggan memberi kerjasama kepada pihak berkuasa dan wang tunai turut dirampas daripada mereka."
)


def outcome(reading: Reading) -> tuple[str, str]:
    """A reading in short: its origin, and "document" or the refusal's code."""
    return reading.origin, reading.code if isinstance(reading, Refusal) else "document"


@contextmanager
def without_rights() -> Iterator[None]:
    """Runs as a user who owns nothing, if the tests run as root (who may read everything)."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_folder_is_walked_by_name_and_nothing_is_lost(tmp_path: Path) -> None:
    """A folder gives its documents in name order; what cannot be read is refused, other kinds are counted as
    ignored.
    """
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b" / "rusak.pdf").write_bytes(b"%PDF-1.4 cut off")
    (tmp_path / "b" / "z.html").write_text(html_page())
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (tmp_path / "e.csv").write_text("nomor,nama")
    (tmp_path / "f.txt").write_text(ENGLISH)
    (tmp_path / ".hidden.txt").write_text(ARTICLE)
    (tmp_path / "g").write_text(ARTICLE)
    expected = [
        ("a.txt", "document"),
        ("b/rusak.pdf", "damaged"),
        ("z.html", "document"),
        ("c.txt", "empty"),
        ("d.jpg", "ignored"),
        ("e.csv", "ignored"),
        ("f.txt", "language"),
        ("g", "document"),
    ]
    assert [outcome(reading) for reading in read_paths([tmp_path])] == expected


def test_ignored_is_told_from_refused(tmp_path: Path) -> None:
    """Only what a folder holds beside documents is marked as ignored."""
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    (ignored,) = read_paths([tmp_path])
    (refused,) = read_paths([tmp_path / "tiada.txt"])
    assert isinstance(ignored, Refusal)
    assert isinstance(refused, Refusal)
    assert (ignored.ignored, refused.ignored) == (True, False)


def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder that is only linked to, even to itself, is named and not entered."""
    (tmp_path / "lagi").symlink_to(tmp_path, target_is_directory=True)
    assert [outcome(reading) for reading in read_paths([tmp_path])] == [("lagi", "ignored")]


def test_bad_paths_do_not_stop_the_batch(tmp_path: Path) -> None:
    """A missing file, a dangling link, a link to itself and a pipe are refused and the next file is read."""
    (tmp_path / "putus.txt").symlink_to(tmp_path / "tiada.txt")
    (tmp_path / "putar.txt").symlink_to(tmp_path / "putar.txt")
    os.mkfifo(tmp_path / "pipa.txt")
    (tmp_path / "baik.txt").write_text(ARTICLE)
    names = ["tiada.txt", "putus.txt", "putar.txt", "pipa.txt", "x" * 300, "baik.txt"]
    codes = [outcome(reading)[1] for reading in read_paths([tmp_path / name for name in names])]
    assert codes == ["missing", "missing", "unreadable", "unreadable", "unreadable", "document"]


def test_file_and_folder_without_rights_are_refused() -> None:
    """What the user may not read is refused by name, with the system's own word for why."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "a.txt").write_text(ARTICLE)
        (folder / "b").mkdir(mode=0o700)
        (folder / "b").chmod(0 if os.geteuid() else 0o700)
        (folder / "a.txt").chmod(0o000)
        with without_rights():
            readings = list(read_paths([folder]))
        (folder / "b").chmod(0o700)
    assert [outcome(reading) for reading in readings] == [("a.txt", "unreadable"), ("b", "unreadable")]
    assert all("Permission denied" in r.reason for r in readings if isinstance(r, Refusal))


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "empty", "berita.txt is empty"),
        (b" \n\r\n\t ", "empty", "berita.txt is empty"),
        (bytes(range(256)) * 4, "binary", "berita.txt is binary"),
        (b"\x01\x02\x03\x04\x05\x06" * 40, "binary", "berita.txt is binary"),
        ("“Enam” orang – “korban”".encode()[:-1] + b"\xff", "encoding", "damaged UTF-8: byte"),
        (b"\xff\xfea\x00b", "encoding", "marked as utf-16"),
        (b"Enam orang \x81\x8d ditahan di pelabuhan", "encoding", "unknown"),
        (b"{\\rtf1 Enam orang}", "unsupported", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unsupported", ".doc"),
        (b"PK\x03\x04" + bytes(60), "unsupported", "ZIP archive"),
    ],
)
def test_unreadable_content_is_refused_with_a_cure(tmp_path: Path, data: bytes, code: str, word: str) -> None:
    """Content that is no text names the file, says what is wrong and what to do."""
    path = tmp_path / "berita.txt"
    path.write_bytes(data)
    (refusal,) = read_paths([path])
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.origin, word in refusal.reason) == (code, "berita.txt", True)
    assert refusal.cure.endswith((".", ".)"))


def test_another_language_is_refused_unless_allowed(tmp_path: Path) -> None:
    """An English text is refused with the way to read it all the same, and read that way it is marked
    English.
    """
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH)
    (refusal,) = read_paths([path])
    (document,) = read_paths([path], any_language=True)
    assert isinstance(refusal, Refusal)
    assert isinstance(document, Document)
    assert (refusal.code, "--any-language" in refusal.cure, document.language) == ("language", True, "en")


def test_malay_is_read_and_marked(tmp_path: Path) -> None:
    """A Malay report is read like an Indonesian one and marked as Malay."""
    (tmp_path / "laporan.txt").write_text(MALAY)
    (document,) = read_paths([tmp_path])
    assert isinstance(document, Document)
    assert document.language == "ms"


@pytest.mark.parametrize("name", ["a.jsonl", "-"])
def test_json_lines_give_one_reading_a_line(tmp_path: Path, name: str) -> None:
    """Each line is read for itself, from a file or standard input: bad lines are refused by their number."""
    lines = [
        json.dumps({"text": ARTICLE, "title": "Satu"}),
        "",
        json.dumps({"isi": ARTICLE, "judul": "Dua"}),
        "{not json",
        json.dumps(["text"]),
        json.dumps({"text": "\ud800 rusak"}),
        json.dumps({"text": "  "}),
        json.dumps({"content": ARTICLE}),
    ]
    data = "\n".join(lines).encode()
    (tmp_path / "a.jsonl").write_bytes(data)
    readings = list(read_paths([tmp_path / name if name != "-" else "-"], data))
    codes = [outcome(reading)[1] for reading in readings]
    assert codes == ["document", "no_text_key", "damaged", "damaged", "encoding", "no_text_key", "document"]
    origin = "stdin" if name == "-" else "a.jsonl"
    assert [readings[0].origin, readings[-1].origin] == [f"{origin}:1", f"{origin}:8"]
    assert isinstance(readings[1], Refusal)
    assert readings[1].reason == f"{origin}:3 has no text; its keys are: isi, judul."


def test_json_list_gives_one_document_a_record(tmp_path: Path) -> None:
    """A list of records gives as many documents, numbered from 1."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": ARTICLE}, {"text": PARAGRAPHS[1]}]))
    assert [outcome(r) for r in read_paths([path])] == [("a.json:1", "document"), ("a.json:2", "document")]


@pytest.mark.parametrize("text", ["[1, 2", '{"text": ', "[" * 100_000])
def test_broken_json_is_refused(tmp_path: Path, text: str) -> None:
    """A .json file that is no JSON, or is nested without end, is refused as damaged."""
    path = tmp_path / "a.json"
    path.write_text(text)
    assert [outcome(reading) for reading in read_paths([path])] == [("a.json", "damaged")]


@pytest.mark.parametrize(
    "data",
    [ARTICLE.encode(), html_page().encode(), json.dumps({"text": ARTICLE}).encode(), pdf_bytes([[HEADLINE]])],
)
def test_standard_input_is_told_by_its_content(data: bytes) -> None:
    """Text, HTML, JSON and PDF are read from standard input."""
    (document,) = read_paths(["-"], data)
    assert isinstance(document, Document)
    assert (document.origin, document.title) == ("stdin", HEADLINE)


def test_empty_standard_input_is_refused() -> None:
    """Standard input that brings nothing is refused like an empty file."""
    assert [outcome(reading) for reading in read_paths(["-"], None)] == [("stdin", "empty")]
