"""Who and what belongs to an incident: agencies by what they did, suspects by their part, laws, vessels."""

from __future__ import annotations

from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.relations.story import Story, Thing
from ingest.extraction.words.lexicon import compiled, rows, words
from ingest.extraction.words.text import Sentence

NEAR = 60


def tell_parts(story: Story, incident: Thing) -> None:
    """Draft everything of an incident but its places."""
    for sentence in incident.sentences:
        tell_agencies(story, incident, sentence)
        for _, group in story.finds(sentence, "Vessel"):
            story.say("USED", incident, group, sentence, "vessel:named", 0.7)
        for _, group in story.finds(sentence, "Suspect"):
            role = suspect_role(story, group)
            story.say("SUSPECTED_IN", group, incident, sentence, "suspect:named", 0.8, **role)
    for sentence in story.sentences():
        for _, group in story.finds(sentence, "Law"):
            if charged(story, sentence):
                story.say("CHARGED_WITH", incident, group, sentence, "law:charged", 0.8)


def tell_agencies(story: Story, incident: Thing, sentence: Sentence) -> None:
    """Agencies that did something to the case in this sentence, each by the verb nearest to it."""
    found = story.finds(sentence, "Agency")
    spoken = {(o.start, o.end) for h in story.mentions.holdings if (o := h.office.agency) is not None}
    roles: list[str | None] = []
    for at, (find, _) in enumerate(found):
        following = found[at + 1][0].start if at + 1 < len(found) else sentence.end
        role = role_before(sentence, find)
        if role is None and (find.start, find.end) not in spoken:
            role = role_after(sentence, find, following)
        roles.append(role)
    for at in range(len(found) - 2, -1, -1):  # "A, B dan C menggagalkan": the verb is said of all
        if roles[at] is None and together(sentence, found[at][0], found[at + 1][0]):
            roles[at] = role_after(sentence, found[at + 1][0], sentence.end) and roles[at + 1]
    for at in range(1, len(found)):  # "ditangani A dan B"
        if roles[at] is None and roles[at - 1] and together(sentence, found[at - 1][0], found[at][0]):
            roles[at] = roles[at - 1]
    for (_, group), role in zip(found, roles, strict=True):
        if role is not None:
            story.say("HANDLED_BY", incident, group, sentence, f"agency:{role}", 0.75, role=role)


def role_after(sentence: Sentence, find: Find, limit: int) -> str | None:
    """The role by an active verb soon after the agency and before the next one: "X menggagalkan …"."""
    text = sentence.text[find.end - sentence.start : max(0, min(limit, find.end + NEAR) - sentence.start)]
    if text.lstrip().startswith((",", "–")) and "," in text[2:]:
        return None
    found = [
        (m.start(), row["role"])
        for row in rows("agency_roles")
        if row["side"] == "before" and (m := compiled(row["cue"]).search(text))
    ]
    return min(found)[1] if found else None


def role_before(sentence: Sentence, find: Find) -> str | None:
    """The role by a passive verb right before the agency: "diserahkan kepada X", "ditangani X"."""
    text = sentence.text[: find.start - sentence.start].rstrip(" ,(")
    for row in rows("agency_roles"):
        if row["side"] == "after" and any(m.end() == len(text) for m in compiled(row["cue"]).finditer(text)):
            return row["role"]
    return None


def role_told(sentence: Sentence, find: Find) -> str | None:
    """The role by any verb of doing in the rest of the sentence, or right before the agency."""
    return role_before(sentence, find) or role_after(sentence, find, sentence.end)


def together(sentence: Sentence, find: Find, other: Find) -> bool:
    """Whether two agencies act together: "X bersama Y", "X dan Y"."""
    between = sentence.text[find.end - sentence.start : other.start - sentence.start]
    return between.strip(" ,").lower() in words("together")


def suspect_role(story: Story, group: Group) -> dict[str, str]:
    """The part that a suspect played, by the words around the mentions, and the status in this document."""
    properties: dict[str, str] = {}
    if status := status_of(story, group):
        properties["status"] = status
    for find in group.finds:
        after, before = surroundings(story, group, find)
        role = nearest_role(after, first=True) or nearest_role(before, first=False)
        if role is not None:
            return {**properties, "role": role}
    return properties


def surroundings(story: Story, group: Group, find: Find) -> tuple[str, str]:
    """The words after and before a suspect's name, up to the next suspect's."""
    sentence = story.page.sentences[find.sentence]
    others = [f for f, g in story.finds(sentence, "Suspect") if g is not group]
    following = min((f.start for f in others if f.start > find.start), default=sentence.end)
    previous = max((f.end for f in others if f.end < find.start), default=sentence.start)
    after = sentence.text[find.end - sentence.start : min(following, find.end + NEAR) - sentence.start]
    before = sentence.text[max(previous, find.start - NEAR) - sentence.start : find.start - sentence.start]
    return after, before


def nearest_role(text: str, *, first: bool) -> str | None:
    """The role whose word stands nearest to the name: first in the words after it, last in those before."""
    hits = [
        (m.start(), row["role"])
        for row in rows("suspect_roles")
        for m in compiled(row["pattern"]).finditer(text)
    ]
    return (min(hits) if first else max(hits))[1] if hits else None


def status_of(story: Story, group: Group) -> str | None:
    """The furthest status that the document reports of a suspect: by the cue before a mention or the sentence."""
    told = [
        row["status"]
        for find in group.finds
        for text in surroundings(story, group, find)
        for row in rows("suspect_status")
        if compiled(row["pattern"]).search(text)
    ]
    known = [
        f for f in group.finds if "status" in f.facts and not ("DPO" in told and f.facts.get("inherited"))
    ]
    found = told + [str(f.facts["status"]) for f in known]
    return max(found, key=STATUS.index) if found else None


STATUS = ("diamankan", "terlapor", "DPO", "tersangka", "terdakwa", "terpidana")
"""Stages in their order; one who is wanted is more than named, less than charged."""


def charged(story: Story, sentence: Sentence) -> bool:
    """Whether the laws of the sentence are applied to somebody; a decision's laws are its charges."""
    if story.page.document.kind == "verdict":
        return bool(compiled("diatur|diancam|melanggar|dakwaan|Pasal").search(sentence.text))
    return bool(
        compiled(
            "dijerat|disangka(?:kan)?|dikenakan|dikenai|diancam|terancam|didakwa|melanggar|dijatuhi|dipersangkakan"
        ).search(sentence.text)
    )
