"""Projection: what all documents say together, every statement with its sentences, all as the schema says."""

from __future__ import annotations

import re
from dataclasses import replace

from papers import Paper, interception, officer
from projected import NUNUKAN, PORT, RANGGA, TARAKAN, built, link, links, node, some, the

from graph.casefile.decision import Decision
from graph.model import Node, StoredValue
from graph.resolution import anchors


def test_article_is_a_node_with_what_is_known_of_it() -> None:
    """A document becomes an Article under the first 16 digits of its SHA-256."""
    paper = officer(RANGGA, "AKBP", *NUNUKAN, "2025-03-01")
    sha256 = paper.document.sha256
    expected: dict[str, StoredValue] = {
        "name": "Berita",
        "aliases": [],
        "title": "Berita",
        "publisher": "Harian Perbatasan",
        "published_on": "2025-03-01",
        "first_reported": "2025-03-01",
        "last_reported": "2025-03-01",
        "url": "https://contoh.invalid/berita",
        "kind": "news",
        "language": "id",
        "sha256": sha256,
        "file": "berita.txt",
        "sources": 1,
    }
    assert Node("Article", f"article:{sha256[:16]}", expected) == the(built(paper), "Article")


def test_official_over_time() -> None:
    """An official has the latest rank, all ranks in order, all forms of the name and the reports' period."""
    papers = [
        officer(RANGGA, "AKP", *NUNUKAN, "2023-05-01"),
        officer(RANGGA, "AKBP", *TARAKAN, "2026-02-01"),
        officer("RANGGA WIRATMAJA", "AKBP", *TARAKAN, "2026-02-03"),
    ]
    found = node(built(*papers), RANGGA)
    expected: dict[str, StoredValue] = {
        "name": RANGGA,
        "aliases": ["RANGGA WIRATMAJA"],
        "rank": "AKBP",
        "ranks": ["AKP", "AKBP"],
        "first_reported": "2023-05-01",
        "last_reported": "2026-02-03",
        "sources": 3,
    }
    assert expected == dict(found.properties)


def test_position_brings_its_reports_together() -> None:
    """One office told by two documents is one relationship with both sentences and their dates."""
    papers = [officer(RANGGA, "AKBP", *NUNUKAN, day) for day in ("2025-03-01", "2025-01-01")]
    found = link(built(*papers), "HOLDS_POSITION", "official:rangga-wiratmaja", "polres:65.03")
    earlier, later = papers[1], papers[0]
    expected: dict[str, StoredValue] = {
        "origin": "read",
        "title": "Kapolres",
        "from": "2025-01-01",
        "to": "2025-03-01",
        "first_reported": "2025-01-01",
        "last_reported": "2025-03-01",
        "articles": [f"article:{paper.document.sha256[:16]}" for paper in (earlier, later)],
        "sentences": [earlier.text, later.text],
        "starts": [0, 0],
        "ends": [len(earlier.text), len(later.text)],
        "rules": ["test:holds_position"] * 2,
        "confidence": 0.9,
        "sources": 2,
    }
    assert expected == dict(found.properties)


def test_offices_at_one_agency_stay_apart() -> None:
    """Two titles, and an acting and a full holder, are different offices."""
    posts = (("Kasat Reskrim", False), ("Kapolres", True), ("Kapolres", False))
    papers = []
    for number, (title, acting) in enumerate(posts, start=1):
        paper = Paper(f"Berita {number}: {title} Polres Nunukan {RANGGA}.", published_on=f"2025-0{number}-01")
        person, agency = paper.entity("Official", RANGGA), paper.entity("Agency", NUNUKAN[1], NUNUKAN[2])
        paper.claim("HOLDS_POSITION", person, agency, title=title, acting=acting)
        papers.append(paper)
    found = [each.properties for each in links(built(*papers), "HOLDS_POSITION")]
    offices = {(str(each["title"]), bool(each["acting"])) for each in found}
    assert set(posts) == offices


def test_former_office_ends_where_it_was_last_reported_as_held() -> None:
    """A report "mantan Kapolres" marks the office as former and does not stretch its dates."""
    former = Paper(f"Mantan Kapolres Nunukan {RANGGA} hadir.", published_on="2026-05-01")
    person, agency = former.entity("Official", RANGGA), former.entity("Agency", NUNUKAN[1], NUNUKAN[2])
    former.claim("HOLDS_POSITION", person, agency, title="Kapolres", former=True)
    graph = built(officer(RANGGA, "AKBP", *NUNUKAN, "2025-03-01"), former)
    found = link(graph, "HOLDS_POSITION", "official:rangga-wiratmaja", "polres:65.03").properties
    expected = {"from": "2025-03-01", "to": "2025-03-01", "former": True, "last_reported": "2026-05-01"}
    assert expected == some(dict(found), *expected)


