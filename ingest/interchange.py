"""The interchange format: one JSON object per document, as other programs and `tppo evaluate` read it.

Names of victims and witnesses are masked in every field; offsets still point into the document's own text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.masking import mask_extraction
from graph.model import Claim, Entity, Evidence, Extraction, Mention

DERIVED = frozenset({"ROUTE_TO", "COVERS"})
"""Types that the format leaves to those who read it: ways follow from the legs of incidents, areas from codes."""


def interchange(extraction: Extraction, masked: bool = True) -> dict[str, Any]:
    """The object of one document: `article`, `entities`, `relationships`.

    With `masked` false, protected names stand in the texts as the document prints them.
    """
    shown = mask_extraction(extraction) if masked else extraction
    document = shown.document
    fields = ("title", "publisher", "published_on", "url", "kind", "language", "sha256")
    entities = [entity(each) for each in shown.entities]
    count_people(shown, entities)
    return {
        "article": {name: getattr(document, name) for name in fields},
        "entities": entities,
        "relationships": [relationship(each) for each in shown.claims if each.type not in DERIVED],
    }


def count_people(extraction: Extraction, entities: list[dict[str, Any]]) -> None:
    """Give an incident the number of its suspects and victims that are named, where the text gives no number: the
    format counts who is told of (docs/annotation.md); the graph keeps only stated numbers.
    """
    victims = {p.person for p in extraction.protected if p.role == "korban"}
    for each in entities:
        if each["label"] == "Incident":
            suspects = {
                c.start for c in extraction.claims if c.type == "SUSPECTED_IN" and c.end == each["id"]
            }
            for slot, people in (("suspects_total", suspects), ("victims_total", victims)):
                if people and slot not in each["properties"]:
                    each["properties"][slot] = len(people)


def entity(each: Entity) -> dict[str, Any]:
    """An entity; what is known of it for certain (`link`) stands among its properties as `id`."""
    properties: Mapping[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in each.properties.items()
    } | ({"id": each.link} if each.link else {})
    return {
        "id": each.id,
        "label": each.label,
        "name": each.name,
        "aliases": list(each.aliases),
        "properties": properties,
        "mentions": spans(each.mentions),
    }


def relationship(each: Claim) -> dict[str, Any]:
    """A relationship with the sentences that state it."""
    return {
        "type": each.type,
        "start": each.start,
        "end": each.end,
        "properties": dict(each.properties),
        "evidence": spans(each.evidence),
        "rule": each.rule,
        "confidence": each.confidence,
    }


def spans(parts: Iterable[Mention | Evidence]) -> list[dict[str, Any]]:
    """Mentions or evidence with their offsets."""
    return [{"start": part.start, "end": part.end, "text": part.text} for part in parts]
