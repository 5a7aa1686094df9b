"""Documents that tell of several cases: each becomes an incident with its own day, people and places."""

from __future__ import annotations

from graph.model import Entity, Extraction
from ingest.extraction.extract import extract
from ingest.reading import read_text

NUMBERED = """\
Polres Nunukan Ungkap Dua Kasus Pengiriman CPMI dalam Sepekan

NUNUKAN - Polres Nunukan mengungkap dua kasus pengiriman Calon Pekerja Migran Indonesia (CPMI) secara nonprosedural ke Sabah. Hal itu disampaikan Kapolres Nunukan AKBP Danurejo Wirabumi, Senin (15/9/2025).

Kasus pertama terjadi di Pelabuhan Tunon Taka, Rabu (10/9/2025). Polsek KSKP Tunon Taka menggagalkan keberangkatan lima perempuan asal Kabupaten Bone. Mereka diantar tersangka berinisial HM (43).

Kasus kedua diungkap Satpolairud Polres Nunukan di Sungai Nyamuk, Jumat (12/9/2025). Petugas menggagalkan keberangkatan delapan CPMI asal Kabupaten Ende. Tersangka berinisial ARF (25) ikut ditahan.

HM dijerat Pasal 81 UU Nomor 18 Tahun 2017, sedangkan ARF dijerat Pasal 120 ayat (1) UU Nomor 6 Tahun 2011. Polres Nunukan mengimbau warga melapor.
"""
RECALLED = """\
Residivis Pengirim CPMI Kembali Ditangkap di Sebatik

NUNUKAN - Unit Reskrim Polsek Sebatik Timur menangkap tersangka berinisial DRM (48) di Sungai Nyamuk, Senin (15/9/2025). Ia hendak mengirim lima CPMI ke Tawau, Malaysia. Kelima CPMI itu diserahkan kepada BP3MI Kalimantan Utara.

Kapolsek Sebatik Timur Iptu Gandara Wiratmaja menyebut DRM residivis. Pada 2019 ia divonis dua tahun penjara oleh Pengadilan Negeri Nunukan dalam perkara serupa. DRM kini dijerat Pasal 81 UU Nomor 18 Tahun 2017.
"""


def read(text: str) -> Extraction:
    """The extraction of a text."""
    return extract(read_text(text, "berita.txt"))


def incidents(extraction: Extraction) -> list[Entity]:
    """The incidents in their order."""
    return [e for e in extraction.entities if e.label == "Incident"]


def parts(extraction: Extraction, incident: Entity, kind: str) -> set[str]:
    """The names of what a claim of a type joins with an incident."""
    names = {e.id: e.name for e in extraction.entities}
    ends = [(c.start, c.end) for c in extraction.claims if c.type == kind and incident.id in (c.start, c.end)]
    return {names[end if start == incident.id else start] for start, end in ends}


def test_numbered_cases_are_incidents_of_their_own() -> None:
    found = read(NUMBERED)
    first, second = incidents(found)
    assert first.properties["date"] == "2025-09-10"
    assert second.properties["date"] == "2025-09-12"
    assert first.properties["victims_total"] == 5
    assert second.properties["victims_total"] == 8
    assert parts(found, first, "SUSPECTED_IN") == {"HM"}
    assert parts(found, second, "SUSPECTED_IN") == {"ARF"}
    assert parts(found, first, "ORIGIN") == {"Bone"}
    assert parts(found, second, "ORIGIN") == {"Ende"}


def test_each_case_has_the_charge_of_its_suspects() -> None:
    found = read(NUMBERED)
    first, second = incidents(found)
    assert parts(found, first, "CHARGED_WITH") == {"UU 18/2017 Pasal 81"}
    assert parts(found, second, "CHARGED_WITH") == {"UU 6/2011 Pasal 120 ayat (1)"}


def test_what_is_said_before_the_cases_holds_for_both() -> None:
    found = read(NUMBERED)
    for incident in incidents(found):
        assert "Polres Nunukan" in parts(found, incident, "HANDLED_BY")


def test_every_claim_of_a_case_shows_a_sentence_that_names_it() -> None:
    found = read(NUMBERED)
    entities = {e.id: e for e in found.entities}
    for claim in found.claims:
        other = entities[claim.start if entities[claim.end].label == "Incident" else claim.end]
        if {entities[claim.start].label, entities[claim.end].label} & {"Incident"}:
            evidence = claim.evidence[0]
            assert any(evidence.start <= m.start < evidence.end for m in other.mentions)


def test_an_earlier_conviction_is_another_incident_of_the_same_person() -> None:
    found = read(RECALLED)
    today, earlier = incidents(found)
    assert today.properties["date"] == "2025-09-15"
    assert earlier.properties["date"] == "2019"
    assert parts(found, today, "SUSPECTED_IN") == parts(found, earlier, "SUSPECTED_IN") == {"DRM"}
    assert parts(found, earlier, "HANDLED_BY") == {"Pengadilan Negeri Nunukan"}
    assert "Pengadilan Negeri Nunukan" not in parts(found, today, "HANDLED_BY")


def test_two_accused_are_no_two_cases() -> None:
    text = NUMBERED.replace("Kasus pertama terjadi", "Penangkapan terjadi").replace(
        "Kasus kedua diungkap", "Penangkapan kedua tersangka dilakukan"
    )
    assert len(incidents(read(text))) == 1


def test_a_list_of_reasons_is_no_list_of_cases() -> None:
    text = RECALLED.replace("Pada 2019 ia divonis dua tahun penjara oleh Pengadilan Negeri Nunukan dalam perkara serupa.",
                            "Yang pertama, pada 2019 jalur itu sepi. Yang kedua, pada 2020 pelabuhan ditutup.")  # fmt: skip
    assert len(incidents(read(text))) == 1


def test_another_case_is_announced_in_words() -> None:
    text = NUMBERED.replace("Kasus pertama terjadi", "Penangkapan terjadi").replace(
        "Kasus kedua diungkap", "Kapolres juga menyampaikan perkara lain. Perkara itu diungkap"
    )
    found = read(text)
    first, second = incidents(found)
    assert parts(found, first, "SUSPECTED_IN") == {"HM"}
    assert parts(found, second, "SUSPECTED_IN") == {"ARF"}
