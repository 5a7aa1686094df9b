"""Offices: the official holds a title at an agency, named beside it, implied by it or understood from the text."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.reference import agencies as lexicon
from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.mentions import Holding
from ingest.extraction.relations.members import tell_members
from ingest.extraction.relations.story import Story
from ingest.extraction.words.lexicon import compiled
from ingest.extraction.words.text import Sentence

UNDERSTOOD = re.compile(
    r"Kepala (?:Seksi|Bidang|Unit|Sub|Bagian|Humas)|Kasi|Kabid|Kasubbid|Kanit|Juru Bicara|Panitera|Hakim",
    re.I,
)


def tell_positions(story: Story) -> None:
    """Draft HOLDS_POSITION for every office found, and PART_OF for nested agencies."""
    for holding in story.mentions.holdings:
        agency = agency_of(story, holding)
        if agency is not None:
            tell(story, holding, *agency)
    for group in list(story.groups):
        for find in group.finds:
            if find.inner is not None and group.label == "Agency":
                sentence = story.page.sentences[find.sentence]
                story.say("PART_OF", group, story.group_of(find.inner), sentence, "agency:nested", 0.9)
    for sentence in story.sentences():
        tell_owners(story, sentence)
    tell_members(story)


def tell_owners(story: Story, sentence: Sentence) -> None:
    """Draft PART_OF where the sentence says whose an agency is: "RPTC (…), Jakarta Timur, milik Kementerian Sosial"."""
    found = story.finds(sentence, "Agency")
    for (find, group), (other, owner) in pairwise(found):
        between = sentence.text[find.end - sentence.start : other.start - sentence.start]
        if OWNED.fullmatch(between):
            story.say("PART_OF", group, owner, sentence, "agency:owned", 0.85)


OWNED = re.compile(r"\)?(?:[^.;]{0,40},)? (?:milik|di bawah(?: naungan)?|yang dikelola) ", re.IGNORECASE)


def tell(story: Story, holding: Holding, agency: Group, rule: str, confidence: float) -> None:
    """Draft one office."""
    office, sentence = holding.office, story.page.sentences[holding.sentence]
    properties: dict[str, str | bool] = {}
    if office.title:
        properties["title"] = office.title
    if office.acting:
        properties["acting"] = True
    if office.former or left_office(sentence, holding):
        properties["former"] = True
    person = story.home_of(holding.person)
    if person is not None:
        story.say("HOLDS_POSITION", person, agency, sentence, rule, confidence, **properties)


def left_office(sentence: Sentence, holding: Holding) -> bool:
    """Whether the sentence hands the office over from this person: "diserahterimakan dari X kepada Y"."""
    before = sentence.text[: holding.person.start - sentence.start]
    return bool(compiled(r"diserahterimakan dari(?: \S+){0,3}|sebelumnya").search(before[-45:]))


def agency_of(story: Story, holding: Holding) -> tuple[Group, str, float] | None:
    """The agency of an office, the rule that found it and its confidence."""
    office = holding.office
    group = story.home_of(office.agency) if office.agency is not None else None
    if group is not None:
        own = own_unit(story, office.title, group)
        return (own, "position:own-unit", 0.85) if own else (group, "position:beside", 0.95)
    unit = title_unit(office.title)
    if unit is None and not UNDERSTOOD.match(office.title):
        return None
    nearest = nearest_agency(story, holding.person, unit)
    return None if nearest is None else (nearest, "position:understood", 0.6)


def title_unit(title: str) -> str | None:
    """The unit type that a title belongs to, by the lexicon."""
    row = lexicon.find_title(title)
    return row.unit if row is not None and row.unit else None


def own_unit(story: Story, title: str, group: Group) -> Group | None:
    """The unit that a title heads: Satreskrim Polres X for "Kasat Reskrim Polres X", where the text names it too."""
    unit = title_unit(title)
    area = (group.link or "").partition(":")[2]
    if unit is None or not area:
        return None
    return next(
        (g for g in story.groups if g.label == "Agency" and g.link == f"{unit}:{area}" and g is not group),
        None,
    )


def nearest_agency(story: Story, person: Find, unit: str | None) -> Group | None:
    """The agency named last before the person that has the title's unit type, or is one it belongs to."""
    fits: list[tuple[int, Group]] = []
    chain = unit_chain(unit) if unit else None
    for group in story.groups:
        if group.label != "Agency":
            continue
        for find in group.finds:
            kind = str(find.facts.get("unit", ""))
            if find.start < person.start and (chain is None or kind in chain):
                fits.append((find.start - (1000 * chain.index(kind) if chain else 0), group))
    return max(fits, key=lambda pair: pair[0])[1] if fits else None


def unit_chain(unit: str) -> list[str]:
    """A unit type and the types above it, as far as those have a place (the country's police stays out)."""
    chain, current = [unit], lexicon.unit_type(unit)
    while current.parent and len(chain) < 4:
        current = lexicon.unit_type(current.parent)
        if current.place_slot not in ("none",):
            chain.append(current.id)
    return chain


AREA_OF_WORK = r"wilayah (?:kerja|hukum|tugas)(?:nya)?(?: \S+){0,4}? (?:di|meliputi|mencakup)|membawahi"


def tell_areas(story: Story) -> None:
    """Draft COVERS where a sentence tells the area of work of the agency it speaks of."""
    for sentence in story.sentences():
        found = compiled(AREA_OF_WORK).search(sentence.text)
        if found is None:
            continue
        agencies = [g for f, g in story.finds(sentence, "Agency") if f.end <= sentence.start + found.start()]
        at = sentence.start + found.end()
        for find, place in story.finds(sentence, "Location"):
            if not agencies or find.start < at:
                continue
            if sentence.text[at - sentence.start : find.start - sentence.start].strip(" ,") not in (
                "",
                "dan",
                "serta",
            ):
                break
            story.say("COVERS", agencies[-1], place, sentence, "agency:area-of-work", 0.8)
            at = find.end
