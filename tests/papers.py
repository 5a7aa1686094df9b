"""Invented documents, put together in tests: a text, and what an extraction would read from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Claim, Document, Entity, Evidence, Extraction, Mention, Protected, Value


@dataclass
class Paper:
    """A document to which a test adds entities, claims and protected names."""

    text: str
    published_on: str | None = "2025-09-19"
    title: str | None = "Berita"
    publisher: str | None = "Harian Perbatasan"
    entities: list[Entity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    protected: list[Protected] = field(default_factory=list)

    def entity(self, label: str, name: str, link: str | None = None, **properties: Value) -> str:
        """Add an entity, mentioned wherever its name stands in the text; its id."""
        found = [Mention(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(name), self.text)]
        entity_id = f"e{len(self.entities) + 1}"
        self.entities.append(
            Entity(entity_id, label, name, properties=properties, mentions=tuple(found), link=link)
        )
        return entity_id

    def incident(self, kind: str, date: str, **properties: Value) -> str:
        """Add an incident whose properties the whole text states; its id."""
        entity_id = f"e{len(self.entities) + 1}"
        values: dict[str, Value] = {"kind": kind, "date": date, **properties}
        evidence = {name: (self.evidence(),) for name in values}
        self.entities.append(Entity(entity_id, "Incident", kind, properties=values, evidence=evidence))
        return entity_id

    def evidence(self, sentence: str = "") -> Evidence:
        """The sentence where it stands in the text; without one, the whole text."""
        start = self.text.index(sentence)
        end = start + len(sentence or self.text)
        return Evidence(start, end, self.text[start:end])

    def claim(self, kind: str, start: str, end: str, sentence: str = "", **properties: Value) -> None:
        """Add a claim that the sentence states."""
        evidence = (self.evidence(sentence),)
        self.claims.append(Claim(kind, start, end, evidence, f"test:{kind.lower()}", 0.9, properties))

    def protect(self, name: str, person: int = 1, role: str = "korban", everywhere: bool = False) -> None:
        """Protect the first place where the name stands, or every one."""
        spans = [match.span() for match in re.finditer(re.escape(name), self.text)]
        for start, end in spans if everywhere else spans[:1]:
            self.protected.append(Protected(start, end, person, role))

    @property
    def document(self) -> Document:
        """The document, without anything read from it."""
        return Document(
            self.text,
            title=self.title,
            publisher=self.publisher,
            published_on=self.published_on,
            url="https://contoh.invalid/berita",
            kind="news",
            language="id",
            origin="berita.txt",
        )

    @property
    def extraction(self) -> Extraction:
        """What was read from the document."""
        return Extraction(self.document, tuple(self.entities), tuple(self.claims), tuple(self.protected))


def officer(name: str, rank: str, title: str, agency: str, code: str, day: str) -> Paper:
    """A document that says only that somebody with a rank holds an office."""
    paper = Paper(f"{title} {agency} {rank} {name} hadir pada {day}.", published_on=day)
    known: dict[str, Value] = {"rank": rank} if rank else {}
    person = paper.entity("Official", name, None, **known)
    paper.claim("HOLDS_POSITION", person, paper.entity("Agency", agency, code), title=title)
    return paper


def interception(day: str, place: str, code: str, victims: int, text: str = "") -> Paper:
    """A document that tells of one interception by Polres Nunukan on the way to Tawau."""
    paper = Paper(
        text or f"Sebanyak {victims} orang dicegah Polres Nunukan di {place} sebelum ke Tawau, {day}."
    )
    incident = paper.incident("interception", day, victims_total=victims)
    paper.claim("OCCURRED_AT", incident, paper.entity("Location", place, code, kind="port"))
    paper.claim("HANDLED_BY", incident, paper.entity("Agency", "Polres Nunukan", "polres:65.03"))
    paper.claim("DESTINATION", incident, paper.entity("Location", "Tawau", "geonames:1734199", kind="town"))
    return paper
