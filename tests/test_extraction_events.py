"""Events: meetings, socialisations, press conferences and ceremonies, with who held and who attended them."""

from __future__ import annotations

import pytest
from invented import ends, entities, names, read, the, told

MEETING = (
    "Polda Kalimantan Utara menggelar Rapat Koordinasi Gugus Tugas TPPO di Mapolda Kalimantan Utara, Tanjung Selor, "
    "Rabu (17/9/2025). Rapat dibuka Kapolda Kaltara Brigjen Pol Yakobus Samola dan dihadiri Kepala BP3MI Kalimantan "
    "Utara Kombes Pol Arga Wiradipa."
)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (MEETING, "Rapat Koordinasi Gugus Tugas TPPO", "meeting"),
        ("BP3MI Kalimantan Utara menggelar sosialisasi pencegahan TPPO di Nunukan.", "Sosialisasi pencegahan TPPO",
         "socialisation"),
        ("Stamaops Polri melaksanakan supervisi penanganan TPPO di Tarakan.", "Supervisi penanganan TPPO",
         "supervision"),
        ("AKBP Rangga Tumiwa menyampaikan hal itu dalam konferensi pers di Mapolres Nunukan.", "Konferensi pers",
         "press conference"),
        ("Polres Nunukan menggelar upacara serah terima jabatan di Nunukan.", "Upacara serah terima jabatan",
         "ceremony"),
        ("Kunjungan kerja Menteri itu berlangsung di Nunukan.", "Kunjungan kerja Menteri", "visit"),
    ],
)  # fmt: skip
def test_the_head_word_gives_the_kind(text: str, name: str, kind: str) -> None:
    """An event is named as the text names it, its kind follows from the head word."""
    event = the(read(text), "Event")
    assert (name, kind) == (event.name, event.properties["kind"])


def test_organiser_venue_place_and_day_are_told() -> None:
    """Who held the event, at whose seat, in which town and when."""
    found = read(MEETING, published_on="2025-09-19")
    assert the(found, "Event").properties["date"] == "2025-09-17"
    assert [start for start, _, _, _ in told(found, "ORGANISED")] == ["Polda Kalimantan Utara"]
    assert ends(found, "HELD_AT") == ["Polda Kalimantan Utara"]
    assert ends(found, "OCCURRED_AT") == ["Tanjung Selor"]


def test_attendance_is_read_from_the_next_sentence() -> None:
    """Who opened the meeting and who attended it both took part."""
    assert {"Yakobus Samola", "Arga Wiradipa"} == {
        start for start, _, _, _ in told(read(MEETING), "ATTENDED")
    }


@pytest.mark.parametrize("verb", ["diselenggarakan oleh", "digelar oleh", "dilaksanakan oleh"])
def test_a_passive_organiser_is_told(verb: str) -> None:
    """The agency after a passive verb held the event."""
    found = read(f"Sosialisasi yang {verb} Dinas Sosial Nunukan itu berlangsung di Tarakan.")
    assert [start for start, _, _, _ in told(found, "ORGANISED")] == ["Dinas Sosial Nunukan"]


def test_a_delegation_attends() -> None:
    """Agencies whose representatives came took part themselves."""
    found = read(
        "Polda Kalimantan Utara menggelar rapat koordinasi di Tarakan. Rapat itu dihadiri perwakilan Lanal Nunukan."
    )
    assert [start for start, _, _, _ in told(found, "ATTENDED")] == ["Lanal Nunukan"]


def test_an_official_who_briefs_the_press_attends() -> None:
    """Who speaks at a press conference took part in it."""
    found = read(
        "Kapolres Nunukan AKBP Rangga Tumiwa menyampaikan hal itu dalam konferensi pers di Mapolres Nunukan."
    )
    assert [(s, e) for s, _, e, _ in told(found, "ATTENDED")] == [("Rangga Tumiwa", "Konferensi pers")]
    assert ends(found, "HELD_AT") == ["Polres Nunukan"]


def test_an_event_is_not_made_from_a_headline() -> None:
    """A headline about a meeting does not double the event."""
    found = read(f"Rapat Koordinasi Penanganan TPPO Digelar Polda Kaltara\n{MEETING}")
    assert names(found, "Event") == ["Rapat Koordinasi Gugus Tugas TPPO"]


@pytest.mark.parametrize(
    "text",
    [
        "Mereka membahas rencana rapat tahun depan.",
        "Polres Nunukan menangkap tersangka RD (34) di Tarakan.",
        "Kegiatan itu diikuti warga.",
    ],
)
def test_a_mere_word_is_no_event(text: str) -> None:
    """A meeting that nobody is said to hold, an arrest and an unnamed activity are no events."""
    assert entities(read(text), "Event") == []
