"""The guard of private people (UU 21/2007 Pasal 24, 44): every given name and every speaker that no other detector
placed is protected, as long as nothing in the document tells otherwise (`standing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ingest.extraction.mentions.finds import Find
from ingest.extraction.mentions.locations import head_words
from ingest.extraction.mentions.mentions import Mentions
from ingest.extraction.people.people import find_again
from ingest.extraction.words.lexicon import rows, words
from ingest.extraction.words.names import name_at, spell
from ingest.extraction.words.text import Sentence, Token, common_words

WITNESS = "saksi"
SHORTEST_NAME = 4
"""Letters of a given name that is one without a cue: shorter ones are words and abbreviations as well."""


def protect_unplaced(mentions: Mentions) -> None:
    """Claim the given names of the text that stand on no find as those of protected people."""
    common = common_words(mentions.page)
    for sentence in mentions.page.sentences:
        for find in unplaced(mentions, sentence, common):
            mentions.board.claim(find)
    find_again(mentions)


def unplaced(mentions: Mentions, sentence: Sentence, common: frozenset[str]) -> Iterator[Find]:
    """People of a sentence by their given names, where nothing else was found and no address has the name."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if (
            len(token.text) < SHORTEST_NAME
            or not token.capital
            or not token.text.isalpha()
            or token.low in common
            or token.low in words("not_names")
            or token.start in mentions.reference.titles
            or token.start in mentions.reference.ranks
            or not (token.low in words("given_names") or speaks(tokens, index))
            or any(is_address(t.text) for t in tokens[max(0, index - 3) : index])
        ):
            continue
        run = name_at(sentence, index)
        last = run.last if run is not None else index + 1
        start, end = token.start, tokens[last - 1].end
        if not mentions.board.free(start, end):
            end = token.end
        if mentions.board.free(start, end):
            name = spell(mentions.page.document.text[start:end])
            yield Find("Protected", start, end, sentence.number, name, None, {"role": WITNESS})


@cache
def speech(where: str) -> frozenset[str]:
    """Words of saying that stand `before the speaker` ("ucap Putri") or `after the speaker`."""
    return frozenset(row["word"] for row in rows("speech") if row["where"] == where)


def speaks(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word of saying stands right before or after the token."""
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return before in speech("before the speaker") or after in speech("after the speaker")


def is_address(word: str) -> bool:
    """Whether a place or road is named by the words that follow."""
    lowered = word.lower().strip(".")
    return lowered in head_words() or lowered in words("place_ends")
