"""Which day and which numbers are those of the incident."""

from __future__ import annotations

from invented import page

from ingest.extraction.entities.grouping import group
from ingest.extraction.relations.choices import SLOTS, choices
from ingest.extraction.relations.drafting import draft, mentions_by_rules
from ingest.extraction.relations.story import Story, Thing

TEXT = (
    "Polres Nunukan menggagalkan keberangkatan 14 CPMI di Pelabuhan Tunon Taka, Senin (3/3/2025). "
    "Dua tersangka, RD (31) dan SM (29), ditahan. "
    "Sepanjang 2024 ada 378 orang yang dicegah. "
    "Korban terdiri dari sembilan laki-laki dan lima perempuan."
)


def story(text: str) -> Story:
    """The story of a text as the rules draft it."""
    mentions = mentions_by_rules(page(text))
    made = Story(mentions, group(mentions.board.finds))
    draft(made)
    return made


def values(text: str) -> dict[str, set[object]]:
    """The candidates of each slot."""
    made = story(text)
    incident = next(t for t in made.things if t.label == "Incident")
    found: dict[str, set[object]] = {slot: set() for slot in SLOTS}
    for choice in choices(made, incident):
        found[choice.slot].add(choice.value)
    return found


def test_every_date_and_count_is_a_candidate() -> None:
    """Days, their months, mere years, printed counts and the number of people named are candidates."""
    found = values(TEXT)
    assert {"2025-03-03", "2025-03"} <= found["date"]
    assert {14, 378} <= found["victims_total"]
    assert 2 in found["suspects_total"]
    assert 9 in found["victims_men"]
    assert 5 in found["victims_women"]


def test_a_candidate_knows_its_sentences_and_whether_the_rules_chose_it() -> None:
    """Each value carries the sentences that say it; the rules' own is marked."""
    made = story(TEXT)
    incident = next(t for t in made.things if t.label == "Incident")
    chosen = {c.slot: c for c in choices(made, incident) if "rule=True" in c.features}
    assert chosen["victims_total"].value == incident.properties["victims_total"]
    assert all(choice.sentences for choice in choices(made, incident))


def test_a_case_without_counts_offers_one_suspect_only_where_one_is_spoken_of() -> None:
    """ "pelaku" may stand for one; a text that speaks of no suspect offers none."""
    empty = story("Kapal itu tenggelam di perairan Sebatik, Senin (3/3/2025).")
    made = choices(empty, Thing("Incident", "", {"kind": "accident"}))
    assert not [choice for choice in made if choice.slot == "suspects_total"]