def test_incident_keeps_what_each_article_says() -> None:
    """Where outlets disagree on a count, the incident shows one and says so; each report keeps its own."""
    counts = (("2025-09-18", 14), ("2025-09-19", 12), ("2025-09-20", 14))
    papers = [interception("2025-09-17", *PORT, count) for _, count in counts]
    papers[2].text += " Demikian."
    for paper, (day, _) in zip(papers, counts, strict=True):
        paper.published_on = day
    graph = built(*papers)
    incident = the(graph, "Incident")
    expected = {
        "name": "Pencegahan – Pelabuhan Tunon Taka – 2025-09-17",
        "kind": "interception",
        "date": "2025-09-17",
        "date_precision": "day",
        "victims_total": 14,
        "conflicts": ["victims_total"],
        "sources": 3,
    }
    assert expected == some(dict(incident.properties), *expected)
    reports = [each.properties for each in links(graph, "REPORTED_IN")]
    assert set(counts) == {(each["last_reported"], each["victims_total"]) for each in reports}
    report = link(graph, "REPORTED_IN", incident.id, f"article:{papers[1].document.sha256[:16]}").properties
    assert report["rules"] == ["slot:date", "slot:kind", "slot:victims_total"]


def test_latest_of_equally_often_told_values_wins() -> None:
    """One document against another: the later one's count is shown."""
    papers = [interception("2025-09-17", *PORT, count) for count in (14, 12)]
    papers[0].published_on, papers[1].published_on = "2025-09-18", "2025-09-25"
    assert the(built(*papers), "Incident").properties["victims_total"] == 12


def test_partial_date_is_no_conflict() -> None:
    """A month and a day in it do not contradict; the day is shown."""
    papers = [interception("2025-09-17", *PORT, 14), interception("2025-09", *PORT, 14)]
    a, b = (anchors(paper.extraction)["e1"] for paper in papers)
    incident = the(built(*papers, decisions=[Decision("same", a, b, "Ratna")]), "Incident")
    assert (incident.properties["date"], incident.properties["date_precision"]) == ("2025-09-17", "day")
    assert "conflicts" not in incident.properties


def test_mentions_count_and_show_their_sentences() -> None:
    """MENTIONS tells how often an article names a thing, with every distinct sentence."""
    paper = Paper("Tarakan ramai. Warga Tarakan dan Tarakan Barat senang.\nDi Tarakan hujan.")
    paper.entity("Location", "Tarakan", "65.71")
    (found,) = links(built(paper), "MENTIONS")
    sentences = ["Tarakan ramai.", "Warga Tarakan dan Tarakan Barat senang.", "Di Tarakan hujan."]
    assert (4, sentences) == (found.properties["count"], found.properties["sentences"])


def test_official_hierarchy_is_added_and_not_counted() -> None:
    """What a place and an agency belong to is added without sentences or sources."""
    graph = built(officer(RANGGA, "AKBP", *TARAKAN, "2025-03-01"))
    chain = [(each.start, each.end) for each in links(graph, "PART_OF")]
    assert chain == [("polda:65", "polri"), ("polres:65.71", "polda:65")]
    part = link(graph, "PART_OF", "polres:65.71", "polda:65").properties
    assert (part["origin"], part["sentences"], part["sources"]) == ("official", [], 0)
    assert link(graph, "COVERS", "polres:65.71", "65.71").properties["origin"] == "official"
    assert link(graph, "WITHIN", "65.71", "65").properties["origin"] == "official"
    added = {
        each.id: each.properties["sources"] for each in graph.nodes if each.label in ("Agency", "Location")
    }
    assert (added["polres:65.71"], added["polda:65"], added["65"]) == (1, 0, 0)


def test_what_is_read_stays_read() -> None:
    """A hierarchy that a document states keeps its sentence and is not marked official."""
    paper = Paper("Polres Tarakan bagian dari Polda Kalimantan Utara.")
    polres = paper.entity("Agency", "Polres Tarakan", "polres:65.71")
    paper.claim("PART_OF", polres, paper.entity("Agency", "Polda Kalimantan Utara", "polda:65"))
    part = link(built(paper), "PART_OF", "polres:65.71", "polda:65").properties
    assert ("read", [paper.text]) == (part["origin"], part["sentences"])


def test_two_names_of_one_agency_are_not_joined_with_it() -> None:
    """When both ends of a statement turn out to be one thing, nothing is said of it."""
    paper = Paper("Kepolisian Resor Tarakan, yakni Polres Tarakan.")
    full = paper.entity("Agency", "Kepolisian Resor Tarakan", "polres:65.71")
    paper.claim("PART_OF", paper.entity("Agency", "Polres Tarakan", "polres:65.71"), full)
    graph = built(paper)
    assert [each for each in links(graph, "PART_OF") if each.start == each.end] == []
    assert node(graph, "polres:65.71").properties["name"] == "Polres Tarakan"


