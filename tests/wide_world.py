"""The small world with more in it: for every saved query something that it must find, and something it must not.

Places and kinds of agencies are real, people, articles and sentences are invented.
"""

from __future__ import annotations

from small_world import SMALL_WORLD
from small_world_nodes import HERALD, RELEASE

from graph.model import Graph, Node, Relationship, StoredValue

COURIER = "article:bbbb000000000004"
_DAY = "2026-03-10"

_MORE = (
    Node("Article", COURIER, {
        "name": "Dua kapal ditahan di Sebatik", "title": "Dua kapal ditahan di Sebatik", "publisher": "Kurir Sebatik",
        "published_on": _DAY, "kind": "news", "file": "berita-4.txt", "sources": 1,
    }),
    Node("Location", "port:sei-nyamuk", {
        "name": "Dermaga Sei Nyamuk", "aliases": ["Sungai Nyamuk"], "kind": "port", "code": "65.03", "sources": 1,
        "latitude": 4.15, "longitude": 117.8, "uncertainty_km": 2.0,
    }),
    Node("Location", "port:tawau", {
        "name": "Pelabuhan Tawau", "kind": "port", "sources": 1, "latitude": 4.24, "longitude": 117.88,
        "uncertainty_km": 1.0,
    }),
    Node("Location", "port:parepare", {
        "name": "Pelabuhan Nusantara Parepare", "kind": "port", "sources": 1, "latitude": -4.01, "longitude": 119.62,
        "uncertainty_km": 1.0,
    }),
    Node("Incident", "incident:sebatik", {
        "name": "Pencegatan di Sei Nyamuk", "kind": "interception", "date": "2026-03-08", "date_precision": "day",
        "victims_total": 9, "suspects_total": 3, "exploitation": "kebun sawit", "status": "tersangka", "sources": 1,
        "first_reported": _DAY, "last_reported": _DAY,
    }),
    Node("Incident", "incident:nyamuk-2", {
        "name": "Penangkapan di Sei Nyamuk", "kind": "arrest", "date": "2026-05", "date_precision": "month",
        "victims_total": 40, "exploitation": "pabrik", "status": "terpidana", "sources": 1,
        "first_reported": _DAY, "last_reported": _DAY,
    }),
    Node("Suspect", "suspect:daeng-lolo", {
        "name": "Daeng Lolo", "aliases": ["Bos Lolo"], "status": "DPO", "status_date": _DAY, "age": 44, "sources": 1,
        "statuses": ["diamankan", "tersangka", "DPO"], "status_days": ["2025-11-02", "2026-01-15", _DAY], "by_initials": False,
    }),
    Node("Suspect", "suspect:karim-sandro", {
        "name": "Karim Sandro", "status": "terpidana", "status_date": _DAY, "sources": 1, "by_initials": False,
    }),
    Node("Suspect", "suspect:tauke-lim", {"name": "Tauke Lim", "status": "tersangka", "sources": 1, "by_initials": False}),
    Node("Official", "official:wira-tondano", {"name": "Wira Tondano", "rank": "AKBP", "sources": 1}),
    Node("Law", "uu-21-2007:2", {
        "name": "UU 21/2007 Pasal 2", "statute": "UU 21/2007", "valid_to": "2026-01-01", "replaced_by": "uu-1-2023:455",
        "sources": 1,
    }),
    Node("Law", "uu-18-2017:81", {"name": "UU 18/2017 Pasal 81", "statute": "UU 18/2017", "sources": 1}),
    Node("Vessel", "vessel:speedboat:camar", {"name": "SB Camar", "kind": "speedboat", "sources": 1}),
)  # fmt: skip

_LABELS = {node.id: node.label for node in (*SMALL_WORLD.nodes, *_MORE)}


def _said(start: str, kind: str, end: str, sentence: str, **more: StoredValue) -> Relationship:
    """A relationship that the Courier states in this sentence."""
    properties: dict[str, StoredValue] = {
        "origin": "read", "articles": [COURIER], "sentences": [sentence], "starts": [10], "ends": [10 + len(sentence)],
        "rules": ["by-hand"], "confidence": 0.8, "sources": 1, "first_reported": _DAY, "last_reported": _DAY, **more,
    }  # fmt: skip
    return Relationship(kind, f"{start}>{end}", _LABELS[start], start, _LABELS[end], end, properties)


_STOPPED = "Sembilan CPMI dicegat di Dermaga Sei Nyamuk sebelum ke Tawau dengan SB Camar."
_GANG = "Daeng Lolo merekrut, Karim Sandro mengantar, Tauke Lim menerima."
_CHARGED = "Mereka dijerat Pasal 2 UU 21/2007 dan Pasal 81 UU 18/2017."
_AGAIN = "Pada Mei Karim Sandro ditangkap lagi di Sei Nyamuk bersama SB Camar dan 40 CPMI."
_NEW_CHIEF = "Kapolres Nunukan kini dijabat AKBP Wira Tondano."
_OLD = "Kurir Sebatik juga mencatat pencegatan di Tunon Taka."

