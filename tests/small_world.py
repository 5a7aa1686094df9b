"""A hand-built graph of an invented world, small enough to know every right answer by heart.

Places and the kinds of agencies are real, people, articles and sentences are invented. `SMALL_WORLD` is what
the saved queries are asked about.
"""

from __future__ import annotations

from small_world_nodes import HERALD, NODES, PUBLISHED, RELEASE, VERDICT

from graph.model import Graph, Relationship, StoredValue

_TAKEN_AT_PORT = "Petugas mencegat 14 calon pekerja migran di Pelabuhan Tunon Taka, Nunukan."
_COUNTED_TWELVE = "Sebanyak 12 orang dicegah berangkat dari Tunon Taka."
_JOINT = "Polres Nunukan bersama BP3MI Kalimantan Utara menangani kasus itu."
_CHIEF = "Kapolres Nunukan, AKBP Rangga Wiratmaja, memimpin pencegatan."
_MOVED = "Rangga Wiratmaja kini menjabat Kapolres Tarakan setelah dari Nunukan."
_HEAD = "Kepala BP3MI Kalimantan Utara, Sulastri Kandou, hadir dalam rapat di Tarakan."
_MEETING = "Rapat koordinasi diselenggarakan Polda Kalimantan Utara di Tarakan."
_RETURNED = "BP3MI Kalimantan Utara dan Polres Nunukan mengantar mereka pulang."
_SHIP = "Kapal KM Contoh Jaya ditahan."
_FILED = "Berkas perkara disusun Polres Nunukan."
_ABROAD = "Kasus lain di Sandakan dijerat pasal yang sama."
_CHARGED = "M.T. dijerat Pasal 4 UU 21/2007."
_ROUTE = "Mereka hendak dibawa dari Nunukan ke Tawau melalui laut."
_KUPANG = "Polda NTT menangkap perekrut berinisial M.T. di Kupang."
_RECRUITER = "M.T. juga disebut sebagai pengurus rombongan di Nunukan."
_DISMISSED = "Bonar Siahaya, mantan Kasat Reskrim Polres Nunukan, memberi keterangan."
_NAMED = "Nama itu disebut dalam berita ini."
_AREA = "BP3MI Kalimantan Utara bertugas di Kalimantan Utara."

_LABELS = {node.id: node.label for node in NODES}


def _said(article: str, *sentences: str, **more: StoredValue) -> dict[str, StoredValue]:
    """What a relationship holds that one article states in these sentences."""
    return {
        "origin": "read",
        "articles": [article for _ in sentences],
        "sentences": list(sentences),
        "starts": [100 * (number + 1) for number, _ in enumerate(sentences)],
        "ends": [100 * (number + 1) + len(text) for number, text in enumerate(sentences)],
        "rules": ["by-hand" for _ in sentences],
        "confidence": 0.9,
        "sources": 1,
        "first_reported": PUBLISHED[article],
        "last_reported": PUBLISHED[article],
        **more,
    }


_OFFICIAL: dict[str, StoredValue] = {
    "origin": "official",
    "articles": [],
    "sentences": [],
    "starts": [],
    "ends": [],
    "rules": [],
    "confidence": 1.0,
    "sources": 0,
}


def _link(
    type_: str, start: str, end: str, properties: dict[str, StoredValue], nth: str = ""
) -> Relationship:
    return Relationship(type_, f"{start}>{end}{nth}", _LABELS[start], start, _LABELS[end], end, properties)


_HIERARCHY = (
    *(
        _link("WITHIN", inner, outer, _OFFICIAL)
        for inner, outer in (
            ("65", "geonames:1643084"),
            ("53", "geonames:1643084"),
            ("65.03", "65"),
            ("65.71", "65"),
            ("65.03.02", "65.03"),
            ("port:tunon-taka", "65.03.02"),
            ("53.71", "53"),
        )
    ),
    *(
        _link("PART_OF", unit, whole, _OFFICIAL)
        for unit, whole in (
            ("polda:65", "org:polri"),
            ("polda:53", "org:polri"),
            ("polres:65.03", "polda:65"),
            ("polres:65.71", "polda:65"),
        )
    ),
    _link("COVERS", "polres:65.03", "65.03", _OFFICIAL),
    _link("COVERS", "bp3mi:65", "65", _said(RELEASE, _AREA)),
)

_OFFICES = (
    _link(
        "HOLDS_POSITION",
        "official:rangga-wiratmaja",
        "polres:65.03",
        _said(HERALD, _CHIEF, title="Kapolres", **{"from": "2023-05", "to": "2025-09-19"}),
    ),
    _link(
        "HOLDS_POSITION",
        "official:rangga-wiratmaja",
        "polres:65.71",
        _said(VERDICT, _MOVED, title="Kapolres", **{"from": "2026-02-03", "to": "2026-02-03"}),
    ),
    _link("HOLDS_POSITION", "official:sulastri-kandou", "bp3mi:65", _said(RELEASE, _HEAD, title="Kepala")),
    _link(
        "HOLDS_POSITION",
        "official:bonar-siahaya",
        "polres:65.03",
        _said(HERALD, _DISMISSED, title="Kasat Reskrim", former=True),
    ),
)

