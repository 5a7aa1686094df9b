"""Private people: suspects become entities, victims and witnesses never do and are always protected."""

from __future__ import annotations

import pytest
from invented import entities, names, protected, read, the, told

from graph.model import Extraction, Value


def suspects(extraction: Extraction) -> list[tuple[str, Value | None, Value | None]]:
    """Name, age and status of every suspect."""
    return [
        (e.name, e.properties.get("age"), e.properties.get("status")) for e in entities(extraction, "Suspect")
    ]


def test_a_suspect_has_age_sex_and_alias() -> None:
    """Initials with all that stands beside them become one suspect each."""
    found = read(
        "Polisi menangkap dua tersangka berinisial HR alias Daeng Manra (41), laki-laki, dan SM (37), perempuan."
    )
    first, second = entities(found, "Suspect")
    assert first.properties == {"age": 41, "sex": "L", "status": "tersangka", "by_initials": True}
    assert second.properties == {"age": 37, "sex": "P", "status": "tersangka", "by_initials": True}
    assert (
        (first.name, first.aliases),
        (second.name, second.aliases),
    ) == (("HR", ("Daeng Manra",)), ("SM", ()))


def test_an_alias_alone_is_the_same_suspect() -> None:
    """A suspect named by the alias later is no second person."""
    found = read("Tersangka HR alias Daeng Manra (41) ditangkap. Daeng Manra kini ditahan. HR mengaku.")
    assert [m.text for m in the(found, "Suspect").mentions] == ["HR", "Daeng Manra", "Daeng Manra", "HR"]


@pytest.mark.parametrize("lead", [", yakni ", " yaitu ", ": ", " masing-masing berinisial "])
def test_a_list_of_suspects_is_read_whole(lead: str) -> None:
    """Every member of a list is a suspect, with his own age."""
    found = read(f"Polres Nunukan menetapkan tiga tersangka{lead}RD (34), KT (29) dan WL (45 tahun).")
    assert suspects(found) == [("RD", 34, "tersangka"), ("KT", 29, "tersangka"), ("WL", 45, "tersangka")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pelaku berinisial BK (30) diamankan.", "diamankan"),
        ("Terlapor BK dilaporkan ke Polres Nunukan.", "terlapor"),
        ("Seorang pria berinisial BK masuk daftar pencarian orang.", "DPO"),
        ("Polisi masih memburu BK (30), pemilik speedboat itu.", "DPO"),
        ("Tersangka berinisial BK (30) ditahan.", "tersangka"),
        ("Tersangka berinisial B.K. (30) ditahan.", "tersangka"),
        ("Tersangka BK (30, warga Bone) ditahan.", "tersangka"),
        ("Terdakwa BK menunduk.", "terdakwa"),
        ("Terpidana BK dieksekusi Kejaksaan Negeri Nunukan.", "terpidana"),
        ("Terlapor BK diperiksa. Kini BK berstatus tersangka.", "tersangka"),
    ],
)
def test_the_furthest_status_is_kept(text: str, status: str) -> None:
    """The word before the name or the sentence gives the status; of several the furthest stands."""
    age = 30 if "(30" in text else None
    assert suspects(read(text)) == [("BK", age, status)]


def test_a_suspect_in_full_is_known_by_a_part_of_the_name() -> None:
    """An accused named in full is one suspect, however often a part of the name follows."""
    found = read("Terdakwa Saparudin Lambaso dan Irwan Talibe menunduk. Lambaso menyesal.")
    assert names(found, "Suspect") == ["Saparudin Lambaso", "Irwan Talibe"]
    assert [e.properties["by_initials"] for e in entities(found, "Suspect")] == [False, False]


def test_equal_initials_of_different_age_are_two_suspects() -> None:
    """Initials are one person only where their ages do not differ."""
    found = read("Tersangka RD (34) ditahan di Nunukan. Tersangka RD (51) ditahan di Tarakan.")
    assert [e.properties["age"] for e in entities(found, "Suspect")] == [34, 51]


