"""Resolution of incidents, events and suspects: what is one thing, and what only a person may say."""

from __future__ import annotations

from dataclasses import replace

from papers import Paper, interception

from graph.masking import mask_case
from graph.model import Value
from graph.resolution import Resolution, resolve

PORT = ("Pelabuhan Tunon Taka", "port:tunon-taka")


def resolved(*papers: Paper) -> Resolution:
    return resolve(mask_case(paper.extraction for paper in papers))


def ids(resolution: Resolution, prefix: str) -> list[str]:
    """The distinct node ids that begin with the prefix."""
    return sorted(node_id for node_id in resolution.anchors if node_id.startswith(prefix))


def suspect(name: str, incident: Paper, age: int = 0) -> str:
    """Add a suspect of the document's incident (always its first entity)."""
    known: dict[str, Value] = {"age": age} if age else {}
    person = incident.entity("Suspect", name, None, **known)
    incident.claim("SUSPECTED_IN", person, "e1")
    return person


def test_one_incident_in_two_outlets() -> None:
    """Kind, day and place agree: it is one incident, though the outlets count differently."""
    found = resolved(interception("2025-09-17", *PORT, 14), interception("2025-09-17", *PORT, 12))
    assert len(ids(found, "incident:")) == 1


def test_incident_by_agency_and_way() -> None:
    """Without a shared scene, the same day, agency and destination make one incident."""
    found = resolved(
        interception("2025-09-17", *PORT, 14), interception("2025-09-17", "Sebatik", "65.03.05", 14)
    )
    assert len(ids(found, "incident:")) == 1


def test_near_incidents_are_candidates() -> None:
    """Two days apart at one place by one agency: a person must say; ten days apart: two incidents."""
    papers = [interception(day, *PORT, 14) for day in ("2025-09-17", "2025-09-19", "2025-09-30")]
    found = resolved(*papers)
    assert len(ids(found, "incident:")) == 3
    (candidate,) = found.candidates
    near = {found.nodes[paper.document.sha256, "e1"] for paper in papers[:2]}
    assert near == {candidate.a, candidate.b}
    assert "2 days apart" in candidate.reason


def test_incidents_in_one_province_are_not_one() -> None:
    """A province is too large a scene to make two incidents of a day one."""
    papers = [Paper(f"Di Kalimantan Utara, berita {number}.") for number in (1, 2)]
    for paper in papers:
        incident = paper.incident("interception", "2025-09-17")
        paper.claim(
            "OCCURRED_AT", incident, paper.entity("Location", "Kalimantan Utara", "65", kind="province")
        )
    assert len(ids(resolved(*papers), "incident:")) == 2


def test_incidents_that_one_document_tells_apart_stay_apart() -> None:
    """A report that fits two incidents of another document is suggested for both and joined to neither."""
    text = "Dua kapal dicegah Polres Nunukan di Pelabuhan Tunon Taka ke Tawau."
    two = interception("2025-09-17", *PORT, 14, text)
    second = two.incident("interception", "2025-09-17", victims_total=5)
    two.claim("OCCURRED_AT", second, "e2")
    other = interception("2025-09-17", *PORT, 14)
    found = resolved(two, other)
    assert len(ids(found, "incident:")) == 3
    assert len([each for each in found.candidates if each.label == "Incident"]) == 2


def test_event_in_two_outlets() -> None:
    """Day, place and most words of the name agree: one event; another name of that day is a candidate."""
    names = ("Supervisi dan Sosialisasi Gugus Tugas", "Sosialisasi Gugus Tugas TPPO", "Apel Kesiapan")
    papers = [Paper(f"{name} di Tarakan, laporan {number}.") for number, name in enumerate(names)]
    for paper, name in zip(papers, names, strict=True):
        event = paper.entity("Event", name, kind="socialisation", date="2025-09-17")
        paper.claim("OCCURRED_AT", event, paper.entity("Location", "Tarakan", "65.71", kind="city"))
    found = resolved(*papers)
    assert len(ids(found, "event:2025-09-17:65.71:")) == 2
    assert {"Event"} == {candidate.label for candidate in found.candidates}


def test_initials_join_within_an_incident_only() -> None:
    """S.H. and SH of one incident are one suspect; of another incident somebody else."""
    reports = (("2025-09-17", 14), ("2025-09-17", 12), ("2025-11-01", 9))
    papers = [interception(day, *PORT, count) for day, count in reports]
    for paper, name in zip(papers, ("S.H.", "SH", "S.H."), strict=True):
        suspect(name, paper)
    found = resolved(*papers)
    incident = found.nodes[papers[0].document.sha256, "e1"].removeprefix("incident:")
    assert len(ids(found, "suspect:")) == 2
    assert f"suspect:{incident}:sh" in found.anchors
    assert found.candidates == ()


def test_shared_alias_across_incidents_is_a_candidate() -> None:
    """The same initials and alias in two incidents are suggested as one person, and never joined."""
    papers = [interception(day, *PORT, 9) for day in ("2023-11-07", "2025-05-12")]
    for paper in papers:
        person = suspect("HR", paper)
        paper.entities[-1] = replace(paper.entities[-1], id=person, aliases=("Daeng Malluru",))
    (candidate,) = resolved(*papers).candidates
    assert (candidate.rule, candidate.label) == ("shared alias", "Suspect")


def test_initials_of_two_people_in_one_incident() -> None:
    """Two suspects of different age share initials: only those of one age are joined."""
    first, second = interception("2025-09-17", *PORT, 14), interception("2025-09-17", *PORT, 12)
    suspect("AS", first, age=23)
    suspect("AS", first, age=45)
    suspect("AS", second, age=45)
    found = resolved(first, second)
    people = {key[1]: node_id for key, node_id in found.nodes.items() if key[0] == first.document.sha256}
    assert len(ids(found, "suspect:")) == 2
    assert people["e6"] == found.nodes[second.document.sha256, "e5"]


def test_full_name_of_a_suspect() -> None:
    """A full name joins by incident or by age; otherwise it is suggested, and so are its initials."""
    reports = (("2025-09-17", 14), ("2025-09-17", 12), ("2025-11-01", 9), ("2025-12-01", 8))
    papers = [interception(day, *PORT, count) for day, count in reports]
    suspect("Baco Lamuddin", papers[0], age=40)
    suspect("BL", papers[1])
    suspect("Baco Lamuddin", papers[2], age=41)
    suspect("Baco Lamuddin", papers[3])
    found = resolved(*papers)
    same = {found.nodes[paper.document.sha256, "e5"] for paper in (papers[0], papers[2])}
    assert len(same) == 1
    assert {"same full name", "initials of a name in one incident"} == {
        each.rule for each in found.candidates
    }
