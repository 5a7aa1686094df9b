"""Hard places of events: verbs that are the event, who leads it, lists of guests, and names that only sound like one."""

from __future__ import annotations

import pytest
from invented import ends, entities, names, parts_of, read, told

from graph.model import Extraction


def who(found: Extraction, kind: str) -> set[str]:
    """The names at the beginning of the claims of a type."""
    return {start for start, _, _, _ in told(found, kind)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Kapolres Nunukan AKBP Rangga Tumiwa meresmikan Pos Terpadu Sebatik di Sebatik, Senin (15/9/2025).",
            "Meresmikan Pos Terpadu Sebatik",
            "ceremony",
        ),
        ("Rapat kerja itu membahas penempatan pekerja migran.", "Rapat kerja", "meeting"),
        ("AKBP Rangga Tumiwa mengatakan itu saat jumpa pers di Nunukan.", "Jumpa pers", "press conference"),
        ("Mereka terjaring dalam Operasi Wira di Nunukan.", "Operasi Wira", "other"),
    ],
)
def test_some_head_words_need_no_verb_of_holding(text: str, name: str, kind: str) -> None:
    """A verb of inaugurating, a press conference or a named operation is an event by itself."""
    (event,) = entities(read(text), "Event")
    assert (name, kind) == (event.name, event.properties["kind"])


@pytest.mark.parametrize(
    "text",
    [
        "Mereka berangkat dengan visa kunjungan dan mengikuti jalur darat.",
        "Kepala Bidang Operasi Bakamla Kolonel Bakamla Gading Sumolang hadir.",
        "Mereka mengikuti pelatihan selama sebulan.",
    ],
)
def test_what_only_sounds_like_an_event_is_none(text: str) -> None:
    """A kind of visa, a word of a title and a training without a name are no events."""
    assert [] == names(read(text), "Event")


def test_who_leads_an_event_attends_and_his_agency_holds_it() -> None:
    """The head of an agency who leads a ceremony is there, and the agency organises it."""
    found = read("Kapolres Nunukan AKBP Rangga Tumiwa memimpin upacara serah terima jabatan di Nunukan.")
    assert ({"Rangga Tumiwa"}, {"Polres Nunukan"}) == (who(found, "ATTENDED"), who(found, "ORGANISED"))


def test_agencies_that_hold_an_event_together_both_organise_it() -> None:
    """ "A bersama B menggelar" and "digelar A bersama B" are said of both."""
    pair = {"BP3MI Kalimantan Utara", "Polres Nunukan"}
    active = read("BP3MI Kalimantan Utara bersama Polres Nunukan menggelar sosialisasi TPPO di Nunukan.")
    passive = read("Sosialisasi TPPO digelar BP3MI Kalimantan Utara bersama Polres Nunukan di Tarakan.")
    assert [pair, pair] == [who(active, "ORGANISED"), who(passive, "ORGANISED")]


def test_who_receives_the_press_holds_the_conference() -> None:
    """A press conference at an agency's seat is the agency's own."""
    found = read("Kapolres Nunukan AKBP Rangga Tumiwa mengatakan itu dalam jumpa pers di Mapolres Nunukan.")
    assert ({"Polres Nunukan"}, ["Polres Nunukan"]) == (who(found, "ORGANISED"), ends(found, "HELD_AT"))


def test_who_lets_another_speak_did_not_attend() -> None:
    """Of "A melalui B" only B was there."""
    found = read(
        "Kapolres Nunukan AKBP Rangga Tumiwa melalui Kasat Reskrim AKP Bonar Tuwaidan menyampaikan hal itu "
        "dalam konferensi pers di Mapolres Nunukan."
    )
    assert {"Bonar Tuwaidan"} == who(found, "ATTENDED")


def test_companions_of_the_next_sentence_attended() -> None:
    """Who accompanied the one who led an event was there."""
    found = read(
        "Kapolres Nunukan AKBP Rangga Tumiwa memimpin konferensi pers di Mapolres Nunukan. Kapolres didampingi "
        "Wakapolres Kompol Salim Tandiara dan Kasat Reskrim AKP Bonar Tuwaidan."
    )
    assert {"Rangga Tumiwa", "Salim Tandiara", "Bonar Tuwaidan"} == who(found, "ATTENDED")


def test_a_list_of_delegations_is_read_to_its_end() -> None:
    """ "Perwakilan" is said of every agency in the list."""
    found = read(
        "Polda Kalimantan Utara menggelar rapat koordinasi di Tarakan. "
        "Rapat itu dihadiri perwakilan Lanal Nunukan dan BP3MI Kalimantan Utara."
    )
    assert {"Lanal Nunukan", "BP3MI Kalimantan Utara"} == who(found, "ATTENDED")


def test_an_event_named_again_with_one_word_is_the_same() -> None:
    """ "Upacara" three paragraphs later is still the ceremony with the long name."""
    found = read(
        "Polres Nunukan menggelar upacara pelantikan perwira di Nunukan.\n\nSuasana haru.\n\nTamu datang pagi.\n\n"
        "Mereka berdoa.\n\nUpacara dihadiri AKBP Rangga Tumiwa."
    )
    assert (["Upacara pelantikan perwira"], {"Rangga Tumiwa"}) == (
        names(found, "Event"),
        who(found, "ATTENDED"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Petugas Unit 2 Subdit IV Ditreskrimum Polda Bali berjaga.",
            {
                ("Unit 2 Subdit IV Ditreskrimum Polda Bali", "Subdit IV Ditreskrimum Polda Bali"),
                ("Subdit IV Ditreskrimum Polda Bali", "Ditreskrimum Polda Bali"),
                ("Ditreskrimum Polda Bali", "Polda Bali"),
            },
        ),
        (
            "Petugas Subdit III Jatanras Ditreskrimum Polda Bali berjaga.",
            {
                ("Subdit III Jatanras Ditreskrimum Polda Bali", "Ditreskrimum Polda Bali"),
                ("Ditreskrimum Polda Bali", "Polda Bali"),
            },
        ),
        ("Penyidik Bareskrim Polri berjaga.", {("Bareskrim Polri", "Polri")}),
        ("Mereka menginap di RPTC milik Kementerian Sosial.", {("RPTC", "Kementerian Sosial")}),
        ("Atase Polri KBRI Phnom Penh hadir.", set()),
    ],
)
def test_a_part_is_part_of_what_its_name_goes_on_with(text: str, expected: set[tuple[str, str]]) -> None:
    """Numbered parts nest; "milik" tells an owner; two agencies that only stand side by side do not nest."""
    assert expected == parts_of(read(text))


def test_a_short_form_after_a_wrong_expansion_names_the_unit() -> None:
    """ "Badan … (BP3MI) X" is the BP3MI of X, whatever word the expansion begins with."""
    found = read(
        "Badan Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) Kalimantan Utara menampung 14 CPMI."
    )
    assert ["BP3MI Kalimantan Utara"] == names(found, "Agency")