def test_document_without_a_date_gives_no_dates() -> None:
    """What only an undated document says has no period, and an office no beginning or end."""
    paper = officer(RANGGA, "AKBP", *NUNUKAN, "2025-03-01")
    paper.published_on = None
    found = link(built(paper), "HOLDS_POSITION", "official:rangga-wiratmaja", "polres:65.03").properties
    assert {"first_reported", "last_reported", "from", "to"} & set(found) == set()


def test_incident_without_stated_properties_is_reported_where_it_is_mentioned() -> None:
    """An incident that is only named is reported by the sentence that names it."""
    paper = Paper("Kasus Tunon Taka dibahas. Cuaca cerah.")
    paper.entity("Incident", "Kasus Tunon Taka", kind="trafficking")
    (found,) = links(built(paper), "REPORTED_IN")
    assert found.properties["sentences"] == ["Kasus Tunon Taka dibahas."]


def test_places_have_codes_and_coordinates() -> None:
    """A coded place gets what the gazetteer knows, and its official name becomes an alias."""
    paper = Paper("Kaltara dan Nunukan.")
    paper.entity("Location", "Nunukan", "65.03")
    found = node(built(paper), "65.03").properties
    assert (found["name"], found["kind"], found["code"]) == ("Nunukan", "regency", "65.03")
    latitude = found["latitude"]
    assert isinstance(latitude, float)
    assert 3 < latitude < 5


def test_charge_reaches_the_suspects_it_names() -> None:
    """A charge joins the incident and each suspect whom it names with the article of law."""
    paper = interception("2025-09-17", *PORT, 14, "BL dan S.H. dijerat Pasal 4 UU 21/2007 di Nunukan.")
    first = paper.entity("Suspect", "BL", status="tersangka", age=40)
    second = paper.entity("Suspect", "S.H.")
    for person in (first, second):
        paper.claim("SUSPECTED_IN", person, "e1", role="pengurus", status="tersangka")
    law = paper.entity("Law", "UU 21/2007 Pasal 4", "uu-21-2007:4", statute="UU 21/2007")
    paper.claim("CHARGED_WITH", "e1", law, suspects=f"{first}, {second}")
    graph = built(paper)
    labels = sorted(each.start_label for each in links(graph, "CHARGED_WITH"))
    assert labels == ["Incident", "Suspect", "Suspect"]
    suspect = node(graph, "BL").properties
    expected = {"by_initials": True, "status": "tersangka", "status_date": "2025-09-19", "age": 40}
    assert expected == some(dict(suspect), *expected)


def test_statuses_are_known_from_the_day_on_that_reports_them() -> None:
    """One after the other; a day without a new one, and a document without a day, add none."""
    papers = []
    for day, status in [
        ("2025-09-19", "tersangka"), ("2025-09-20", "diamankan"), ("2025-09-21", "diamankan"), ("2025-12-01", "terdakwa"),
        (None, "terpidana"),
    ]:  # fmt: skip
        paper = interception(
            "2025-09-17", *PORT, 14, f"Rudi Salamba berstatus {status} di Nunukan, kabar {day}."
        )
        paper.published_on = day
        person = paper.entity("Suspect", "Rudi Salamba", status=status, by_initials=False)
        paper.claim("SUSPECTED_IN", person, "e1")
        papers.append(paper)
    suspect = node(built(*papers), "Rudi Salamba").properties
    assert suspect["statuses"] == ["tersangka", "diamankan", "terdakwa"]
    assert suspect["status_days"] == ["2025-09-19", "2025-09-20", "2025-12-01"]
    assert (suspect["status"], suspect["status_date"]) == ("terdakwa", "2025-12-01")


def test_candidates_are_marked_as_derived() -> None:
    """What may be the same is shown with score and reason, and has no sources."""
    graph = built(officer(RANGGA, "", *NUNUKAN, "2024-01-01"), officer(RANGGA, "", *TARAKAN, "2025-01-01"))
    (found,) = links(graph, "POSSIBLY_SAME_AS")
    expected = {"origin": "derived", "score": 0.7, "sources": 0, "articles": []}
    assert expected == some(dict(found.properties), *expected)


def test_a_hardly_likely_scene_gives_no_name() -> None:
    """An incident is called by a place that is likely its scene, also where a less likely one is told first."""
    paper = Paper("Di Johor Bahru mereka hendak bekerja. Mereka dicegah di Nunukan.")
    incident = paper.incident("interception", "2025-09-17")
    for place, code, confidence in (("Johor Bahru", None, 0.45), ("Nunukan", "65.03", 0.7)):
        sentence = next(part for part in re.findall(r"[^.]+\.", paper.text) if place in part).strip()
        paper.claim("OCCURRED_AT", incident, paper.entity("Location", place, code), sentence)
        paper.claims[-1] = replace(paper.claims[-1], confidence=confidence)
    (node,) = (n for n in built(paper).nodes if n.label == "Incident")
    assert str(node.properties["name"]).startswith("Pencegahan – Nunukan")
