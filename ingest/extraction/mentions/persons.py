"""A private person as printed: initials or a name, with alias, age and sex: "HR alias Daeng (41), laki-laki"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.extraction.mentions.finds import Find
from ingest.extraction.words.lexicon import rows
from ingest.extraction.words.names import INITIALS, JOINING, NameRun, name_at, spell
from ingest.extraction.words.text import Sentence, Token

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


def person_at(sentence: Sentence, index: int) -> Person | None:
    """Initials or a name at token `index`, with alias and age."""
    tokens = sentence.tokens
    if index >= len(tokens) or tokens[index].text in COMPANY:
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


def is_numeral(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the token counts the accused ("Terdakwa II"); "I" before a Balinese name of birth order is part of it."""
    if tokens[index].text.rstrip(".") not in NUMERALS:
        return False
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return not (tokens[index].text == "I" and following in BIRTH_ORDER)


NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI"})
BIRTH_ORDER = frozenset(
    {"wayan", "gede", "putu", "made", "kadek", "nengah", "nyoman", "komang", "ketut", "ktut", "gusti", "dewa"}
)


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
    if index < len(tokens) and tokens[index].low.rstrip(".") in ALIAS:
        start = index + 1
        while start < len(tokens) and tokens[start].text in ('"', "“", "."):
            start += 1
        run = name_at(sentence, start)
        if run is not None:
            return run.after, spell(sentence.between(run.first, before_patronym(tokens, run)))
        if start < len(tokens) and INITIALS.fullmatch(tokens[start].text):
            return start + 1, tokens[start].text
    return index, ""


PATRONYM = frozenset({"bin", "binti", "anak"})
COMPANY = frozenset({"PT", "CV", "PT.", "CV."})


def before_patronym(tokens: tuple[Token, ...], run: NameRun) -> int:
    """The index of "bin" or "binti" in a name, else that of its end: "Sudi Bin Mallombasang" is called Sudi."""
    return next((i for i in range(run.first + 1, run.last) if tokens[i].low in PATRONYM), run.last)


def read_age(sentence: Sentence, index: int) -> tuple[int | None, int]:
    """The age in parentheses or after a comma, and the index after it."""
    tokens = sentence.tokens
    texts = [t.low for t in tokens[index : index + 5]]
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
    while end < person.after and tokens[end].low.rstrip(".") not in ALIAS | {"(", ","}:
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
    after = [t.low for t in tokens[person.after : person.after + 3]]
    before = [t.low for t in tokens[max(0, person.first - 3) : person.first]]
    return next((SEX[word] for word in after[:2] + before if word in SEX), None)


SEX = {"laki-laki": "L", "pria": "L", "lelaki": "L", "perempuan": "P", "wanita": "P"}
