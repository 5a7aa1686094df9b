"""What stands for one thing in a document: its finds, and the form in which their names are compared."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.extraction.mentions.finds import Find
from ingest.extraction.words.lexicon import REMEMBERED


@dataclass(eq=False, slots=True)
class Group:
    """Finds that name one thing."""

    label: str
    finds: list[Find] = field(default_factory=list)
    _names: tuple[int, list[str]] = (0, [])

    @property
    def link(self) -> str | None:
        """The first certain identity among the finds."""
        return next((f.link for f in self.finds if f.link), None)

    @property
    def names(self) -> list[str]:
        """Names of the finds, longest first, then most frequent, then first."""
        if self._names[0] != len(self.finds):
            counts = Counter(f.name for f in self.finds)
            order = {f.name: -i for i, f in reversed(list(enumerate(self.finds)))}
            longest = sorted(counts, key=lambda n: (len(n), counts[n], order[n]), reverse=True)
            self._names = len(self.finds), longest
        return self._names[1]


@lru_cache(maxsize=REMEMBERED)
def key(name: str) -> str:
    """A name for comparison: lower case, words only."""
    return " ".join(re.findall(r"\w+", name.lower()))
