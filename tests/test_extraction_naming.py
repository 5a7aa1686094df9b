"""Which names of agencies, places and vessels stay, weighed over all their mentions by a model made for the test."""

from __future__ import annotations

import numpy as np

from ingest.extraction.entities.naming import RIGHT, Naming, weigh_names
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.mentions import Mentions, find_mentions
from ingest.extraction.models.linear import LinearModel
from ingest.extraction.words.text import prepare
from ingest.reading import read_text

TEXT = (
    "Dinas Sosial Parepare menampung mereka. Petugas Satreskrim Polres Nunukan datang. "
    "Yayasan Layar Timur membantu, kata Dinas Sosial Parepare. Speedboat Camar Jaya 07 ditahan di Layar Timur."
)


def mentions() -> Mentions:
    """The text with what the rules find in it."""
    return find_mentions(prepare(read_text(TEXT, "a.txt")))


def model(**weights: float) -> LinearModel:
    """A model that holds every name for right but for the features with these weights."""
    rows = {name.replace("_", "="): i for i, name in enumerate(weights)}
    column = np.array([[each] for each in weights.values()], dtype=np.float32).reshape(len(rows), 1)
    return LinearModel(
        (RIGHT,), rows, column, np.array([2.0], dtype=np.float32), np.array([0.5], dtype=np.float32)
    )


def names(found: Mentions) -> set[str]:
    """The names of agencies and vessels on the board."""
    return {f.name for f in found.board.finds if f.label in ("Agency", "Vessel")}


def test_what_the_model_holds_for_right_stays() -> None:
    """Nothing is dropped without a reason."""
    found = mentions()
    before = names(found)
    weigh_names(found, model())
    assert names(found) == before >= {"Dinas Sosial Parepare", "Yayasan Layar Timur", "Camar Jaya 07"}


def test_a_name_that_is_likely_none_is_dropped_at_all_its_mentions() -> None:
    """Both mentions of the office go, others stay."""
    found = mentions()
    weigh_names(found, model(begin_dinas=-9.0))
    assert "Dinas Sosial Parepare" not in names(found)
    assert "Yayasan Layar Timur" in names(found)


def test_a_unit_with_its_code_inside_of_another_is_sure() -> None:
    """The grammar read "Satreskrim Polres Nunukan" as two units: no model takes it away."""
    found = mentions()
    weigh_names(found, model(begin_satreskrim=-9.0, now_Agency=-9.0))
    assert names(found) >= {"Satreskrim Polres Nunukan"}


def test_vessels_are_given_more_room() -> None:
    """A chance of .2 is enough for a vessel and too little for an agency."""
    found = mentions()
    weigh_names(found, model(now_Vessel=-3.4, now_Agency=-3.4))
    assert names(found) == {"Camar Jaya 07", "Satreskrim Polres Nunukan"}


def test_a_name_is_told_where_its_words_stand_in_others() -> None:
    """ "Layar Timur" in "Yayasan Layar Timur" is told to both."""
    found = mentions()
    at = TEXT.index("Layar Timur", TEXT.index("Layar Timur") + 1)
    sentence = next(s.number for s in found.page.sentences if s.start <= at < s.end)
    found.board.claim(Find("Location", at, at + len("Layar Timur"), sentence, "Layar Timur"))
    naming = Naming(found)
    whole, part = (
        next(g for g in naming.groups if g.names[0] == n) for n in ("Yayasan Layar Timur", "Layar Timur")
    )
    features = naming.features(whole)
    assert {"now=Agency", "n=1", "words=3", "begin=yayasan", "end=timur", "fact=org_role"} <= features
    assert "holds=Location" in features
    assert "ends=Agency" in naming.features(part)
