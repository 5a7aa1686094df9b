"""The interchange object and extraction over many documents."""

from __future__ import annotations

import json

import pytest
from invented import DECISION, RELEASE, read, release

from graph.model import Document
from ingest.batch import extract_all
from ingest.extraction.extract import extract
from ingest.interchange import interchange

VICTIMS = ("Melati", "Sapurna", "NT (23)")


def test_the_object_has_its_three_parts() -> None:
    """Article, entities and relationships have the fields that other programs read."""
    found = interchange(release())
    assert list(found) == ["article", "entities", "relationships"]
    assert {
        "title": "Polres Nunukan Gagalkan Keberangkatan 14 CPMI ke Tawau",
        "publisher": "Warta Batas",
        "published_on": "2025-09-17",
        "url": "https://example.org/warta/14-cpmi",
        "kind": "news",
        "language": "id",
        "sha256": Document(RELEASE).sha256,
    } == found["article"]
    assert {("id", "label", "name", "aliases", "properties", "mentions")} == {
        tuple(e) for e in found["entities"]
    }
    assert {("type", "start", "end", "properties", "evidence", "rule", "confidence")} == {
        tuple(each) for each in found["relationships"]
    }
    assert {("start", "end", "text")} == {tuple(s) for e in found["relationships"] for s in e["evidence"]}


def test_the_object_is_json() -> None:
    """The object is what JSON gives back."""
    found = interchange(release())
    assert found == json.loads(json.dumps(found))


def test_a_certain_identity_is_a_property() -> None:
    """What links an entity outside the document stands among its properties as `id`."""
    found = {e["name"]: e["properties"] for e in interchange(release())["entities"]}
    assert (
        found["Polres Nunukan"]["id"],
        found["Pelabuhan Tunon Taka"]["id"],
    ) == ("polres:65.03", "port:pelabuhan-tunon-taka")
    assert "id" not in found["HR"]


@pytest.mark.parametrize("name", VICTIMS)
def test_protected_names_stand_in_no_field(name: str) -> None:
    """The object has no victim's name in any text, and signs in their place."""
    written = json.dumps(interchange(release()), ensure_ascii=False)
    assert name not in written
    assert "[korban 2]" in written


def test_unmasked_the_words_are_those_of_the_document() -> None:
    """Without the mask every mention and every sentence is the document's own text."""
    found = interchange(release(), masked=False)
    parts = [m for e in found["entities"] for m in e["mentions"]]
    parts += [s for each in found["relationships"] for s in each["evidence"]]
    assert [RELEASE[part["start"] : part["end"]] for part in parts] == [part["text"] for part in parts]
    assert "Korban Melati Sapurna" in json.dumps(found)


def test_masked_and_unmasked_have_the_same_places() -> None:
    """The mask changes words, not offsets, and adds or drops no entity that is shown by right."""
    masked, whole = interchange(release()), interchange(release(), masked=False)
    assert [e["id"] for e in whole["entities"]] == [e["id"] for e in masked["entities"]]
    assert [[(s["start"], s["end"]) for s in e["evidence"]] for e in whole["relationships"]] == [
        [(s["start"], s["end"]) for s in e["evidence"]] for e in masked["relationships"]
    ]


def test_a_witness_of_a_decision_is_masked() -> None:
    """Witnesses in a decision are masked in its evidence too, the officer who testifies is not."""
    written = json.dumps(interchange(read(DECISION, kind="verdict")), ensure_ascii=False)
    assert not {"MARWAH", "HASNAWATI"} & set(written.split())
    assert "Sefti Rundubelo" in written


def test_ways_and_areas_are_left_to_the_reader() -> None:
    """ROUTE_TO and COVERS are read by extraction and are no part of the interchange."""
    found = read(
        "Kapal itu berlayar dari Nunukan menuju Tawau. Wilayah kerja P4MI Nunukan meliputi Tarakan. "
        "P4MI Nunukan, yang wilayah kerjanya meliputi Tarakan, ikut menjaga."
    )
    assert {"ROUTE_TO", "COVERS"} <= {claim.type for claim in found.claims}
    assert set() == {"ROUTE_TO", "COVERS"} & {each["type"] for each in interchange(found)["relationships"]}


def many() -> list[Document]:
    """Thirty small documents, each different."""
    return [
        Document(
            f"Polres Nunukan menggagalkan keberangkatan {number} CPMI, {number} Mei 2025. "
            f"Korban Melati Sapurna ({number + 10}) diperiksa AKP Bonar Tuwaidan, S.H., Kasat Reskrim Polres Nunukan.",
            published_on="2025-06-01",
        )
        for number in range(1, 31)
    ]


def test_two_processes_give_what_one_gives() -> None:
    """Extraction by two processes gives equal extractions, in the order of the documents."""
    documents = many()
    found = list(extract_all(documents, jobs=2))
    assert [extract(document) for document in documents] == found
    assert documents == [each.document for each in found]


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_a_few_documents_are_read_in_order(jobs: int | None) -> None:
    """One, few or no documents come out as they went in."""
    documents = many()[:3]
    assert [extract(document) for document in documents] == list(extract_all(documents, jobs))
    assert list(extract_all([], jobs)) == []