_INCIDENTS = (
    _link("OCCURRED_AT", "incident:port", "port:tunon-taka", _said(HERALD, _TAKEN_AT_PORT)),
    _link("OCCURRED_AT", "incident:port", "65.03", _said(HERALD, _TAKEN_AT_PORT)),
    _link("OCCURRED_AT", "incident:month", "65.71", _said(RELEASE, "Pemulangan berlangsung di Tarakan.")),
    _link("OCCURRED_AT", "incident:year", "65.03", _said(HERALD, "Kasus 2024 di Nunukan masih berjalan.")),
    _link("OCCURRED_AT", "incident:undated", "65.71", _said(HERALD, "Kasus serupa terjadi di Tarakan.")),
    _link("OCCURRED_AT", "incident:kupang", "53.71", _said(VERDICT, _KUPANG)),
    _link(
        "HANDLED_BY",
        "incident:port",
        "polres:65.03",
        _said(HERALD, _JOINT, _FILED, articles=[HERALD, VERDICT], role="intercepted"),
    ),
    _link("OCCURRED_AT", "incident:sandakan", "geonames:1734052", _said(VERDICT, _ABROAD)),
    _link("CHARGED_WITH", "incident:sandakan", "uu-21-2007:4", _said(VERDICT, _ABROAD)),
    _link("CHARGED_WITH", "incident:kupang", "uu-21-2007:4", _said(VERDICT, _CHARGED)),
    _link("USED", "incident:port", "vessel:ship:contoh-jaya", _said(HERALD, _SHIP, starts=[40])),
    _link("HANDLED_BY", "incident:month", "polres:65.03", _said(RELEASE, _RETURNED, role="handled")),
    _link("HANDLED_BY", "incident:month", "bp3mi:65", _said(RELEASE, _RETURNED, role="handled")),
    _link("HANDLED_BY", "incident:port", "bp3mi:65", _said(HERALD, _JOINT, role="sheltered")),
    _link("HANDLED_BY", "incident:kupang", "polda:53", _said(VERDICT, _KUPANG, role="arrested")),
    _link("DESTINATION", "incident:port", "geonames:1734199", _said(HERALD, _ROUTE, count=14)),
    _link(
        "SUSPECTED_IN", "suspect:incident-1:mt", "incident:kupang", _said(VERDICT, _KUPANG, role="perekrut")
    ),
    _link(
        "SUSPECTED_IN", "suspect:incident-1:mt", "incident:port", _said(VERDICT, _RECRUITER, role="pengurus")
    ),
    _link("REPORTED_IN", "incident:port", HERALD, _said(HERALD, _TAKEN_AT_PORT, victims_total=14)),
    _link("REPORTED_IN", "incident:port", RELEASE, _said(RELEASE, _COUNTED_TWELVE, victims_total=12)),
    _link("REPORTED_IN", "incident:kupang", VERDICT, _said(VERDICT, _KUPANG, victims_total=3)),
)

_EVENTS = (
    _link("OCCURRED_AT", "event:meeting", "65.71", _said(RELEASE, _MEETING)),
    _link("ORGANISED", "polda:65", "event:meeting", _said(RELEASE, _MEETING)),
    _link("HELD_AT", "event:meeting", "polres:65.71", _said(RELEASE, _MEETING)),
    _link("ATTENDED", "official:sulastri-kandou", "event:meeting", _said(RELEASE, _HEAD)),
)

_DERIVED = (
    _link(
        "ROUTE_TO",
        "65.03",
        "geonames:1734199",
        _said(HERALD, _ROUTE, origin="derived", mode="sea", incidents=1, victims=14),
        ":sea",
    ),
    _link("ROUTE_TO", "53.71", "65.03", _said(VERDICT, _RECRUITER, mode="sea", incidents=1)),
    _link(
        "POSSIBLY_SAME_AS",
        "official:bonar-siahaya",
        "official:bonar-siahaya-2",
        _said(HERALD, _DISMISSED, origin="derived", score=0.6, reason="initial fits"),
    ),
)

_STATED = (*_HIERARCHY, *_OFFICES, *_INCIDENTS, *_EVENTS, *_DERIVED)


def _mentions() -> tuple[Relationship, ...]:
    """Each article names both ends of what it states."""
    named = {
        (article, end)
        for link in _STATED
        for article in PUBLISHED
        if article in str(link.properties["articles"])
        for end in (link.start, link.end)
        if _LABELS[end] != "Article"
    }
    return tuple(_link("MENTIONS", article, end, _said(article, _NAMED)) for article, end in sorted(named))


SMALL_WORLD = Graph(
    nodes=tuple(sorted(NODES, key=lambda node: (node.label, node.id))),
    relationships=tuple(sorted((*_STATED, *_mentions()), key=lambda link: (link.type, link.key))),
)
"""The invented world as a graph in the order `Graph` documents."""
