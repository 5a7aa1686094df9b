"""Court decisions: the accused by his identity block, the court by who signs, the witnesses protected."""

from __future__ import annotations

from invented import DECISION, ends, incident, names, offices, protected, read, the, told


def test_the_accused_has_what_the_identity_block_says() -> None:
    """Name, alias, age, sex and nationality are read from the lines of the block."""
    accused = the(read(DECISION, kind="verdict"), "Suspect")
    assert (accused.name, set(accused.aliases)) == (
        "Saparudin",
        {"Udin", "SAPARUDIN alias UDIN bin LAMBASO"},  # the second is the name as printed
    )
    assert accused.properties == {
        "age": 36,
        "sex": "L",
        "nationality": "Indonesia",
        "status": "terdakwa",
        "by_initials": False,
    }


def test_judges_clerk_and_prosecutor_hold_their_offices() -> None:
    """Names with degrees have the office told after them, at the court or the prosecution."""
    assert {
        ("Wirya Adisoma", "Hakim Ketua", "Pengadilan Negeri Nunukan"),
        ("Retno Palupita", "Hakim Anggota", "Pengadilan Negeri Nunukan"),
        ("Yosua Manopo", "Hakim Anggota", "Pengadilan Negeri Nunukan"),
        ("Lisda Kamboja", "Panitera Pengganti", "Pengadilan Negeri Nunukan"),
        ("Sumarna Tolib", "Penuntut Umum", "Kejaksaan Negeri Nunukan"),
    } == {office for office in offices(read(DECISION, kind="verdict")) if office[1] != "anggota"}


def test_the_officer_who_testifies_is_an_official_and_the_others_are_protected() -> None:
    """An officer heard as a witness is named with his office; victim and private witness are hidden."""
    found = read(DECISION, kind="verdict")
    assert ("Sefti Rundubelo", "anggota", "Polres Nunukan") in offices(found)
    assert protected(found) == [("MARWAH LATIPA", "korban"), ("HASNAWATI BOLONG", "saksi")]


def test_the_case_is_that_of_the_charge() -> None:
    """The kind follows from the law charged; day, count, scene, court and police are told."""
    found = read(DECISION, kind="verdict")
    wanted = {"kind": "trafficking", "date": "2025-05-12", "victims_total": 6, "suspects_total": 1}
    assert incident(found) == wanted
    assert ends(found, "OCCURRED_AT") == ["Pelabuhan Tunon Taka"]
    assert ends(found, "CHARGED_WITH") == ["UU 21/2007 Pasal 4", "KUHP Pasal 55 ayat (1) ke-1"]
    assert {("Pengadilan Negeri Nunukan", "tried"), ("Polres Nunukan", "arrested")} <= {
        (end, said.get("role")) for _, _, end, said in told(found, "HANDLED_BY")
    }
    assert [who for who, _, _, _ in told(found, "SUSPECTED_IN")] == ["Saparudin"]


def test_without_the_kind_the_block_is_not_read() -> None:
    """Only a decision has an identity block: in news the same lines accuse nobody of anything."""
    block = "Nama lengkap : SAPARUDIN alias UDIN bin LAMBASO;\nJenis kelamin : Laki-laki;"
    assert names(read(block, kind="news"), "Suspect") == []


def test_a_judge_is_no_suspect_and_no_victim() -> None:
    """Those who sign are neither accused nor protected."""
    found = read(DECISION, kind="verdict")
    assert names(found, "Suspect") == ["Saparudin"]
    assert {"Wirya Adisoma", "Sumarna Tolib"} <= set(names(found, "Official"))
