"""The properties of an entity, from the facts that stood beside its mentions."""

from __future__ import annotations

from graph.model import Value
from graph.reference import agencies as lexicon
from graph.reference import places
from ingest.extraction.entities.group import Group
from ingest.extraction.relations.parts import status_of
from ingest.extraction.relations.story import Story


def properties_of(story: Story, home: Group) -> dict[str, Value]:
    """Properties by label, as `graph/schema` names them; what the text does not state is absent."""
    match home.label:
        case "Official":
            return {"role": role(story, home), **first(home, "rank")}
        case "Agency":
            return agency(home)
        case "Location":
            place = places.gazetteer().get(home.link) if home.link else None
            return {"kind": place.kind} if place is not None else first(home, "kind")
        case "Suspect":
            return suspect(story, home)
        case "Law":
            return {k: v for k, v in first(home, "title").items() if v}
    return first(home, "kind")


def role(story: Story, home: Group) -> str:
    """For whom an official acts: an NGO or a company where the office is held there."""
    held = [d.end for d in story.drafts if d.type == "HOLDS_POSITION" and d.start is home]
    roles = [
        str(f.facts["org_role"])
        for g in held
        if isinstance(g, Group)
        for f in g.finds
        if "org_role" in f.facts
    ]
    return roles[0] if roles else "official"


def first(home: Group, *names: str) -> dict[str, Value]:
    """The first value of each fact."""
    return {
        name: next(f.facts[name] for f in home.finds if name in f.facts)
        for name in names
        if any(name in f.facts for f in home.finds)
    }


def agency(home: Group) -> dict[str, Value]:
    """Abbreviation and unit type of an agency."""
    unit_id = next((str(f.facts["unit"]) for f in home.finds if f.facts.get("unit")), None)
    if unit_id is None:
        return {}
    unit = lexicon.unit_type(unit_id)
    return {"unit_type": unit.id, "abbreviation": unit.abbr, "root": unit.root}


def suspect(story: Story, home: Group) -> dict[str, Value]:
    """Age, sex, nationality, furthest status."""
    properties = first(home, "age", "sex", "nationality")
    if status := status_of(story, home):
        properties["status"] = status
    properties["by_initials"] = all(bool(f.facts.get("by_initials")) for f in home.finds)
    return properties
