"""Offices that change hands: who "kini menjabat", "dipercaya sebagai", who hands over to whom, who is replaced."""

from __future__ import annotations

import re

from ingest.extraction.mentions.agencies import Grammar
from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.mentions import Holding, Mentions
from ingest.extraction.mentions.officials import Office, office_at, official
from ingest.extraction.words.names import name_at
from ingest.extraction.words.text import Sentence

TAKES = re.compile(
    r"\b(?P<verb>(?:yang\s+)?(?:kini\s+|saat ini\s+|tetap\s+|sekarang\s+|selanjutnya\s+)*"
    r"(?:menjabat(?: sebagai)?|mengemban tugas sebagai|dipercaya (?:sebagai|menjadi|menjabat)|"
    r"dilantik (?:sebagai|menjadi)|"
    r"bertugas sebagai|sebelumnya(?: menjabat| sebagai)?|masih menjabat))\s"
)
WHEN = re.compile(r"\b(?:ketika|saat|semasa|sewaktu|waktu|kala)\b(?:\s+[\w.]+){1,6}\s*$", re.IGNORECASE)
"""What before "masih menjabat" says that the office was held then: "ketika Bagas masih menjabat Kapolsek"."""
HANDED = re.compile(r"\bdiserah\s?terimakan dari\b")
LEADS = re.compile(r"\bmemimpin\b")
REPLACES = re.compile(r"\bmenggantikan\b")


def read_changes(mentions: Mentions, areas: frozenset[str]) -> None:
    """Add the offices told by verbs to the mentions' holdings."""
    led: Office | None = None
    for sentence in mentions.page.sentences:
        grammar = Grammar(mentions.reference, sentence, areas)
        taken = [(m.start(), take_office(mentions, grammar, m)) for m in TAKES.finditer(sentence.text)]
        hand_over(mentions, grammar)
        replaced = REPLACES.search(sentence.text)
        if replaced is not None:
            office = next((o for at, o in reversed(taken) if o is not None and at < replaced.start()), led)
            person = next_official(mentions, sentence, replaced.end())
            if person is not None and office is not None:
                hold(mentions, person, office, sentence, former=True)
        led = office_led(mentions, grammar)


def office_led(mentions: Mentions, grammar: Grammar) -> Office | None:
    """The office of who "memimpin BP3MI X": its title is not said. The next sentence may tell whom he replaced."""
    leads = LEADS.search(grammar.sentence.text)
    if leads is None:
        return None
    limit = grammar.sentence.start + leads.end()
    index = next((i for i, t in enumerate(grammar.sentence.tokens) if t.start >= limit), None)
    found = grammar.agency_at(index) if index is not None else None
    if found is None:
        return None
    mentions.board.claim(found[0])
    return Office(index or 0, found[1], "", found[0], acting=False, former=False)


def take_office(mentions: Mentions, grammar: Grammar, match: re.Match[str]) -> Office | None:
    """Read "X yang kini menjabat OFFICE": X is the official named last before the verb, or a name right before it."""
    sentence = grammar.sentence
    index = next(
        (i for i, t in enumerate(sentence.tokens) if t.start >= sentence.start + match.end("verb")), None
    )
    office = office_at(grammar, index) if index is not None else None
    if office is None or (office.agency is None and not office.title):
        return None
    person = named_before(mentions, grammar, match.start("verb"))
    if person is None:
        return None
    if office.agency is not None:
        mentions.board.claim(office.agency)
    then = "masih" in match["verb"] and WHEN.search(sentence.text[: match.start("verb")])
    hold(mentions, person, office, sentence, former=bool(then) or "sebelumnya" in match["verb"])
    return office


def named_before(mentions: Mentions, grammar: Grammar, offset: int) -> Find | None:
    """The official named last before the offset of the sentence; a name that ends right there becomes one."""
    sentence = grammar.sentence
    limit = sentence.start + offset
    last = next((i for i in range(len(sentence.tokens) - 1, -1, -1) if sentence.tokens[i].end <= limit), -1)
    while last >= 0 and sentence.tokens[last].text in (",", "("):
        last -= 1
    for first in range(max(0, last - 4), last + 1):
        run = name_at(sentence, first, last + 1)
        if run is not None and run.last == last + 1 and run.last - run.first > 1:
            find = official(grammar, run, None)
            if mentions.board.free(find.start, find.end):
                mentions.board.claim(find)
                return find
    before = [f for f in mentions.board.of(sentence, "Official") if f.end <= limit]
    return before[-1] if before else bare_name(mentions, sentence, last)


def bare_name(mentions: Mentions, sentence: Sentence, index: int) -> Find | None:
    """A single name ("Bagas dipercaya sebagai …") that is part of an official's name in the document."""
    word = sentence.tokens[index].text if index >= 0 else ""
    for find in mentions.board.finds:
        if find.label == "Official" and len(word) > 2 and word in find.name.split():
            return find
    first = sentence.tokens[0].text
    return next(
        (
            f
            for f in mentions.board.finds
            if f.label == "Official" and len(first) > 2 and first in f.name.split()
        ),
        None,
    )


def next_official(mentions: Mentions, sentence: Sentence, offset: int) -> Find | None:
    """The official named first after the offset of the sentence."""
    after = [f for f in mentions.board.of(sentence, "Official") if f.start >= sentence.start + offset]
    return after[0] if after else None


def hand_over(mentions: Mentions, grammar: Grammar) -> None:
    """Read "Jabatan OFFICE diserahterimakan dari X kepada Y": X held it, Y holds it."""
    sentence = grammar.sentence
    handed = HANDED.search(sentence.text)
    if handed is None:
        return
    people = [f for f in mentions.board.of(sentence, "Official") if f.start >= sentence.start + handed.end()]
    for index, token in enumerate(sentence.tokens):
        if token.end > sentence.start + handed.start():
            return
        office = office_at(grammar, index)
        if office is not None and office.title and office.agency is not None:
            mentions.board.claim(office.agency)
            for person, former in zip(people[:2], (True, False), strict=False):
                hold(mentions, person, office, sentence, former=former)
            return


def hold(mentions: Mentions, person: Find, office: Office, sentence: Sentence, *, former: bool) -> None:
    """Note that the person holds, or held, the office."""
    told = Office(
        office.first, office.after, office.title, office.agency, office.acting, former or office.former
    )
    mentions.holdings.append(Holding(person, told, sentence.number))