_LINKS = (
    _said("port:sei-nyamuk", "WITHIN", "65.03", "", origin="official", articles=[], sentences=[], starts=[], ends=[]),
    _said("incident:sebatik", "OCCURRED_AT", "port:sei-nyamuk", _STOPPED),
    _said("incident:nyamuk-2", "OCCURRED_AT", "port:sei-nyamuk", _AGAIN),
    _said("incident:sebatik", "ORIGIN", "port:parepare", "Mereka berangkat dari Parepare."),
    _said("incident:sebatik", "TRANSIT", "port:sei-nyamuk", _STOPPED),
    _said("incident:sebatik", "DESTINATION", "port:tawau", _STOPPED),
    _said("incident:sebatik", "HANDLED_BY", "polres:65.03", "Polres Nunukan mencegat mereka.", role="intercepted"),
    _said("incident:sebatik", "HANDLED_BY", "bp3mi:65", "BP3MI Kaltara menampung mereka.", role="sheltered"),
    _said("incident:sebatik", "USED", "vessel:speedboat:camar", _STOPPED),
    _said("incident:nyamuk-2", "USED", "vessel:speedboat:camar", _AGAIN),
    _said("suspect:daeng-lolo", "SUSPECTED_IN", "incident:sebatik", _GANG, role="perekrut"),
    _said("suspect:karim-sandro", "SUSPECTED_IN", "incident:sebatik", _GANG, role="transporter", status="tersangka"),
    _said("suspect:tauke-lim", "SUSPECTED_IN", "incident:sebatik", _GANG, role="majikan"),
    _said("suspect:karim-sandro", "SUSPECTED_IN", "incident:nyamuk-2", _AGAIN, role="transporter"),
    _said("incident:sebatik", "CHARGED_WITH", "uu-21-2007:2", _CHARGED),
    _said("incident:sebatik", "CHARGED_WITH", "uu-18-2017:81", _CHARGED),
    _said("official:wira-tondano", "HOLDS_POSITION", "polres:65.03", _NEW_CHIEF, title="Kapolres",
          **{"from": _DAY, "to": _DAY}),
    _said("port:parepare", "ROUTE_TO", "port:sei-nyamuk", _STOPPED, origin="derived", incidents=1, victims=9),
    _said("port:sei-nyamuk", "ROUTE_TO", "port:tawau", _STOPPED, origin="derived", mode="sea", incidents=1, victims=9),
    _said("incident:sebatik", "REPORTED_IN", COURIER, _STOPPED, victims_total=9),
    _said("incident:nyamuk-2", "REPORTED_IN", COURIER, _AGAIN, victims_total=40),
    _said("incident:port", "REPORTED_IN", COURIER, _OLD),
)  # fmt: skip
_MENTIONS = tuple(
    _said(COURIER, "MENTIONS", end, "Nama itu disebut dalam berita ini.")
    for end in sorted({end for link in _LINKS for end in (link.start, link.end) if _LABELS[end] != "Article"})
)

WIDE_WORLD = Graph(
    nodes=tuple(sorted((*SMALL_WORLD.nodes, *_MORE), key=lambda node: (node.label, node.id))),
    relationships=tuple(
        sorted((*SMALL_WORLD.relationships, *_LINKS, *_MENTIONS), key=lambda link: (link.type, link.key))
    ),
)
"""The wider world as a graph in the order `Graph` documents."""

