"""Extraction of any text at all: never raising, always the same, every word of it standing in the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Document, Extraction, Span
from ingest.extraction.extract import extract

PIECES = st.sampled_from(
    [
        "Kapolres Nunukan AKBP Rangga Tumiwa, S.I.K., M.H.", "Plt. Kepala", "BP3MI Kalimantan Utara", "(BP3MI)",
        "Unit PPA Satreskrim Polres Nunukan", "Kodim 0911/Nunukan", "PT", "Yayasan", "Mapolres", "Kec.", "Sei Nyamuk",
        "tersangka berinisial HR alias", "(41)", ", laki-laki,", "korban", "NT (23)", "saksi Melati Sapurna", "bin",
        "14 CPMI", "9 (sembilan", "orang", "dua puluh", "menggagalkan keberangkatan", "ditangkap", "dideportasi dari",
        "Pasal 81 jo", "UU Nomor 18 Tahun 2017", "KUHP", "Rabu (17/9", "kemarin", "31 Februari 2025", "KM", "rute",
        "Tawau, Malaysia", "menuju", "melalui", "yang kini menjabat", "diserahterimakan dari", "menggantikan", "dan",
        "menggelar rapat koordinasi di", "dihadiri", "sebelumnya", "Nama lengkap :", "Umur : 36 Tahun;", "Kebangsaan :",
        "sebagai Hakim Ketua", "selaku", "wilayah kerja meliputi", ",", ".", "(", ")", "\n", "“", "”", "-", ":", "als",
    ]
)  # fmt: skip
"""Pieces of true sentences: put together in any order they reach every reader with what it does not expect."""
TEXTS = (
    st.text(alphabet=st.characters(exclude_categories=()), max_size=150)
    | st.lists(PIECES | st.text(max_size=5), max_size=40).map(" ".join)
    | st.lists(PIECES, max_size=25).map(lambda pieces: " ".join(pieces).upper())
)
KINDS = st.sampled_from([None, "news", "release", "verdict"])
PUBLISHED = st.sampled_from([None, "2025", "2025-09", "2024-02-29"])


def spans(extraction: Extraction) -> list[tuple[int, int, str]]:
    """Every mention and every piece of evidence."""
    said = [each for claim in extraction.claims for each in claim.evidence]
    said += [each for entity in extraction.entities for part in entity.evidence.values() for each in part]
    mentions = [each for entity in extraction.entities for each in entity.mentions]
    return [(each.start, each.end, each.text) for each in [*said, *mentions]]


@given(TEXTS, KINDS, PUBLISHED)
@settings(max_examples=500, deadline=None)
def test_any_text_is_read_and_every_span_slices_it(text: str, kind: str | None, day: str | None) -> None:
    """Extraction raises on no text, and mentions, evidence and protected names are its own words."""
    found = extract(Document(text, kind=kind, published_on=day))
    assert [span for span in spans(found) if span[2] != text[span[0] : span[1]] or not span[2]] == []
    assert [each for each in found.protected if not 0 <= each.start < each.end <= len(text)] == []


@given(TEXTS, KINDS, PUBLISHED)
@settings(max_examples=200, deadline=None)
def test_the_same_text_gives_the_same_extraction(text: str, kind: str | None, day: str | None) -> None:
    """Reading a document twice gives equal extractions."""
    document = Document(text, kind=kind, published_on=day)
    assert extract(document) == extract(document)


@given(TEXTS, KINDS)
@settings(max_examples=200, deadline=None)
def test_ids_are_unique_and_claims_join_entities(text: str, kind: str | None) -> None:
    """Entities are numbered without gaps, claims join two different ones, and confidence is a share."""
    found = extract(Document(text, kind=kind))
    ids = [entity.id for entity in found.entities]
    assert [f"e{number + 1}" for number in range(len(ids))] == ids
    for claim in found.claims:
        assert {claim.start, claim.end} <= set(ids)
        assert claim.start != claim.end
        assert 0 < claim.confidence <= 1
        assert claim.rule


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_no_mention_touches_a_protected_name(text: str) -> None:
    """A protected name is in no mention of an entity."""
    found = extract(Document(text))
    assert [
        (mention, each)
        for entity in found.entities
        for mention in entity.mentions
        for each in found.protected
        if mention.start < each.end and each.start < mention.end
    ] == []


@given(st.lists(st.tuples(TEXTS, st.booleans()), max_size=4))
@settings(max_examples=200, deadline=None)
def test_furniture_yields_nothing(lines: list[tuple[str, bool]]) -> None:
    """Nothing is read from lines that are marked as furniture, wherever they stand."""
    text, furniture = "", []
    for line, marked in lines:
        if marked:
            furniture.append(Span(len(text), len(text) + len(line)))
        text += line + "\n"
    found = extract(Document(text, furniture=tuple(furniture)))
    read_from = [(start, end) for start, end, _ in spans(found)] + [(p.start, p.end) for p in found.protected]
    assert [
        (start, part)
        for start, end in read_from
        for part in furniture
        if max(start, part.start) < min(end, part.end)
    ] == []
