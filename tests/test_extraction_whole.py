"""Extraction as a whole: what it says stands in the document, in the words of the schema, and not in furniture."""

from __future__ import annotations

import pytest
from invented import DECISION, RELEASE, TEASER, names, read, release

from graph.model import Document, Extraction, Span
from graph.schema import load_schema
from ingest.extraction.extract import extract


@pytest.mark.parametrize("found", [release(), read(DECISION, kind="verdict")], ids=["release", "decision"])
def test_every_claim_has_evidence_that_is_a_sentence(found: Extraction) -> None:
    """Claims rest on whole sentences of the document, in their order and each once."""
    assert found.claims
    for claim in found.claims:
        assert claim.evidence
        assert sorted({e.start for e in claim.evidence}) == [e.start for e in claim.evidence]
        for each in claim.evidence:
            assert each.text == found.document.text[each.start : each.end]
            assert "\n" not in each.text


@pytest.mark.parametrize("found", [release(), read(DECISION, kind="verdict")], ids=["release", "decision"])
def test_properties_and_claims_are_those_of_the_vocabulary(found: Extraction) -> None:
    """Labels, types and the labels that a type joins are those of the schema."""
    schema = load_schema()
    label = {entity.id: entity.label for entity in found.entities}
    assert set() == set(label.values()) - set(schema.nodes)
    for claim in found.claims:
        kind = schema.relationships[claim.type]
        assert (label[claim.start], label[claim.end]) in kind.between
        assert set() == set(claim.properties) - set(kind.properties)
    for entity in found.entities:
        assert set() == set(entity.properties) - set(schema.nodes[entity.label].properties)


def test_a_teaser_adds_nothing() -> None:
    """What only the teaser names is in no entity."""
    everything = names(release(), "Agency") + names(release(), "Location")
    assert not {"Polda Sulawesi Selatan", "Makassar"} & set(everything)


def test_without_the_mark_the_teaser_would_be_read() -> None:
    """The teaser is left out because it is furniture, not because nothing could be read from it."""
    assert "Polda Sulawesi Selatan" in names(read(RELEASE), "Agency")
    assert TEASER in RELEASE


def test_a_document_without_text_gives_nothing() -> None:
    """An empty document, and one of furniture alone, have no entities and no claims."""
    for document in (Document(""), Document(" \n\n "), Document(TEASER, furniture=(Span(0, len(TEASER)),))):
        assert Extraction(document) == extract(document)


def test_other_languages_raise_nothing() -> None:
    """A text in another language and script is read without harm."""
    assert names(read("警察は十四人を保護した。\nПолиция задержала двоих. The police came."), "Suspect") == []
