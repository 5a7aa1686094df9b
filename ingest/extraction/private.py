"""Private people: suspects, who become nodes, and victims and witnesses, who never do (UU 21/2007 Pasal 24, 44).

What decides is the word before the name: "tersangka berinisial HR (41)", "korban, SN (19)", "Saksi X",
"Terdakwa X". A name under both kinds of cue in one document is protected.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.extraction.finds import Board, Find
from ingest.extraction.lexicon import pattern, rows, words
from ingest.extraction.names import INITIALS, JOINING, NameRun, name_at, spell
from ingest.extraction.reference import Reference
from ingest.extraction.text import Page, Sentence, Token, title_case

ALIAS = frozenset({"alias", "als", "a.k.a"})


@dataclass(frozen=True, slots=True)
class Person:
    """A private person in a sentence: tokens `first` to `after`; `kind` Suspect or Protected."""

    first: int
    after: int
    name: str
    alias: str
    age: int | None
    initials: bool


@cache
def cues() -> dict[str, tuple[str, str]]:
    """Cue word → (Suspect or Protected, status, role or protected role)."""
    return {row["cue"]: (row["kind"], row["value"]) for row in rows("person_cues")}


def cue_at(sentence: Sentence, index: int) -> tuple[str, str, int] | None:
    """Kind, value and following index of the cue that begins at token `index` (longest of up to three words)."""
    tokens = sentence.tokens
    for length in (3, 2, 1):
        if index + length <= len(tokens):
            phrase = " ".join(t.text.lower() for t in tokens[index : index + length])
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
        while following < len(tokens) and tokens[following].text.lower() in (",", "dan", "serta", "&"):
            following += 1
        if following == index or following - index > 2:
            break
        index = following
    return found if len(found) < 2 or all(p.initials == found[0].initials for p in found) else found[:1]


def skip_links(tokens: tuple[Token, ...], index: int) -> int:
    """The index after words that lead from a cue to the name: "berinisial", "bernama", a comma."""
    limit = index + 5
    while index < min(limit, len(tokens)) and tokens[index].text.lower() in words("name_links"):
        index += 1
    return index


def person_at(sentence: Sentence, index: int) -> Person | None:
    """Initials or a name at token `index`, with alias and age."""
    tokens = sentence.tokens
    if index >= len(tokens):
        return None
    if is_initials(sentence, index):
        first, after, initials = index, index + 1, True
        while (
            after < len(tokens)
            and tokens[after].text == "."
            and tokens[after - 1].text.endswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        ):
            after += 1
        name = tokens[index].text.replace(".", "")
    else:
        run = name_at(sentence, index)
        if run is None or (run.last - run.first == 1 and tokens[run.first].text in not_initials()):
            return None
        first, after, initials = run.first, run.after, False
        name = spell(sentence.between(run.first, run.last))
    after, alias = read_alias(sentence, after)
    age, after = read_age(sentence, after)
    return Person(first, after, name, alias, age, initials)


def is_initials(sentence: Sentence, index: int) -> bool:
    """Whether the token is a person's initials: short capitals, no known short form, no part of a name in capitals."""
    text = sentence.tokens[index].text
    if not INITIALS.fullmatch(text) or text in not_initials():
        return False
    run = name_at(sentence, index)
    parts = [t.text for t in sentence.tokens[run.first : run.last] if t.text != "."] if run else []
    return not (
        len(parts) > 1
        and all(p.isupper() or p.lower() in JOINING for p in parts)
        and max(map(len, parts)) > 3
    )


def read_alias(sentence: Sentence, index: int) -> tuple[int, str]:
    """The alias after a name and the index after it."""
    tokens = sentence.tokens
    if index < len(tokens) and tokens[index].text.lower().rstrip(".") in ALIAS:
        start = index + 1
        while start < len(tokens) and tokens[start].text in ('"', "“", "."):
            start += 1
        run = name_at(sentence, start)
        if run is not None:
            return run.after, spell(sentence.between(run.first, before_patronym(tokens, run)))
        if start < len(tokens) and INITIALS.fullmatch(tokens[start].text):
            return start + 1, tokens[start].text
    return index, ""


def before_patronym(tokens: tuple[Token, ...], run: NameRun) -> int:
    """The index of "bin" or "binti" in a name, else that of its end: "Sudi Bin Mallombasang" is called Sudi."""
    return next(
        (i for i in range(run.first + 1, run.last) if tokens[i].text.lower() in ("bin", "binti")), run.last
    )


