"""An invented document scored by hand: every figure is counted here, not by the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest.evaluation import EvaluationError, read_gold, scores_of
from ingest.evaluation.gold import gold_of
from ingest.evaluation.keys import hashed, keys, without_rank
from ingest.evaluation.leaks import leaked
from ingest.evaluation.matching import match
from ingest.evaluation.predictions import prediction_of
from ingest.evaluation.report import as_object, misses
from ingest.evaluation.values import Scores, Thing

SUSPECT = "Jemi Tahulending"
VICTIMS = ("Welmince Baloe", "Yosina Nubatonis")


def named(key: str, label: str, name: str, **more: Any) -> dict[str, Any]:
    """An entity of the gold."""
    return {"key": key, "label": label, "name": name, "surfaces": [name], "properties": {}, **more}


def tie(kind: str, start: str, end: str, *evidence: str) -> dict[str, Any]:
    """A relationship of either side."""
    return {
        "type": kind, "start": start, "end": end,
        "evidence": [{"start": 0, "end": len(e), "text": e} for e in evidence],
    }  # fmt: skip


GOLD = {
    "entities": [
        named("off", "Official", "Rusdin Malaparang"),
        named("pol", "Agency", "Polres Nunukan"),
        named("bp", "Agency", "BP3MI Kalimantan Utara"),
        named("loc", "Location", "Kabupaten Nunukan"),
        named("sus", "Suspect", hashed(SUSPECT), properties={"age": 41}),
        named("law", "Law", "UU 21/2007 Pasal 4"),
        named("inc", "Incident", "", properties={
            "kind": "trafficking", "date": "2025-09-15", "victims_total": 5, "victims_women": 3}),
        named("other", "Agency", "Polres Sikka", properties={"teaser": True}),
    ],
    "relationships": [
        tie("HOLDS_POSITION", "off", "pol"), tie("HANDLED_BY", "inc", "pol"), tie("HANDLED_BY", "inc", "bp"),
        tie("SUSPECTED_IN", "sus", "inc"), tie("OCCURRED_AT", "inc", "loc"), tie("PART_OF", "other", "pol"),
    ],
    "protected_names": [VICTIMS[0], hashed(VICTIMS[1]), "AB"],
}  # fmt: skip


def seen(key: str, label: str, name: str, **properties: Any) -> dict[str, Any]:
    """An entity of the interchange format."""
    return {"id": key, "label": label, "name": name, "aliases": [], "properties": properties, "mentions": []}


READ = {
    "entities": [
        seen("e1", "Official", "Kompol Rusdin Malaparang"),
        seen("e2", "Agency", "Polres Nunukan"),
        seen("e3", "Agency", "Polda Kalimantan Utara"),
        seen("e4", "Location", "Nunukan"),
        seen("e5", "Suspect", "JEMI TAHULENDING"),
        seen("e6", "Law", "UU No. 21/2007 Pasal 4"),
        seen("e7", "Incident", "TPPO", kind="trafficking", date="2025-09-16", victims_total="5", victims_children=1),
        seen("e8", "Agency", "Polres Sikka"),
        seen("e9", "Article", "Lima CPMI diselamatkan"),
    ],
    "relationships": [
        tie("HOLDS_POSITION", "e1", "e2", "Kasat Reskrim Polres Nunukan AB"),
        tie("HANDLED_BY", "e7", "e2", "Polres Nunukan menolong Welmince BALOE."),
        tie("HANDLED_BY", "e7", "e3", "Ibu Yosina\u00a0Nubatonis melapor."),
        tie("SUSPECTED_IN", "e5", "e7"),
        tie("WITHIN", "e4", "e4"),
    ],
}  # fmt: skip


def figures(precision: float, recall: float, f1: float, gold: int) -> dict[str, float]:
    """A row of the report."""
    return {"precision": precision, "recall": recall, "f1": f1, "gold": gold}


def scored(gold: dict[str, Any], *read: dict[str, Any]) -> Scores:
    """The scores of one document, read as given or not at all."""
    return scores_of([gold_of(Path("news-01.json"), gold)], [prediction_of(read[0])] if read else [None])


def test_an_invented_document_gets_the_figures_counted_by_hand() -> None:
    """Entities, relationships, slots, leaks and missing evidence are counted as the rules say."""
    all_right = figures(1.0, 1.0, 1.0, 1)
    expected = {
        "documents": 1, "missing": 0, "leaked_protected_names": 2, "relationships_without_evidence": 1,
        "entities": {
            "Agency": figures(0.5, 0.5, 0.5, 2), "Incident": all_right, "Law": all_right, "Location": all_right,
            "Official": all_right, "Suspect": all_right, "MICRO": figures(0.857, 0.857, 0.857, 7),
        },
        "relationships": {
            "HANDLED_BY": figures(0.5, 0.5, 0.5, 2), "HOLDS_POSITION": all_right, "SUSPECTED_IN": all_right,
            "OCCURRED_AT": figures(0.0, 0.0, 0.0, 1), "MICRO": figures(0.75, 0.6, 0.667, 5),
        },
        "incident_slots": {
            "date": figures(0.0, 0.0, 0.0, 1), "kind": all_right, "victims_total": all_right,
            "victims_children": figures(0.0, 0.0, 0.0, 0), "victims_women": figures(0.0, 0.0, 0.0, 1),
            "MICRO": figures(0.5, 0.5, 0.5, 4),
        },
    }  # fmt: skip
    assert expected == as_object(scored(GOLD, READ))


def test_the_list_of_misses_names_no_private_person() -> None:
    """What is missed, extra, leaked or without evidence is told; a person known by a hash is told by the key."""
    expected = [
        ("missed", "Agency", "BP3MI Kalimantan Utara"),
        ("extra", "Agency", "Polda Kalimantan Utara"),
        ("missed", "HANDLED_BY", "inc → BP3MI Kalimantan Utara"),
        ("missed", "OCCURRED_AT", "inc → Kabupaten Nunukan"),
        ("extra", "HANDLED_BY", "inc → Polda Kalimantan Utara"),
        ("missed", "date", "inc: 2025-09-15"),
        ("extra", "date", "inc: 2025-09-16"),
        ("missed", "victims_women", "inc: 3"),
        ("extra", "victims_children", "inc: 1"),
        ("leaked", "protected name", "number 1 of the gold's list"),
        ("leaked", "protected name", "number 2 of the gold's list"),
        ("without evidence", "relationship", "SUSPECTED_IN sus → inc"),
    ]
    lines = misses(scored(GOLD, READ))["news-01"]
    assert expected == [(line["what"], line["of"], line["text"]) for line in lines]


@pytest.mark.parametrize("name", [SUSPECT, *VICTIMS])
def test_an_extra_that_is_a_private_person_is_hidden(name: str) -> None:
    """A victim or suspect read under a wrong label is listed, but not by name."""
    read = {"entities": [seen("e1", "Official", f"Ibu {name}")], "relationships": []}
    texts = [each.text for each in scored(GOLD, read).documents[0].entities if each.what == "extra"]
    assert texts == ["[protected name]"]


def test_without_a_prediction_all_of_the_gold_is_missed() -> None:
    """A document that was not read counts as empty and is named."""
    scores = scored(GOLD)
    assert (["news-01"], figures(0.0, 0.0, 0.0, 7)) == (
        scores.missing,
        as_object(scores)["entities"]["MICRO"],
    )


def test_persons_are_known_without_rank_and_by_hash() -> None:
    """Rank, titles, capitals and points before a person's name make no other person; ranks alone stay."""
    assert without_rank("Kombes Pol. Dr. H. RUSDIN  Malaparang") == "rusdin malaparang"
    assert without_rank("Brigadir Polisi") == "brigadir polisi"
    assert hashed("AKP Jemi Tahulending") in keys("Suspect", [SUSPECT])
    assert hashed(SUSPECT) not in keys("Agency", [SUSPECT])


