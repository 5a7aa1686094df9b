"""Names of victims and witnesses, taken out of everything that leaves the case (UU 21/2007 Pasal 24 and 44).

`mask_case` makes a `MaskedCase`; resolution and projection accept nothing else. Per document:

- a protected person's spans, and every other place where the full name stands (whatever the case), read
  "[korban 1]" or "[saksi 2]";
- a single word of such a name is masked where it stands alone, written as a name, unless it is the name of an
  entity of the document or part of one: an official's or a place's name is never broken;
- a victim's name of two or more words is masked in every document of the case, since another outlet may print
  it; there it reads "[korban]". A witness's name gives way elsewhere to a suspect or official who bears it
  (an officer, or a defendant who testifies in another trial);
- an Official or Suspect who bears a protected name is no node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.masking.mask import CaseNames, Mask, coded_names, full_names
from graph.masking.mention_sentences import MentionSentences
from graph.masking.name_finder import NameFinder, Words
from graph.model import Evidence, Extraction

VICTIM = "korban"


@dataclass(frozen=True, slots=True)
class MaskedCase:
    """Extractions without protected names, in the order of their documents' SHA-256.

    `Document.text` is unchanged, for the offsets; nothing may copy from it into a graph. `mentioned` gives,
    by document SHA-256 and entity id, the masked sentences in which the entity stands.
    """

    extractions: tuple[Extraction, ...]
    mentioned: Mapping[tuple[str, str], tuple[Evidence, ...]]


def mask_case(extractions: Iterable[Extraction]) -> MaskedCase:
    """All extractions masked by what any of them protects.

    Raises `ValueError` when two are of one document: which of them protects enough could not be told.
    """
    by_document = sorted(((each.document.sha256, each) for each in extractions), key=lambda pair: pair[0])
    if any(before[0] == after[0] for before, after in pairwise(by_document)):
        raise ValueError("Two extractions of one document: the ledger gives only the current one.")
    names = _case_names([extraction for _, extraction in by_document])
    masked: list[Extraction] = []
    mentioned: dict[tuple[str, str], tuple[Evidence, ...]] = {}
    for sha256, extraction in by_document:
        mask = Mask(extraction, names)
        masked.append(mask_extraction(extraction, mask))
        sentences = MentionSentences(extraction)
        for entity in masked[-1].entities:
            mentioned[sha256, entity.id] = tuple(map(mask.evidence, sentences.of(entity)))
    return MaskedCase(tuple(masked), mentioned)


def mask_extraction(extraction: Extraction, mask: Mask | None = None) -> Extraction:
    """The extraction without protected names: those of `mask`, or where none is given the document's own.

    Masking twice changes nothing.
    """
    mask = mask or Mask(extraction)
    kept = tuple(mask.entity(entity) for entity in extraction.entities if not mask.drops(entity))
    ids = {entity.id for entity in kept}
    claims = tuple(mask.claim(each) for each in extraction.claims if each.start in ids and each.end in ids)
    document = extraction.document
    shown = {name: getattr(document, name) for name in ("title", "publisher", "url")}
    masked = {name: text if text is None else mask.text(text) for name, text in shown.items()}
    document = replace(
        document,
        title=masked["title"],
        publisher=masked["publisher"],
        url=masked["url"],
        origin=mask.text(document.origin),
    )
    return replace(extraction, document=document, entities=kept, claims=claims)


def _case_names(extractions: Sequence[Extraction]) -> CaseNames:
    coded = {words for extraction in extractions for words in coded_names(extraction)}
    victims: dict[Words, str] = {}
    witnesses: dict[Words, str] = {}
    for extraction in extractions:
        for words, protected in full_names(extraction).items():
            if words not in coded:
                (victims if protected.role == VICTIM else witnesses)[words] = f"[{protected.role}]"
    return CaseNames(NameFinder(victims), NameFinder(witnesses))
