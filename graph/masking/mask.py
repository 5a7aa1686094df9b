"""What the texts of one document look like outside the case folder; `graph.masking` says by which rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.masking.name_finder import NameFinder, Words, words_in
from graph.model import Claim, Entity, Evidence, Extraction, Mention, Protected, Value
from graph.naming import MASK_SIGN

PEOPLE = frozenset({"Official", "Suspect"})
DISTINCTIVE = 4
"""Letters that a single word of a name needs to be masked where it stands alone."""
NOBODY = NameFinder({})


@dataclass(frozen=True, slots=True)
class CaseNames:
    """Names of two or more words that the documents of a case protect, for all of its documents."""

    victims: NameFinder = NOBODY
    witnesses: NameFinder = NOBODY


def full_names(extraction: Extraction) -> dict[Words, Protected]:
    """The protected names of two or more words of one document, each with its person."""
    found: dict[Words, Protected] = {}
    for protected in extraction.protected:
        words = words_in(extraction.document.text[protected.start : protected.end])
        if len(words) > 1:
            found.setdefault(words, protected)
    return found


def coded_names(extraction: Extraction) -> set[Words]:
    """The names of what has an official code: they are never taken for a person's."""
    return {words_in(entity.name) for entity in extraction.entities if entity.link is not None}


class Mask:
    """Masks the texts of one document, by what it protects itself and what its case does."""

    def __init__(self, extraction: Extraction, case: CaseNames | None = None) -> None:
        self._text = extraction.document.text
        self._case = case or CaseNames()
        self._done: dict[str, str] = {}
        self._protected = sorted(extraction.protected, key=lambda each: (each.start, -each.end))
        self._coded = coded_names(extraction)
        people = [each for each in extraction.entities if each.label in PEOPLE]
        borne = {words_in(name) for each in people for name in (each.name, *each.aliases)}
        self._not_witnesses = self._coded | borne
        own = {words: each for words, each in full_names(extraction).items() if words not in self._coded}
        self._own = NameFinder({words: _sign(each) for words, each in own.items()})
        singles = self._single_words()
        alone = {words_in(self._spelled(each)) for each in self._protected} & singles.keys()
        self._bearers = own.keys() | (alone - self._coded)
        self._kept = self._kept_names(extraction)
        self._single = NameFinder(singles, capitalised=True)

    def drops(self, entity: Entity) -> bool:
        """Whether the entity is a person who bears a protected name, and so may not be a node."""
        words = words_in(entity.name)
        return entity.label in PEOPLE and (words in self._bearers or words in self._case.victims)

    def _spelled(self, protected: Protected) -> str:
        return self._text[protected.start : protected.end]

    def _kept_names(self, extraction: Extraction) -> NameFinder:
        """The names that must not be broken: those of all entities that stay."""
        names = {
            words_in(name)
            for entity in extraction.entities
            if not self.drops(entity)
            for name in (entity.name, *entity.aliases, *(mention.text for mention in entity.mentions))
        }
        return NameFinder(dict.fromkeys(names - {()}, ""))

    def _single_words(self) -> dict[Words, str]:
        """Words of protected names that are masked where they stand alone, with their signs."""
        found: dict[Words, str] = {}
        for protected in self._protected:
            for word in words_in(self._spelled(protected)):
                if len(word) >= DISTINCTIVE and not word.isdigit():
                    found.setdefault((word,), _sign(protected))
        return found

    def text(self, text: str) -> str:
        """A text without offsets (title, name, alias, file name), masked."""
        if text not in self._done:  # Many mentions and claims share a sentence.
            self._done[text] = self._masked(text)
        return self._done[text]

    def _masked(self, text: str) -> str:
        without_full = self._own.replaced(text)
        without_full = self._case.victims.replaced(without_full, but=self._coded)
        without_full = self._case.witnesses.replaced(without_full, but=self._not_witnesses)
        pieces, signs = MASK_SIGN.split(without_full), MASK_SIGN.findall(without_full)
        masked = [self._single.replaced(piece, self._kept.spans(piece)) for piece in pieces]
        return "".join(part + sign for part, sign in zip(masked, [*signs, ""], strict=True))

    def span(self, start: int, end: int) -> str:
        """The document's text from `start` to `end`, masked."""
        parts: list[str] = []
        at = start
        for protected in self._protected:
            if protected.end <= at or protected.start >= end:
                continue
            parts += [self._text[at : max(at, protected.start)], _sign(protected)]
            at = min(protected.end, end)
        return self.text("".join([*parts, self._text[at:end]]))

    def value(self, value: Value) -> Value:
        """A property value, masked where it is text."""
        if isinstance(value, tuple):
            return tuple(map(self.text, value))
        return self.text(value) if isinstance(value, str) else value

    def evidence(self, evidence: Evidence) -> Evidence:
        """The same place in the text, its words masked."""
        return replace(evidence, text=self.span(evidence.start, evidence.end))

    def mention(self, mention: Mention) -> Mention:
        """The same place in the text, its words masked."""
        return replace(mention, text=self.span(mention.start, mention.end))

    def entity(self, entity: Entity) -> Entity:
        """The entity with every text masked."""
        return replace(
            entity,
            name=self.text(entity.name),
            aliases=tuple(
                alias for alias in map(self.text, entity.aliases) if not MASK_SIGN.fullmatch(alias)
            ),
            properties={name: self.value(value) for name, value in entity.properties.items()},
            mentions=tuple(self.mention(mention) for mention in entity.mentions),
            evidence={name: tuple(map(self.evidence, parts)) for name, parts in entity.evidence.items()},
        )

    def claim(self, claim: Claim) -> Claim:
        """The claim with every text masked."""
        return replace(
            claim,
            evidence=tuple(map(self.evidence, claim.evidence)),
            properties={name: self.value(value) for name, value in claim.properties.items()},
        )


def _sign(protected: Protected) -> str:
    return f"[{protected.role} {protected.person}]"
