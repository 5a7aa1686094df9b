"""Furniture: what of a text is not its own words, named by offsets and never removed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_files import HEADLINE, PARAGRAPHS

from graph.model import Document, Span
from ingest.reading import read_text
from ingest.reading.document import without
from ingest.reading.furniture import inline_spans, is_furniture, is_teaser_lead, merged, teaser_end
from ingest.reading.lines import Line, lines_of
from ingest.reading.rules import FurnitureRule, bare, furniture_rules, publishers, verdict_signs, words

BODY = "\n\n".join(PARAGRAPHS)


def marked(document: Document) -> list[str]:
    """The furniture of a document, as texts."""
    return [document.text[span.start : span.end] for span in document.furniture]


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: f"{rule.match}: {rule.example[:40]}")
def test_every_rule_matches_its_example(rule: FurnitureRule) -> None:
    """A row of furniture.tsv finds what its example shows."""
    verdict = rule.where == "verdict"
    if rule.match in ("line", "start", "regex"):
        assert is_furniture(rule.example, head=rule.where == "head", verdict=verdict)
    elif rule.match == "inline":
        assert list(inline_spans(Line(0, rule.example), verdict=verdict))
    elif rule.match == "teaser":
        assert is_teaser_lead(rule.example)
    else:
        assert bare(rule.example) == rule.literal


def test_the_tables_use_only_the_words_the_rules_know() -> None:
    """No row of the data files stands for nothing: its kind, match and place are among those read."""
    rows = {(rule.match, rule.where) for rule in furniture_rules()}
    assert {match for match, _ in rows} == {"line", "start", "regex", "inline", "teaser", "block"}
    assert {where for _, where in rows} == {"any", "head", "verdict"}
    assert {publisher.kind for publisher in publishers()} == {"news", "release"}
    assert {int(month) for month in words("month").values()} == set(range(1, 13))


def test_every_sign_of_a_decision_matches_its_example() -> None:
    """A row of verdict_signs.tsv finds what its example shows."""
    assert [sign.example for sign in verdict_signs() if not sign.pattern.search(sign.example)] == []


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_running_text_is_no_furniture(paragraph: str) -> None:
    """Sentences of the story are never taken for furniture."""
    assert not is_furniture(paragraph, head=True, verdict=True)
    assert list(inline_spans(Line(0, paragraph), verdict=True)) == []


def test_saved_page_around_the_article_is_marked() -> None:
    """Menu, date of saving, share buttons, caption, byline, tags and copyright are marked; the story is
    left.
    """
    head = ["Jumat, 14 Maret 2025", "logo", "Beranda", "Berita", HEADLINE, "Rabu, 5 Maret 2025 | 09:30 WITA"]
    buttons = ["Bagikan:", "Facebook", "WhatsApp", "Keenam orang itu tiba di pos (Foto: Humas)"]
    tail = ["Editor: Rangga Putra", "Tags: TPPO, Nunukan", "Copyright © 2025 Kabar Utara", "Halaman: 1 2 3"]
    document = read_text("\n".join([*head, *buttons, *PARAGRAPHS, *tail]))
    assert without(document.text, document.furniture).split() == [*HEADLINE.split(), *BODY.split()]


def test_repeated_headline_is_marked_once() -> None:
    """Of a headline that stands there twice the first is the title and the second is furniture."""
    document = read_text(f"logo\n{HEADLINE}\n-\n{HEADLINE}\n{BODY}")
    assert (document.title, marked(document)) == (HEADLINE, ["logo", "-", HEADLINE])
    assert document.furniture[0] == Span(0, 4)


def test_wire_interruptions_inside_a_paragraph_are_marked() -> None:
    """Embedded videos, advertisement calls and photo credits are marked inside running text."""
    expected = ["[Gambas:Video 20detik]", "SCROLL TO CONTINUE WITH CONTENT", "(Foto: dok. BP3MI)"]
    text = f"{PARAGRAPHS[1]} {expected[0]} {expected[1]} {PARAGRAPHS[2]} {expected[2]}"
    assert marked(read_text(text)) == expected


@pytest.mark.parametrize(
    ("headline", "story"),
    [
        ("Kapal Cepat Ditahan di Sebatik", "Menurut Ratna, keenam orang itu belum menerima upah."),
        ("Dua Perekrut Asal Bone Ditahan Polisi", "Saat ini keduanya masih diperiksa."),
        ("Warga Nunukan Minta Pos Jaga", "Kapolres Nunukan mengatakan pos itu segera dibangun."),
        (
            "Kapal Kayu Terbakar",
            "“Kami masih menghitung penumpang yang ada di dalam daftar itu,” ujarnya.",
        ),
        ("3 Hari Hilang, Nelayan Ditemukan", "TB mengaku dijanjikan upah."),
    ],
)
def test_teaser_inside_a_paragraph_ends_where_the_story_goes_on(headline: str, story: str) -> None:
    """A teaser that runs on into the story is marked up to the end of its headline."""
    lead = "Mereka kini ditampung di rumah singgah. Baca juga:"
    line = f"{lead} {headline} {story}"
    assert line[teaser_end(line, len(lead)) :].strip() == story
    assert marked(read_text(line)) == [f"Baca juga: {headline}"]


def test_teasers_on_lines_of_their_own_are_marked() -> None:
    """A lead-in with its headline, a lead-in alone with the headlines below it, and a heading's list are
    marked.
    """
    single = "Baca juga: Kapal Cepat Ditahan di Sebatik"
    below = ["Baca Juga:", "Kapal Kayu Terbakar di Perairan Sebatik", "- Warga Nunukan Minta Pos Jaga"]
    listed = ["Berita Terkait", "Dua Perekrut Asal Bone Ditahan"]
    document = read_text(
        "\n".join([HEADLINE, PARAGRAPHS[0], single, PARAGRAPHS[1], *below, PARAGRAPHS[2], *listed])
    )
    assert marked(document) == [single, *below, *listed]


def test_printed_page_heads_of_a_decision_are_marked() -> None:
    """The directory's header, address, disclaimer and page count are marked on lines and inside sentences."""
    furniture = [
        "Direktori Putusan Mahkamah Agung Republik Indonesia",
        "putusan.mahkamahagung.go.id",
        "Disclaimer",
        "Halaman 2 dari 20 Putusan Nomor 12/Pid.Sus/2025/PN Nnk",
    ]
    inside = "Hal. 3 dari hal. 20 Putusan Nomor 12/Pid.Sus/2025/PN Nnk"
    story = f"Bahwa Terdakwa membawa enam orang {inside} ke dermaga;"
    head = "P U T U S A N Nomor 12/Pid.Sus/2025/PN Nnk DEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA"
    document = read_text("\n".join([furniture[0], furniture[1], head, *furniture[2:], story]))
    assert marked(document) == [*furniture, inside]


