"""Masking: no name of a victim or witness leaves the case, and no official's or place's name is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import Paper

from graph.masking import MaskedCase, mask_case, mask_extraction
from graph.masking.mask import Mask
from graph.model import Extraction

GIVEN = st.sampled_from(["Melur", "Sekar", "Intan", "Kenanga", "Ayunda", "Wening"])
FAMILY = st.sampled_from(["Tirtasari", "Pandanwangi", "Rumekso", "Lintangsari", "Nagekeo"])
NAMES = st.tuples(GIVEN, FAMILY).map(" ".join)
FRAMES = (
    "Korban {} ditemukan di Tarakan.",
    "Menurut {}, ia dijanjikan gaji besar.",
    "KORBAN {} PULANG.",
    "Kepala BP3MI bertemu {} ({} tahun).",
)


def one_victim(text: str, name: str, role: str = "korban") -> Paper:
    """A document with one protected person, marked where the name first stands."""
    paper = Paper(text)
    paper.protect(name, 1, role)
    return paper


def masked_text(paper: Paper) -> str:
    """The whole text of the document as it may leave the case."""
    return Mask(paper.extraction).span(0, len(paper.text))


def strings(extraction: Extraction) -> list[str]:
    """Every string of an extraction except the text itself."""
    document = extraction.document
    found = [document.title or "", document.publisher or "", document.url or "", document.origin]
    for entity in extraction.entities:
        found += [entity.name, *entity.aliases, *(mention.text for mention in entity.mentions)]
        found += [str(value) for value in entity.properties.values()]
        found += [part.text for parts in entity.evidence.values() for part in parts]
    for claim in extraction.claims:
        found += [*(part.text for part in claim.evidence), *map(str, claim.properties.values())]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sekar Tirtasari pulang.", "[korban 1] pulang."),
        ("Sekar Tirtasari pulang. Ibu Sekar menunggu.", "[korban 1] pulang. Ibu [korban 1] menunggu."),
        ("Sekar Tirtasari pulang; SEKAR\n TIRTASARI sehat.", "[korban 1] pulang; [korban 1] sehat."),
        ("Sekar Tirtasari pulang. Tirtasari sehat.", "[korban 1] pulang. [korban 1] sehat."),
        ("Sekar Tirtasari membawa sekar melati.", "[korban 1] membawa sekar melati."),
        ("Sekar Tirtasari pulang. Tirtasari Sekar.", "[korban 1] pulang. [korban 1]."),
        ("Sekar Tirtasari di Desa Tirtasarijaya.", "[korban 1] di Desa Tirtasarijaya."),
    ],
)
def test_name_is_masked_wherever_it_stands(text: str, expected: str) -> None:
    """The full name goes in any case, its single words where they stand as names; other words stay."""
    assert expected == masked_text(one_victim(text, "Sekar Tirtasari"))


def test_people_keep_their_numbers_and_roles() -> None:
    """Several protected people of a document stay told apart."""
    paper = Paper("Sekar Tirtasari dan Melur Rumekso melapor. Melur menangis.")
    paper.protect("Sekar Tirtasari", 1)
    paper.protect("Melur Rumekso", 2, "saksi")
    assert masked_text(paper) == "[korban 1] dan [saksi 2] melapor. [saksi 2] menangis."


def test_initials_are_masked_only_where_marked() -> None:
    """A protected initial is masked at its place; the same letter elsewhere is not."""
    paper = Paper("Korban S (17) dan Polres S.")
    paper.protect("S", 1)
    assert masked_text(paper) == "Korban [korban 1] (17) dan Polres S."


def test_names_of_officials_and_places_are_not_broken() -> None:
    """A single word of a victim's name stays where it is part of an official's or a place's name."""
    paper = one_victim(
        "Sekar Nagekeo tiba di Nagekeo. AKBP Bima Sekar menjemput. Nagekeo ramai.", "Sekar Nagekeo"
    )
    paper.entity("Location", "Nagekeo", "53.16")
    paper.entity("Official", "Bima Sekar")
    expected = "[korban 1] tiba di Nagekeo. AKBP Bima Sekar menjemput. Nagekeo ramai."
    assert expected == masked_text(paper)
    assert [each.name for each in mask_extraction(paper.extraction).entities] == ["Nagekeo", "Bima Sekar"]


