"""Sentences and tokens: what belongs together stays together, and every offset is the document's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import page, sentences, tokens

from graph.model import Document, Span
from ingest.extraction.words.text import prepare

LETTERS = st.text(alphabet=st.characters(exclude_categories=()), max_size=120)
"""Any code points at all, unpaired surrogates and control characters too."""
PIECES = st.lists(
    st.sampled_from(
        [
            "Kombes. Pol. ",
            "M. ",
            "Kec. ",
            "S.H., M.H. ",
            "Rp 1.500.000 ",
            "01.30 WITA. ",
            "Ia pergi. ",
            "“Ya,” ",
        ]
    )
    | st.sampled_from(["\n", "\r\n", "\t", "…", "; ", "! ", "?", "İstanbul ", "ß", "\u2028", "\x1c"])
    | st.text(max_size=6),
    max_size=25,
).map("".join)
TEXTS = LETTERS | PIECES


@pytest.mark.parametrize(
    "text",
    [
        "Kombes. Pol. Arga M. Wiradipa, S.H., M.H. tiba di Kec. Sebatik Timur.",
        "Speedboat berangkat pukul 01.30 WITA dari Pare-pare.",
        "Setiap orang menyetor Rp 1.500.000 kepada pengurus.",
        "Tim F1QR Lanal Nunukan menyerahkan mereka kepada BP3MI Kalimantan Utara.",
        "Drs. H. Salim Tandiara, M.Si. menerima Plt. Kepala P4MI Nunukan.",
        "AKBP Rangga Tumiwa, S.I.K., M.H. dan Letkol Laut (P) Gading Sumolang, M.Tr.Opsla. hadir.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    """Stops after ranks, initials, degrees and head words of places, and in figures, end no sentence."""
    assert [text] == sentences(text)


@pytest.mark.parametrize(
    "word",
    ["BP3MI", "F1QR", "Pare-pare", "1.500.000", "01.30", "17/9/2025", "Nur'aini", "P4MI", "non-prosedural"],
)
def test_what_is_written_together_is_one_token(word: str) -> None:
    """Abbreviations with figures, doubled words, amounts, times and dates are one token each."""
    assert ["Kata", word, "itu", "."] == tokens(f"Kata {word} itu.")


def test_a_degree_keeps_its_inner_stop() -> None:
    """The stop inside a degree stays in its token, the one after it is a mark of its own."""
    assert tokens("Arga M. Wiradipa, S.H., M.H.") == [
        "Arga",
        "M",
        ".",
        "Wiradipa",
        ",",
        "S.H",
        ".",
        ",",
        "M.H",
        ".",
    ]


def test_a_sentence_ends_at_its_stop() -> None:
    """Stops, question and exclamation marks end sentences, also before a figure and a quotation mark."""
    text = "Rombongan tiba. 14 orang menunggu! Siapa mereka? “Mereka pekerja,” kata petugas. Semua sehat."
    assert sentences(text) == [
        "Rombongan tiba.",
        "14 orang menunggu!",
        "Siapa mereka?",
        "“Mereka pekerja,” kata petugas.",
        "Semua sehat.",
    ]


def test_a_quotation_mark_after_the_stop_belongs_to_the_sentence() -> None:
    """Marks that close a quotation stay with the sentence they close."""
    assert sentences("“Mereka sudah pulang.” Kasus itu selesai.") == [
        "“Mereka sudah pulang.”",
        "Kasus itu selesai.",
    ]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    """A line without a stop is not joined to the paragraph after it."""
    text = "Empat Belas Pekerja Migran Dicegah di Pelabuhan\n\nPolres Nunukan mencegah mereka."
    assert sentences(text) == [
        "Empat Belas Pekerja Migran Dicegah di Pelabuhan",
        "Polres Nunukan mencegah mereka.",
    ]


def test_a_line_broken_in_its_middle_is_read_on() -> None:
    """A long line that goes on in lower case is one sentence with the next line."""
    text = (
        "Petugas mengamankan empat belas orang di pelabuhan pada malam itu,\nyang hendak berangkat ke Tawau."
    )
    assert [text] == sentences(text)


def test_a_short_line_is_not_read_on() -> None:
    """A short line was not broken by a layout: what follows it in lower case is another sentence."""
    assert sentences("Suasana Nunukan\nkata petugas, sangat sepi.") == [
        "Suasana Nunukan",
        "kata petugas, sangat sepi.",
    ]


def test_clauses_of_a_decision_are_sentences() -> None:
    """Paragraphs of a decision end with a semicolon and are sentences."""
    text = "Menimbang, bahwa Terdakwa mengaku;\nMenimbang, bahwa saksi membenarkan;"
    assert text.split("\n") == sentences(text)


def test_paragraphs_are_counted() -> None:
    """Sentences of one line share their paragraph, the next line begins another."""
    found = page("Rombongan tiba. Mereka sehat.\nPolisi menunggu.").sentences
    assert [(each.number, each.paragraph) for each in found] == [(0, 0), (1, 0), (2, 1)]


def test_furniture_is_in_no_sentence() -> None:
    """A teaser marked as furniture is left out, the sentences around it stay."""
    text = "Rombongan tiba.\nBaca juga: Pencuri Motor Dibekuk\nMereka sehat."
    teaser = Span(text.index("Baca"), text.index("\nMereka"))
    assert sentences(text, furniture=(teaser,)) == ["Rombongan tiba.", "Mereka sehat."]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_sentences_and_tokens_slice_the_document(text: str) -> None:
    """Every sentence and token is the document's text at its offsets, in order and without overlap."""
    found = prepare(Document(text)).sentences
    at = 0
    for number, sentence in enumerate(found):
        assert number == sentence.number
        assert at <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text == sentence.evidence.text
        inside = sentence.start
        for token in sentence.tokens:
            assert inside <= token.start < token.end <= sentence.end
            assert text[token.start : token.end] == token.text
            inside = token.end
        at = sentence.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_no_letter_or_figure_is_lost(text: str) -> None:
    """Every letter and figure of a document without furniture stands in a token."""
    found = prepare(Document(text)).sentences
    covered = {at for s in found for token in s.tokens for at in range(token.start, token.end)}
    assert [c for at, c in enumerate(text) if c.isalnum() and at not in covered] == []


@given(TEXTS, st.data())
@settings(max_examples=200, deadline=None)
def test_no_sentence_touches_furniture(text: str, data: st.DataObject) -> None:
    """Whatever part of any text is furniture, no sentence reaches into it."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    furniture = (Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3]))
    found = prepare(Document(text, furniture=furniture)).sentences
    assert [s for s in found for part in furniture if max(s.start, part.start) < min(s.end, part.end)] == []
