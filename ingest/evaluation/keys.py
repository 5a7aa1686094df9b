"""When two strings name the same thing: keys of names that are equal though they are printed differently.

The rules are those of the annotated real documents, so that figures can be compared with others'.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from itertools import dropwhile

from ingest.evaluation.values import HASHED, Thing

SALT = "tppo-gold-1"
"""Makes the hashes of private names useless for looking them up in other lists. Public, as the gold is."""

PERSONS = frozenset({"Official", "Suspect"})

RANKS = frozenset({
    "kombes", "brigjen", "irjen", "komjen", "jenderal", "ajun", "kompol", "akbp", "akp", "iptu", "ipda",
    "aiptu", "aipda", "bripka", "brigpol", "briptu", "bripda", "brigadir", "letkol", "letda", "lettu",
    "kapten", "mayor", "kolonel", "serda", "sertu", "serka", "serma", "pelda", "peltu", "laksma",
    "laksda", "mayjen", "letjen", "kopda", "koptu", "kopka", "praka", "pratu", "prada", "inspektur",
    "komisaris", "besar", "polisi", "pol", "tni", "laut", "inf", "mar", "marinir", "purn", "dr", "drs",
    "dra", "h", "hj", "ir", "prof",
})  # fmt: skip
"""Words before a person's name that are no part of it."""

_AREA = re.compile(r"^(?:provinsi|kabupaten|kab|kota|kecamatan|kec|desa|kelurahan|kel|pulau) ")
_LAW_WORDS = re.compile(r"\b(?:nomor|no|tahun|ri|republik indonesia|tentang)\b")
_LAW_WORDS_AND_AYAT = re.compile(r"\b(?:nomor|no|tahun|ri|republik indonesia|ayat|tentang)\b")


def normalised(text: str) -> str:
    """The words of a text in lower case, one space between them, nothing else (Unicode NFKC)."""
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def without_rank(text: str) -> str:
    """The normalised name of a person without the ranks and titles before it; all of it when it is only ranks."""
    whole = normalised(text)
    return " ".join(dropwhile(RANKS.__contains__, whole.split(" "))) or whole


def hashed(text: str) -> str:
    """The salted hash that stands for a private name in the gold: "h:" and 16 hexadecimal digits."""
    return HASHED + hashlib.sha256((SALT + without_rank(text)).encode()).hexdigest()[:16]


def keys_of(thing: Thing) -> frozenset[str]:
    """All keys of a thing: two things of a label that share one may be the same."""
    return keys(thing.label, thing.names)


def name_keys_of(thing: Thing) -> frozenset[str]:
    """The keys of the thing's own name, without its other surfaces."""
    return keys(thing.label, (thing.name,))


def keys(label: str, names: Iterable[str]) -> frozenset[str]:
    """The keys of names under a label; a hash is its own key."""
    made: set[str] = set()
    for name in names:
        made |= {name} if name.startswith(HASHED) else {normalised(name), *_more(label, name)}
    return frozenset(made - {""})


def _more(label: str, name: str) -> set[str]:
    """Keys beside the normalised name: persons without rank, areas without their level, laws in short."""
    plain = normalised(name)
    if label in PERSONS:
        return {without_rank(name), hashed(name)}
    if label == "Location":
        return {_AREA.sub("", plain)}
    if label == "Law":
        # Where "ayat" was left out its gap stays, so that "Pasal 2 ayat (1)" is not "Pasal 21" or "Pasal 2 (1)".
        short = _LAW_WORDS.sub("", plain).replace("undang undang", "uu")
        gapped = _LAW_WORDS_AND_AYAT.sub("", plain).replace("undang undang", "uu")
        return {gapped, re.sub(r"\s+", " ", short).strip()}
    return set()
