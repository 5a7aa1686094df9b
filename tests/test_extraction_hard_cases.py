"""Hard places of incidents and events: plans and denials, corrections, whose numbers, what an event is called."""

from __future__ import annotations

import pytest
from invented import ends, entities, incident, names, read, told

PUBLISHED = "2025-09-19"


@pytest.mark.parametrize(
    "text",
    [
        "Tahun depan BP3MI akan memulangkan 200 PMI dari Sabah.",
        "BP3MI akan memulangkan 200 PMI dari Sabah pekan depan.",
        "Polisi berencana memulangkan 14 korban.",
        "Polisi belum menangkap 3 pelaku.",
        "Polisi membantah telah menangkap 3 pelaku.",
        "Polisi berkomitmen menangkap 10 pelaku perdagangan orang.",
    ],
)
def test_what_has_not_happened_is_no_incident(text: str) -> None:
    """A plan, a promise and a denial are no case, whatever they count."""
    assert [] == entities(read(text, published_on=PUBLISHED), "Incident")


def test_a_correction_holds() -> None:
    """The number that the text calls the right one replaces the one before."""
    found = read(
        "Polres Nunukan menggagalkan keberangkatan 12 CPMI. "
        "Ralat: sebelumnya ditulis 12 CPMI, yang benar 14 CPMI."
    )
    assert 14 == incident(found)["victims_total"]


def test_who_is_arrested_is_no_victim() -> None:
    """People after a verb of arresting are counted as suspects."""
    found = read("Polres Nunukan menangkap dua orang di Tarakan, Senin (15/9/2025).")
    assert "victims_total" not in incident(found)


def test_the_sex_of_suspects_counts_no_victims() -> None:
    """Men and women after a number of perpetrators are those perpetrators."""
    found = read(
        "Dua orang pelaku, seorang laki-laki berinisial TS (33) dan seorang perempuan berinisial MR (30), "
        "diamankan di Nunukan."
    )
    assert not {"victims_men", "victims_women"} & incident(found).keys()


def test_the_place_of_a_rescue_is_no_origin() -> None:
    """Where victims are rescued it happened; nobody is said to come from there."""
    found = read(
        "Polresta Barelang menyelamatkan sebelas korban perdagangan orang di Batam, Senin (15/9).",
        published_on=PUBLISHED,
    )
    assert (["Batam"], []) == (ends(found, "OCCURRED_AT"), ends(found, "ORIGIN"))


def test_who_rescues_has_that_part() -> None:
    """The verb gives the agency's part."""
    found = read("Polresta Barelang menyelamatkan sebelas korban dari rumah itu.")
    assert [{"role": "rescued"}] == [properties for *_, properties in told(found, "HANDLED_BY")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Serah terima jabatan Kapolsek Nunukan digelar di Mapolres Nunukan, Senin (15/9/2025).",
            "Serah terima jabatan Kapolsek Nunukan",
        ),
        (
            "Sosialisasi pencegahan TPPO diselenggarakan oleh Dinas Sosial Nunukan di Tarakan.",
            "Sosialisasi pencegahan TPPO",
        ),
        ("Upacara pelantikan dihadiri perwakilan Lanal Nunukan.", "Upacara pelantikan"),
        (
            "Stamaops Polri melaksanakan supervisi penanganan TPPO di Tarakan. "
            "Supervisi dihadiri Kapolres Tarakan AKBP Yulius Pakambanan.",
            "Supervisi penanganan TPPO",
        ),
    ],
)
def test_an_event_is_named_once_and_whole(text: str, name: str) -> None:
    """The name of an event ends before its verb, and a later sentence about it makes no second one."""
    assert [name] == names(read(text), "Event")


def test_the_deliberation_of_judges_is_no_event() -> None:
    """A decision's own meeting and session are none."""
    found = read(
        "Demikian diputuskan dalam rapat permusyawaratan Majelis Hakim Pengadilan Negeri Nunukan, dihadiri oleh "
        "Sumarna Tolib, S.H., Penuntut Umum pada Kejaksaan Negeri Nunukan.",
        kind="verdict",
    )
    assert [] == names(found, "Event")
