"""The demo case is sound in itself: its documents, and the graph written by hand beside them."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import json
import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from lokal import wilayah

from graph.schema import load_schema

DEMO = Path(__file__).parent.parent / "tppo" / "demo"
DOCUMENTS = DEMO / "documents"
EXPECTED: dict[str, Any] = yaml.safe_load((DEMO / "expected.yaml").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = EXPECTED["documents"]
NODES: dict[str, dict[str, Any]] = {node["key"]: node for node in EXPECTED["nodes"]}
RELATIONSHIPS: list[dict[str, Any]] = EXPECTED["relationships"]
KEYS = [entry["key"] for entry in ENTRIES]

WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
WEEKDAY = "|".join(WEEKDAYS)
NUMERIC_DATE = re.compile(rf"({WEEKDAY}) \((\d\d?)/(\d\d?)(?:/(\d{{4}}))?\)")
WRITTEN_DATE = re.compile(rf"({WEEKDAY}),? (?:tanggal )?(\d\d?) ({'|'.join(MONTHS)}) (\d{{4}})")
RANKED = re.compile(
    r"(?:Ipda|Iptu|AKP|Kompol|AKBP|(?:Kombes|Brigjen|Irjen) Pol|(?:Letda|Letkol|Kolonel) Laut \(P\))"
    r" ([A-Z]\w+(?: [A-Z]\w+)*)"
)
# Public office holders of these years, by the first 8 digits of the SHA-256 of the name in small letters.
HOLDERS = (
    "007bfd48", "043d0e26", "0f5d9781", "1ac789b2", "1e974a6f", "260fa5b1", "2ed5a09e", "39e128d6",
    "40028527", "480c5356", "485aeeae", "57b8cc55", "581758b5", "716346ba", "8f547215", "9026aab6",
    "a0592e8b", "ca7314fa", "ce912bc5", "d681b0d2", "d962ca57", "ea5b0128", "f3ef4d91", "f6172c43",
)  # fmt: skip


@cache
def text_of(key: str) -> str:
    """The words of a document: a line's text (.jsonl), the page without its tags, or the whole file."""
    entry = next(entry for entry in ENTRIES if entry["key"] == key)
    raw: str = (DOCUMENTS / entry["file"]).read_text(encoding="utf-8")
    if "line" in entry:
        return str(json.loads(raw.splitlines()[entry["line"] - 1])["text"])
    if entry["file"].endswith(".html"):
        return html.unescape(re.sub(r"<[^>]+>", "", raw.split("<body>")[1]))
    return raw


def every(value: Any) -> list[Any]:
    """The alternatives of a value of expected.yaml: a list is "any of these"."""
    return value if isinstance(value, list) else [value]


def label_of(key: str) -> str:
    """The label of the node or document with this key."""
    return "Article" if key in KEYS else str(NODES[key]["label"])


