"""The first pass over a page: who and what is named, and which office stands beside which name.

Laws and vessels first, then agencies, offices and officials from left to right, then private people, then places in
what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Value
from ingest.extraction.mentions.agencies import PART_HEADS, Grammar
from ingest.extraction.mentions.finds import Board, Find, Tagged
from ingest.extraction.mentions.laws import find_laws
from ingest.extraction.mentions.locations import find_locations, named_areas
from ingest.extraction.mentions.officials import (
    ACTING,
    FORMER,
    Office,
    office_at,
    official,
    plain_name_after,
    ranked_name,
)
from ingest.extraction.mentions.private import find_private
from ingest.extraction.mentions.verdicts import find_accused, signers_at
from ingest.extraction.mentions.vessels import find_vessels
from ingest.extraction.words.lexicon import words
from ingest.extraction.words.names import NameRun, degrees, name_at, plain
from ingest.extraction.words.reference import Reference, look_up
from ingest.extraction.words.text import Page, Sentence, Token

LINKS = frozenset({",", "(", ")", "dan", "yang", "dijabat", "oleh", "sekaligus", "juga"})
"""Between an office and the name of its holder."""
SMALL_STARTS = ACTING | FORMER | {"anggota"}
"""Words in small letters that an office may begin with, beside titles of the lexicon."""
APPOSITION = frozenset({"selaku", "sebagai", "yang", "menjabat", ",", "("})


@dataclass(frozen=True, slots=True)
class Holding:
    """An office found beside an official's name in a sentence."""

    person: Find
    office: Office
    sentence: int


@dataclass(slots=True)
class Mentions:
    """All finds of a page, and the offices; once the tagger was asked, also what it and what the rules alone say in
    each sentence.
    """

    page: Page
    reference: Reference
    board: Board
    holdings: list[Holding] = field(default_factory=list)
    by_rules: dict[int, list[Find]] = field(default_factory=dict)
    by_tagger: dict[int, list[Tagged]] = field(default_factory=dict)


def find_mentions(page: Page) -> Mentions:
    """All mentions of a page."""
    reference = look_up(page)
    found = Mentions(page, reference, Board(page))
    for sentence in page.sentences:
        for law in find_laws(sentence.text):
            span = (sentence.start + law.start, sentence.start + law.end)
            facts: dict[str, Value] = {"title": law.title, **({"printed": law.called} if law.called else {})}
            found.board.claim(Find("Law", *span, sentence.number, law.name, law.link, facts))
        find_vessels(sentence, found.board)
    areas = named_areas(reference)
    find_accused(page, found.board)
    for sentence in page.sentences:
        Scan(found, Grammar(reference, sentence, areas)).run()
    find_private(page, found.board, reference)
    find_locations(page, reference, found.board, areas)
    return found


