"""A case of many documents, made from a number: real places, agencies and laws, invented people, vessels and sentences.

Incidents are told by one to four documents that may count differently; recruiters, officials and vessels return; offices change
hands. The same number gives the same documents.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from papers import Paper

from graph.model import Graph
from graph.projection import build_graph
from graph.reference.agencies import name_of
from graph.reference.hierarchy import hierarchy
from graph.reference.places import gazetteer

SYLLABLES = [
    "ba",
    "be",
    "bu",
    "da",
    "di",
    "do",
    "ga",
    "gu",
    "ha",
    "ja",
    "ka",
    "ki",
    "ko",
    "la",
    "li",
    "lo",
    "ma",
    "mi",
    "mu",
    "na",
    "ni",
    "nu",
    "pa",
    "ra",
    "ri",
    "ro",
    "sa",
    "su",
    "ta",
    "ti",
    "to",
    "wa",
    "wi",
    "ya",
    "yo",
]
KINDS = ("interception", "trafficking", "arrest", "rescue", "repatriation", "smuggling_of_migrants")
SECTORS = ("kebun sawit", "pekerja rumah tangga", "scam online", "anak buah kapal", "prostitusi", "pabrik")
ROLES = ("perekrut", "pengurus", "transporter", "tekong", "majikan")
STATUSES = ("diamankan", "tersangka", "terdakwa", "terpidana", "DPO")
ACTS = ("intercepted", "arrested", "investigated", "rescued", "sheltered", "handled")
LAWS = (
    ("uu-21-2007:2", "UU 21/2007 Pasal 2"), ("uu-21-2007:4", "UU 21/2007 Pasal 4"), ("uu-21-2007:10", "UU 21/2007 Pasal 10"),
    ("uu-18-2017:81", "UU 18/2017 Pasal 81"), ("uu-18-2017:83", "UU 18/2017 Pasal 83"), ("uu-6-2011:120", "UU 6/2011 Pasal 120"),
)  # fmt: skip
FIRST_DAY, DAYS = date(2019, 1, 1), 2700


@dataclass
class Happening:
    """One incident, as all its documents have it."""

    kind: str
    day: date
    scene: str
    legs: list[tuple[str, str]]
    victims: int
    people: list[tuple[str, str, str]]
    agencies: list[tuple[str, str]]
    laws: list[tuple[str, str]]
    vessel: tuple[str, str] | None
    sector: str


@dataclass
class World:
    """What the documents are made of."""

    chance: random.Random
    size: int
    scenes: list[str] = field(init=False)
    names: list[str] = field(init=False)
    vessels: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        known = gazetteer()
        places = [place for _, place, _ in known.surfaces()]
        self.scenes = sorted({place for place in places if place.startswith("port:") or len(place) == 5})
        self.scenes = self.chance.sample(self.scenes, min(len(self.scenes), 300))
        self.names = sorted({self.name() for _ in range(max(50, self.size // 2))})
        self.vessels = sorted({(self.chance.choice(("ship", "speedboat", "car")), f"KM {self.name(1)} {n}")
                               for n in range(max(20, self.size // 20))})  # fmt: skip

    def name(self, words: int = 3) -> str:
        """An invented name."""
        return " ".join(
            "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 3))).capitalize()
            for _ in range(words)
        )

    def happening(self) -> Happening:
        """An incident."""
        chance = self.chance
        scene = chance.choice(self.scenes)
        code = regency_of(scene)
        agencies = [
            (f"polres:{code}", chance.choice(ACTS)),
            (f"bp3mi:{code[:2]}", "sheltered"),
            (f"polda:{code[:2]}", "handled"),
        ]
        people = chance.sample(self.names[: len(self.names) // 3], chance.randint(0, 3))
        return Happening(
            chance.choice(KINDS), FIRST_DAY + timedelta(days=chance.randrange(DAYS)), scene,
            [("ORIGIN", chance.choice(self.scenes)), ("TRANSIT", scene), ("DESTINATION", chance.choice(self.scenes))],
            chance.randint(1, 60), [(name, chance.choice(ROLES), chance.choice(STATUSES)) for name in people],
            [each for each in agencies if name_of(each[0])], chance.sample(LAWS, chance.randint(0, 2)),
            chance.choice(self.vessels) if chance.random() < 0.4 else None, chance.choice(SECTORS),
        )  # fmt: skip


def regency_of(place_id: str) -> str:
    """The regency or city that a place lies in, or is."""
    if len(place_id) == 5:
        return place_id
    code = (gazetteer().get(place_id) or gazetteer().find("65.03")[0]).code or "65.03"
    return code[:5] if len(code) >= 5 else "65.03"


def generated_papers(documents: int, seed: int = 1) -> Iterator[Paper]:
    """So many documents."""
    world = World(random.Random(seed), documents)
    heads: dict[str, str] = {}
    made = 0
    while made < documents:
        incident = world.happening()
        for nth in range(min(world.chance.choice((1, 1, 1, 2, 2, 3, 4)), documents - made)):
            yield paper(world, incident, made, nth, heads)
            made += 1


def paper(world: World, told: Happening, number: int, nth: int, heads: dict[str, str]) -> Paper:
    """One document about an incident."""
    chance = world.chance
    published = (told.day + timedelta(days=1 + nth)).isoformat()
    main = told.agencies[0][0] if told.agencies else "polda:65"
    if main not in heads or chance.random() < 0.05:
        heads[main] = chance.choice(world.names[len(world.names) // 3 :])
    chief = heads[main]
    known = gazetteer()
    places = {place: known.get(place) for place in (told.scene, *(place for _, place in told.legs))}
    named = {place: found.name if found else place for place, found in places.items()}
    lines = [f"Berita {number} tentang kasus di {named[told.scene]}."]
    lines += [f"Kepala {name_of(main)}, {chief}, memberi keterangan nomor {number}."]
    lines += [f"{name_of(agency)} {act} nomor {number}." for agency, act in told.agencies]
    lines += [f"{kind.title()} adalah {named[place]} nomor {number}." for kind, place in told.legs]
    lines += [f"{name} berperan sebagai {role} nomor {number}." for name, role, _ in told.people]
    lines += [f"{law} disangkakan nomor {number}." for _, law in told.laws]
    lines += [f"{told.vessel[1]} dipakai nomor {number}."] if told.vessel else []
    made = Paper(" ".join(lines), published, f"Berita {number}", f"Harian {chance.randrange(40)}")
    victims = told.victims + (chance.choice((0, 0, 0, 2)) if nth else 0)
    incident = made.incident(told.kind, told.day.isoformat(), victims_total=victims, exploitation=told.sector,
                             suspects_total=len(told.people))  # fmt: skip
    ids = {place: made.entity("Location", name, link=place) for place, name in named.items()}
    made.claim("OCCURRED_AT", incident, ids[told.scene], lines[0])
    agencies = {
        agency: made.entity("Agency", str(name_of(agency)), link=agency) for agency, _ in told.agencies
    }
    for agency, act in told.agencies:
        made.claim(
            "HANDLED_BY", incident, agencies[agency], f"{name_of(agency)} {act} nomor {number}.", role=act
        )
    if main in agencies:
        official = made.entity("Official", chief)
        made.claim("HOLDS_POSITION", official, agencies[main], lines[1], title="Kepala")
    for kind, place in told.legs:
        made.claim(kind, incident, ids[place], f"{kind.title()} adalah {named[place]} nomor {number}.")
    for name, role, status in told.people:
        suspect = made.entity("Suspect", name, status=status, by_initials=False)
        made.claim(
            "SUSPECTED_IN", suspect, incident, f"{name} berperan sebagai {role} nomor {number}.", role=role
        )
    for law, title in told.laws:
        charged = made.entity("Law", title, link=law)
        made.claim("CHARGED_WITH", incident, charged, f"{title} disangkakan nomor {number}.")
    if told.vessel:
        used = made.entity("Vessel", told.vessel[1], kind=told.vessel[0])
        made.claim("USED", incident, used, f"{told.vessel[1]} dipakai nomor {number}.")
    return made


def generated_graph(documents: int, seed: int = 1) -> Graph:
    """The graph of so many documents."""
    graph, _ = build_graph((paper.extraction for paper in generated_papers(documents, seed)), (), hierarchy())
    return graph


def questions(graph: Graph) -> dict[str, dict[str, str]]:
    """What every saved query is asked of a generated graph: of the things that most is known of."""
    degree: dict[str, int] = {}
    for link in graph.relationships:
        for end in (link.start, link.end):
            degree[end] = degree.get(end, 0) + 1

    def busiest(label: str, beginning: str = "") -> str:
        found = (n for n in graph.nodes if n.label == label and n.id.startswith(beginning))
        return min(found, key=lambda n: (-degree.get(n.id, 0), n.id)).id

    regency = next(
        n.id for n in sorted(graph.nodes, key=lambda n: (-degree.get(n.id, 0), n.id))
        if n.label == "Location" and n.properties["kind"] in ("regency", "city")
    )  # fmt: skip
    return {
        "agencies-together": {"agency": busiest("Agency")},
        "aliases-of-suspects": {"person": busiest("Suspect")},
        "articles-together": {},
        "before-and-after": {"day": "2023", "place": regency},
        "charges-after-repeal": {},
        "charges-by-province": {"place": regency[:2]},
        "contradictions": {"from": "2025", "to": "2025-06"},
        "counts-by-quarter": {"place": regency[:2]},
        "document-says": {"document": busiest("Article")},
        "everything-about-place": {"place": regency},
        "first-and-last-reported": {"label": "Official", "since": "2026-01"},
        "handovers": {"agency": busiest("Agency", "polres:")},
        "harbour-pairs": {},
        "hierarchy-of-agency": {"agency": busiest("Agency")},
        "hot-spots": {"place": regency[:2]},
        "incidents-by-area": {"place": regency[:2]},
        "incidents-by-period": {"from": "2025-03", "to": "2025-03"},
        "incidents-by-place": {"place": regency},
        "incidents-near": {"place": regency, "km": "60"},
        "incidents-of-agency": {"agency": busiest("Agency"), "from": "2024"},
        "incidents-of-vessel": {"vessel": busiest("Vessel")},
        "incidents-without-charges": {"from": "2026-01", "to": "2026-03"},
        "incidents-without-suspects": {"from": "2026-01", "to": "2026-03"},
        "largest-incidents": {"least": "60"},
        "new-routes": {"since": "2026-04"},
        "offices-in-several-agencies": {"least": "2"},
        "offices-of-official": {"official": busiest("Official")},
        "officials-of-agency": {"agency": busiest("Agency", "polres:"), "as_of": "2024"},
        "path-between": {"first": busiest("Suspect"), "second": busiest("Vessel")},
        "publishers-overlap": {"least": "6"},
        "role-chains": {"person": busiest("Suspect")},
        "routes": {"place": regency},
        "same-name": {"person": busiest("Suspect")},
        "short-paths": {"first": busiest("Suspect"), "second": busiest("Agency", "polres:"), "steps": "4"},
        "single-source-facts": {"about": busiest("Vessel")},
        "successions": {"agency": busiest("Agency", "polres:")},
        "suspects-by-status": {"status": "DPO", "place": regency},
        "suspects-in-several-incidents": {"least": "2"},
        "unresolved-incidents": {"before": "2019-06"},
        "vessels-in-several-incidents": {"least": "6"},
        "whole-routes": {"origin": regency},
    }