def kinds(relationship: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Every (type, start label, end label) that a line of expected.yaml allows."""
    starts = [label_of(key) for key in every(relationship["start"])]
    ends = [label_of(key) for key in every(relationship["end"])]
    return list(product(every(relationship["type"]), starts, ends))


def place_names() -> list[tuple[str, str]]:
    """(Kemendagri code, name) of every place that has one."""
    return [
        (node["id"], every(node["name"])[0])
        for node in NODES.values()
        if node["label"] == "Location" and re.fullmatch(r"[\d.]+", node.get("id", ""))
    ]


def test_every_file_is_listed_once_and_in_order() -> None:
    """The files of the folder are the files of expected.yaml, sorted as the world goes on."""
    assert sorted(path.name for path in DOCUMENTS.iterdir()) == list(
        dict.fromkeys(e["file"] for e in ENTRIES)
    )
    assert sorted(entry["published_on"] for entry in ENTRIES) == [entry["published_on"] for entry in ENTRIES]


def test_keys_are_unique() -> None:
    """No key names two things."""
    keys = KEYS + [node["key"] for node in EXPECTED["nodes"]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("key", KEYS)
def test_title_and_publication_stand_in_the_document(key: str) -> None:
    """A reader finds title, publisher and date where real pages have them."""
    entry = next(entry for entry in ENTRIES if entry["key"] == key)
    raw = (DOCUMENTS / entry["file"]).read_text(encoding="utf-8")
    day = dt.date.fromisoformat(entry["published_on"])
    dates = (entry["published_on"], f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    assert any(title in " ".join(text_of(key).split()) for title in every(entry["title"]))
    assert any(publisher in raw for publisher in every(entry["publisher"]))
    assert any(date in raw for date in dates)
    assert entry.get("url", "") in raw


@pytest.mark.parametrize("key", KEYS)
def test_length_is_that_of_its_kind(key: str) -> None:
    """News and releases have 100 to 350 words, the judgment 500 to 800."""
    entry = next(entry for entry in ENTRIES if entry["key"] == key)
    low, high = (500, 800) if entry["kind"] == "verdict" else (100, 350)
    assert low <= len(text_of(key).split()) <= high


@pytest.mark.parametrize("relationship", RELATIONSHIPS, ids=lambda r: f"{r['type']}-{r['start']}-{r['end']}")
def test_every_fragment_stands_in_its_document(relationship: dict[str, Any]) -> None:
    """Each expected relationship has evidence, all of it exact parts of the documents, on one line."""
    assert relationship["evidence"]
    assert [e for e in relationship["evidence"] if e["fragment"] not in text_of(e["document"])] == []
    assert not any("\n" in e["fragment"] for e in relationship["evidence"])


@pytest.mark.parametrize("furniture", EXPECTED["absent"]["furniture"], ids=lambda f: f["fragment"][:30])
def test_furniture_stands_in_its_document(furniture: dict[str, str]) -> None:
    """What must not be read is really there to be misread, and is nobody's evidence."""
    evidence = [e["fragment"] for r in RELATIONSHIPS for e in r["evidence"]]
    assert furniture["fragment"] in text_of(furniture["document"])
    assert not any(furniture["fragment"] in fragment for fragment in evidence)


def test_relationships_join_what_the_schema_lets_them_join() -> None:
    """Every type, pair of labels and property of the expected relationships is in the schema."""
    known = load_schema().relationships
    wrong = [
        kind
        for relationship in RELATIONSHIPS
        for kind in kinds(relationship)
        if kind[1:] not in known[kind[0]].between
        or not set(relationship.get("properties", {})) <= set(known[kind[0]].properties)
    ]
    assert wrong == []


def test_values_are_among_the_choices_of_the_schema() -> None:
    """Kinds, roles and statuses are words of the schema, and every property of a node is its label's."""
    wrong = []
    parts = [
        (n["key"], load_schema().nodes[n["label"]].properties, n.get("properties", {}))
        for n in NODES.values()
    ]
    types = [
        (
            str(r["start"]),
            load_schema().relationships[every(r["type"])[0]].properties,
            r.get("properties", {}),
        )
        for r in RELATIONSHIPS
    ]
    for where, known, given in parts + types:
        for name, value in given.items():
            choices = known[name].choices
            wrong += [(where, name, v) for v in every(value) if choices and v not in choices]
    assert wrong == []


def test_the_protected_stand_in_exactly_the_documents_that_say_so() -> None:
    """A protected name stands in the documents that list it and in no other, and in no node or evidence."""
    for name in {p["name"] for entry in ENTRIES for p in entry["protected"]}:
        listed = [entry["key"] for entry in ENTRIES if name in {p["name"] for p in entry["protected"]}]
        assert [key for key in KEYS if re.search(rf"\b{name}\b", text_of(key))] == listed
        shown = json.dumps([EXPECTED["nodes"], RELATIONSHIPS], ensure_ascii=False)
        assert not re.search(rf"\b{name}\b", shown)
    assert {n for n in EXPECTED["absent"]["names"] if not any(n in text_of(key) for key in KEYS)} == set()


def test_weekdays_agree_with_the_calendar() -> None:
    """Every weekday printed beside a date is that date's (of the document's year where it has none)."""
    wrong = []
    for entry in ENTRIES:
        text = text_of(entry["key"])
        dates = [
            (m[1], int(m[4] or entry["published_on"][:4]), int(m[3]), int(m[2]))
            for m in NUMERIC_DATE.finditer(text)
        ]
        dates += [(m[1], int(m[4]), MONTHS.index(m[3]) + 1, int(m[2])) for m in WRITTEN_DATE.finditer(text)]
        wrong += [
            (entry["key"], *date) for date in dates if WEEKDAYS[dt.date(*date[1:]).weekday()] != date[0]
        ]
    assert wrong == []


@pytest.mark.parametrize(("code", "name"), place_names())
def test_places_have_their_official_codes(code: str, name: str) -> None:
    """The Kemendagri code of a place is that of the area with this name."""
    bare = re.compile(r"^(?:Kabupaten|Kota|Kecamatan|Desa) ")
    assert bare.sub("", wilayah.wilayah_name(code) or "") == bare.sub("", name)


def test_parts_add_up_but_for_the_release_that_contradicts_itself() -> None:
    """Men, women and children make the total, but in the one release that is meant to be wrong."""
    wrong = []
    for relationship in RELATIONSHIPS:
        counts = relationship.get("properties", {})
        parts = [
            counts[f"victims_{part}"] for part in ("men", "women", "children") if f"victims_{part}" in counts
        ]
        if parts and sum(parts) != counts["victims_total"]:
            wrong.append((relationship["end"], counts["victims_total"], sum(parts)))
    assert wrong == [("d04", 86, 88)]


def test_two_outlets_disagree_and_documents_without_incident_have_none() -> None:
    """14 stands against 12 for one incident, and nothing is reported in the documents that tell of none."""
    told = {
        r["end"]: r["properties"]
        for r in RELATIONSHIPS
        if r["type"] == "REPORTED_IN" and r["start"] == "tunon-taka"
    }
    assert (told["d06"]["victims_total"], told["d07"]["victims_total"], told["d08a"]["victims_total"]) == (
        12,
        14,
        12,
    )
    assert {r["end"] for r in RELATIONSHIPS if r["type"] == "REPORTED_IN"} & set(
        EXPECTED["absent"]["no_incident"]
    ) == set()


def test_everybody_with_a_rank_is_of_the_invented_cast() -> None:
    """Every name behind a rank is an expected official, and no office holder of these years appears."""
    cast = {node["name"] for node in NODES.values() if node["label"] == "Official"}
    full = {name for key in KEYS for name in RANKED.findall(text_of(key)) if " " in name}
    assert {name for name in full if name.title() not in cast} == set()
    words = " ".join(text_of(key) for key in KEYS).lower().replace(",", " ").split()
    runs = {" ".join(words[at : at + size]) for size in (2, 3) for at in range(len(words))}
    assert {run for run in runs if hashlib.sha256(run.encode()).hexdigest()[:8] in HOLDERS} == set()


def test_every_official_and_vessel_stands_in_a_document() -> None:
    """Each name of an official or a vessel is in the texts as it is in the graph."""
    everything = " ".join(text_of(key) for key in KEYS).lower()
    named = [node for node in NODES.values() if node["label"] in ("Official", "Vessel")]
    assert [n["key"] for n in named if not any(name.lower() in everything for name in every(n["name"]))] == []
