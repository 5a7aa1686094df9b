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
_SILENT = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_NAME = re.compile(r"[\w`]+(?:\s*\.\s*[\w`]+)*")
_CALL = re.compile(rf"\bCALL\s+(?P<name>{_NAME.pattern})", re.IGNORECASE)


def refuse_calls(cypher: str) -> None:
    r"""Raise StoreError for a query that calls a procedure or a library that may reach beyond the graph.

    Unicode escapes (`\u0043ALL`), which Cypher reads as the letters that they stand for, are read so here; texts in
    quotes and comments say nothing.
    """
    plain = _SILENT.sub(" ", _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher))
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
    """A name without blanks and backticks, in small letters."""
    return re.sub(r"[\s`]", "", name).lower()
