"""Incidents: whether a document tells of a case at all, of what kind, when and with how many people."""

from __future__ import annotations

import pytest
from invented import entities, incident, read, the

PUBLISHED = "2025-09-19"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polres Nunukan menggagalkan keberangkatan 14 CPMI di Pelabuhan Tunon Taka.", "interception"),
        ("Polisi mencegah keberangkatan 9 calon pekerja migran Indonesia ke Tawau.", "interception"),
        ("Kantor Imigrasi Kelas II TPI Nunukan menunda keberangkatan lima WNI.", "interception"),
        ("Tim Lanal Nunukan mengamankan tujuh CPMI di perairan Sebatik.", "interception"),
        ("Satreskrim Polres Nunukan menangkap tersangka RD (34) di Tarakan.", "arrest"),
        ("Polisi meringkus dua tersangka di Nunukan.", "arrest"),
        ("BP3MI Kalimantan Utara memfasilitasi pemulangan 86 PMI ke Sulawesi Selatan.", "repatriation"),
        ("Sebanyak 25 PMI dipulangkan ke Kabupaten Bone.", "repatriation"),
        ("Sebanyak 120 PMI dideportasi dari Tawau, Malaysia.", "deportation"),
        ("Imigrasi Tarakan mendeportasi dua warga negara Malaysia.", "deportation"),
        ("Polresta Barelang menyelamatkan sebelas korban dari rumah itu.", "rescue"),
        ("Penyelundupan 20 CPMI ke Tawau dibongkar Polda Kaltara.", "smuggling_of_migrants"),
        ("Speedboat tenggelam di perairan Sebatik, tiga penumpang meninggal, Senin (15/9/2025).", "accident"),
    ],
)
def test_the_verb_gives_the_kind(text: str, kind: str) -> None:
    """What was done to the people tells the kind of the incident."""
    assert kind == incident(read(text, published_on=PUBLISHED))["kind"]


@pytest.mark.parametrize(
    ("statute", "kind"),
    [("21 Tahun 2007", "trafficking"), ("18 Tahun 2017", "smuggling_of_migrants")],
)
def test_in_a_decision_the_charge_gives_the_kind(statute: str, kind: str) -> None:
    """The statute of the charge decides what a decision is about."""
    text = (
        "Menimbang, bahwa Terdakwa RD ditangkap di Nunukan bersama 6 (enam) orang calon pekerja migran Indonesia;\n"
        f"Menimbang, bahwa perbuatan itu diancam Pasal 4 UU Nomor {statute};"
    )
    assert kind == incident(read(text, kind="verdict"))["kind"]


@pytest.mark.parametrize(
    "text",
    [
        "Sepanjang 2025, Polda Kaltara menggagalkan keberangkatan 350 CPMI.",
        "Selama tahun 2024 tercatat 45 tersangka ditangkap.",
        "Sejak awal tahun, 210 PMI dideportasi dari Sabah.",
        "Rata-rata 40 PMI dipulangkan setiap bulan.",
        "Periode Januari hingga Juni 2025, 90 CPMI digagalkan berangkat.",
    ],
)
def test_statistics_are_no_incident(text: str) -> None:
    """Counts of a whole period tell of no single case."""
    assert entities(read(text, published_on=PUBLISHED), "Incident") == []


@pytest.mark.parametrize(
    "text",
    [
        "Masyarakat diimbau waspada agar tidak menjadi korban perdagangan orang.",
        "Kapolres mengingatkan warga bahwa 3 calo ditangkap bila melanggar.",
        "Jika 5 CPMI digagalkan berangkat, pelaku dapat dijerat.",
        "Polisi tidak menemukan korban perdagangan orang dalam razia itu, Senin (15/9/2025).",
        "Petugas tidak menemukan orang yang ditangkap dalam operasi itu, Senin (15/9/2025).",
    ],
)
def test_warnings_plans_and_negations_are_no_incident(text: str) -> None:
    """What might be, shall be or was not is no case."""
    assert entities(read(text, published_on=PUBLISHED), "Incident") == []


def test_a_socialisation_is_no_incident() -> None:
    """A meeting about trafficking is an event, with its participants no victims."""
    found = read(
        "BP3MI Kalimantan Utara menggelar sosialisasi pencegahan TPPO di Nunukan, Selasa (16/9/2025). "
        "Sebanyak 60 siswa mengikuti kegiatan itu.",
        published_on=PUBLISHED,
    )
    assert (entities(found, "Incident"), len(entities(found, "Event"))) == ([], 1)


def test_a_case_beside_statistics_keeps_its_own_counts() -> None:
    """The sentence with the statistic gives the incident nothing."""
    found = read(
        "Polres Nunukan menggagalkan keberangkatan 14 CPMI, Rabu (17/9/2025). "
        "Sepanjang 2025, sebanyak 350 CPMI digagalkan berangkat.",
        published_on=PUBLISHED,
    )
    assert incident(found)["victims_total"] == 14


def test_people_are_counted_by_what_they_are() -> None:
    """Total, men, women, children and suspects are counted apart, in figures and in words."""
    found = read(
        "Polres Nunukan menggagalkan keberangkatan 14 calon pekerja migran Indonesia (CPMI). Mereka terdiri dari "
        "9 laki-laki, tiga perempuan dan 2 (dua) orang anak. Polisi menetapkan dua tersangka."
    )
    assert incident(found) == {
        "kind": "interception",
        "victims_total": 14,
        "victims_men": 9,
        "victims_women": 3,
        "victims_children": 2,
        "suspects_total": 2,
    }


