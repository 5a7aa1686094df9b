"""Invented graphs for the tests of the picture: a small one by hand, and larger ones of the same kind."""

from __future__ import annotations

from graph.model import Graph, Node, Relationship, StoredValue

SENTENCE = (
    "Kepala BP3MI Kalimantan Utara Kombes Pol Rangga Wirasena menyebut 14 calon PMI dicegah di Sebatik."
)


def article(number: int, title: str, publisher: str, date: str) -> Node:
    properties: dict[str, StoredValue] = {
        "name": title,
        "title": title,
        "publisher": publisher,
        "published_on": date,
        "kind": "news",
        "sources": 1,
    }
    return Node("Article", f"article:{number:016x}", properties)


def node(label: str, node_id: str, name: str, **properties: StoredValue) -> Node:
    given: dict[str, StoredValue] = {"name": name, "sources": 1}
    return Node(label, node_id, given | properties)


def link(
    type_: str, start: Node, end: Node, *evidence: tuple[Node, str], **properties: StoredValue
) -> Relationship:
    """A relationship told by the sentences in `evidence`; its key is its ends and its title, if any."""
    told: dict[str, StoredValue] = {
        "articles": [source.id for source, _ in evidence],
        "sentences": [sentence for _, sentence in evidence],
        "rules": ["verb-frame"] * len(evidence),
        "origin": "read" if evidence else "official",
        "confidence": 0.9,
        "sources": len(evidence),
    }
    key = f"{start.id}>{end.id}{properties.get('title', '')}"
    return Relationship(type_, key, start.label, start.id, end.label, end.id, told | properties)


def graph_of(nodes: list[Node], relationships: list[Relationship]) -> Graph:
    return Graph(
        tuple(sorted(nodes, key=lambda n: (n.label, n.id))),
        tuple(sorted(relationships, key=lambda r: (r.type, r.key))),
    )


def small_world() -> Graph:
    """Every label once or more, every origin, two parallel offices, a contradiction of two articles."""
    first = article(1, "14 calon PMI dicegah di Sebatik", "Kabar Tapal Batas", "2025-03-04")
    second = article(2, "BP3MI cegah 12 calon PMI", "Warta Perairan", "2025-03-05")
    rangga = node(
        "Official", "official:rangga wirasena", "Rangga Wirasena", aliases=["Rangga W."], rank="Kombes Pol"
    )
    bp3mi = node("Agency", "bp3mi:65", "BP3MI Kalimantan Utara", abbreviation="BP3MI", sources=2)
    ministry = node("Agency", "org:kemenp2mi", "KemenP2MI", sources=0)
    province = node("Location", "65", "Kalimantan Utara", kind="province", sources=0)
    regency = node(
        "Location", "65.03", "Nunukan", kind="regency", code="65.03", latitude=4.1, longitude=117.6
    )
    tawau = node("Location", "geonames:1734199", "Tawau", kind="city")
    case = node("Incident", "incident:a1", "Pencegahan di Sebatik, 2025-03-03", kind="interception",
                victims_total=14, conflicts=["victims_total"], sources=2)  # fmt: skip
    twin = node("Incident", "incident:a2", "Pencegahan di Nunukan, Maret 2025", kind="interception")
    event = node("Event", "event:1", "Sosialisasi Gugus Tugas", kind="socialisation", date="2025-03-10")
    suspect = node("Suspect", "suspect:a1:MR", "MR", by_initials=True, age=41, status="tersangka")
    boat = node("Vessel", "vessel:speedboat:camar 7", "SB Camar 7", kind="speedboat")
    law = node("Law", "uu-21-2007:4", "UU 21/2007 Pasal 4", statute="UU 21/2007")
    told = (first, SENTENCE)
    things = [rangga, bp3mi, ministry, province, regency, tawau, case, twin, event, suspect, boat, law]
    relationships = [
        link("HOLDS_POSITION", rangga, bp3mi, told, title="Kepala", **{"from": "2025-03-04"}),
        link("HOLDS_POSITION", rangga, bp3mi, (second, "Plt. Kabag Umum BP3MI Rangga Wirasena membenarkan."),
             title="Kabag Umum", acting=True),
        link("PART_OF", bp3mi, ministry),
        link("WITHIN", regency, province),
        link("COVERS", bp3mi, province),
        link("OCCURRED_AT", case, regency, told, (second, "Sebanyak 12 orang diamankan di Nunukan.")),
        link("DESTINATION", case, tawau, told, count=14),
        link("OCCURRED_AT", twin, regency, (second, "Sebanyak 12 orang diamankan di Nunukan.")),
        link("HANDLED_BY", case, bp3mi, told, role="intercepted"),
        link("ROUTE_TO", regency, tawau, told, origin="derived", mode="sea", incidents=1, victims=14),
        link("POSSIBLY_SAME_AS", case, twin, origin="derived", score=0.7, reason="same place and month"),
        link("SUSPECTED_IN", suspect, case, told, role="pengurus", status="tersangka"),
        link("CHARGED_WITH", case, law, (first, "MR dijerat Pasal 4 UU 21/2007.")),
        link("USED", case, boat, (first, "Mereka diangkut dengan SB Camar 7.")),
        link("ORGANISED", bp3mi, event, (second, "BP3MI menggelar sosialisasi.")),
        link("ATTENDED", rangga, event, (second, "Rangga hadir dalam sosialisasi itu.")),
        link("REPORTED_IN", case, first, told, victims_total=14),
        link("REPORTED_IN", case, second, (second, "Sebanyak 12 orang diamankan di Nunukan."),
             victims_total=12),
        *(link("MENTIONS", source, thing, count=2) for source in (first, second) for thing in things),
    ]  # fmt: skip
    return graph_of([first, second, *things], relationships)


