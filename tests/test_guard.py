"""The last guard of private people, and the tidying of what the tagger marks."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from graph.model import Document
from ingest.extraction.entities.sameness import abbreviates
from ingest.extraction.extract import extract
from ingest.extraction.models.learned import before_address
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.text import prepare
from ingest.reading import read_paths

RELEASE = (
    "NUNUKAN - Polres Nunukan menggagalkan pengiriman dua calon pekerja migran ilegal, Senin (3/2/2025). "
    "Kapolres Nunukan AKBP Damar Suryaputra menyampaikan hal itu di Mapolres Nunukan. "
    "{} "
    "Polisi menyita dua paspor dan satu telepon genggam. "
    "Kasus ini ditangani Satreskrim Polres Nunukan. "
    "Berkas perkara akan dilimpahkan ke kejaksaan pekan depan."
)


def protected_in(sentence: str) -> set[str]:
    """The protected names that are found in the release with one more sentence."""
    text = RELEASE.format(sentence)
    return {text[p.start : p.end] for p in extract(Document(text)).protected}


@pytest.mark.parametrize(
    "sentence",
    [
        '"Kami dijanjikan gaji besar di Tawau," ucap Wulanjati di kantor Polres Nunukan.',
        "Wulanjati mengaku dibujuk untuk menyeberang ke Tawau dari Nunukan.",
        "Di Nunukan itu ada pula Fitriani yang menangis saat ditanya petugas.",
    ],
)
def test_a_person_whom_nothing_else_explains_is_protected(sentence: str) -> None:
    """A speaker without an office, and a bare given name, are protected."""
    assert protected_in(sentence) & {"Wulanjati", "Fitriani"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rumah di Jalan Hasanuddin itu milik Polres Nunukan sejak 2024.",
        '"Kami masih menyelidiki," ujar Kapolres.',
    ],
)
def test_roads_and_titles_are_no_people(sentence: str) -> None:
    """An address with a given name and a title after a word of saying stay as they are."""
    assert not protected_in(sentence)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KPU", "Komisi Pemilihan Umum", True),
        ("Komisi Pemilihan Umum (KPU)", "KPU", True),
        ("KPK", "Komisi Pemilihan Umum", False),
        ("Polres", "Polisi Resor", False),
        ("DU", "Dinas Umum", False),
        ("Dinas LH Tarakan", "Dinas Lingkungan Hidup Tarakan", True),
        ("DPD IKB", "Dewan Pimpinan Daerah Ikatan Keluarga Bugis (DPD IKB)", True),
        ("Dinas LH Tarakan", "Dinas Lingkungan Hidup Nunukan", False),
    ],
)
def test_an_abbreviation_is_of_the_initials(one: str, other: str, same: bool) -> None:
    """Capital letters, each the first of a word: three or more of a whole name, two or more of a part."""
    assert abbreviates(one, other) is same


@pytest.mark.parametrize(
    ("written_place", "kept"),
    [
        ("Hotel Dermaga Jalan Yos Sudarso", "Hotel Dermaga"),
        ("Dusun Karang RT.001", "Dusun Karang"),
        ("Jalan Yos Sudarso", "Jalan Yos Sudarso"),
    ],
)
def test_the_name_of_a_place_ends_before_its_address(written_place: str, kept: str) -> None:
    """A place is named without the road after it; a road keeps its name."""
    tokens = list(prepare(Document(written_place)).sentences[0].tokens)
    found = before_address(tokens)
    assert written_place[found[0].start : found[-1].end] == kept


def test_no_place_of_the_demo_is_a_common_noun() -> None:
    """The tagger takes "Kapal" for a place in one of the demo documents; a word that names no place alone is none."""
    folder = Path(str(files("tppo") / "demo" / "documents"))
    documents = [each for each in read_paths([folder]) if isinstance(each, Document)]
    places = {e.name.lower() for d in documents for e in extract(d).entities if e.label == "Location"}
    assert "tawau" in places
    assert not places & words("empty_places")
