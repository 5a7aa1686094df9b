"""Private people: suspects, who become nodes, and victims and witnesses, who never do (UU 21/2007 Pasal 24, 44).

What decides is the word before the name: "tersangka berinisial HR (41)", "korban, SN (19)", "Saksi X",
"Terdakwa X". A name under both kinds of cue in one document is protected.
"""

from __future__ import annotations

from functools import cache

from ingest.extraction.mentions.finds import Board
from ingest.extraction.mentions.persons import Person, is_numeral, person_at, private_find
from ingest.extraction.words.lexicon import pattern, rows, words
from ingest.extraction.words.reference import Reference
from ingest.extraction.words.text import Page, Sentence, Token


@cache
def cues() -> dict[str, tuple[str, str]]:
    """Cue word → (Suspect or Protected, status, role or protected role)."""
    return {row["cue"]: (row["kind"], row["value"]) for row in rows("person_cues")}


@cache
def first_words() -> frozenset[str]:
    """The words that cues begin with."""
    return frozenset(cue.partition(" ")[0] for cue in cues())


def cue_at(sentence: Sentence, index: int) -> tuple[str, str, int] | None:
    """Kind, value and following index of the cue that begins at token `index` (longest of up to three words)."""
    tokens = sentence.tokens
    if tokens[index].low not in first_words():
        return None
    for length in (3, 2, 1):
        if index + length <= len(tokens):
            phrase = " ".join(t.low for t in tokens[index : index + length])
            if phrase in cues():
                return (*cues()[phrase], index + length)
    return None


def people_after(sentence: Sentence, index: int) -> list[Person]:
    """The people named after a cue: one, or a list "HR (41), SM alias Daeng (35) dan AL (29)"."""
    tokens, found = sentence.tokens, []
    index = skip_links(tokens, index)
    while index < len(tokens):
        person = person_at(sentence, index)
        if person is None:
            break
        found.append(person)
        index = person.after
        following = index
        while following < len(tokens) and tokens[following].low in (",", "dan", "serta", "&"):
            following += 1
        if following == index or following - index > 2:
            break
        index = following
    return found if len(found) < 2 or all(p.initials == found[0].initials for p in found) else found[:1]


def skip_links(tokens: tuple[Token, ...], index: int) -> int:
    """The index after words that lead from a cue to the name: "berinisial", "bernama", a comma."""
    limit = index + 5
    while index < min(limit, len(tokens)) and (
        tokens[index].low in words("name_links") or is_numeral(tokens, index)
    ):
        index += 1
    return index


def find_private(page: Page, board: Board, reference: Reference) -> None:
    """Put suspects and protected people of a page on the board.

    Initials, or a name with an age, that no cue introduces belong to the kind of the cue before them in the paragraph;
    where there is none the sentence decides, and in doubt they are protected: a name must not come out by oversight.
    """
    last: tuple[str, str] | None = None
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph and sentence.tokens[0].low not in words("told_on"):
            last = None
        elif last is not None and last[0] == "Suspect":
            last = ("Suspect", "diamankan")  # whose status the sentence before told is not said of others
        paragraph = sentence.paragraph
        last = walk(sentence, board, reference, last)


def walk(
    sentence: Sentence, board: Board, reference: Reference, last: tuple[str, str] | None
) -> tuple[str, str] | None:
    """Claim the private people of a sentence; the kind and value of its last cue, else those given."""
    index = 0
    while index < len(sentence.tokens):
        cue = cue_at(sentence, index)
        if cue is not None:
            kind, value, after = cue
            last = guessed(sentence) if kind == "Unclear" else (kind, value)
            people = [p for p in people_after(sentence, after) if p.initials or not sentence.headline]
            index = claim_all(sentence, board, people, *last, guess=kind == "Unclear") or after
            continue
        token = sentence.tokens[index]
        known = any(
            token.start in hits
            for hits in (reference.units, reference.titles, reference.ranks, reference.places)
        )
        person = None if known else person_at(sentence, index)
        if person is not None:
            uncued(sentence, board, person, last)
        index = person.after if person is not None and person.initials else index + 1
    return last


