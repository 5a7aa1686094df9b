"""Vessels and vehicles: a ship's type and name (KM Bukit Siguntang), a plate (KU 1234 AB)."""

from __future__ import annotations

import re
from functools import cache

from ingest.extraction.mentions.finds import Board, Find
from ingest.extraction.words.lexicon import rows, words
from ingest.extraction.words.names import spell
from ingest.extraction.words.text import Sentence

PLATE = re.compile(
    r"\b(?:nomor polisi|nopol|bernopol|plat(?: nomor)?)\s*:?\s*(?P<plate>[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{0,3})\b",
    re.IGNORECASE,
)
CAR = re.compile(
    r"\b(?i:minibus|mobil|truk|bus|motor|sepeda motor|mikrobus|pikap|pick ?up|travel)\b"
    r"(?P<name>(?:\s+[A-Z][\w-]*){0,3}\s+(?P<plate>[A-Z]{1,2}\s?\d{3,4}\s?[A-Z]{1,3}))\b"
)
NAMED = r"\s+(?:(?:bernama|dengan nama)\s+)?[\"“]?(?P<name>[A-Z][\w'-]*(?:\s+(?:[A-Z][\w'-]*|\d{1,3}|[IVX]+)\b){0,3})"


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Vessel types with the name that follows, the longer type first."""
    types = sorted(rows("vessel_types"), key=lambda row: -len(row["surface"]))
    made = []
    for row in types:
        written = row["surface"]
        head = re.escape(written) if written.isupper() else f"(?i:{re.escape(written)})"
        made.append((re.compile(rf"\b{head}\b\.?{NAMED}"), row["kind"]))
    return tuple(made)


def find_vessels(sentence: Sentence, board: Board) -> None:
    """Put the vessels and plates of a sentence on the board."""
    for pattern, kind in patterns():
        for match in pattern.finditer(sentence.text):
            if match["name"].split()[0].lower() not in words("not_vessels"):
                put(sentence, board, match, kind)
    for match in CAR.finditer(sentence.text):
        name = " ".join(match["name"].split())
        start = sentence.start + match.end() - len(match["name"].lstrip())
        board.claim(
            Find("Vessel", start, sentence.start + match.end(), sentence.number, name, None, {"kind": "car"})
        )
    for match in PLATE.finditer(sentence.text):
        start = sentence.start + match.start("plate")
        plate = " ".join(match["plate"].upper().split())
        board.claim(
            Find(
                "Vessel",
                start,
                sentence.start + match.end("plate"),
                sentence.number,
                plate,
                None,
                {"kind": "car"},
            )
        )


def put(sentence: Sentence, board: Board, match: re.Match[str], kind: str) -> None:
    """Claim one vessel; its name keeps the type ("KM Bukit Siguntang") where that is a ship's prefix."""
    words = match.group().replace(".", " ").replace('"', " ").replace("“", " ").split()
    prefix = words[0] if words[0].isupper() and words[0] != words[0].lower() else ""
    name = f"{prefix} {spell(match['name'])}".strip()
    start = match.start() if prefix else match.start("name")
    board.claim(
        Find(
            "Vessel",
            sentence.start + start,
            sentence.start + match.end(),
            sentence.number,
            name,
            None,
            {"kind": kind},
        )
    )
