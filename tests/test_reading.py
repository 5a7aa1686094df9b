"""Reading: every format becomes documents, every bad input becomes a refusal, and nothing stops the batch."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_files import (
    ARTICLE,
    HEADLINE,
    PARAGRAPHS,
    docx_bytes,
    docx_with_table,
    html_page,
    pdf_bytes,
)

from graph.model import Document
from ingest.reading import Refusal, read_paths
from ingest.reading.decoding import text_of, unified
from ingest.reading.formats import READERS, SUFFIXES
from ingest.reading.values import ReadingError

WRAPPED = [HEADLINE, "", *(line for paragraph in PARAGRAPHS for line in textwrap.wrap(paragraph, 80))]
SOCKET_EVENTS: list[str] = []
WHOLE = {
    "pdf": pdf_bytes([WRAPPED]),
    "docx": docx_bytes((HEADLINE, *PARAGRAPHS)),
    "html": html_page().encode(),
    "json": json.dumps([{"text": ARTICLE}, {"text": HEADLINE}]).encode(),
}


def document_of(path: Path) -> Document:
    """The one document a path gives."""
    (reading,) = read_paths([path])
    assert isinstance(reading, Document), reading
    return reading


def refusal_of(path: Path | str, stdin: bytes | None = None) -> Refusal:
    """The one refusal a path gives."""
    (reading,) = read_paths([path], stdin)
    assert isinstance(reading, Refusal), reading
    return reading


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Writes a file into the test's folder and returns its path."""

    def _write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return _write


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        b"\xef\xbb\xbf" + ARTICLE.encode(),
        ARTICLE.encode("utf-16"),
        ARTICLE.encode("utf-16-le"),
        ARTICLE.encode("utf-16-be"),
        ARTICLE.encode("cp1252"),
        ARTICLE.replace("\n", "\r\n").encode(),
        ARTICLE.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "crlf", "cr"],
)
def test_text_is_the_same_in_every_encoding(write: Callable[[str, bytes], Path], data: bytes) -> None:
    """A text file's document does not depend on its encoding or on how its lines end."""
    assert document_of(write("berita.txt", data)).text == ARTICLE


def test_text_is_kept_unchanged(write: Callable[[str, str], Path]) -> None:
    """Blanks, empty lines and odd characters at the edges of a text stay where they are."""
    text = f"\n  {HEADLINE}  \n\n\t{PARAGRAPHS[0]}\u00a0\n\n\n"
    assert document_of(write("berita.md", text)).text == text


def test_origin_is_the_file_name_without_its_folder(write: Callable[[str, str], Path]) -> None:
    """A document remembers its file's name and not where the file lay."""
    assert document_of(write("kasus/2025/berita.txt", ARTICLE)).origin == "berita.txt"


