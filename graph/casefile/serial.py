"""Extractions as JSON bytes and back, exactly: what the ledger keeps of a document besides its text."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any

from graph.model import Claim, Document, Entity, Evidence, Extraction, Mention, Protected, Span, Value

METADATA = ("title", "publisher", "published_on", "url", "kind", "language", "origin")


def encode_text(text: str) -> bytes:
    """The text in UTF-8, lone surrogates (of broken PDFs) kept: `decode_text` gives it back exactly."""
    return text.encode("utf-8", "surrogatepass")


def decode_text(stored: bytes) -> str:
    """The text that `encode_text` stored."""
    return stored.decode("utf-8", "surrogatepass")


def encode_extraction(extraction: Extraction) -> bytes:
    """JSON in UTF-8 with everything but the document's text. Equal extractions give equal bytes."""
    content = {
        "document": {name: getattr(extraction.document, name) for name in METADATA},
        "furniture": [[span.start, span.end] for span in extraction.document.furniture],
        "entities": [_entity(entity) for entity in extraction.entities],
        "claims": [_claim(claim) for claim in extraction.claims],
        "protected": [dataclasses.astuple(each) for each in extraction.protected],
    }
    return encode_text(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def decode_extraction(stored: bytes, text: str) -> Extraction:
    """The extraction that was encoded; `text` is its document's text."""
    content = json.loads(decode_text(stored))
    furniture = tuple(Span(start, end) for start, end in content["furniture"])
    return Extraction(
        Document(text=text, furniture=furniture, **content["document"]),
        tuple(_read_entity(raw) for raw in content["entities"]),
        tuple(_read_claim(raw) for raw in content["claims"]),
        tuple(Protected(*raw) for raw in content["protected"]),
    )


def _spans(parts: Iterable[Mention | Evidence]) -> list[list[int | str]]:
    return [[part.start, part.end, part.text] for part in parts]


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "properties": dict(entity.properties),
        "mentions": _spans(entity.mentions),
        "link": entity.link,
        "evidence": {name: _spans(parts) for name, parts in entity.evidence.items()},
    }


def _read_entity(raw: Mapping[str, Any]) -> Entity:
    return Entity(
        raw["id"],
        raw["label"],
        raw["name"],
        tuple(raw["aliases"]),
        _read_properties(raw["properties"]),
        tuple(Mention(*part) for part in raw["mentions"]),
        raw["link"],
        {name: tuple(Evidence(*part) for part in parts) for name, parts in raw["evidence"].items()},
    )


def _read_properties(raw: Mapping[str, Any]) -> dict[str, Value]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "type": claim.type,
        "start": claim.start,
        "end": claim.end,
        "evidence": _spans(claim.evidence),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "properties": dict(claim.properties),
    }


def _read_claim(raw: Mapping[str, Any]) -> Claim:
    evidence = tuple(Evidence(*part) for part in raw["evidence"])
    return Claim(
        raw["type"],
        raw["start"],
        raw["end"],
        evidence,
        raw["rule"],
        raw["confidence"],
        _read_properties(raw["properties"]),
    )