def read_age(sentence: Sentence, index: int) -> tuple[int | None, int]:
    """The age in parentheses or after a comma, and the index after it."""
    tokens = sentence.tokens
    texts = [t.text.lower() for t in tokens[index : index + 5]]
    match texts:
        case ["(", age, ")", *_] | ["(", age, "tahun" | "thn" | "th", ")", *_] if age.isdigit():
            return int(age), index + texts.index(")") + 1
        case [",", age, "tahun", *_] | ["(", age, ",", *_] if age.isdigit() and len(age) < 3:
            return int(age), index + 3
    return None, index


@cache
def not_initials() -> frozenset[str]:
    """Capital words that are no one's initials (PMI, WNI, TPPO …)."""
    return frozenset(row["word"] for row in rows("not_initials"))


def private_find(sentence: Sentence, person: Person, kind: str, value: str) -> list[Find]:
    """The finds of a person: the name, and the alias as a find of its own that knows the name."""
    tokens = sentence.tokens
    end = person.first
    while end < person.after and tokens[end].text.lower().rstrip(".") not in ALIAS | {"(", ","}:
        end += 1
    facts: dict[str, str | int | bool] = {"by_initials": person.initials}
    facts["status" if kind == "Suspect" else "role"] = value
    if person.age is not None:
        facts["age"] = person.age
    if sex := sex_of(tokens, person):
        facts["sex"] = sex
    if person.alias:
        facts["alias"] = person.alias
    last = tokens[max(end, person.first + 1) - 1]
    start = tokens[person.first].start
    finish = last.end if last.text != "." else last.start
    finds = [Find(kind, start, max(finish, start + 1), sentence.number, person.name, None, facts)]
    if person.alias:
        begin = sentence.text.find(person.alias.split()[0], finish - sentence.start)
        shown = sentence.text[begin : begin + len(person.alias)]
        if begin >= 0 and spell(shown) == person.alias:
            at = sentence.start + begin
            finds.append(
                Find(
                    kind, at, at + len(shown), sentence.number, person.name, None, {**facts, "is_alias": True}
                )
            )
    return finds


def sex_of(tokens: tuple[Token, ...], person: Person) -> str | None:
    """L or P by the word after the age ("AB (33), laki-laki") or before the name ("seorang pria berinisial BK")."""
    after = [t.text.lower() for t in tokens[person.after : person.after + 3]]
    before = [t.text.lower() for t in tokens[max(0, person.first - 3) : person.first]]
    return next((SEX[word] for word in after[:2] + before if word in SEX), None)


SEX = {"laki-laki": "L", "pria": "L", "lelaki": "L", "perempuan": "P", "wanita": "P"}


def find_private(page: Page, board: Board, reference: Reference) -> None:
    """Put suspects and protected people of a page on the board.

    Initials, or a name with an age, that no cue introduces belong to the kind of the cue before them in the paragraph;
    where there is none the sentence decides, and in doubt they are protected: a name must not come out by oversight.
    """
    last: tuple[str, str] | None = None
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph and sentence.tokens[0].text.lower() not in words("told_on"):
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
            people = [p for p in people_after(sentence, after) if p.initials or not title_case(sentence)]
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
    if not person.initials and kin_after(sentence, person) and not title_case(sentence):
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
    after = " ".join(t.text.lower() for t in tokens[person.after : person.after + 6]).lstrip(" ,")
    before = tokens[person.first - 1].text.lower() if person.first else ""
    return bool(pattern("of-self").match(after)) or before in (
        "pengakuan",
        "berinisial",
        "inisial",
        "menetapkan",
    )


CAUGHT = ("Suspect", "diamankan")


def caught(sentence: Sentence, person: Person) -> bool:
    """Whether the word before a person says that it was arrested: "menangkap RD (34)"."""
    return person.first > 0 and sentence.tokens[person.first - 1].text.lower() in words("arresting")


def standing_after(sentence: Sentence, person: Person) -> tuple[str, str] | None:
    """What initials are by the noun in apposition: "JL, pemilik speedboat," a suspect, "SA, ibu korban," a witness."""
    tokens = sentence.tokens
    if person.after + 1 >= len(tokens) or tokens[person.after].text != ",":
        return None
    word = tokens[person.after + 1].text.lower()
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
    return tokens[person.after + 1].text.lower() in words("kin")


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
