"""Names compared and turned into parts of ids: the same name in another writing gives the same key."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

WORD = re.compile(r"[^\W_]+")
MASK_SIGN = re.compile(r"\[(?:korban|saksi)(?: \d+)?\]")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without accents, marks and case: "Andi M. Ichsan" → ("andi", "m", "ichsan")."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return tuple(WORD.findall("".join(each for each in plain if not unicodedata.combining(each))))


def slug(name: str) -> str:
    """The words of a name joined by hyphens; for a name without any word, a short digest of it."""
    return "-".join(words_of(name)) or digest(name)


def digest(*parts: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the parts."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def is_masked(name: str) -> bool:
    """Whether a protected name was taken out of this one: such names say nothing about identity."""
    return MASK_SIGN.search(name) is not None


def best_name(names: Iterable[str]) -> str:
    """The form most often used, the longest of equals; of its writings the one that is not all capitals.

    Raises `ValueError` when there are no names.
    """
    forms = Counter(names)
    often = Counter[str]()
    for form, count in forms.items():
        often[form.casefold()] += count
    chosen = max(often, key=lambda folded: (often[folded], len(folded), folded))
    writings = [form for form in forms if form.casefold() == chosen]
    return min(writings, key=lambda form: (form.isupper() or form.islower(), -forms[form], form))
