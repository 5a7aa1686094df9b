"""What holds of the scores of any gold: all right is 1, nothing is 0, one too many costs precision alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ingest.evaluation import EvaluationError, scores_of
from ingest.evaluation.gold import gold_of
from ingest.evaluation.keys import RANKS, hashed, normalised, without_rank
from ingest.evaluation.leaks import leaked
from ingest.evaluation.predictions import prediction_of
from ingest.evaluation.report import MICRO, SECTIONS, as_object, misses, sections
from ingest.evaluation.values import SLOTS, Scores, Tally

NAMED = ("Official", "Suspect", "Agency", "Location", "Vessel", "Law")
TYPES = ("HOLDS_POSITION", "PART_OF", "HANDLED_BY", "OCCURRED_AT")
Json = dict[str, Any]

words = st.text("aeiknorstu", min_size=5, max_size=9).filter(lambda word: word not in RANKS)
names = st.tuples(words, words).map(" ".join)
values = st.one_of(st.integers(1, 400), st.sampled_from(["trafficking", "arrest", "2025-09", "2025-09-15"]))


@st.composite
def golds(draw: st.DrawFn) -> Json:
    """An annotation with names in clear: things with names of their own, incidents, relationships between them."""
    things = [
        {"key": f"k{n}", "label": draw(st.sampled_from(NAMED)), "name": name, "surfaces": [name], "properties": {}}
        for n, name in enumerate(draw(st.lists(names, unique=True, min_size=1, max_size=8)))
    ]  # fmt: skip
    told = draw(st.lists(st.dictionaries(st.sampled_from(SLOTS), values), min_size=1, max_size=3))
    things += [
        {"key": f"i{n}", "label": "Incident", "name": "", "properties": slots} for n, slots in enumerate(told)
    ]
    ends = st.sampled_from([thing["key"] for thing in things])
    ties = draw(st.lists(st.tuples(st.sampled_from(TYPES), ends, ends), unique=True, max_size=8))
    said = [{"start": 0, "end": 1, "text": "x"}]
    return {
        "entities": things,
        "relationships": [{"type": t, "start": s, "end": e, "evidence": said} for t, s, e in ties],
        "protected_names": [],
    }


def hidden(annotation: Json) -> Json:
    """The annotation with the names of suspects as hashes."""
    entities = [
        {**each, "name": hashed(each["name"]), "surfaces": [hashed(each["name"])]}
        if each["label"] == "Suspect" else each
        for each in annotation["entities"]
    ]  # fmt: skip
    return {**annotation, "entities": entities}


def read_as(annotation: Json) -> Json:
    """The interchange object that says what the annotation says."""
    return {
        "entities": [{**each, "id": each["key"]} for each in annotation["entities"]],
        "relationships": annotation["relationships"],
    }


def scored(gold: Json, read: Json | None) -> Scores:
    """The scores of one document."""
    return scores_of([gold_of(Path("d.json"), gold)], [prediction_of(read) if read else None])


def rows(scores: Scores) -> dict[tuple[str, str], Tally]:
    """All counts by section and row, without those over everything."""
    return {
        (section, name): tally
        for section, parts in sections(scores).items()
        for name, tally in parts.items()
        if name != MICRO
    }


@given(golds())
def test_a_prediction_that_says_what_the_gold_says_is_all_right(annotation: Json) -> None:
    """Precision, recall and F1 are 1 in every row, also where the gold has hashes; nothing is missed or extra."""
    scores = scored(hidden(annotation), read_as(annotation))
    assert {(1.0, 1.0, 1.0)} == {(t.precision, t.recall, t.f1) for t in rows(scores).values()}
    assert (misses(scores), scores.leaked, scores.without_evidence) == ({}, 0, 0)


@given(golds(), st.booleans())
def test_nothing_read_scores_nothing(annotation: Json, read: bool) -> None:
    """An empty prediction and a missing one are 0 in every row and keep the counts of the gold."""
    scores = scored(annotation, {"entities": [], "relationships": []} if read else None)
    assert {(0.0, 0.0, 0.0)} == {(t.precision, t.recall, t.f1) for t in rows(scores).values()}
    assert as_object(scores)["entities"][MICRO]["gold"] == len(annotation["entities"])
    assert scores.missing == ([] if read else ["d"])


@given(golds(), st.sampled_from(NAMED), st.data())
def test_one_too_many_costs_precision_alone(annotation: Json, label: str, data: st.DataObject) -> None:
    """A thing that the gold does not have lowers its label's precision and changes no other figure."""
    read = read_as(annotation)
    kept = data.draw(st.lists(st.sampled_from(read["entities"]), unique_by=lambda each: str(each["id"])))
    extra = {"id": "extra", "label": label, "name": "Zzz Yyy"}
    before = rows(scored(annotation, {**read, "entities": kept}))
    after = rows(scored(annotation, {**read, "entities": [*kept, extra]}))
    old, new = before.pop(("entities", label), Tally()), after.pop(("entities", label))
    assert before == after
    assert (old.found, old.extra + 1, old.missed) == (new.found, new.extra, new.missed)
    assert new.recall == old.recall
    assert new.precision < old.precision or new.precision == old.precision == 0


@given(st.sampled_from(sorted(RANKS)), names)
def test_a_rank_makes_no_other_person(rank: str, name: str) -> None:
    """A name hashes alike with and without a rank before it, however it is written."""
    assert hashed(name) == hashed(f"{rank.title()}. {name.upper()}")


@given(st.lists(words), names, st.lists(words), st.booleans())
def test_a_protected_name_is_found_among_words(
    before: list[str], name: str, after: list[str], clear: bool
) -> None:
    """Wherever it stands, in clear or known by its hash only; and not where it does not stand."""
    protected = [name if clear else hashed(name)]
    text = ", ".join([*before, name.title(), *after])
    assert leaked(protected, text) == (1,)
    around = " ".join([*before, "q", *after])
    assert leaked(protected, around) == ((1,) if f" {name} " in f" {around} " else ())


@given(st.text())
def test_normalising_again_changes_no_words(text: str) -> None:
    """Any text becomes words with one space between them, and a name without rank is part of them."""
    words_of_it = normalised(text)
    assert words_of_it == " ".join(words_of_it.split())
    assert words_of_it.endswith(without_rank(text))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["entities", "relationships", "key", "label", "name", "surfaces", "properties", "type"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["entities", "relationships", "protected_names"]), json_values))
def test_no_object_breaks_the_reading_of_the_gold(annotation: Json) -> None:
    """An object is an annotation that can be scored, or is refused with the cure."""
    try:
        gold = gold_of(Path("d.json"), annotation)
    except EvaluationError as error:
        assert error.cure
    else:
        made = as_object(scores_of([gold], [None]))
        assert {row["precision"] for part in SECTIONS for row in made[part].values()} == {0.0}
