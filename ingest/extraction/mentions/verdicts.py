"""Court decisions: the identity block of the accused ("Nama lengkap : …;") and the names that sign the decision."""

from __future__ import annotations

import re

from graph.model import Value
from ingest.extraction.mentions.agencies import Grammar
from ingest.extraction.mentions.finds import Board, Find
from ingest.extraction.mentions.officials import Office, office_at
from ingest.extraction.mentions.persons import person_at, private_find
from ingest.extraction.words.names import LONGEST, NameRun, degrees, name_at, plain, spell
from ingest.extraction.words.text import Page, Sentence

FIELD = re.compile(
    r"(?:^|(?<=[;:\n])|(?<=\s\d[.)]))\s*(?:\d+\.?\s*)?(?P<field>[A-Za-z/][A-Za-z/ .]{2,27}?)\s*:\s*(?P<value>[^;\n:]+)"
)
SEXES = {"laki": "L", "pria": "L", "lelaki": "L", "perempuan": "P", "wanita": "P"}
ENDS = frozenset({"alias", "als", "als.", "bin", "binti", "anak", "ad", "a.k.a"})
ACTS_AS = frozenset({"sebagai", "selaku", ","})


def find_accused(page: Page, board: Board) -> None:
    """Put the accused of a decision on the board, with age, sex and nationality from the identity block."""
    if page.document.kind != "verdict":
        return
    current: list[Find] = []
    for sentence in page.sentences:
        for match in FIELD.finditer(sentence.text):
            field, value = match["field"].strip().lower(), match["value"].strip()
            if field.startswith("nama") and value[:1].isalpha():
                current = accused(sentence, match.start("value"))
                for find in current:
                    board.claim(find)
            elif current and (fact := identity(field, value)):
                for find in current:
                    board.relabel([f.with_facts(**fact) if f is find else f for f in board.finds])
                current = [f for f in board.finds if any(f.start == c.start for c in current)]


def accused(sentence: Sentence, offset: int) -> list[Find]:
    """The finds of the name that begins at the offset of an identity line."""
    index = next((i for i, t in enumerate(sentence.tokens) if t.start >= sentence.start + offset), None)
    if index is None:
        return []
    person = person_at(sentence, index)
    if person is not None:
        return private_find(sentence, person, "Suspect", "terdakwa")
    end = index  # a name whose first word is a word of the language as well: "Lalu Sentana Wirajaya"
    while end < len(sentence.tokens) and sentence.tokens[end].capital and end - index < LONGEST:
        if sentence.tokens[end].low in ENDS:
            break
        end += 1
    if end == index:
        return []
    start, finish = sentence.tokens[index].start, sentence.tokens[end - 1].end
    facts: dict[str, Value] = {"status": "terdakwa", "by_initials": False}
    name = spell(sentence.between(index, end))
    return [Find("Suspect", start, finish, sentence.number, name, None, facts)]


def identity(field: str, value: str) -> dict[str, Value]:
    """What one line of the identity block says: age, sex or nationality."""
    if field.startswith("umur") and (age := re.match(r"\D{0,4}(\d{2})\b", value)):
        return {"age": int(age[1])}
    if field.startswith("jenis kelamin"):
        return next(({"sex": sex} for word, sex in SEXES.items() if value.lower().startswith(word)), {})
    if field.startswith(("kebangsaan", "kewarganegaraan")):
        return {"nationality": value.rstrip(" .").title() if value.isupper() else value.rstrip(" .")}
    return {}


def signers_at(grammar: Grammar, index: int) -> tuple[list[NameRun], Office, int] | None:
    """Names with degrees and the office that follows them, and the index after it.

    "Wira Kusumadinata, S.H., M.H., sebagai Hakim Ketua"; "X, S.H., dan Y, S.H., M.Kn., masing-masing sebagai Hakim
    Anggota"; "Z, S.H., Panitera Pengganti pada Pengadilan Negeri Nunukan".
    """
    tokens, runs, at = grammar.sentence.tokens, list[NameRun](), index
    while (run := degreed_name(grammar.sentence, at)) is not None:
        runs.append(run)
        at = run.after
        while at < len(tokens) and tokens[at].low in {",", "dan"}:
            at += 1
    if not runs:
        return None
    while at < len(tokens) and tokens[at].low in {
        ",",
        "masing-masing",
        *ACTS_AS,
        "yang",
        "menjabat",
    }:
        at += 1
    office = office_at(grammar, at) if at < len(tokens) else None
    return (runs, office, office.after) if office is not None else None


def degreed_name(sentence: Sentence, index: int) -> NameRun | None:
    """A name that a degree follows: "Yosep Tandibua, S.H., M.Kn."."""
    if index >= len(sentence.tokens) or not sentence.tokens[index].capital:
        return None
    run = name_at(sentence, index)
    if run is None or run.after == run.last:
        return None
    marks = sentence.tokens[run.last : run.after]
    return run if any(plain(t.text) in degrees("after") for t in marks) else None
