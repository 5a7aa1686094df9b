"""The part a place plays: scene, origin, transit, destination; and routes told without a case.

The word before a place decides ("asal", "menuju", "melalui", "di"), and holds for the places listed after it.
A place that only contains the one before it ("Tawau, Malaysia") takes no part of its own.
"""

from __future__ import annotations

from functools import cache

from graph.reference import places
from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.relations.story import Story, Thing
from ingest.extraction.words.lexicon import compiled, pattern, rows
from ingest.extraction.words.numbers import number_at
from ingest.extraction.words.text import Sentence

RETURNED = frozenset({"deportation", "repatriation"})
ON_THE_WAY = frozenset(
    {
        "dari",
        "berangkat dari",
        "bertolak dari",
        "berlayar dari",
        "diberangkatkan dari",
        "melalui",
        "via",
        "lewat",
        "di",
        "singgah di",
    }
)
PASSED = frozenset({"(", ")", "pelabuhan", "wilayah", "daerah", "kabupaten", "kota", "provinsi", "kecamatan", "desa",
                    "negara", "pulau", "dermaga", "kampung", "halaman", "sekitar", "kawasan", "pos"})  # fmt: skip


@cache
def cues() -> dict[tuple[str, ...], str]:
    """Cue words before a place → role."""
    return {tuple(row["cue"].split()): row["role"] for row in rows("place_cues")}


Told = tuple[Find, Group, str, str]
"""A place of a sentence: its find and group, the cue before it and the role that the cue gives."""


def place_roles(story: Story, sentence: Sentence) -> list[Told]:
    """Every place of a sentence with the cue before it and its role ("" where none)."""
    told: list[Told] = []
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
    before = [t.low for t in sentence.tokens if t.end <= find.start]
    while before and before[-1] in PASSED:
        before.pop()
    for length in (4, 3, 2, 1):
        if tuple(before[-length:]) in cues() and len(before) >= length:
            return " ".join(before[-length:]), cues()[tuple(before[-length:])]
    return None


def listed_after(sentence: Sentence, first: Find, second: Find) -> bool:
    """Whether only commas, "dan" and head words stand between two places."""
    between = [t.low for t in sentence.tokens if first.end <= t.start and t.end <= second.start]
    return len(between) <= 5 and all(
        w in {",", "dan", "serta", "maupun", "atau", "/", "–", "-", "."} | PASSED for w in between
    )


def contains(outer: Group, inner: Group) -> bool:
    """Whether one place lies in the other by the official hierarchy."""
    if outer.link is None or inner.link is None:
        return False
    return outer.link in {place.id for place in places.gazetteer().ancestors(inner.link)}


def tell_places(story: Story, incident: Thing) -> None:
    """Draft the places of an incident."""
    returned = incident.properties["kind"] in RETURNED
    told = [
        (
            sentence,
            group,
            cue,
            role_in(sentence, find, group, cue, role, returned),
            people_before(sentence, find),
        )
        for sentence in incident.sentences
        for find, group, cue, role in place_roles(story, sentence)
    ]
    abroad = not returned and any(role == "DESTINATION" and foreign(group) for _, group, _, role, _ in told)
    for sentence, group, cue, role, number in told:
        if role == "DESTINATION" and abroad and not foreign(group):
            role = "TRANSIT"  # on the way to a country is no destination
        if role:
            count = {"count": number} if number and role in ("ORIGIN", "DESTINATION") else {}
            story.say(role, incident, group, sentence, f"place:{cue.replace(' ', '-')}", 0.7, **count)


def people_before(sentence: Sentence, find: Find) -> int | None:
    """How many people the words right before a place speak of: "empat orang asal X", "62 orang dipulangkan ke X"."""
    tokens = [t for t in sentence.tokens if t.end <= find.start]
    for back in range(2, min(8, len(tokens) + 1)):
        number = number_at(tokens, len(tokens) - back)
        if number is not None and any(t.low in COUNTED for t in tokens[number[1] : number[1] + 2]):
            between = {t.low for t in tokens[number[1] :]}
            return number[0] if not between & {",", "dan", "."} else None
    return None


COUNTED = frozenset({"orang", "cpmi", "pmi", "wni", "korban"})


def role_in(sentence: Sentence, find: Find, group: Group, cue: str, role: str, returned: bool) -> str:
    """The role in an incident: of a cue that means several things, what the rest of the sentence makes of it."""
    scene = pattern("scene-verbs").search(sentence.text)
    if role == "DESTINATION" and not returned and pattern("brought-back").search(sentence.text):
        return ""
    if cue == "tiba di":
        return "OCCURRED_AT" if returned else "TRANSIT"
    if role == "OCCURRED_AT":
        return role if scene and not foreign(group) else ""
    if role == "TRANSIT" and returned and cue.endswith("dari"):
        return "ORIGIN"
    if cue == "dari" and not returned:
        before = sentence.text[: find.start - sentence.start]
        if compiled(r"(?:orang|CPMI|PMI|pekerja|korban|perempuan|laki-laki)(?: \S+)? dari").search(
            before[-40:]
        ):
            return "ORIGIN"
        return (
            "TRANSIT"
            if pattern("embarked").search(sentence.text) or find.facts.get("kind") == "port"
            else "ORIGIN"
        )
    return role


def foreign(group: Group) -> bool:
    """Whether the place lies outside Indonesia, as far as it is linked."""
    return bool(group.link) and (group.link or "").startswith("geonames:")


def tell_routes(story: Story) -> None:
    """Draft the legs that a sentence states by itself: "dari Sei Nyamuk ke Tawau", "rute Nunukan–Tawau",
    "mobilitas CPMI … di Nunukan dan Tarakan menuju Tawau".
    """
    for sentence in story.sentences():
        if not pattern("moved").search(sentence.text):
            continue
        told = place_roles(story, sentence)
        for at, (find, target, cue, _) in enumerate(told):
            before = starts(told[:at]) if cue in LEADS else dashed(sentence, told[:at], find)
            for _, source, _, _ in before:
                if source is not target and not contains(source, target) and not contains(target, source):
                    story.say("ROUTE_TO", source, target, sentence, "route:stated", 0.8, **mode_of(sentence))


LEADS = frozenset({"menuju", "menuju ke", "ke", "tujuan", "dibawa ke", "dikirim ke"})


def mode_of(sentence: Sentence) -> dict[str, str]:
    """How the sentence's leg is travelled, where it says so."""
    if pattern("by-air").search(sentence.text):
        return {"mode": "air"}
    return {"mode": "sea"} if pattern("at-sea").search(sentence.text) else {}


def starts(told: list[Told]) -> list[Told]:
    """The places listed together right before a destination, where their cue is one of a way's beginning."""
    kept: list[Told] = []
    for entry in reversed(told):
        if entry[2] == "within":
            continue
        if entry[2] not in ON_THE_WAY or (kept and entry[2] != kept[0][2]):
            break
        kept.append(entry)
    return kept


def dashed(sentence: Sentence, told: list[Told], find: Find) -> list[Told]:
    """The place that a dash joins to the next: "rute Nunukan–Tawau"."""
    if not told:
        return []
    between = sentence.text[told[-1][0].end - sentence.start : find.start - sentence.start]
    return (
        [told[-1]]
        if between.strip() in ("–", "-", "—") and compiled("rute|jalur|lintasan").search(sentence.text)
        else []
    )
