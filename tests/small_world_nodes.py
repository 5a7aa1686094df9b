"""The nodes of the invented world of `small_world.py`: real places, invented people and incidents."""

from __future__ import annotations

from graph.model import Node, StoredValue

HERALD = "article:aaaa000000000001"
RELEASE = "article:aaaa000000000002"
VERDICT = "article:aaaa000000000003"

PUBLISHED = {HERALD: "2025-09-19", RELEASE: "2025-09-20", VERDICT: "2026-02-03"}


def _node(label: str, node_id: str, name: str, **more: StoredValue) -> Node:
    """A node; one without aliases has no such property, as a store may leave it."""
    return Node(label, node_id, {"name": name, "sources": 1, **more})


def _article(node_id: str, title: str, publisher: str | None, kind: str) -> Node:
    known: dict[str, StoredValue] = {} if publisher is None else {"publisher": publisher}
    number = node_id[-1]
    return _node(
        "Article",
        node_id,
        title,
        title=title,
        published_on=PUBLISHED[node_id],
        kind=kind,
        file=f"berita-{number}.txt",
        url=f"https://contoh.invalid/berita/{number}",
        **known,
    )


_ARTICLES = (
    _article(HERALD, "Belasan calon pekerja migran dicegat di Nunukan", "Harian Perbatasan", "news"),
    _article(RELEASE, "Rapat koordinasi pencegahan di Tarakan", "BP3MI Kalimantan Utara", "release"),
    _article(VERDICT, "Putusan perekrut dari Kupang", None, "verdict"),
)

_PLACES = (
    _node("Location", "geonames:1643084", "Indonesia", kind="country"),
    _node("Location", "65", "Kalimantan Utara", aliases=["Kaltara"], kind="province", code="65"),
    _node("Location", "65.03", "Nunukan", aliases=["Kabupaten Nunukan"], kind="regency", code="65.03"),
    _node("Location", "65.03.02", "Nunukan", kind="district", code="65.03.02"),
    _node("Location", "65.71", "Tarakan", aliases=["Kota Tarakan"], kind="city", code="65.71"),
    _node(
        "Location",
        "port:tunon-taka",
        "Pelabuhan Tunon Taka",
        aliases=["Tunon Taka"],
        kind="port",
        code="65.03",
    ),
    _node("Location", "53", "Nusa Tenggara Timur", aliases=["NTT"], kind="province", code="53"),
    _node("Location", "53.71", "Kupang", aliases=["Kota Kupang"], kind="city", code="53.71"),
    _node("Location", "geonames:1734199", "Tawau", kind="town"),
    _node("Location", "geonames:1734052", "Sandakan", kind="town"),
)

_AGENCIES = (
    _node("Agency", "org:polri", "Polri", aliases=["Kepolisian Negara Republik Indonesia"], root="Polri"),
    _node("Agency", "polda:65", "Polda Kalimantan Utara", aliases=["Polda Kaltara"], abbreviation="Polda"),
    _node("Agency", "polres:65.03", "Polres Nunukan", abbreviation="Polres"),
    _node("Agency", "polres:65.71", "Polres Tarakan", abbreviation="Polres"),
    _node("Agency", "polda:53", "Polda NTT", abbreviation="Polda"),
    _node("Agency", "bp3mi:65", "BP3MI Kalimantan Utara", aliases=["BP3MI Kaltara"], abbreviation="BP3MI"),
    _node("Agency", "org:yayasan-sahabat-pulang", "Yayasan Sahabat Pulang"),
)

_PEOPLE = (
    _node("Official", "official:rangga-wiratmaja", "Rangga Wiratmaja", aliases=["Rangga W."], rank="AKBP"),
    _node("Official", "official:sulastri-kandou", "Sulastri Kandou", role="official"),
    _node("Official", "official:bonar-siahaya", "Bonar Siahaya", role="official"),
    _node("Official", "official:bonar-siahaya-2", "B. Siahaya", role="official"),
    _node("Suspect", "suspect:incident-1:mt", "M.T.", by_initials=True, status="tersangka"),
)

_HAPPENINGS = (
    _node(
        "Incident",
        "incident:port",
        "Pencegatan di Tunon Taka",
        kind="interception",
        date="2025-09-17",
        victims_total=14,
        conflicts=["victims_total"],
    ),
    _node("Incident", "incident:month", "Pemulangan lewat Tarakan", kind="repatriation", date="2025-09"),
    _node("Incident", "incident:year", "Kasus lama di Nunukan", kind="trafficking", date="2024"),
    _node("Incident", "incident:undated", "Kasus tanpa tanggal", kind="trafficking"),
    _node(
        "Incident",
        "incident:kupang",
        "Penangkapan di Kupang",
        kind="arrest",
        date="2025-11-02",
        victims_total=3,
    ),
    _node("Incident", "incident:sandakan", "Kasus di Sandakan", kind="trafficking", date="2026"),
    _node("Event", "event:meeting", "Rapat koordinasi pencegahan", kind="meeting", date="2025-09-18"),
)

_THINGS = (
    _node("Law", "uu-21-2007:4", "UU 21/2007 Pasal 4", statute="UU 21/2007"),
    _node("Vessel", "vessel:ship:contoh-jaya", "KM Contoh Jaya", kind="ship"),
)

NODES = (*_ARTICLES, *_PLACES, *_AGENCIES, *_PEOPLE, *_HAPPENINGS, *_THINGS)
