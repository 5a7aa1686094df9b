"""The tagger's spans and the rules' finds brought together.

The tagger decides where names are and of what kind; the rules know what a name says: unit and place, rank, age,
alias, code. A span of the tagger takes over what the rules found in it; finds of the rules that the tagger missed
stay where they are certain (a code, a rank, a cue for a private person).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Value
from graph.reference.places import gazetteer
from ingest.extraction.mentions.agencies import Grammar
from ingest.extraction.mentions.finds import PEOPLE, Board, Find, Tagged, by_sentence
from ingest.extraction.mentions.locations import head_words, linked, listed, named_areas
from ingest.extraction.mentions.mentions import Holding, Mentions
from ingest.extraction.mentions.officials import rank_tails
from ingest.extraction.mentions.persons import is_numeral
from ingest.extraction.models.tagger import Model, tag
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import name_at, spell
from ingest.extraction.words.text import Sentence, Token, common_words


def learn(mentions: Mentions, model: Model | None = None) -> None:
    """Replace the finds on the board by those of tagger and rules together; offices follow their people."""
    spans = tag(mentions.page, mentions.board, mentions.reference, model)
    board = Board(mentions.page)
    rules = mentions.board.finds
    mentions.by_rules, mentions.by_tagger = by_sentence(rules), by_sentence(spans)
    for law in (f for f in rules if f.label == "Law"):
        board.claim(law)
    areas = named_areas(mentions.reference)
    common = common_words(mentions.page)
    held = offices(mentions)
    merger: Merger | None = None
    for span in spans:
        sentence = mentions.page.sentences[span.sentence]
        if merger is None or merger.sentence is not sentence:
            merger = Merger(mentions, sentence, areas, common)
        beside = mentions.by_rules.get(span.sentence, ())
        inside = [f for f in beside if f.start < span.end and span.start < f.end and f.label != "Law"]
        sure = [f for f in inside if certain(f, held)]
        if sure and not merger.is_larger(span, sure):
            continue
        if not inside and span.label in PEOPLE and sentence.headline:
            continue  # a headline's capitals name anything
        find = merger.merged(span, inside)
        if find is not None and find.name != mentions.page.document.publisher:
            board.claim(find)
    for find in rules:
        if find.label == "Location" and denied(find, mentions.by_tagger.get(find.sentence, ())):
            continue
        if certain(find, held) or (find.label == "Official" and (find.start, find.end) in held):
            board.claim(find)
    mentions.board = board
    people = by_sentence(f for f in board.finds if f.label in PEOPLE)
    mentions.holdings = [h for h in (moved(each, people) for each in mentions.holdings) if h is not None]


def offices(mentions: Mentions) -> set[tuple[int, int]]:
    """The spans of people who hold an office and of the agencies where they do."""
    people = {(h.person.start, h.person.end) for h in mentions.holdings}
    return people | {(a.start, a.end) for h in mentions.holdings if (a := h.office.agency) is not None}


def denied(place: Find, spans: Sequence[Tagged]) -> bool:
    """Whether the tagger holds the words of a place for those of an agency, or a country's name for no place."""
    over = [span.label for span in spans if span.start < place.end and place.start < span.end]
    return "Agency" in over or (place.facts.get("kind") == "country" and not over)


def certain(find: Find, held: set[tuple[int, int]]) -> bool:
    """Whether a find of the rules stands without the tagger's word."""
    if find.label == "Agency" and (
        find.facts.get("sure") or (find.facts.get("unit") and not find.facts.get("bare"))
    ):
        return True
    if find.label in ("Agency", "Location"):
        return find.link is not None or (find.start, find.end) in held
    if find.label == "Official":
        return "rank" in find.facts
    return not find.facts.get("guess")


def moved(holding: Holding, people: dict[int, list[Find]]) -> Holding | None:
    """The office with its person as he now stands on the board, whatever he is held for; None where no one does."""
    person = holding.person
    for find in people.get(person.sentence, ()):
        if find.start < person.end and person.start < find.end:
            return replace(holding, person=find)
    return None


