"""The part a place plays: scene, origin, transit, destination; and routes told without a case.

The word before a place decides ("asal", "menuju", "melalui", "di"), and holds for the places listed after it.
A place that only contains the one before it ("Tawau, Malaysia") takes no part of its own.
"""

from __future__ import annotations

from functools import cache

from graph import places
from ingest.extraction.finds import Find
from ingest.extraction.grouping import Group
from ingest.extraction.lexicon import compiled, rows
from ingest.extraction.story import Story, Thing
from ingest.extraction.text import Sentence

MOVED = "mobilitas|perlintasan|pelintasan|jalur|rute|menyeberang|keberangkatan|diberangkatkan|berangkat|pengiriman"
AT_SEA = "laut|kapal|speedboat|perahu|feri|pelabuhan|dermaga|perairan"
RETURNED = frozenset({"deportation", "repatriation"})
PASSED = frozenset({"(", ")", "pelabuhan", "wilayah", "daerah", "kabupaten", "kota", "provinsi", "kecamatan", "desa",
                    "negara", "pulau", "dermaga", "kampung", "halaman", "sekitar", "kawasan", "pos"})  # fmt: skip


@cache
def cues() -> dict[tuple[str, ...], str]:
    """Cue words before a place → role."""
    return {tuple(row["cue"].split()): row["role"] for row in rows("place_cues")}


def place_roles(story: Story, sentence: Sentence) -> list[tuple[Find, Group, str, str]]:
    """Every place of a sentence with the cue before it and its role ("" where none)."""
    told: list[tuple[Find, Group, str, str]] = []
    for find, group in story.finds(sentence, "Location"):
        cue = cue_before(sentence, find)
        if cue is None and told and listed_after(sentence, told[-1][0], find):
            previous = told[-1]
            inside = contains(group, previous[1])
            told.append((find, group, "within" if inside else previous[2], "" if inside else previous[3]))
            continue
        told.append((find, group, cue[0], cue[1]) if cue else (find, group, "", ""))
    return told


def cue_before(sentence: Sentence, find: Find) -> tuple[str, str] | None:
    """The cue right before a place and its role; head words between are passed over."""
    before = [t.text.lower() for t in sentence.tokens if t.end <= find.start]
    while before and before[-1] in PASSED:
        before.pop()
    for length in (4, 3, 2, 1):
        if tuple(before[-length:]) in cues() and len(before) >= length:
            return " ".join(before[-length:]), cues()[tuple(before[-length:])]
    return None


def listed_after(sentence: Sentence, first: Find, second: Find) -> bool:
    """Whether only commas, "dan" and head words stand between two places."""
    between = [t.text.lower() for t in sentence.tokens if first.end <= t.start and t.end <= second.start]
    return len(between) <= 5 and all(w in {",", "dan", "serta", "maupun", "atau", "/", "–", "-", "."} | PASSED for w in between)


def contains(outer: Group, inner: Group) -> bool:
    """Whether one place lies in the other by the official hierarchy."""
    if outer.link is None or inner.link is None:
        return False
    return outer.link in {place.id for place in places.gazetteer().ancestors(inner.link)}


def tell_places(story: Story, incident: Thing) -> None:
    """Draft the places of an incident."""
    returned = incident.properties["kind"] in RETURNED
    told = [
        (sentence, group, cue, role_in(sentence, find, group, cue, role, returned))
        for sentence in incident.sentences
        for find, group, cue, role in place_roles(story, sentence)
    ]
    abroad = not returned and any(role == "DESTINATION" and foreign(group) for _, group, _, role in told)
    for sentence, group, cue, role in told:
        if role == "DESTINATION" and abroad and not foreign(group):
            role = "TRANSIT"  # on the way to a country is no destination
        if role:
            story.say(role, incident, group, sentence, f"place:{cue.replace(' ', '-')}", 0.7)


def role_in(sentence: Sentence, find: Find, group: Group, cue: str, role: str, returned: bool) -> str:
    """The role in an incident: of a cue that means several things, what the rest of the sentence makes of it."""
    scene = compiled(SCENE_VERBS).search(sentence.text)
    if cue == "tiba di":
        return "OCCURRED_AT" if returned else "TRANSIT"
    if role == "OCCURRED_AT":
        return role if scene and not foreign(group) else ""
    if role == "TRANSIT" and returned and cue.endswith("dari"):
        return "ORIGIN"
    if cue == "dari" and not returned:
        before = sentence.text[: find.start - sentence.start]
        if compiled(r"(?:orang|CPMI|PMI|pekerja|korban|perempuan|laki-laki)(?: \S+)? dari").search(before[-40:]):
            return "ORIGIN"
        return "TRANSIT" if compiled(EMBARKED).search(sentence.text) or find.facts.get("kind") == "port" else "ORIGIN"
    return role


EMBARKED = (
    "kapal|KM|KMP|naik|sandar|menyeberang|diseberangkan|perahu|speedboat|dibawa|menyeberangkan|bertolak|berlayar|turun"
)
SCENE_VERBS = (
    "mengamankan|diamankan|ditangkap|menangkap|digagalkan|menggagalkan|dicegah|mencegah|ditemukan|diselamatkan|"
    "menunda|penundaan|terjadi|bertempat|dibekuk|menghentikan|dihentikan|penggerebekan|digerebek|diringkus|"
    "berlokasi|tewas|meninggal|tenggelam|dideportasi|penangkapan"
)


def foreign(group: Group) -> bool:
    """Whether the place lies outside Indonesia, as far as it is linked."""
    return bool(group.link) and (group.link or "").startswith("geonames:")


def tell_routes(story: Story) -> None:
    """Draft routes that a document states without a case: "mobilitas CPMI … di Nunukan dan Tarakan menuju Tawau"."""
    for sentence in story.sentences():
        if not compiled(MOVED).search(sentence.text):
            continue
        mode = {"mode": "sea"} if compiled(AT_SEA).search(sentence.text) else {}
        told = place_roles(story, sentence)
        for at, (_, target, cue, role) in enumerate(told):
            if role != "DESTINATION" or cue not in ("menuju", "menuju ke", "ke", "tujuan"):
                continue
            for _, source, _, before in starts(told[:at]):
                if source is not target and before != "DESTINATION":
                    story.say("ROUTE_TO", source, target, sentence, "route:stated", 0.8, **mode)


def starts(told: list[tuple[Find, Group, str, str]]) -> list[tuple[Find, Group, str, str]]:
    """The places listed together right before a destination."""
    kept: list[tuple[Find, Group, str, str]] = []
    for entry in reversed(told):
        if entry[3] in ("DESTINATION", "") or (kept and entry[2] != kept[0][2]):
            break
        kept.append(entry)
    return kept
