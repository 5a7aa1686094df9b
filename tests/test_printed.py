"""The names of an accused as a decision prints them."""

from __future__ import annotations

import pytest
from invented import read

from graph.model import Extraction


def suspects(extraction: Extraction) -> dict[str, tuple[str, ...]]:
    """The suspects of an extraction with their other names."""
    return {e.name: e.aliases for e in extraction.entities if e.label == "Suspect"}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SUDI RANTELINO alias PAK TUO bin (alm) MALINTA", "Sudi Rantelino"),
        ("SUDI RANTELINO Als TUO Binti MALINTA SANGKALA", "Sudi Rantelino"),
        ("Sudi Rantelino bin Malinta", "Sudi Rantelino bin Malinta"),
        ("SUDI RANTELINO Als OPUNG Anak dari MALINTA", "Sudi Rantelino"),
    ],
)
def test_the_printed_form_is_one_of_the_names(printed: str, name: str) -> None:
    """Alias and patronym stay with the accused; the father is nobody of the case."""
    found = read(f"Menyatakan Terdakwa {printed} terbukti bersalah melakukan perdagangan orang.")
    ((main, others),) = suspects(found).items()
    assert main == name
    assert printed in (main, *others) or printed.lower() == main.lower()
    assert not found.protected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Terdakwa I SUDI RANTELINO dan Terdakwa II YOHANA PALIMBONG bersalah.",
            {"Sudi Rantelino", "Yohana Palimbong"},
        ),
        ("Terdakwa I ditahan sejak Senin.", set()),
        ("Terdakwa I KETUT SURADANA bersalah.", {"I Ketut Suradana"}),
        ("Terdakwa II PT ARUNG PALIMA JAYA bersalah.", set()),
    ],
)
def test_the_numeral_of_an_accused_is_no_name(text: str, names: set[str]) -> None:
    """ "Terdakwa II" counts; "I Ketut" is a name; a company is no suspect."""
    assert set(suspects(read(text))) == names