def test_the_part_a_suspect_played_is_told() -> None:
    """Owner, steersman, recruiter and driver are told apart by the words beside each name."""
    found = read(
        "Polres Nunukan menangkap empat tersangka. RD (34) berperan merekrut warga. Tersangka KT (29) bertugas "
        "menjemput mereka. WL (45), pemilik kapal, ikut ditahan. Juru mudi berinisial BN (50) mengaku diupah."
    )
    assert {who: said.get("role") for who, _, _, said in told(found, "SUSPECTED_IN")} == {
        "RD": "perekrut",
        "KT": "transporter",
        "WL": "pemilik",
        "BN": "tekong",
    }


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Seorang korban, NT (23), mengaku ditipu. NT sudah pulang.", ["NT", "NT"]),
        ("Korban berinisial AN (17) dititipkan di rumah aman.", ["AN"]),
        ("Para korban yakni AN (17), BL (18) dan CM (19) sehat.", ["AN", "BL", "CM"]),
        ("Korban Melati Sapurna mengaku ditipu.", ["Melati Sapurna"]),
        ("Korban bernama Melati Sapurna (19) dijemput.", ["Melati Sapurna"]),
        ("Salah seorang PMI, Rosmini Lakota, menangis.", ["Rosmini Lakota"]),
        ("Saksi korban MELATI SAPURNA menerangkan hal itu.", ["MELATI SAPURNA"]),
    ],
)
def test_a_victim_is_protected_and_no_entity(text: str, spans: list[str]) -> None:
    """Every mention of a victim is protected, none becomes an entity."""
    found = read(text)
    assert [(span, "korban") for span in spans] == protected(found)
    assert found.entities == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Saksi Hasnawati Bolong melihat rombongan itu.", "Hasnawati Bolong"),
        ("Pelapor Damaris Tulak mendatangi polisi.", "Damaris Tulak"),
        ("Ibu korban, Sitti Rohaya, menangis.", "Sitti Rohaya"),
        ("Suami korban, Bahar Lamakki, melapor.", "Bahar Lamakki"),
        ("Yunus Lamadike (50), kakak salah seorang korban, menunggu kabar.", "Yunus Lamadike"),
        ("Seorang warga, Lukas Tandirerung, melihat kapal itu.", "Lukas Tandirerung"),
    ],
)
def test_a_witness_is_protected_and_no_entity(text: str, name: str) -> None:
    """Witnesses, reporters and relatives are protected as witnesses."""
    found = read(text)
    assert [(name, "saksi")] == protected(found)
    assert found.entities == ()


def test_the_mentions_of_one_person_share_their_number() -> None:
    """The mask can tell two victims apart and one victim's names together."""
    found = read("Korban Melati Sapurna tiba. Korban Ratna Lakota menyusul. Melati menangis, Lakota diam.")
    assert [each.person for each in found.protected] == [1, 2, 1, 2]


def test_a_victims_name_alone_is_protected_everywhere() -> None:
    """Before and after the word that tells, in the headline and by one part of the name: it is protected."""
    text = (
        "MELATI SAPURNA PULANG KE BONE\nKepada polisi, Melati Sapurna mengaku ditipu. Korban Melati Sapurna sehat. "
        "“Saya lega,” kata Melati. Keluarga Sapurna menunggu."
    )
    assert [span for span, _ in protected(read(text))] == [
        "MELATI SAPURNA",
        "Melati Sapurna",
        "Melati Sapurna",
        "Melati",
        "Sapurna",
    ]


def test_a_suspect_who_is_also_a_victim_is_protected() -> None:
    """A name under both words is protected unless a decision accuses it."""
    found = read("Perekrut Jumadil Tappang diamankan. Korban lain, Jumadil Tappang, sudah pulang.")
    assert entities(found, "Suspect") == []
    assert [span for span, _ in protected(found)] == ["Jumadil Tappang", "Jumadil Tappang"]


def test_an_accused_who_testifies_stays_the_accused() -> None:
    """In a decision the accused is not hidden by being heard as a witness."""
    text = (
        "Menimbang, bahwa Terdakwa Saparudin Lambaso didakwa;\nMenimbang, bahwa saksi Saparudin Lambaso diam;"
    )
    found = read(text, kind="verdict")
    assert (names(found, "Suspect"), protected(found)) == (["Saparudin Lambaso"], [])


def test_suspect_and_victim_with_different_initials_stay_apart() -> None:
    """The victim's initials are protected, the suspect's are an entity, in one sentence too."""
    found = read("Korban NT (23) dibujuk tersangka RD (34). NT sudah pulang, sedangkan RD ditahan.")
    assert suspects(found) == [("RD", 34, "tersangka")]
    assert protected(found) == [("NT", "korban"), ("NT", "korban")]


@pytest.mark.parametrize(
    "text",
    ["Rombongan tiba. AR (19) belum menerima upah.", "Di rumah itu terdapat AR (19), LT (22) dan NS (25)."],
)
def test_initials_without_a_cue_are_protected(text: str) -> None:
    """Initials with an age that no word introduces are hidden rather than exposed."""
    found = read(text)
    assert entities(found, "Suspect") == []
    assert "AR" in [span for span, _ in protected(found)]


def test_an_official_is_not_protected_by_meeting_a_victim() -> None:
    """The official stays an entity beside the protected name."""
    found = read(
        "Kepala BP3MI Kalimantan Utara Arga Wiradipa menemui korban Melati Sapurna. Arga menenangkan Melati."
    )
    assert (
        names(found, "Official"),
        [span for span, _ in protected(found)],
    ) == (["Arga Wiradipa"], ["Melati Sapurna", "Melati"])


@pytest.mark.parametrize("word", ["PMI", "WNI", "TPPO", "CPMI", "TNI", "BP3MI"])
def test_an_abbreviation_is_nobodys_initials(word: str) -> None:
    """Common abbreviations after a cue are not taken for a person."""
    found = read(f"Polisi mencari korban {word} di pelabuhan. Pelaku {word} dicari.")
    assert (protected(found), entities(found, "Suspect")) == ([], [])