def test_html_gives_the_article_alone(write: Callable[[str, str], Path]) -> None:
    """A saved page gives headline and paragraphs, one a line: no menu, related links, comments or footer."""
    document = document_of(write("halaman.html", html_page()))
    assert document.text == "\n".join((HEADLINE, *PARAGRAPHS))
    known = (document.title, document.publisher, document.published_on, document.url)
    assert known == (HEADLINE, "Kabar Utara", "2025-03-05", "https://kabarutara.co.id/2025/03/enam-calon")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_html_in_the_encoding_it_names(write: Callable[[str, bytes], Path], charset: str) -> None:
    """A page is read in the encoding it declares."""
    data = html_page(charset=charset).encode(charset)
    assert document_of(write("halaman.htm", data)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_html_without_date_does_not_take_the_day_of_saving(write: Callable[[str, str], Path]) -> None:
    """The current date in a page's head is not its publication date; the line under the headline is."""
    page = html_page(published="").replace('<meta property="article:published_time" content="">', "")
    assert document_of(write("a.html", page)).published_on is None
    shown = page.replace("</h1>", "</h1><div><span>09.30 5 Maret 2025</span> <span>164</span></div>")
    assert document_of(write("b.html", shown)).published_on == "2025-03-05"


def test_html_is_read_without_network(write: Callable[[str, str], Path]) -> None:
    """Reading a page that names scripts, styles and pictures elsewhere opens no socket and looks up no
    host.
    """
    sys.addaudithook(lambda event, _: SOCKET_EVENTS.append(event) if event.startswith("socket.") else None)
    document_of(write("halaman.html", html_page()))
    assert SOCKET_EVENTS == []


def test_html_without_an_article_is_refused(write: Callable[[str, str], Path]) -> None:
    """A page with nothing to read is refused and says what to save instead."""
    refusal = refusal_of(write("kosong.html", "<html><body><script>1</script></body></html>"))
    assert (refusal.code, ".txt" in refusal.cure) == ("no_text", True)


def test_pdf_joins_lines_broken_by_the_width(write: Callable[[str, bytes], Path]) -> None:
    """A PDF's paragraphs are one line each, its pages follow each other, a program's title is not taken."""
    document = document_of(write("rilis.pdf", pdf_bytes([WRAPPED, [PARAGRAPHS[2]]], "untitled")))
    assert document.text == "\n".join((HEADLINE, *PARAGRAPHS, PARAGRAPHS[2]))
    assert document.title == HEADLINE


@pytest.mark.parametrize(
    ("data", "code", "cure"),
    [
        (pdf_bytes([[], []]), "no_text", "ocrmypdf"),
        (pdf_bytes([WRAPPED], password="rahasia"), "encrypted", "password"),
        (pdf_bytes([WRAPPED])[:300], "damaged", "again"),
    ],
    ids=["scan", "encrypted", "cut off"],
)
def test_pdf_without_readable_text_is_refused(
    write: Callable[[str, bytes], Path], data: bytes, code: str, cure: str
) -> None:
    """A scan, a protected and a cut-off PDF are refused with the cure for each."""
    refusal = refusal_of(write("rilis.pdf", data))
    assert (refusal.code, "rilis.pdf" in refusal.reason, cure in refusal.cure) == (code, True, True)


def test_docx_gives_paragraphs_and_tables_in_order(write: Callable[[str, bytes], Path]) -> None:
    """A Word document's table stands between its paragraphs, a row a line, a merged cell once."""
    data = docx_with_table([["Korban", "", ""], ["laki-laki", "perempuan", "anak"]])
    expected = f"{PARAGRAPHS[0]}\nKorban\nlaki-laki\tperempuan\tanak\n{PARAGRAPHS[1]}"
    assert [line.strip() for line in document_of(write("a.docx", data)).text.split("\n")] == expected.split(
        "\n"
    )


@pytest.mark.parametrize(
    ("given_title", "expected"),
    [("Rilis Pencegahan", "Rilis Pencegahan"), ("Microsoft Word - rilis", HEADLINE), ("", HEADLINE)],
)
def test_docx_title(write: Callable[[str, bytes], Path], given_title: str, expected: str) -> None:
    """The title in a Word document's properties goes before the headline unless a program wrote it."""
    data = docx_bytes((HEADLINE, *PARAGRAPHS), given_title)
    assert document_of(write("rilis.docx", data)).title == expected


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing more", b"only text"])
def test_docx_that_is_none_is_refused(write: Callable[[str, bytes], Path], data: bytes) -> None:
    """A .docx file that is no Word document is refused as damaged."""
    assert refusal_of(write("rilis.docx", data)).code == "damaged"


def test_empty_docx_is_refused(write: Callable[[str, bytes], Path]) -> None:
    """A Word document without words is refused."""
    assert refusal_of(write("rilis.docx", docx_bytes(["", " "]))).code == "no_text"


@pytest.mark.parametrize(
    "data", [pdf_bytes([WRAPPED]), docx_bytes((HEADLINE, *PARAGRAPHS)), html_page().encode()]
)
def test_content_goes_before_the_ending(write: Callable[[str, bytes], Path], data: bytes) -> None:
    """PDF, Word and HTML are recognised by their content under a wrong ending."""
    assert document_of(write("berita.txt", data)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_json_record_carries_what_is_known(write: Callable[[str, str], Path]) -> None:
    """A record's own title, source, date, address and kind become the document's."""
    record = {
        "body": ARTICLE,
        "title": "Judul",
        "source": "kompas.com",
        "date": "5 Maret 2025",
        "kind": "release",
    }
    document = document_of(write("a.json", json.dumps(record | {"url": "https://contoh.id/a"})))
    expected = ("Judul", "Kompas.com", "2025-03-05", "https://contoh.id/a", "release", ARTICLE)
    found = (document.title, document.publisher, document.published_on, document.url, document.kind)
    assert (*found, document.text) == expected


def test_every_reader_has_an_ending() -> None:
    """Each registered reader is reached by at least one ending, and each ending has its reader."""
    assert set(SUFFIXES.values()) == set(READERS)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf8_round_trip(text: str) -> None:
    """Any text that is no binary data comes back from its UTF-8 bytes, line ends unified."""
    data = text.encode()
    try:
        assert text_of(data, "a.txt") == unified(text.removeprefix("\ufeff"))
    except ReadingError as error:
        assert error.code in ("binary", "encoding")


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(WHOLE)), st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=4))))
def test_damaged_files_give_documents_or_named_errors(kind: str, damage: list[tuple[float, bytes]]) -> None:
    """Whatever bytes of a file are overwritten, its reader gives sources or a reading error and nothing
    else.
    """
    data = bytearray(WHOLE[kind])
    for place, patch in damage:
        start = int(place * len(data))
        data[start : start + len(patch)] = patch
    try:
        assert all(piece is not None for piece in READERS[kind](bytes(data), f"a.{kind}"))
    except ReadingError as error:
        assert error.cure


@given(st.binary())
def test_any_bytes_give_a_text_or_a_named_error(data: bytes) -> None:
    """Decoding never fails in another way than with a reading error."""
    try:
        assert "\r" not in text_of(data, "a.txt")
    except ReadingError as error:
        assert error.code in ("binary", "encoding")