class Merger:
    """Makes finds of the tagger's spans in one sentence."""

    def __init__(
        self, mentions: Mentions, sentence: Sentence, areas: frozenset[str], common: frozenset[str]
    ) -> None:
        self._text = mentions.page.document.text
        self._reference = mentions.reference
        self.sentence = sentence
        self._areas = areas
        self._titles = [
            hit for t in sentence.tokens if (hit := mentions.reference.titles.get(t.start)) is not None
        ]
        self._grammar = Grammar(mentions.reference, sentence, areas)
        self._common = common

    def is_larger(self, span: Tagged, sure: list[Find]) -> bool:
        """Whether the tagger sees a larger agency around one that the rules read: "Tipidter Satreskrim Polres X"."""
        last = max(sure, key=lambda f: f.end)
        if not (span.label == "Agency" == last.label and span.start < last.start and last.end == span.end):
            return False
        front = self._text[span.start : last.start]
        in_title = any(hit.start <= span.start < hit.end for hit in self._titles)
        return front.replace(" ", "").isalnum() and not in_title

    def merged(self, span: Tagged, inside: list[Find]) -> Find | None:
        """The find of a span, with what the rules know of it; None where nothing of a name remains."""
        trimmed = self._trimmed(span)
        if trimmed is None:
            return None
        span = trimmed
        if span.label in PEOPLE:
            return self._person(span, [f for f in inside if f.label in PEOPLE])
        same = [f for f in inside if f.label == span.label]
        exact = next((f for f in same if (f.start, f.end) == (span.start, span.end)), None)
        if exact is not None:
            return exact
        if span.label == "Agency":
            return self._agency(span, same)
        if span.label == "Location":
            return self._location(span, same)
        facts = same[0].facts if same else {"kind": "other"}
        return Find(span.label, span.start, span.end, span.sentence, spell(self._words(span)), None, facts)

    def _trimmed(self, span: Tagged) -> Tagged | None:
        """The span without small words and cues at its beginning ("terdakwa", "negara") and marks at its end."""
        tokens = list(self.sentence.within(span.start, span.end))
        while tokens and not self._begins(tokens[0], span.label):
            tokens.pop(0)
        if span.label == "Location":
            tokens = before_address(tokens)
        while tokens and not (tokens[-1].text[-1].isalnum() or tokens[-1].text == ")"):
            tokens.pop()
        if not tokens or self._is_empty([t.low for t in tokens], span.label, tokens[0]):
            return None
        return replace(span, start=tokens[0].start, end=tokens[-1].end)

    def _is_empty(self, lowered: list[str], label: str, first: Token) -> bool:
        """Whether a span names nothing: a case number, a title for an agency, a common noun for a place or person."""
        if label == "Agency":
            return "/" in first.text or first.start in self._reference.titles
        if len(lowered) > 1:
            return False
        if label in PEOPLE:
            return first.low in self._common and not first.text.isupper()
        return label == "Location" and lowered[0].strip(".") in words("empty_places")

    def _begins(self, token: Token, label: str) -> bool:
        """Whether a name of the label may begin with the token."""
        if not (token.capital or token.text[0].isdigit()):
            return False
        if label == "Agency" and token.low in words("agency_leads"):
            return False
        if label == "Location" and token.low in words("place_leads"):
            return False
        return (
            label not in PEOPLE or token.low not in words("not_names") or token.start in self._reference.ranks
        )

    def _words(self, span: Tagged) -> str:
        return self._text[span.start : span.end]

    def _index(self, offset: int) -> int:
        at = bisect_right(self.sentence.starts, offset) - 1
        return at if at >= 0 and self.sentence.tokens[at].end > offset else at + 1

    def _person(self, span: Tagged, known: list[Find]) -> Find | None:
        """A person: rank and degrees are no part of the name; facts are those of the rules."""
        first = self._index(span.start)
        if is_numeral(self.sentence.tokens, first):
            first += 1
            if first == len(self.sentence.tokens) or self.sentence.tokens[first].start >= span.end:
                return None
        hit = self._reference.ranks.get(self.sentence.tokens[first].start)
        facts: dict[str, Value] = {k: v for f in known for k, v in f.facts.items()}
        if not known:
            facts["tagged"] = True
        if hit is not None and hit.end < span.end:
            facts.setdefault("rank", hit.values[0])
            while (
                self.sentence.tokens[first].start < hit.end
                or self.sentence.tokens[first].text in rank_tails()
            ):
                first += 1
        last = max(first, bisect_left(self.sentence.starts, span.end) - 1)
        run = name_at(self.sentence, first, last + 1)
        tokens = self.sentence.tokens
        start, end = (
            (tokens[run.first].start, tokens[run.last - 1].end) if run else (tokens[first].start, span.end)
        )
        if start >= end:
            return None
        name = known[0].name if known and known[0].facts.get("is_alias") else spell(self._text[start:end])
        if span.label != "Official":
            facts.setdefault("by_initials", len(name) <= 4 and name.isupper())
            facts.setdefault("role" if span.label == "Protected" else "status", DEFAULTS[span.label])
        return Find(span.label, start, end, span.sentence, name, None, facts)

    def _agency(self, span: Tagged, known: list[Find]) -> Find:
        """An agency: read anew from where the tagger begins it; where the grammar ends elsewhere, its words."""
        read = self._grammar.agency_at(self._index(span.start))
        if read is not None and read[0].end == span.end:
            return read[0]
        inner = next((f for f in known if f.end == span.end and f.start > span.start), None)
        name = spell(self._words(span))
        same_start = next(
            (f for f in known if f.start == span.start and (f.link or f.facts.get("unit"))), None
        )
        if inner is not None and self._only_names_again(span, inner):
            return replace(inner, start=span.start)
        if inner is not None:
            name = f"{spell(self._text[span.start : inner.start]).strip()} {inner.name}"
            return Find(
                "Agency", span.start, span.end, span.sentence, name, None, {"unit": "", "bare": False}, inner
            )
        if same_start is not None and (same_start.end > span.end or self._person_follows(same_start, span)):
            return same_start
        facts = {"unit": same_start.facts.get("unit", "") if same_start else "", "bare": False}
        return Find("Agency", span.start, span.end, span.sentence, name, None, facts)

    def _only_names_again(self, span: Tagged, inner: Find) -> bool:
        """Whether what stands before an agency is its force or its name in full: "Kepolisian Polres X"."""
        front = self._text[span.start : inner.start].strip()
        short = self._text[inner.start : inner.end].split()[0]
        heads = "".join(word[0] for word in front.split() if word[0].isupper())
        return front.lower() in words("forces") or (len(heads) > 2 and heads == short)

    def _person_follows(self, agency: Find, span: Tagged) -> bool:
        """Whether what a span has behind an agency is a person's name: "KBRI Jatmika"."""
        behind = self._text[agency.end : span.end].split()
        return bool(behind) and behind[0].lower() in words("given_names")

    def _location(self, span: Tagged, known: list[Find]) -> Find | None:
        """A location: the code of the rules' find inside, else of the one place of the gazetteer that fits. A country
        that only says whose ("Warga Negara Indonesia") is none.
        """
        hit = self._reference.places.get(span.start)
        if hit is not None and hit.end == span.end and not known:
            return listed(self.sentence, self._index(span.start), self._reference)
        name = spell(self._words(span))
        inside = next((f for f in known if f.link and span.start <= f.start and f.end <= span.end), None)
        if inside is not None and inside.end == span.end:
            return replace(inside, start=span.start, end=span.end)
        head = head_words().get(self.sentence.tokens[self._index(span.start)].low)
        kind = (
            head.kind if head is not None else str(known[0].facts.get("kind", "other")) if known else "other"
        )
        link = None if inside is not None else linked("other", name, self._areas)
        place = gazetteer().get(link) if link else None
        facts = {"kind": place.kind if place is not None else kind}
        return Find("Location", span.start, span.end, span.sentence, name, link, facts)


def before_address(tokens: list[Token]) -> list[Token]:
    """The tokens of a place's name without the address after it ("Hotel Dermaga Jalan Yos Sudarso")."""
    ends = (i for i, t in enumerate(tokens) if i and t.low.split(".")[0] in words("place_ends"))
    return tokens[: next(ends, len(tokens))]


DEFAULTS = {"Protected": "korban", "Suspect": "diamankan"}
"""Role or status of a person whom the tagger found without a cue."""
