"""The values that pass between the rooms.

Two halves: what one document says (`Document`, `Mention`, `Entity`, `Claim`, `Extraction`), and what a case
holds once documents are brought together (`Node`, `Relationship`, `Graph`).
All offsets count code points of `Document.text`; `text[start:end]` is always the exact text meant.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | tuple[str, ...]
"""A property value read from one document; several texts as a tuple."""

StoredValue = str | int | float | bool | list[str] | list[int] | list[float]
"""A property value of a node or relationship: what both stores keep unchanged."""


class TppoError(Exception):
    """An error a user can act on: `str(error)` names the value that is wrong, `cure` says what to do.

    `exit_code` is the exit code of a command that ends with it (documented in `tppo --help`).
    """

    exit_code = 1

    def __init__(self, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.cure = cure


def sha256_of(text: str) -> str:
    """The identity of a document: hexadecimal SHA-256 of its text in UTF-8 (lone surrogates kept)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a document's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One source text as it was read. Its text is never changed afterwards: every offset points into it.

    `published_on` is an ISO date ("2025-09-19") or None; `kind` is news, release or verdict; `language` is
    an ISO 639-1 code; `origin` is where it was read (a file name, "stdin"), without the folder;
    `furniture` are parts that are not the document's own words (menus, view counts, teasers, captions).
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    url: str | None = None
    kind: str | None = None
    language: str | None = None
    origin: str = ""
    furniture: tuple[Span, ...] = ()

    @property
    def sha256(self) -> str:
        """Identity of the document: SHA-256 of its text."""
        return sha256_of(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names something."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says it: `text[start:end] == text` of the document."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What one document says of one thing. `id` is unique within the document ("e1").

    `link` is the identity outside the document where it is certain (Kemendagri code, GeoNames id, agency id,
    statute and article), else None. `evidence` gives, for properties that are facts of their own (dates and
    counts of an incident), the sentences that state them, by property name.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Value] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    link: str | None = None
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a document: `start` and `end` are entity ids of the same extraction.

    `rule` names what read it; `confidence` is between 0 and 1. There is no claim without evidence.
    """

    type: str
    start: str
    end: str
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    properties: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"Claim {self.type} {self.start} → {self.end} has no evidence.")


@dataclass(frozen=True, slots=True)
class Protected:
    """A name that must not leave the case folder: a victim's or a witness's (UU 21/2007 Pasal 24 and 44).

    `person` numbers the people of one document: all mentions of one person share it, so that the mask can
    read "[korban 1]" throughout. `role` is "korban" (victim) or "saksi" (witness and other private persons).
    """

    start: int
    end: int
    person: int
    role: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document. The same document gives an equal extraction, byte for byte."""

    document: Document
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    protected: tuple[Protected, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the case's graph. `properties` has at least `name`; `id` is not repeated in it."""

    label: str
    id: str
    properties: Mapping[str, StoredValue]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of the case's graph, between node ids. `key` is unique within its type.

    Two relationships of one type may join the same nodes (two offices of one person at one agency); their keys
    differ.
    """

    type: str
    key: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: Mapping[str, StoredValue]


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and relationships of a case, in a fixed order (label, id) and (type, key)."""

    nodes: tuple[Node, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    _by_id: dict[str, Node] = field(default_factory=dict, repr=False, compare=False)

    def node(self, node_id: str) -> Node | None:
        """The node with this id (ids are unique over all labels), or None."""
        if not self._by_id:
            self._by_id.update({node.id: node for node in self.nodes})
        return self._by_id.get(node_id)
