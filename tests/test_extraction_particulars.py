"""What a text tells of an incident beyond day and counts: hour, weekday, ranges, money, HTCDS codes."""

from __future__ import annotations

import pytest

from graph.casefile.serial import decode_extraction, encode_extraction
from graph.model import Extraction, Value
from ingest.extraction.extract import extract
from ingest.extraction.relations.particulars import amounts, states
from ingest.extraction.words.lexicon import rows
from ingest.interchange import interchange
from ingest.reading import read_text

LEAD = "Polres Nunukan menggagalkan keberangkatan {who} di Pelabuhan Tunon Taka, {day} pukul 06.40 WITA."


def read(*sentences: str, who: str = "lima CPMI", day: str = "Rabu (10/9/2025)") -> Extraction:
    """The extraction of a report that begins with an interception."""
    text = " ".join([LEAD.format(who=who, day=day), *sentences])
    return extract(read_text(text, "berita.txt"))


def told(extraction: Extraction) -> dict[str, Value]:
    """The properties of the only incident."""
    (incident,) = [e for e in extraction.entities if e.label == "Incident"]
    return dict(incident.properties)


def codes(*sentences: str) -> set[str]:
    """The HTCDS codes of a report."""
    found = told(read(*sentences)).get("htcds", ())
    assert isinstance(found, tuple)
    return set(found)


def test_hour_with_its_zone() -> None:
    assert told(read())["time"] == "06:40 WITA"


def test_no_hour_where_none_is_told() -> None:
    text = "Polres Nunukan menggagalkan keberangkatan lima CPMI di Pelabuhan Tunon Taka, Rabu (10/9/2025)."
    assert "time" not in told(extract(read_text(text, "berita.txt")))


def test_hour_of_a_press_conference_is_not_the_incidents() -> None:
    text = (
        "Polres Nunukan menggagalkan keberangkatan lima CPMI di Pelabuhan Tunon Taka, Rabu (10/9/2025). "
        "Konferensi pers digelar pukul 10.00 WITA."
    )
    assert "time" not in told(extract(read_text(text, "berita.txt")))


def test_a_weekday_that_is_not_that_of_the_date_is_kept() -> None:
    found = told(read(day="Kamis (10/9/2025)"))
    assert found["date"] == "2025-09-10"
    assert found["weekday_printed"] == "Kamis"
    assert "weekday_printed" not in told(read())


@pytest.mark.parametrize(
    ("word", "least", "most"), [("belasan", 11, 19), ("puluhan", 20, 99), ("ratusan", 100, 999)]
)
def test_round_numbers_are_ranges(word: str, least: int, most: int) -> None:
    found = told(read(who=f"{word} CPMI"))
    assert (found["victims_least"], found["victims_most"]) == (least, most)
    assert "victims_total" not in found


def test_a_number_needs_no_range() -> None:
    assert "victims_least" not in told(read("Puluhan CPMI lain pernah lewat."))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Korban menyetor Rp 35 juta.", ["IDR 35000000"]),
        ("Biayanya Rp. 1.500.000,- per orang.", ["IDR 1500000"]),
        ("Sebesar Rp2,5 juta atau 700 ringgit.", ["IDR 2500000", "MYR 700"]),
        ("Tarifnya RM1,500 dan US$ 300.", ["MYR 1500", "USD 300"]),
        ("Dibayar 1.200 riyal Saudi.", ["SAR 1200"]),
        ("Sebanyak 35 juta rupiah.", ["IDR 35000000"]),
        ("Nomor 1.500 dan RM tanpa angka.", []),
        ("Rp 0 atau rp.", []),
    ],
)
def test_amounts_of_money(text: str, found: list[str]) -> None:
    assert list(amounts(text)) == found


def test_fines_are_no_money_of_the_case() -> None:
    found = told(read("Korban menyetor Rp 5 juta.", "Ia diancam denda Rp 600 juta."))
    assert found["money"] == ("IDR 5000000",)


def test_codes_of_what_sentences_state() -> None:
    assert codes(
        "Korban dijanjikan gaji besar sebagai asisten rumah tangga.",
        "Paspor mereka ditahan majikan dan gajinya tidak dibayar.",
        "Lowongan itu disebarkan melalui Facebook.",
    ) == {
        "vic_ForcedLabourIndustry:T_ActivitiesOfHouseholdsAsEmployers",
        "vic_MethodsOfControl:FalsePromises",
        "vic_MethodsOfControl:WithholdsDocuments",
        "vic_MethodsOfControl:TakesEarnings",
        "vic_MethodOfRecruitment:ThroughOnlineSocialNetworks",
        "vic_RecruitmentWebsitesAndApps:Facebook",
    }


def test_codes_need_a_statement() -> None:
    assert codes("Mereka membawa ponsel dan pakaian.") == set()
    assert codes("Polisi mengimbau warga mewaspadai iming-iming gaji besar.") == set()
    assert codes("Tidak ditemukan prostitusi di penampungan itu.") == set()


def test_what_a_charge_recites_from_the_law_is_no_statement() -> None:
    assert (
        codes(
            "Terdakwa melakukan penampungan seseorang dengan ancaman kekerasan, penyekapan, penyalahgunaan kekuasaan "
            "atau posisi rentan, penjeratan utang atau memberi bayaran atau manfaat."
        )
        == set()
    )


def test_a_crime_of_another_kind_has_no_codes() -> None:
    text = (
        "Polres Nunukan menangkap pencuri berinisial AB (30) di Pelabuhan Tunon Taka, Rabu (10/9/2025). "
        "Pencuri itu dipukuli warga dan korban pencurian tidak digaji."
    )
    assert "htcds" not in told(extract(read_text(text, "berita.txt")))


def test_every_code_shows_its_sentence() -> None:
    extraction = read("Paspor mereka ditahan majikan.")
    (incident,) = [e for e in extraction.entities if e.label == "Incident"]
    assert [e.text for e in incident.evidence["htcds"]] == ["Paspor mereka ditahan majikan."]


def test_every_row_states_something() -> None:
    for row in rows("htcds"):
        assert not states("", row["pattern"], row["beside"], row["without"])


def test_lists_survive_the_ledger_and_the_interchange_format() -> None:
    extraction = read("Korban menyetor Rp 5 juta.")
    assert decode_extraction(encode_extraction(extraction), extraction.document.text) == extraction
    (incident,) = [e for e in interchange(extraction)["entities"] if e["label"] == "Incident"]
    assert incident["properties"]["money"] == ["IDR 5000000"]