def test_coded_place_keeps_its_name_when_marked_by_mistake() -> None:
    """A place with an official code does not vanish from the case because its name was marked once."""
    paper = one_victim("Tanjung Selor ditemukan. Warga Tanjung Selor membantu.", "Tanjung Selor")
    paper.entity("Location", "Tanjung Selor", "65.01.01")
    assert masked_text(paper) == "[korban 1] ditemukan. Warga Tanjung Selor membantu."
    other = Paper("Rapat di Tanjung Selor.")
    other.entity("Location", "Tanjung Selor", "65.01.01")
    case = mask_case([paper.extraction, other.extraction])
    assert [each.entities[0].name for each in case.extractions] == ["Tanjung Selor"] * 2


@pytest.mark.parametrize("label", ["Suspect", "Official"])
@pytest.mark.parametrize("name", ["Sekar Tirtasari", "SEKAR TIRTASARI"])
def test_person_with_a_protected_name_is_dropped(label: str, name: str) -> None:
    """A victim whom extraction also took for a suspect or official is no entity, and its claims go too."""
    paper = one_victim("Sekar Tirtasari dan Polres Tarakan.", "Sekar Tirtasari")
    person = paper.entity(label, name)
    paper.claim("HOLDS_POSITION", person, paper.entity("Agency", "Polres Tarakan", "polres:65.71"))
    masked = mask_extraction(paper.extraction)
    assert [entity.name for entity in masked.entities] == ["Polres Tarakan"]
    assert masked.claims == ()


def test_title_file_and_address_are_masked() -> None:
    """What is told of the document itself is masked like its text."""
    paper = one_victim("Sekar Tirtasari pulang.", "Sekar Tirtasari")
    paper.title = "Kisah Sekar Tirtasari"
    document = mask_extraction(paper.extraction).document
    assert document.title == "Kisah [korban 1]"
    assert document.url == "https://contoh.invalid/berita"


@pytest.mark.parametrize("written", ["sekar-tirtasari", "Sekar_Tirtasari", "SEKAR.TIRTASARI"])
def test_name_in_a_file_name_or_address_is_masked(written: str) -> None:
    """The signs that stand for blanks in file names and addresses do not hide a name."""
    mask = Mask(one_victim("Sekar Tirtasari pulang.", "Sekar Tirtasari").extraction)
    assert mask.text(f"https://contoh.invalid/{written}.html") == "https://contoh.invalid/[korban 1].html"


def test_victim_is_masked_in_every_document_of_the_case() -> None:
    """A name that one outlet protects is masked where another prints it, and is no node there."""
    careful = one_victim("Korban Sekar Tirtasari selamat.", "Sekar Tirtasari")
    careless = Paper("Polres Tarakan menemukan Sekar Tirtasari di pelabuhan.")
    person = careless.entity("Suspect", "Sekar Tirtasari")
    careless.claim("SUSPECTED_IN", person, careless.incident("rescue", "2025-09-17"))
    case = mask_case([careful.extraction, careless.extraction])
    assert all("Sekar" not in text for each in case.extractions for text in strings(each))
    found = [text for each in case.extractions for text in strings(each) if "pelabuhan" in text]
    assert {"Polres Tarakan menemukan [korban] di pelabuhan."} == set(found)


