"""What a query may call: the store's plan says whether it writes, but not whether a procedure reaches outside.

Only procedures that answer from the graph itself are let through; libraries such as `apoc` and `dbms`, which load
files, open addresses, run other queries and administer the server, are not, whether called or used as functions.
"""

from __future__ import annotations

import re

from graph.store import StoreError

ALLOWED = frozenset({"db.labels", "db.relationshiptypes", "db.index.fulltext.querynodes"})
"""Procedures that only read the graph: names in small letters."""
OUTSIDE = frozenset({"apoc", "dbms", "gds", "load", "genai"})
"""Libraries whose functions and procedures are refused."""
_ESCAPE = re.compile(r"\\+u+([0-9A-Fa-f]{4})")
_QUOTED = re.compile(
    r"""(?P<silent>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/)|`(?P<name>(?:[^`]|``)*)`""",
    re.DOTALL,
)
"""Texts and comments, which say nothing, and names in backticks, which may hold quotes."""
_NAME = re.compile(r"\w+(?:\s*\.\s*\w+)*")
_CALL = re.compile(rf"\bCALL\s+(?P<name>{_NAME.pattern})", re.IGNORECASE)


def refuse_calls(cypher: str) -> None:
    r"""Raise StoreError for a query that calls a procedure or a library that may reach beyond the graph.

    Texts in quotes and comments say nothing. Unicode escapes (`\u0043ALL`) are letters to one store and part of a text
    to another, so the query is looked at in both ways.
    """
    for way in (cypher, _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)):
        _refuse_calls(_QUOTED.sub(_bare, way))


def _bare(found: re.Match[str]) -> str:
    """What is left of a quoted part: of a name in backticks its letters, of the others nothing."""
    return re.sub(r"\W", "_", found["name"]) if found["name"] is not None else " "


def _refuse_calls(plain: str) -> None:
    for call in _CALL.finditer(plain):
        name = _flat(call["name"])
        if name not in ALLOWED:
            raise StoreError(
                f"The query calls {name}; only {', '.join(sorted(ALLOWED))} are called.",
                "Ask for what you want to know with MATCH; `CALL { … }` with a subquery is no procedure.",
            )
    for found in _NAME.finditer(plain):
        name = _flat(found.group())
        if "." in name and name.partition(".")[0] in OUTSIDE:
            raise StoreError(
                f"The query uses {name}; nothing of {name.partition('.')[0]} is run.",
                "Use plain Cypher: the same rows come from Neo4j and from the embedded graph.",
            )


def _flat(name: str) -> str:
    """A name without blanks, in small letters."""
    return re.sub(r"\s", "", name).lower()