TOWNS = ["Sungai Melati", "Pulau Kenari", "Tanjung Rawa", "Muara Jati", "Teluk Pandan", "Bukit Seruni",
         "Labuan Pasir", "Kota Randu", "Batu Lintang", "Sei Tembaga", "Pantai Cemara",
         "Gunung Kapur"]  # fmt: skip
GIVEN = [
    "Rangga",
    "Sekar",
    "Bimo",
    "Laras",
    "Yudha",
    "Ningrum",
    "Galih",
    "Wulan",
    "Satrio",
    "Dewanti",
    "Panji",
    "Kirana",
]
FAMILY = ["Wirasena", "Adiguna", "Pranowo", "Kusumahadi", "Lesmana", "Tirtayasa", "Baskoro", "Maheswari"]
KINDS = ["Pencegahan", "Pengungkapan kasus", "Penyelamatan", "Pemulangan", "Deportasi"]


def large_world(incidents: int) -> Graph:
    """A case of the usual kind: 13 incidents make about 80 nodes besides articles, 26 about 150."""
    provinces = [node("Location", f"{90 + i}", name, kind="province") for i, name in enumerate(TOWNS[:3])]
    regencies = [
        node("Location", f"{90 + i % 3}.{i:02}", name, kind="regency") for i, name in enumerate(TOWNS[3:])
    ]
    abroad = [node("Location", f"place:{name}", name, kind="city") for name in ("Tawau", "Johor Bahru")]
    polri = node("Agency", "org:polri", "Polri")
    police = [node("Agency", f"polres:{r.id}", f"Polres {r.properties['name']}") for r in regencies]
    posts = [node("Agency", f"bp3mi:{p.id}", f"BP3MI {p.properties['name']}") for p in provinces]
    law = [node("Law", f"uu-21-2007:{i}", f"UU 21/2007 Pasal {i}") for i in (4, 10)]
    nodes = [*provinces, *regencies, *abroad, polri, *police, *posts, *law]
    relationships = [
        *(link("WITHIN", r, provinces[i % 3]) for i, r in enumerate(regencies)),
        *(link("COVERS", p, r) for p, r in zip(police, regencies, strict=True)),
        *(link("PART_OF", p, polri) for p in police),
        *(link("COVERS", post, province) for post, province in zip(posts, provinces, strict=True)),
    ]
    for i in range(incidents):
        added, joined = _incident(i, nodes, regencies, abroad, police, law)
        nodes += added
        relationships += joined
    return graph_of(nodes, relationships)


def _incident(
    i: int, before: list[Node], regencies: list[Node], abroad: list[Node], police: list[Node], law: list[Node]
) -> tuple[list[Node], list[Relationship]]:
    """One incident with its article, official, suspects and vessel, and what joins them to the rest."""
    place, agency = regencies[i * 5 % len(regencies)], police[i * 5 % len(police)]
    town, kind = place.properties["name"], KINDS[i % len(KINDS)]
    date = f"2025-{1 + i % 12:02}-{1 + i * 7 % 28:02}"
    source = article(i + 100, f"{kind} di {town}: {3 + i} orang", "Kabar Tapal Batas", date)
    told = (
        source,
        f"{agency.properties['name']} menangani {kind.lower()} {3 + i} orang di {town} pada {date}.",
    )
    case = node(
        "Incident", f"incident:{i}", f"{kind} – {town} – {date}", victims_total=3 + i, sources=1 + i % 5
    )
    official = node("Official", f"official:{i}", f"{GIVEN[i % 12]} {FAMILY[i * 3 % 8]}", rank="AKP")
    suspects = [
        node("Suspect", f"suspect:{i}:{n}", initials) for n, initials in enumerate(("MR", "AL")[: 1 + i % 2])
    ]
    vessel = [node("Vessel", f"vessel:{i}", f"KM Elang Laut {i}")] if i % 3 == 0 else []
    things = [case, official, *suspects, *vessel]
    target = abroad[i % len(abroad)]
    earlier = next((n for n in before if n.id == f"incident:{i - 5}"), None)
    joined = [
        link("OCCURRED_AT", case, place, told),
        link("HANDLED_BY", case, agency, told, role="investigated"),
        link("HOLDS_POSITION", official, agency, told, title="Kasat Reskrim"),
        link("DESTINATION", case, target, told, count=3 + i),
        link("CHARGED_WITH", case, law[i % 2], told),
        link("REPORTED_IN", case, source, told, victims_total=3 + i),
        *(link("SUSPECTED_IN", suspect, case, told, role="perekrut") for suspect in suspects),
        *(link("USED", case, v, told) for v in vessel),
        *(link("MENTIONS", source, thing, count=1) for thing in [*things, place, agency, target]),
    ]
    if i < len(regencies):
        joined.append(
            link("ROUTE_TO", place, target, told, origin="derived", mode="sea", incidents=1, victims=3 + i)
        )
    if earlier:
        joined.append(link("POSSIBLY_SAME_AS", earlier, case, origin="derived", score=0.6))
    return [source, *things], joined