def uncued(sentence: Sentence, board: Board, person: Person, last: tuple[str, str] | None) -> None:
    """Claim a person whom no cue introduces, where what follows says that it is one."""
    if not person.initials and kin_after(sentence, person) and not sentence.headline:
        claim_all(sentence, board, [person], "Protected", "saksi")
        return
    standing = standing_after(sentence, person) if person.initials else None
    if standing is not None:
        claim_all(sentence, board, [person], *(last if last and last[0] == standing[0] else standing))
    elif (person.initials or person.age is not None) and caught(sentence, person):
        claim_all(sentence, board, [person], *(last if last and last[0] == "Suspect" else CAUGHT))
    elif person.initials and speaks_of_self(sentence, person):
        kind = (
            ("Suspect", "tersangka") if pattern("accused").search(sentence.text) else ("Protected", "korban")
        )
        claim_all(sentence, board, [person], *(last or kind), guess=last is None, inherited=True)
    elif person.age is not None or (person.initials and person.alias):
        claim_all(sentence, board, [person], *(last or guessed(sentence)), guess=last is None, inherited=True)


def speaks_of_self(sentence: Sentence, person: Person) -> bool:
    """Whether bare initials are a person's: "RM mengaku dijanjikan", "pengakuan RM", "RD sebagai tersangka"."""
    tokens = sentence.tokens
    after = " ".join(t.low for t in tokens[person.after : person.after + 6]).lstrip(" ,")
    before = tokens[person.first - 1].low if person.first else ""
    return bool(pattern("of-self").match(after)) or before in (
        "pengakuan",
        "berinisial",
        "inisial",
        "menetapkan",
    )


CAUGHT = ("Suspect", "diamankan")


def caught(sentence: Sentence, person: Person) -> bool:
    """Whether the word before a person says that it was arrested: "menangkap RD (34)"."""
    return person.first > 0 and sentence.tokens[person.first - 1].low in words("arresting")


def standing_after(sentence: Sentence, person: Person) -> tuple[str, str] | None:
    """What initials are by the noun in apposition: "JL, pemilik speedboat," a suspect, "SA, ibu korban," a witness."""
    tokens = sentence.tokens
    if person.after + 1 >= len(tokens) or tokens[person.after].text != ",":
        return None
    word = tokens[person.after + 1].low
    if word in words("kin") and word not in ("warga", "penumpang", "nelayan"):
        return "Protected", "saksi"
    return ("Suspect", "diamankan") if word in words("suspect_nouns") else None


def kin_after(sentence: Sentence, person: Person) -> bool:
    """Whether a private person's standing follows a full name: "X (50), kakak salah seorang korban", "X, warga …"."""
    tokens = sentence.tokens
    if (
        person.after + 1 >= len(tokens)
        or tokens[person.after].text != ","
        or person.first + 1 >= person.after
    ):
        return False
    return tokens[person.after + 1].low in words("kin")


def guessed(sentence: Sentence) -> tuple[str, str]:
    """What initials without a cue are: a suspect's where the sentence speaks of one, else protected."""
    if pattern("accused").search(sentence.text):
        return "Suspect", "tersangka"
    if pattern("victimised").search(sentence.text):
        return "Protected", "korban"
    found = pattern("suspicious").search(sentence.text)
    return ("Suspect", "diamankan") if found else ("Protected", "korban")


def claim_all(
    sentence: Sentence, board: Board, people: list[Person], kind: str, value: str, **marks: bool
) -> int:
    """Claim the people; the index after the last, 0 where there is none. `marks` that are true become facts: `guess`
    without a cue, `inherited` where the status was said of another.
    """
    facts = {name: True for name, marked in marks.items() if marked}
    for person in people:
        for find in private_find(sentence, person, kind, value):
            board.claim(find.with_facts(**facts))
    return people[-1].after if people else 0
