"""The title: what the file says, or the headline that stands above the first paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from ingest.reading.lines import Line, is_headline
from ingest.reading.rules import bare

_MADE_BY_A_PROGRAM = re.compile(
    r"untitled.*|document\d*|dokumen\d*|word document|microsoft word\b.*|\W*"
    r"|.*\.(?:docx?|pdf|odt|rtf|indd|pptx?)",
    re.IGNORECASE,
)


def document_title(title: str | None) -> str | None:
    """The title in a file's properties, or None if a program wrote it ("Microsoft Word - rilis.doc",
    "untitled").
    """
    found = (title or "").strip()
    return None if _MADE_BY_A_PROGRAM.fullmatch(found) else found


def headline(head: Sequence[Line], furniture: Collection[int], known: str | None) -> int | None:
    """The number of the line that is the headline, among the lines above the first paragraph; None if none
    is.

    It is the line that repeats the known title, else one that stands there twice, else the first that looks
    like a headline and is no furniture.
    """
    if known is not None:
        same = [number for number, line in enumerate(head) if bare(line.text) == bare(known)]
        if same:
            return same[0]
    likely = [n for n, line in enumerate(head) if n not in furniture and is_headline(line.text)]
    counted = Counter(bare(head[number].text) for number in likely)
    repeated = [number for number in likely if counted[bare(head[number].text)] > 1]
    return next(iter(repeated or likely), None)