def test_witness_elsewhere_does_not_hide_an_accused() -> None:
    """A witness of one trial who is the accused of another stays visible there, and only there."""
    first = one_victim("Saksi Wening Rumekso diperiksa.", "Wening Rumekso", "saksi")
    second = Paper("Terdakwa Wening Rumekso dihukum.")
    person = second.entity("Suspect", "Wening Rumekso")
    second.claim("SUSPECTED_IN", person, second.incident("trafficking", "2025-01-05"))
    case = mask_case([first.extraction, second.extraction])
    by_text = {each.document.text: each for each in case.extractions}
    assert by_text[second.text].entities[0].name == "Wening Rumekso"
    assert by_text[second.text].claims[0].evidence[0].text == "Terdakwa Wening Rumekso dihukum."
    assert all("Wening" not in text for text in strings(by_text[first.text]))


def test_witness_elsewhere_does_not_hide_an_alias() -> None:
    """The same holds for the alias of an accused; a victim's name as an alias is left out."""
    first = one_victim("Saksi Wening Rumekso diperiksa.", "Wening Rumekso", "saksi")
    first.text += " Korban Melur Tirtasari."
    first.protect("Melur Tirtasari", 2)
    second = Paper("Terdakwa WR alias Wening Rumekso dihukum.")
    second.entity("Suspect", "WR")
    aliases = ("Wening Rumekso", "Melur Tirtasari")
    second.entities[0] = replace(second.entities[0], aliases=aliases)
    case = mask_case([first.extraction, second.extraction])
    (suspect,) = [entity for each in case.extractions for entity in each.entities]
    assert suspect.aliases == ("Wening Rumekso",)


def test_masking_twice_changes_nothing() -> None:
    """A masked extraction is masked already."""
    paper = one_victim("Sekar Tirtasari pulang. Sekar sehat.", "Sekar Tirtasari")
    paper.claim("OCCURRED_AT", paper.incident("rescue", "2025-09-17"), paper.entity("Location", "Tarakan"))
    once = mask_extraction(paper.extraction)
    assert once == mask_extraction(once)


def test_two_extractions_of_one_document_are_refused() -> None:
    """A case may not hold a document twice: the one that protects less must never win."""
    paper = one_victim("Sekar Tirtasari pulang.", "Sekar Tirtasari")
    with pytest.raises(ValueError, match="one document"):
        mask_case([paper.extraction, Extraction(paper.document)])


def test_mentions_are_given_with_their_masked_sentences() -> None:
    """The sentence around a mention is found, stops of abbreviations and all, and masked."""
    text = "Sekar Tirtasari selamat. Kombes. Pol. Bima Arya menjemput Sekar di Tarakan.\nBerita lain."
    paper = one_victim(text, "Sekar Tirtasari")
    official = paper.entity("Official", "Bima Arya")
    case = mask_case([paper.extraction])
    (sentence,) = case.mentioned[paper.document.sha256, official]
    assert sentence.text == "Kombes. Pol. Bima Arya menjemput [korban 1] di Tarakan."
    assert text[sentence.start : sentence.end] == "Kombes. Pol. Bima Arya menjemput Sekar di Tarakan."


@given(st.lists(st.tuples(NAMES, st.sampled_from(FRAMES), st.booleans()), min_size=1, max_size=5))
def test_no_protected_name_is_left(parts: list[tuple[str, str, bool]]) -> None:
    """Whatever victims a case has, no string of the masked case holds the full name of any of them."""
    papers = []
    for number, (name, frame, marked) in enumerate(parts):
        paper = Paper(f"Berita {number}: " + frame.format(name, name), title=f"Kisah {name.upper()}")
        if marked:
            paper.protect(name, number)
        incident = paper.incident("rescue", "2025-09-17", exploitation=f"bekerja bagi {name}")
        paper.claim("SUSPECTED_IN", paper.entity("Suspect", name), incident)
        paper.entity("Agency", f"Yayasan {name}")
        papers.append(paper)
    case: MaskedCase = mask_case(paper.extraction for paper in papers)
    texts = [text.casefold() for each in case.extractions for text in strings(each)]
    texts += [part.text.casefold() for parts in case.mentioned.values() for part in parts]
    protected = {name.casefold() for name, _, marked in parts if marked}
    assert [text for text in texts for name in protected if name in text] == []
