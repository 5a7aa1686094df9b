"""Routes: the legs of incidents as relationships between places, with how many people took them."""

from __future__ import annotations

import pytest
from papers import Paper, interception
from projected import PORT, TAWAU, built, link, links, some

KUPANG, BONE, SINJAI = ("Kupang", "53.71"), ("Bone", "73.08"), ("Sinjai", "73.07")
SANDAKAN = ("Sandakan", "geonames:1734052")


def test_routes_follow_from_incidents() -> None:
    """Origin, transit and destination of incidents make legs, with incidents, victims and sentences."""
    papers = [interception(day, *PORT, count) for day, count in (("2025-09-17", 14), ("2025-11-02", 6))]
    for paper in papers:
        paper.text += " Mereka dari Kupang lewat Nunukan, Malaysia tujuannya."
        paper.claim("ORIGIN", "e1", paper.entity("Location", "Kupang", "53.71"), "dari Kupang")
        paper.claim("TRANSIT", "e1", paper.entity("Location", "Nunukan", "65.03"), "lewat Nunukan")
        paper.claim("DESTINATION", "e1", paper.entity("Location", "Malaysia", "geonames:1733045"), "Malaysia")
    graph = built(*papers)
    legs = {(each.start, each.end) for each in links(graph, "ROUTE_TO")}
    assert {("53.71", "65.03"), ("65.03", TAWAU)} == legs
    first = link(graph, "ROUTE_TO", "53.71", "65.03").properties
    expected = {"origin": "derived", "incidents": 2, "victims": 20, "sources": 2}
    assert expected == some(dict(first), *expected)
    assert first["sentences"] == ["dari Kupang", "lewat Nunukan"] * 2


def test_stated_route_stays_read_and_is_counted() -> None:
    """A way that a document states keeps its mode and gets the counts of the incidents on it."""
    paper = interception("2025-09-17", *PORT, 14)
    paper.claim("ORIGIN", "e1", "e2")
    paper.claim("ROUTE_TO", "e2", "e4", mode="sea")
    found = link(built(paper), "ROUTE_TO", PORT[1], TAWAU).properties
    expected = {"origin": "read", "mode": "sea", "incidents": 1, "victims": 14}
    assert expected == some(dict(found), *expected)


def travelled(*ways: tuple[str, tuple[str, str], int | None], day: str = "2025-09-17") -> Paper:
    """An interception of 12 people on the way to Tawau: (ORIGIN, TRANSIT or DESTINATION, place, count) each."""
    paper = interception(day, *PORT, 12)
    for kind, place, count in ways:
        known = {} if count is None else {"count": count}
        paper.claim(kind, "e1", paper.entity("Location", *place), **known)
    return paper


def victims(*papers: Paper) -> dict[tuple[str, str], object]:
    """The number of people on every leg; None where it has none."""
    return {
        (each.start, each.end): each.properties.get("victims") for each in links(built(*papers), "ROUTE_TO")
    }


def test_people_of_an_origin_are_those_who_came_from_there() -> None:
    """ "7 from Bone and 5 from Sinjai": each leg has its own, what lies behind the transit has all."""
    paper = travelled(("ORIGIN", BONE, 7), ("ORIGIN", SINJAI, 5), ("TRANSIT", PORT, None))
    expected = {(BONE[1], PORT[1]): 7, (SINJAI[1], PORT[1]): 5, (PORT[1], TAWAU): 12}
    assert expected == victims(paper)


def test_people_of_a_destination_are_those_who_were_bound_for_it() -> None:
    """Where documents count by destination, the legs that end there have these counts."""
    paper = travelled(("ORIGIN", KUPANG, None), ("DESTINATION", SANDAKAN, 4))
    expected = {(KUPANG[1], TAWAU): None, (KUPANG[1], SANDAKAN[1]): 4}
    assert expected == victims(paper)


def test_only_origin_has_its_own_count_or_all() -> None:
    """One origin is that of all, unless a document says how many came from there."""
    assert {(KUPANG[1], TAWAU): 12} == victims(travelled(("ORIGIN", KUPANG, None)))
    assert {(KUPANG[1], TAWAU): 9} == victims(travelled(("ORIGIN", KUPANG, 9)))


@pytest.mark.parametrize("counts", [(None, None), (7, None)])
def test_incident_counts_for_nobody_where_documents_do_not_tell(
    counts: tuple[int | None, int | None],
) -> None:
    """Of several origins without a count nothing is added; another incident's people on that leg stay."""
    paper = travelled(("ORIGIN", BONE, counts[0]), ("ORIGIN", SINJAI, counts[1]))
    other = travelled(("ORIGIN", SINJAI, None), day="2025-11-02")
    assert {(BONE[1], TAWAU): counts[0], (SINJAI[1], TAWAU): None} == victims(paper)
    assert victims(paper, other)[SINJAI[1], TAWAU] == 12
    assert link(built(paper, other), "ROUTE_TO", SINJAI[1], TAWAU).properties["incidents"] == 2


def test_nobody_knows_who_went_where_between_several_and_several() -> None:
    """With two origins and two destinations, counts of either do not give the number on a leg."""
    paper = travelled(("ORIGIN", BONE, 7), ("ORIGIN", SINJAI, 5), ("DESTINATION", SANDAKAN, 4))
    assert {None} == set(victims(paper).values())


def test_leg_told_twice_of_one_incident_counts_once() -> None:
    """A place that is origin and transit, before one that is transit and destination, makes one leg."""
    ways = (("ORIGIN", KUPANG, 9), ("TRANSIT", KUPANG, None), ("TRANSIT", ("Tawau", TAWAU), None))
    found = link(built(travelled(*ways)), "ROUTE_TO", KUPANG[1], TAWAU).properties
    assert {"incidents": 1, "victims": 9} == some(dict(found), "incidents", "victims")
