"""Since when and until when an article is law, and what took its place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.reference.tables import Row, read_table

VERSION_COLUMNS = ("statute", "article", "valid_from", "valid_to", "replaced_by", "source")


def validity(law_id: str) -> Mapping[str, str]:
    """`valid_from`, `valid_to` (ISO dates, both days included) and `replaced_by` (an id) of an article, as far as the
    table knows: by its own row, else by that of its statute. "uu-21-2007:2.1" is Pasal 2 ayat (1).
    """
    statute, _, article = law_id.partition(":")
    row = _versions().get((statute, article.partition(".")[0])) or _versions().get((statute, ""))
    names = ("valid_from", "valid_to", "replaced_by")
    return {name: row[name] for name in names if row[name]} if row else {}


@cache
def _versions() -> Mapping[tuple[str, str], Row]:
    return {(row["statute"], row["article"]): row for row in read_table("law_versions.tsv", VERSION_COLUMNS)}