def test_heads_of_a_decision_are_no_furniture_in_the_news() -> None:
    """What is a page header in a decision is left alone in an article."""
    assert not is_furniture("Mahkamah Agung Republik Indonesia")
    assert is_furniture("Mahkamah Agung Republik Indonesia", verdict=True)


LINES = [HEADLINE, *PARAGRAPHS, "logo", "Baca juga: Kapal Ditahan", "-", "", "Editor: A B"]


@given(st.lists(st.sampled_from(LINES)))
def test_furniture_is_ordered_apart_and_inside_the_text(lines: list[str]) -> None:
    """The marked parts are in order, do not touch, lie in the text and are not blank, whatever the lines."""
    document = read_text("\n".join(lines))
    ends = [0, *(span.end for span in document.furniture)]
    assert all(
        end < span.start or span.start == 0 for end, span in zip(ends, document.furniture, strict=False)
    )
    assert all(part.strip() for part in marked(document))
    assert all(span.end <= len(document.text) for span in document.furniture)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10))))
def test_merged_covers_the_same_characters(pairs: list[tuple[int, int]]) -> None:
    """Merging parts changes no character's belonging."""
    spans = [Span(start, start + length) for start, length in pairs]
    covered = {position for span in spans for position in range(span.start, span.end)}
    again = [position for span in merged(spans) for position in range(span.start, span.end)]
    assert again == sorted(covered)


@given(st.text())
def test_lines_stand_where_they_say(text: str) -> None:
    """Every line's text is found at its offset, and nothing but blanks lies between lines."""
    lines = lines_of(text)
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert (
        "".join(line.text for line in lines).replace(" ", "").split()
        == "".join(part.strip() for part in text.split("\n")).replace(" ", "").split()
    )
