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
    return {
        "article": {name: getattr(document, name) for name in fields},
        "entities": [entity(each) for each in shown.entities],
        "relationships": [relationship(each) for each in shown.claims if each.type not in DERIVED],
    }


def entity(each: Entity) -> dict[str, Any]:
    """An entity; what is known of it for certain (`link`) stands among its properties as `id`."""
    properties: Mapping[str, Any] = dict(each.properties) | ({"id": each.link} if each.link else {})
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