def test_laws_are_known_however_they_are_printed() -> None:
    """ "Undang-Undang Nomor 21 Tahun 2007" is "UU 21/2007"; another paragraph is another law."""
    long = keys("Law", ["Undang-Undang RI Nomor 21 Tahun 2007 Pasal 2 ayat (1)"])
    assert long & keys("Law", ["UU 21/2007 Pasal 2 ayat (1)"])
    assert not long & keys("Law", ["UU 21/2007 Pasal 2 ayat (2)"])


def test_a_thing_is_matched_once_and_with_its_own_name_first() -> None:
    """Of two that share a surface, the one whose name agrees is taken, and the other stays free."""
    gold = [Thing("unit", "Agency", "Satreskrim Polres Nunukan", ("Satreskrim Polres Nunukan", "Polres")),
            Thing("pol", "Agency", "Polres Nunukan", ("Polres Nunukan", "Polres"))]  # fmt: skip
    read = [Thing("e1", "Agency", "Polres Nunukan", ("Polres Nunukan", "Polres")),
            Thing("e2", "Agency", "Polres", ("Polres",))]  # fmt: skip
    assert match(gold, read) == {"pol": "e1", "unit": "e2"}
    assert match(gold, read[:1]) == {"pol": "e1"}


def test_incidents_are_matched_by_what_is_said_of_them() -> None:
    """More equal slots come first, then the same place in the telling."""
    gold = [Thing("first", "Incident", "", (), {"kind": "rescue", "date": "2025-09-15"}),
            Thing("second", "Incident", "", (), {"kind": "arrest"})]  # fmt: skip
    read = [Thing("e1", "Incident", "", (), {"kind": "arrest"}), Thing("e2", "Incident", "", (), {})]
    assert match(gold, read) == {"second": "e1", "first": "e2"}
    assert match(gold, read[::-1]) == {"first": "e2", "second": "e1"}


def test_leaks_are_whole_words_of_four_letters_or_more() -> None:
    """Part of a word and initials in clear are no leak; a name of up to five words is found by its hash."""
    five = "Maria Yosina Adelheid Bano Nubatonis"
    assert leaked([VICTIMS[0], "Baloe Welmince", hashed(five)], f"({VICTIMS[0].upper()}, {five})") == (1, 3)
    assert leaked([VICTIMS[0], "AB", hashed(five)], "Welmince Baloema, AB, Yosina Adelheid Bano") == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "Cannot read"),
        ("[]", "no JSON object"),
        ('{"entities": []}', "'relationships'"),
        ('{"entities": [{"key": "a"}], "relationships": []}', "'label'"),
        ('{"entities": [{"key": 1, "label": "Law"}], "relationships": []}', "1 is no text"),
    ],
)
def test_a_file_that_is_no_annotation_is_named(tmp_path: Path, content: str, told: str) -> None:
    """The file, what is wrong and the cure are told."""
    path = tmp_path / "news-01.json"
    path.write_text(content, "utf-8")
    with pytest.raises(EvaluationError) as caught:
        read_gold(tmp_path)
    message = str(caught.value)
    assert (str(path) in message, told in message, bool(caught.value.cure)) == (True, True, True)
