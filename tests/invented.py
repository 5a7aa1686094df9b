"""Invented sentences are read with these helpers; what came out is told in names, never in entity ids."""

from __future__ import annotations

from typing import Any, TypeAlias

from graph.model import Document, Entity, Extraction, Span, Value
from ingest.extraction.extract import extract
from ingest.extraction.words.text import Page, prepare

Told: TypeAlias = tuple[str, str, str, dict[str, Value]]
"""A claim: name of its start, type, name of its end, properties."""


def read(text: str, **fields: Any) -> Extraction:
    """The extraction of a text; `fields` are those of `Document`."""
    return extract(Document(text, **fields))


def page(text: str, **fields: Any) -> Page:
    """The sentences and tokens of a text."""
    return prepare(Document(text, **fields))


def sentences(text: str, **fields: Any) -> list[str]:
    """The sentences of a text."""
    return [sentence.text for sentence in page(text, **fields).sentences]


def tokens(text: str) -> list[str]:
    """The tokens of a text."""
    return [token.text for sentence in page(text).sentences for token in sentence.tokens]


def entities(extraction: Extraction, label: str) -> list[Entity]:
    """The entities with a label, in the order of the text."""
    return [entity for entity in extraction.entities if entity.label == label]


def names(extraction: Extraction, label: str) -> list[str]:
    """The names of the entities with a label, in the order of the text."""
    return [entity.name for entity in entities(extraction, label)]


def links(extraction: Extraction, label: str) -> dict[str, str | None]:
    """Name and certain identity of the entities with a label."""
    return {entity.name: entity.link for entity in entities(extraction, label)}


def the(extraction: Extraction, label: str, name: str | None = None) -> Entity:
    """The one entity with a label (and name)."""
    (found,) = (e for e in entities(extraction, label) if name is None or e.name == name)
    return found


def incident(extraction: Extraction) -> dict[str, Value]:
    """The properties of the one incident."""
    return dict(the(extraction, "Incident").properties)


def told(extraction: Extraction, kind: str) -> list[Told]:
    """The claims of a type, in the order of their evidence."""
    by_id = {entity.id: entity.name for entity in extraction.entities}
    return [
        (by_id[claim.start], claim.type, by_id[claim.end], dict(claim.properties))
        for claim in extraction.claims
        if claim.type == kind
    ]


def ends(extraction: Extraction, kind: str) -> list[str]:
    """The names at the end of the claims of a type."""
    return [end for _, _, end, _ in told(extraction, kind)]


def offices(extraction: Extraction) -> set[tuple[str, Value, str]]:
    """Who holds which title where."""
    return {(who, said["title"], where) for who, _, where, said in told(extraction, "HOLDS_POSITION")}


def parts_of(extraction: Extraction) -> set[tuple[str, str]]:
    """Which agency is part of which."""
    return {(start, end) for start, _, end, _ in told(extraction, "PART_OF")}


def protected(extraction: Extraction) -> list[tuple[str, str]]:
    """Every protected span: its text and its role."""
    text = extraction.document.text
    return [(text[each.start : each.end], each.role) for each in extraction.protected]


RELEASE = """Polres Nunukan Gagalkan Keberangkatan 14 CPMI ke Tawau

Rabu, 17 September 2025

NUNUKAN, Warta Batas – Satreskrim Polres Nunukan menggagalkan keberangkatan 14 calon pekerja migran Indonesia (CPMI) \
di Pelabuhan Tunon Taka, Kabupaten Nunukan, Senin (15/9/2025) malam. Mereka terdiri dari 9 laki-laki, 3 perempuan dan \
2 anak.

Kapolres Nunukan AKBP Rangga Tumiwa, S.I.K., M.H. melalui Kasat Reskrim AKP Bonar Tuwaidan mengatakan, 8 orang \
berasal dari Kabupaten Bone dan 6 orang asal Kabupaten Flores Timur. “Mereka hendak dibawa ke Tawau, Malaysia, \
melalui Sei Nyamuk,” kata Bonar.

Baca juga: Pencuri Mesin Dibekuk Polda Sulsel di Makassar

Tersangka berinisial HR alias Daeng Manra (41) dijerat Pasal 81 UU Nomor 18 Tahun 2017. Seorang korban, NT (23), \
mengaku menyetor Rp 4.500.000. Korban Melati Sapurna kini ditampung di shelter BP3MI Kalimantan Utara. \
“Saya ingin pulang,” kata Melati.

Polda Kalimantan Utara menggelar rapat koordinasi di Tarakan, Rabu (17/9/2025).
"""
"""A release with a case, people of every kind, an event and a teaser."""

TEASER = "Baca juga: Pencuri Mesin Dibekuk Polda Sulsel di Makassar"
"""The furniture of `RELEASE`."""

DECISION = """PUTUSAN
Nomor 88/Pid.Sus/2025/PN Nnk
Pengadilan Negeri Nunukan yang mengadili perkara pidana menjatuhkan putusan sebagai berikut dalam perkara Terdakwa:
Nama lengkap : SAPARUDIN alias UDIN bin LAMBASO;
Umur/tanggal lahir : 36 Tahun / 4 Mei 1989;
Jenis kelamin : Laki-laki;
Kebangsaan : Indonesia;
Menimbang, bahwa Terdakwa pada hari Senin tanggal 12 Mei 2025 bertempat di Pelabuhan Tunon Taka, Kabupaten Nunukan, \
ditangkap oleh petugas Polres Nunukan bersama 6 (enam) orang calon pekerja migran Indonesia;
Menimbang, bahwa saksi korban MARWAH LATIPA di bawah sumpah menerangkan bahwa ia dijemput Terdakwa;
Menimbang, bahwa saksi HASNAWATI BOLONG di bawah sumpah membenarkan keterangan itu;
Menimbang, bahwa saksi Ipda Sefti Rundubelo, anggota Polres Nunukan, menerangkan penangkapan itu;
Menimbang, bahwa perbuatan Terdakwa diancam Pasal 4 UU Nomor 21 Tahun 2007 juncto Pasal 55 ayat (1) ke-1 KUHP;
Demikian diputuskan di Pengadilan Negeri Nunukan oleh Wirya Adisoma, S.H., M.H., sebagai Hakim Ketua, Retno Palupita, \
S.H., dan Yosua Manopo, S.H., M.Kn., masing-masing sebagai Hakim Anggota, dibantu oleh Lisda Kamboja, S.H., Panitera \
Pengganti pada Pengadilan Negeri Nunukan, serta dihadiri oleh Sumarna Tolib, S.H., Penuntut Umum pada Kejaksaan \
Negeri Nunukan.
"""
"""A court decision in small."""


def release() -> Extraction:
    """The extraction of `RELEASE`, its teaser marked as furniture."""
    start = RELEASE.index(TEASER)
    return read(
        RELEASE,
        title="Polres Nunukan Gagalkan Keberangkatan 14 CPMI ke Tawau",
        publisher="Warta Batas",
        published_on="2025-09-17",
        url="https://example.org/warta/14-cpmi",
        kind="news",
        language="id",
        furniture=(Span(start, start + len(TEASER)),),
    )