@pytest.mark.parametrize(
    "counted",
    ["sembilan CPMI", "9 (sembilan) orang CPMI", "9 orang calon pekerja migran", "sembilan orang PMI"],
)
def test_a_count_may_be_written_in_any_form(counted: str) -> None:
    """Words, figures and both are one count."""
    assert incident(read(f"Polisi menggagalkan keberangkatan {counted} ke Tawau."))["victims_total"] == 9


@pytest.mark.parametrize(
    "counted", ["12 lembar tiket", "dua unit telepon genggam", "Rp 11.400.000", "pukul 01.30 WITA"]
)
def test_things_are_not_counted_as_people(counted: str) -> None:
    """Tickets, telephones, money and times are no victims."""
    found = read(f"Polisi menangkap tersangka RD (34) di Nunukan dan menyita {counted}.")
    assert not {"victims_total", "victims_men", "victims_women"} & incident(found).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Polres Nunukan menggagalkan keberangkatan 12 CPMI. Ralat: jumlah yang benar adalah 14 CPMI.",
        "Polres Nunukan menggagalkan keberangkatan 12 CPMI. Redaksi meralat jumlah itu: yang benar 14 orang.",
        "Polres Nunukan menggagalkan keberangkatan 12 CPMI. Jumlah 12 CPMI salah. Ralat: yang benar 14 CPMI.",
    ],
)
def test_a_correction_counts(text: str) -> None:
    """The number that a correction gives stands, however often the wrong one is printed."""
    assert incident(read(text))["victims_total"] == 14


def test_one_victim_who_is_told_of_is_not_the_total() -> None:
    """ "Seorang korban, NT" picks one out and does not count them."""
    found = read("Tersangka RD (34) ditangkap di Nunukan. Seorang korban, NT (23), mengaku ditipu.")
    assert "victims_total" not in incident(found)


def test_a_total_that_its_parts_contradict_is_kept() -> None:
    """The stated total stands beside stated parts that do not add up to it."""
    found = incident(
        read("BP3MI memfasilitasi pemulangan 86 PMI, terdiri dari 51 laki-laki, 27 perempuan dan 10 anak.")
    )
    assert tuple(found[f"victims_{part}"] for part in ("total", "men", "women", "children")) == (
        86,
        51,
        27,
        10,
    )


def test_each_count_and_date_has_its_sentence() -> None:
    """Counts and the date are told with the sentences that state them."""
    found = read(
        "Polres Nunukan menggagalkan keberangkatan 14 CPMI. Hal itu terjadi Rabu (17/9/2025). "
        "Polisi menetapkan dua tersangka.",
        published_on=PUBLISHED,
    )
    evidence = the(found, "Incident").evidence
    assert {name: "".join(e.text for e in said) for name, said in evidence.items()} == {
        "kind": "Polres Nunukan menggagalkan keberangkatan 14 CPMI.",
        "victims_total": "Polres Nunukan menggagalkan keberangkatan 14 CPMI.",
        "date": "Hal itu terjadi Rabu (17/9/2025).",
        "suspects_total": "Polisi menetapkan dua tersangka.",
    }


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Polisi menggagalkan keberangkatan 14 CPMI, Rabu (17/9/2025).", "2025-09-17"),
        ("Polisi menggagalkan keberangkatan 14 CPMI, Rabu (17/9).", "2025-09-17"),
        ("Polisi menggagalkan keberangkatan 14 CPMI kemarin.", "2025-09-18"),
        ("Polisi menggagalkan keberangkatan 14 CPMI pada Agustus 2025.", "2025-08"),
        (
            "Polisi menggagalkan keberangkatan 14 CPMI, Senin (15/9/2025). Hal itu diungkap, Kamis (18/9/2025).",
            "2025-09-15",
        ),
        (
            "Nunukan, KemenP2MI (18/9) — Polisi menggagalkan keberangkatan 14 CPMI, Rabu (17/9/2025).",
            "2025-09-17",
        ),
        (
            "“Ada 14 CPMI yang digagalkan,” kata petugas, Kamis (18/9/2025), tentang kejadian Rabu (17/9/2025).",
            "2025-09-17",
        ),
    ],
)
def test_the_day_is_that_of_the_deed(text: str, date: str) -> None:
    """Neither the dateline nor the day of somebody's words is the day of the incident."""
    assert date == incident(read(text, published_on=PUBLISHED))["date"]


def test_no_date_is_made_up() -> None:
    """An incident without a day has none, also where publication is known."""
    assert "date" not in incident(read("Polisi menggagalkan keberangkatan 14 CPMI.", published_on=PUBLISHED))


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("di perkebunan kelapa sawit", "kebun sawit"),
        ("sebagai asisten rumah tangga", "pekerja rumah tangga"),
        ("sebagai operator judi online", "scam online"),
        ("sebagai anak buah kapal", "anak buah kapal"),
    ],
)
def test_the_work_awaiting_them_is_told(words: str, sector: str) -> None:
    """The sector of work that the sentences name is the exploitation."""
    text = f"Polisi menggagalkan keberangkatan 14 CPMI. Mereka hendak bekerja {words}."
    assert sector == incident(read(text))["exploitation"]
