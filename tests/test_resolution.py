"""Resolution: what is certain is joined, what is likely is suggested, and people have the last word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import Paper, interception, officer

from graph.casefile.decision import Decision, Judgement
from graph.masking import mask_case
from graph.naming import best_name, slug
from graph.resolution import Resolution, anchors, resolve
from graph.resolution.clusters import Clusters

RANGGA = "Rangga Wiratmaja"
NUNUKAN = ("Kapolres", "Polres Nunukan", "polres:65.03")
TARAKAN = ("Kapolres", "Polres Tarakan", "polres:65.71")
PORT = ("Pelabuhan Tunon Taka", "port:tunon-taka")


def resolved(*papers: Paper, decisions: Iterable[Decision] = ()) -> Resolution:
    return resolve(mask_case(paper.extraction for paper in papers), decisions)


def ids(resolution: Resolution, prefix: str) -> list[str]:
    """The distinct node ids that begin with the prefix."""
    return sorted(node_id for node_id in resolution.anchors if node_id.startswith(prefix))


def anchor(paper: Paper, entity_id: str) -> str:
    return anchors(paper.extraction)[entity_id]


def decided(kind: Judgement, a: str, b: str, number: int = 1) -> Decision:
    return Decision(kind, a, b, "Ratna", at=f"2026-01-0{number}", id=number)


def test_codes_join_and_are_the_ids() -> None:
    """A place, agency or law with a code is one node in all documents, under that code."""
    papers = [Paper("Tarakan."), Paper("Kota Tarakan, Tarakan.")]
    for paper, name in zip(papers, ("Tarakan", "Kota Tarakan"), strict=True):
        paper.entity("Location", name, "65.71")
        paper.entity("Law", "UU 21/2007 Pasal 4", "uu-21-2007:4")
    assert sorted(resolved(*papers).anchors) == ["65.71", "uu-21-2007:4"]


def test_names_without_a_code_join_within_a_label() -> None:
    """An agency, place or vessel without a code is known by its name, vessels also by kind."""
    papers = [Paper("Yayasan Lentera, Sei Ular, KM Thalia."), Paper("YAYASAN LENTERA; Sei Ular; KM Thalia!")]
    for paper, name in zip(papers, ("Yayasan Lentera", "YAYASAN LENTERA"), strict=True):
        paper.entity("Agency", name)
        paper.entity("Location", "Sei Ular")
        paper.entity("Vessel", "KM Thalia", kind="ship")
    expected = ["org:yayasan-lentera", "place:sei-ular", "vessel:ship:km-thalia"]
    assert expected == sorted(resolved(*papers).anchors)


def test_bare_name_of_a_coded_place_is_a_candidate() -> None:
    """A name without a code is not put to the place that has one, but suggested."""
    papers = [Paper("Sebatik."), Paper("Pulau Sebatik, Sebatik.")]
    papers[0].entity("Location", "Sebatik")
    papers[1].entity("Location", "Sebatik", "65.03.05")
    (candidate,) = resolved(*papers).candidates
    assert (candidate.a, candidate.b, candidate.label) == ("65.03.05", "place:sebatik", "Location")


def test_masked_names_of_two_documents_are_two_things() -> None:
    """Two shops named after different victims do not become one because both names are masked."""
    papers = [Paper("Toko Sekar Tirtasari."), Paper("Toko Melur Rumekso.")]
    for paper, name in zip(papers, ("Sekar Tirtasari", "Melur Rumekso"), strict=True):
        paper.protect(name)
        paper.entity("Agency", f"Toko {name}")
    found = resolved(*papers)
    assert len(found.anchors) == 2
    assert found.candidates == ()


def test_same_name_and_agency_is_one_official() -> None:
    """One name at one agency is one person, also where it is a single word."""
    first = officer(RANGGA, "", *NUNUKAN, "2025-01-01")
    second = officer(RANGGA.upper(), "", *NUNUKAN, "2026-01-01")
    single = [officer("Suparjo", "", *TARAKAN, day) for day in ("2025-02-01", "2025-03-01")]
    found = resolved(first, second, *single)
    assert ids(found, "official:") == ["official:rangga-wiratmaja", "official:suparjo"]
    assert {"same name and agency", "same code"} == {merge.rule for merge in found.merges}


def test_career_within_one_service_is_one_official() -> None:
    """An officer who changes office and rises in rank is one person."""
    found = resolved(
        officer(RANGGA, "AKP", "Kasat Reskrim", "Polres Nunukan", "polres:65.03", "2023-01-01"),
        officer(RANGGA, "AKBP", *TARAKAN, "2025-01-01"),
        officer(RANGGA, "Kombes Pol", "Direktur", "Polda Kalimantan Utara", "polda:65", "2026-01-01"),
    )
    assert ids(found, "official:") == ["official:rangga-wiratmaja"]
    assert found.candidates == ()


@pytest.mark.parametrize(
    ("name", "ranks"),
    [
        (RANGGA, ("AKBP", "AKP")),
        (RANGGA, ("AKP", "Letkol")),
        (RANGGA, ("", "")),
        (RANGGA, ("AKP", "")),
    ],
)
def test_same_name_elsewhere_is_a_candidate(name: str, ranks: tuple[str, str]) -> None:
    """A name at another agency is only suggested when rank falls, changes service or is not told."""
    found = resolved(
        officer(name, ranks[0], *NUNUKAN, "2024-01-01"), officer(name, ranks[1], *TARAKAN, "2025-01-01")
    )
    expected = ["official:rangga-wiratmaja@polres:65.03", "official:rangga-wiratmaja@polres:65.71"]
    assert expected == ids(found, "official:")
    (candidate,) = found.candidates
    assert expected == [candidate.a, candidate.b]


def test_single_word_at_two_agencies_is_two_people() -> None:
    """A name of one word means nothing at another agency."""
    found = resolved(
        officer("Suparjo", "AKP", *NUNUKAN, "2024-01-01"), officer("Suparjo", "AKP", *TARAKAN, "2025-01-01")
    )
    assert len(ids(found, "official:")) == 2
    assert found.candidates == ()


def test_forms_of_a_name_at_one_agency_are_candidates() -> None:
    """A middle name left out or written as an initial is suggested, not joined."""
    days = ("2025-01-01", "2025-01-02", "2025-01-03")
    names = ("Andi M. Rusdan", "Andi Rusdan", "Andi Mappa Rusdan")
    found = resolved(*(officer(name, "", *NUNUKAN, day) for name, day in zip(names, days, strict=True)))
    assert len(ids(found, "official:")) == 3
    assert {"forms of one name"} == {candidate.rule for candidate in found.candidates}
    assert len(found.candidates) == 3


def test_person_may_join_what_no_rule_would() -> None:
    """A decision "same" makes two nodes one, "different" ends the question, and undo restores exactly."""
    papers = [officer(RANGGA, "", *NUNUKAN, "2024-01-01"), officer(RANGGA, "", *TARAKAN, "2025-01-01")]
    a, b = (anchor(paper, "e1") for paper in papers)
    before = resolved(*papers)
    same = decided("same", a, b)
    assert ids(resolved(*papers, decisions=[same]), "official:") == ["official:rangga-wiratmaja"]
    assert before == resolved(*papers, decisions=[replace(same, undone_at="2026-02-01")])
    parted = resolved(*papers, decisions=[decided("different", a, b)])
    assert parted.candidates == ()


def test_person_may_part_what_every_rule_would_join() -> None:
    """A decision "different" keeps two agencies with one code apart; one keeps the code as its id."""
    papers = [officer(RANGGA, "", *NUNUKAN, "2024-01-01"), officer("Bima Arya", "", *NUNUKAN, "2024-02-02")]
    a, b = (anchor(paper, "e2") for paper in papers)
    found = ids(resolved(*papers, decisions=[decided("different", a, b)]), "polres:65.03")
    assert len(found) == 2
    assert found[0] == "polres:65.03"


def test_later_decision_on_a_pair_counts() -> None:
    """Whoever decides again on the same pair overrides the earlier decision."""
    papers = [officer(RANGGA, "", *NUNUKAN, "2024-01-01"), officer(RANGGA, "", *TARAKAN, "2025-01-01")]
    a, b = (anchor(paper, "e1") for paper in papers)
    found = resolved(*papers, decisions=[decided("different", b, a, 2), decided("same", a, b, 1)])
    assert len(ids(found, "official:")) == 2
    assert found.unused == ()


def test_third_thing_does_not_bridge_a_difference() -> None:
    """When a and c are different, b goes to one of them and does not pull them together."""
    days = ("2024-01-01", "2024-02-01", "2024-03-01")
    papers = [officer(RANGGA, "", *NUNUKAN, day) for day in days]
    a, _, c = (anchor(paper, "e1") for paper in papers)
    found = resolved(*papers, decisions=[decided("different", a, c)])
    assert sorted(len(found.anchors[each]) for each in ids(found, "official:")) == [1, 2]


def test_unsure_stays_a_candidate_and_lost_decisions_are_told() -> None:
    """A judgement "unsure" is shown with the candidate; one on things that are gone is reported as unused."""
    papers = [officer(RANGGA, "", *NUNUKAN, "2024-01-01"), officer(RANGGA, "", *TARAKAN, "2025-01-01")]
    a, b = (anchor(paper, "e1") for paper in papers)
    lost = decided("same", a, "0000/Official/nobody", 2)
    found = resolved(*papers, decisions=[decided("unsure", a, b), lost])
    assert "Ratna was unsure" in found.candidates[0].reason
    assert (lost,) == found.unused


DAYS = st.sampled_from(["2024-01-01", "2024-06-01", "2025-01-01", "2025-01-02"])
OFFICERS = st.builds(
    lambda name, rank, post, day: officer(name, rank, post[0], post[1], post[2], day),
    st.sampled_from([RANGGA, "Bima Arya", "R. Wiratmaja"]),
    st.sampled_from(["", "AKP", "AKBP", "Letkol"]),
    st.sampled_from([NUNUKAN, TARAKAN]),
    DAYS,
)
INTERCEPTIONS = st.builds(
    interception, DAYS, st.just(PORT[0]), st.sampled_from([PORT[1], "65.03"]), st.integers(1, 9)
)
PAPERS = st.lists(OFFICERS | INTERCEPTIONS, min_size=2, max_size=7, unique_by=lambda paper: paper.text)


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Paper], list[Decision]]:
    """A case and some decisions on pairs of its things."""
    papers = draw(PAPERS)
    things = sorted({anchor for paper in papers for anchor in anchors(paper.extraction).values()})
    kinds: st.SearchStrategy[Judgement] = st.sampled_from(["same", "different", "unsure"])
    pairs = draw(st.lists(st.tuples(kinds, st.sampled_from(things), st.sampled_from(things)), max_size=4))
    return papers, [decided(kind, a, b, number) for number, (kind, a, b) in enumerate(pairs, start=1)]


@given(judged(), st.randoms(use_true_random=False))
def test_order_of_documents_does_not_matter(case: tuple[list[Paper], list[Decision]], random: Random) -> None:
    """The same documents and decisions in any order give the same resolution."""
    papers, decisions = case
    expected = resolved(*papers, decisions=decisions)
    random.shuffle(papers)
    assert expected == resolved(*papers, decisions=decisions[::-1])


@given(judged(), st.integers(0, 3))
def test_undo_restores_exactly(case: tuple[list[Paper], list[Decision]], which: int) -> None:
    """A decision that was made and undone leaves the resolution as if it had never been made."""
    papers, decisions = case
    for index in range(min(which, len(decisions))):
        undone = [
            replace(each, undone_at="2026-03-01") if number == index else each
            for number, each in enumerate(decisions)
        ]
        never = decisions[:index] + decisions[index + 1 :]
        assert resolved(*papers, decisions=never) == resolved(*papers, decisions=undone)


@given(judged())
def test_different_things_are_never_one(case: tuple[list[Paper], list[Decision]]) -> None:
    """No two things that the last word calls different share a node, whatever else was decided."""
    papers, decisions = case
    last = {frozenset((each.a, each.b)): each for each in decisions}
    found = resolved(*papers, decisions=decisions)
    node_of = {anchor: node_id for node_id, members in found.anchors.items() for anchor in members}
    for each in last.values():
        if each.kind == "different" and each not in found.unused:
            assert node_of[each.a] != node_of[each.b]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_clusters_never_join_what_is_forbidden(steps: list[tuple[bool, int, int]]) -> None:
    """Whatever is joined and forbidden, in whatever order, no group holds a forbidden pair."""
    clusters = Clusters(map(str, range(7)))
    kept_apart = []
    for join, a, b in steps:
        if join:
            clusters.join(str(a), str(b))
        elif clusters.forbid(str(a), str(b)):
            kept_apart.append((str(a), str(b)))
    assert all(clusters.root(a) != clusters.root(b) for a, b in kept_apart)
    assert all(clusters.forbidden(a, b) for a, b in kept_apart)


def test_best_name_is_frequent_then_long_then_not_shouted() -> None:
    """The name shown is the one most documents use, the longest of equals, written with small letters."""
    assert best_name(["Andi Rusdan", "Andi M. Rusdan", "ANDI M. RUSDAN"]) == "Andi M. Rusdan"
    assert best_name(["POLRES NUNUKAN", "Polres Nunukan", "Polres"]) == "Polres Nunukan"


def test_slug_folds_accents_and_never_is_empty() -> None:
    """A slug has the words of a name; a name without words still gets one of its own."""
    assert slug("Andi  M. Rusdán") == "andi-m-rusdan"
    assert slug("!!!") != slug("???")