@dataclass(slots=True)
class Scan:
    """One walk over a sentence. `pending` are offices still waiting for the name they belong to."""

    found: Mentions
    grammar: Grammar
    pending: list[Office] = field(default_factory=list)

    @property
    def sentence(self) -> Sentence:
        """The sentence walked."""
        return self.grammar.sentence

    def run(self) -> None:
        """Claim the agencies and officials of the sentence and note the offices."""
        index = 0
        while index < len(self.sentence.tokens):
            index = self.step(index)

    def step(self, index: int) -> int:
        """Read what begins at the token; the index to go on from."""
        token = self.sentence.tokens[index]
        if not self.begins_name(token):
            return self.pass_over(token, index)
        signed = signers_at(self.grammar, index)
        if signed is not None:
            return self.sign(*signed)
        office = office_at(self.grammar, index)
        if office is not None:
            self.claim_agency(office)
            self.pending.append(office)
            return self.name_after(office.after)
        ranked = ranked_name(self.grammar, index)
        if ranked is not None:
            return self.take(official(self.grammar, ranked[1], ranked[0]), ranked[1].after)
        named = self.unranked(index)
        if named is not None:
            return self.take(official(self.grammar, named, None), named.after)
        agency = self.grammar.agency_at(index)
        if agency is not None:
            office = Office(index, agency[1], "", agency[0], acting=False, former=False)
            self.claim_agency(office)
            self.pending = [office] if self.stands_apart(index) else []
            return agency[1]
        return self.pass_over(token, index)

    def begins_name(self, token: Token) -> bool:
        """Whether an agency, office or name may begin with the token: in small letters only one of few words."""
        reference = self.grammar.reference
        return (
            token.capital
            or token.low in SMALL_STARTS | words("governing")
            or any(token.start in hits for hits in (reference.units, reference.titles, reference.ranks))
            or plain(token.text) in degrees("before")
            or token.text.capitalize() in PART_HEADS
        )

    def pass_over(self, token: Token, index: int) -> int:
        """Go on behind a token that begins nothing; offices wait on only over small links."""
        if token.low not in LINKS:
            self.pending = []
        return index + 1

    def unranked(self, index: int) -> NameRun | None:
        """A name of two words or more right before an office that has an agency: "X, Kepala BP3MI Y, mengatakan"."""
        tokens, reference = self.sentence.tokens, self.grammar.reference
        hits = (reference.units, reference.titles, reference.ranks, reference.places)
        if not tokens[index].capital or any(tokens[index].start in h for h in hits) or self.sentence.headline:
            return None
        run = name_at(self.sentence, index)
        if run is None or run.last - run.first < 2 or run.after >= len(tokens):
            return None
        after = run.after
        while after < len(tokens) and after - run.after < 3 and tokens[after].low in APPOSITION:
            after += 1
        office = office_at(self.grammar, after) if after > run.after else None
        if office is None or office.agency is None or office.after >= len(tokens):
            return None
        return None if ranked_name(self.grammar, office.after) else run

    def sign(self, runs: list[NameRun], office: Office, after: int) -> int:
        """People with degrees and the office that is said of all of them."""
        self.claim_agency(office)
        self.pending = []
        for run in runs:
            person = official(self.grammar, run, None)
            if self.found.board.claim(person):
                self.hold(person, office)
        return after

    def stands_apart(self, index: int) -> bool:
        """Whether an agency begins the sentence or follows a comma: it may then be said of the name to come."""
        return index == 0 or self.sentence.tokens[index - 1].text == ","

    def name_after(self, index: int) -> int:
        """A name right after an office; the index to go on from."""
        tokens = self.sentence.tokens
        at = index + 1 if index < len(tokens) and tokens[index].text in (",", ":") else index
        if at < len(tokens):
            ranked = ranked_name(self.grammar, at)
            if ranked is not None:
                return self.take(official(self.grammar, ranked[1], ranked[0]), ranked[1].after)
            run = plain_name_after(self.grammar, index, self.found.board)
            if run is not None:
                return self.take(official(self.grammar, run, None), run.after)
        return index

    def take(self, person: Find, after: int) -> int:
        """Claim an official and give him the pending offices, else an office that follows the name."""
        if not self.found.board.claim(person):
            self.pending = []
            return after
        mine = [o for o in self.pending if o.title or self.spoken(after)]
        self.pending = []
        for office in mine:
            self.hold(person, office)
        if not mine:
            after = self.office_after(person, after)
        return after

    def spoken(self, after: int) -> bool:
        """Whether the name is followed by a verb of saying or doing: the subject of the sentence."""
        tokens = self.sentence.tokens
        at = after + 1 if after < len(tokens) and tokens[after].text == "," else after
        return at < len(tokens) and tokens[at].low in words("saying")

    def office_after(self, person: Find, after: int) -> int:
        """Read "X, Kapolres Nunukan," and "X selaku Kepala …": the office belongs to X unless another name follows."""
        tokens = self.sentence.tokens
        start = after
        while start < len(tokens) and start - after < 3 and tokens[start].low in APPOSITION:
            start += 1
        office = office_at(self.grammar, start) if start > after else None
        if office is None:
            return after
        following = (
            office.after + 1
            if office.after < len(tokens) and tokens[office.after].text == ","
            else office.after
        )
        if office.after < len(tokens) and (
            ranked_name(self.grammar, office.after)
            or (tokens[after].text == "," and plain_name_after(self.grammar, office.after, self.found.board))
        ):
            return after
        if following < len(tokens) and tokens[after].text == "," and ranked_name(self.grammar, following):
            return after
        self.claim_agency(office)
        self.hold(person, office)
        return office.after

    def claim_agency(self, office: Office) -> None:
        """Put the agency of an office on the board."""
        if office.agency is not None:
            self.found.board.claim(office.agency)

    def hold(self, person: Find, office: Office) -> None:
        """Note that the person holds the office."""
        self.found.holdings.append(Holding(person, office, self.sentence.number))
