"""What stands for one thing in a document: its finds, and the form in which their names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.extraction.mentions.finds import Find
from ingest.extraction.words.lexicon import REMEMBERED


@dataclass(eq=False, slots=True)
class Group:
    """Finds that name one thing. Finds are only ever added."""

    label: str
    finds: list[Find] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict, init=False, repr=False)
    _counted: int = field(default=0, init=False, repr=False)

    @property
    def link(self) -> str | None:
        """The first certain identity among the finds."""
        return next((f.link for f in self.finds if f.link), None)

    @property
    def counts(self) -> dict[str, int]:
        """How many finds have each name, in the order in which the names were first found."""
        for find in self.finds[self._counted :]:
            self._counts[find.name] = self._counts.get(find.name, 0) + 1
        self._counted = len(self.finds)
        return self._counts

    @property
    def names(self) -> list[str]:
        """Names of the finds, longest first, then most frequent, then first."""
        counts = self.counts
        return sorted(counts, key=lambda name: (-len(name), -counts[name]))


@lru_cache(maxsize=REMEMBERED)
def key(name: str) -> str:
    """A name for comparison: lower case, words only."""
    return " ".join(re.findall(r"\w+", name.lower()))