QUESTIONS: dict[str, tuple[dict[str, str], list[str], list[str]]] = {
    # name of the query: arguments, ids that its answer must hold, ids that it must not hold
    "agencies-together": ({}, ["bp3mi:65", "polres:65.03", "incident:sebatik"], ["polda:53"]),
    "aliases-of-suspects": ({}, ["suspect:daeng-lolo"], ["suspect:karim-sandro"]),
    "articles-together": ({}, ["uu-18-2017:81", "uu-21-2007:2"], ["uu-21-2007:4"]),
    "before-and-after": ({"day": "2026"}, ["incident:sebatik", "incident:port"], ["incident:undated"]),
    "charges-after-repeal": ({}, ["uu-21-2007:2", "incident:sebatik"], ["uu-18-2017:81", "incident:kupang"]),
    "charges-by-province": ({}, ["65", "53", "uu-21-2007:2"], ["incident:sandakan"]),
    "contradictions": ({}, ["incident:port", HERALD, RELEASE], ["incident:kupang"]),
    "counts-by-quarter": ({}, ["incident:sebatik", "incident:nyamuk-2"], ["incident:year"]),
    "document-says": ({"document": "berita-4.txt"}, ["incident:sebatik", "uu-21-2007:2"], ["incident:kupang"]),
    "everything-about-place": ({"place": "Sungai Nyamuk"}, ["incident:sebatik", "port:tawau"], ["incident:port"]),
    "first-and-last-reported": (
        {"label": "suspect"}, ["suspect:daeng-lolo", "suspect:karim-sandro"], ["official:wira-tondano"]
    ),
    "handovers": ({"place": "Nunukan"}, ["polres:65.03", "bp3mi:65", "incident:sebatik"], ["polda:53"]),
    "harbour-pairs": ({}, ["port:sei-nyamuk", "port:tawau"], ["53.71", "geonames:1734199"]),
    "hierarchy-of-agency": ({"agency": "Polda Kaltara"}, ["polres:65.03", "org:polri"], ["polda:53"]),
    "hot-spots": ({"place": "Kaltara", "least": "2"}, ["port:sei-nyamuk", "65.03"], ["port:tunon-taka", "53.71"]),
    "incidents-by-area": ({"place": "Indonesia"}, ["65", "53", "incident:kupang"], ["incident:sandakan"]),
    "incidents-by-period": (
        {"from": "March 2026", "sector": "KEBUN SAWIT"}, ["incident:sebatik"], ["incident:nyamuk-2"]
    ),
    "incidents-by-place": (
        {"place": "65.03", "from": "2026"}, ["incident:sebatik", "incident:nyamuk-2"], ["incident:port"]
    ),
    "incidents-near": ({"place": "Pelabuhan Tawau"}, ["incident:sebatik", "port:sei-nyamuk"], ["incident:kupang"]),
    "incidents-of-agency": (
        {"agency": "Polda Kaltara"}, ["incident:sebatik", "incident:month"], ["incident:kupang"]
    ),
    "incidents-of-vessel": (
        {"vessel": "sb camar"}, ["incident:sebatik", "incident:nyamuk-2", "suspect:karim-sandro"], ["incident:port"]
    ),
    "incidents-without-charges": ({}, ["incident:nyamuk-2", "incident:port"], ["incident:sebatik"]),
    "incidents-without-suspects": ({}, ["incident:undated"], ["incident:sebatik", "incident:kupang"]),
    "largest-incidents": ({}, ["incident:port", "incident:nyamuk-2"], ["incident:sebatik", "incident:kupang"]),
    "new-routes": ({"since": "2026-03"}, ["port:sei-nyamuk", "port:tawau"], ["geonames:1734199"]),
    "offices-in-several-agencies": ({}, ["official:rangga-wiratmaja"], ["official:wira-tondano"]),
    "offices-of-official": ({"official": "rangga w."}, ["polres:65.03", "polres:65.71"], ["bp3mi:65"]),
    "officials-of-agency": (
        {"agency": "Polres Nunukan", "as_of": "2025-10"}, ["official:rangga-wiratmaja"], ["official:wira-tondano"]
    ),
    "path-between": (
        {"first": "Daeng Lolo", "second": "Karim Sandro"}, ["incident:sebatik"], ["incident:nyamuk-2"]
    ),
    "publishers-overlap": ({}, ["incident:port"], ["incident:sebatik"]),
    "role-chains": (
        {}, ["suspect:daeng-lolo", "suspect:karim-sandro", "suspect:tauke-lim"], ["suspect:incident-1:mt"]
    ),
    "routes": ({"place": "Tawau"}, ["65.03", "geonames:1734199"], ["53.71"]),
    "same-name": ({}, ["official:bonar-siahaya", "official:bonar-siahaya-2"], ["official:wira-tondano"]),
    "short-paths": (
        {"first": "Daeng Lolo", "second": "BP3MI Kaltara", "avoid": "used", "steps": "4"},
        ["incident:sebatik", "polres:65.03"], ["vessel:speedboat:camar"],
    ),
    "single-source-facts": ({"about": "Karim Sandro"}, ["incident:sebatik", "incident:nyamuk-2"], ["incident:port"]),
    "successions": ({"agency": "Polres Nunukan"}, ["official:rangga-wiratmaja", "official:wira-tondano"],
                    ["official:bonar-siahaya"]),
    "suspects-by-status": ({}, ["suspect:daeng-lolo"], ["suspect:karim-sandro"]),
    "suspects-in-several-incidents": ({}, ["suspect:karim-sandro"], ["suspect:tauke-lim"]),
    "unresolved-incidents": ({"before": "2027"}, ["incident:sebatik"], ["incident:nyamuk-2"]),
    "vessels-in-several-incidents": ({}, ["vessel:speedboat:camar"], ["vessel:ship:contoh-jaya"]),
    "whole-routes": ({"origin": "Pelabuhan Nusantara Parepare"}, ["incident:sebatik", "port:tawau"], ["incident:port"]),
}  # fmt: skip
"""What every saved query is asked in the wider world."""
