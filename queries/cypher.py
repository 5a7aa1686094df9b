"""The rules for the Cypher of a saved query, checked without a server.

A query only reads, takes every value as a `$parameter`, names and orders what it returns, and uses only what
Neo4j and the embedded engine answer alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from queries.model import QueryError

STRUCTURAL_NUMBERS = frozenset({"0", "1", "2", "6371"})
"""The only numbers a query may hold, besides the bounds of a variable-length pattern (`*0..8`) and places in a text
(`left(date, 4)`): 6371 is the mean radius of the earth in km (IUGG)."""
_OF_A_TEXT = frozenset({"left", "right", "substring"})
"""Functions whose numbers are places in a text."""

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | \$(?P<parameter>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<number>0[xo][0-9A-Fa-f]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<name>[^\W\d]\w*|`[^`]+`)
      | (?P<range>\.\.)
      | (?P<symbol>[^'"`\\$])""",
    re.VERBOSE | re.DOTALL,
)

_WRITES = "a saved query only reads"
_DIFFERS = "stores do not answer it alike"
_REFUSED_WORDS = {
    **dict.fromkeys(("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "INSERT", "FOREACH"), _WRITES),
    **dict.fromkeys(("DROP", "ALTER", "GRANT", "DENY", "REVOKE", "TERMINATE"), _WRITES),
    **dict.fromkeys(("LOAD", "CALL", "USE", "SHOW"), "a saved query only reads the case's own graph"),
    **dict.fromkeys(("CYPHER", "EXPLAIN", "PROFILE", "SHORTEST", "USING", "TRANSACTIONS"), _DIFFERS),
    "UNION": "its rows could not be put in one order",
}
_REFUSED_FUNCTIONS = frozenset(
    {"date", "datetime", "localdatetime", "time", "localtime", "duration", "timestamp"}
    | {"rand", "randomuuid", "id", "elementid"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of Cypher: `kind` is string, parameter, number, name, range or symbol."""

    kind: str
    text: str

    @property
    def word(self) -> str:
        """The upper-case keyword it may be, "" if it cannot be one."""
        return self.text.upper() if self.kind == "name" else ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a query takes and gives: the names of its `$parameters`, and its columns in order."""

    parameters: frozenset[str]
    columns: tuple[str, ...]


def shape_of(cypher: str) -> Shape:
    """The parameters and columns of a query that keeps all rules; `QueryError` names the first one broken."""
    tokens = _tokens(cypher)
    _check_words(tokens)
    _check_literals(tokens)
    parameters = frozenset(token.text for token in tokens if token.kind == "parameter")
    return Shape(parameters, _columns(tokens))


def _tokens(cypher: str) -> tuple[Token, ...]:
    found, position = [], 0
    while position < len(cypher):
        match = _TOKEN.match(cypher, position)
        if match is None:
            raise QueryError(
                f"the Cypher cannot be read from {cypher[position : position + 20]!r} on.",
                "Close the quote, or write the parameter as $name.",
            )
        kind = match.lastgroup or "space"
        if kind != "space":
            found.append(Token(kind, match[kind]))
        position = match.end()
    return tuple(found)


def _check_words(tokens: Sequence[Token]) -> None:
    """Refuse words that write, reach outside or differ between stores; property names (`x.set`) are free, and so are
    `CALL { … }` and UNION inside it.
    """
    before = ["", *(token.text for token in tokens)]
    after = [*(token.text for token in tokens[1:]), ""]
    depth = 0
    for token, previous, following in zip(tokens, before, after, strict=False):
        if token.text == ";":
            raise QueryError("it holds a semicolon.", "Keep one statement in a file, without ';'.")
        depth += (token.text == "{") - (token.text == "}")
        subquery = (token.word == "CALL" and following == "{") or (token.word == "UNION" and depth > 0)
        if token.word in _REFUSED_WORDS and previous != "." and not subquery:
            raise QueryError(f"it uses {token.word}: {_REFUSED_WORDS[token.word]}.", "Write it without.")
        if following == "(" and token.kind == "name":
            _check_function(token.text, dotted=previous == ".")


def _check_function(name: str, dotted: bool) -> None:
    """Refuse functions that are temporal, random, internal ids or of a library (`apoc.…`)."""
    if dotted or name.strip("`").lower() in _REFUSED_FUNCTIONS:
        raise QueryError(
            f"it calls {'….' if dotted else ''}{name}(): {_DIFFERS}.",
            "Use plain Cypher: dates are ISO text and compare as text; nodes are known by their property id.",
        )


def _check_literals(tokens: Sequence[Token]) -> None:
    """Refuse a value written into the query."""
    for position, token in enumerate(tokens):
        if token.kind == "string":
            inner = token.text[1:-1]
            allowed = inner in structural_words() or not any(letter.isalnum() for letter in inner)
        elif token.kind == "number":
            allowed = (
                token.text in STRUCTURAL_NUMBERS
                or _is_hop_bound(tokens, position)
                or _is_place_in_text(tokens, position)
            )
        else:
            continue
        if not allowed:
            raise QueryError(
                f"it holds the value {token.text}.",
                "Make it a parameter ($name) and declare it in the header, with a default if you like.",
            )


@cache
def structural_words() -> frozenset[str]:
    """The only words a query may hold in quotes: values that the schema lists ("province", "tersangka", "read")."""
    from graph.schema import load_schema  # brings YAML with it: only when a catalogue is loaded

    schema = load_schema()
    listed = [*schema.every_node.values(), *schema.every_relationship.values()]
    listed += [each for node in schema.nodes.values() for each in node.properties.values()]
    listed += [each for link in schema.relationships.values() for each in link.properties.values()]
    return frozenset(choice for each in listed for choice in each.choices)


def _is_place_in_text(tokens: Sequence[Token], position: int) -> bool:
    """Whether the number is an argument of `left`, `right` or `substring`."""
    depth = 0
    for at in range(position - 1, 0, -1):
        depth += (tokens[at].text == ")") - (tokens[at].text == "(")
        if depth < 0:
            return tokens[at - 1].text.lower() in _OF_A_TEXT
    return False


def _is_hop_bound(tokens: Sequence[Token], position: int) -> bool:
    """Whether the number is one of `*1..6`, `*..6` or `*1..` in a relationship pattern."""
    here = [token.text for token in tokens[max(position - 3, 0) : position + 2]]
    nth = min(position, 3)
    before, after = here[:nth], here[nth + 1 :]
    lower = before[-1:] == ["*"] and after == [".."]
    upper = before[-1:] == [".."] and "*" in before[-3:-1]
    return lower or upper


def _columns(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The names after the one outermost RETURN, which has to end in ORDER BY and nothing more."""
    outer = _outermost(tokens)
    words = [token.word for token in outer]
    if words.count("RETURN") != 1:
        raise QueryError("it has no RETURN, or more than one.", "End the query with one RETURN … ORDER BY ….")
    tail = outer[words.index("RETURN") + 1 :]
    ends = [token.word for token in tail]
    if "ORDER" not in ends:
        raise QueryError(
            "its rows have no order.", "End it with ORDER BY and a column that is never twice the same."
        )
    if {"LIMIT", "SKIP", "OFFSET"} & set(ends):
        raise QueryError(
            "it limits its own rows.", "Leave LIMIT and SKIP away; whoever runs it limits the rows."
        )
    return tuple(_column_name(item) for item in _items(tail[: ends.index("ORDER")]))


def _outermost(tokens: Sequence[Token]) -> list[Token]:
    """The tokens outside all brackets; a bracketed part leaves only its brackets."""
    depth, outer = 0, []
    for token in tokens:
        depth -= token.text in {")", "]", "}"} and token.kind == "symbol"
        if depth == 0:
            outer.append(token)
        depth += token.text in {"(", "[", "{"} and token.kind == "symbol"
    return outer


def _items(tokens: Sequence[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ",":
            items.append([])
        elif token.word != "DISTINCT":
            items[-1].append(token)
    return items


def _column_name(item: Sequence[Token]) -> str:
    """The name of a returned value: after AS, or the variable itself."""
    named = len(item) == 1 or (len(item) > 2 and item[-2].word == "AS")
    if not named or item[-1].kind != "name":
        shown = " ".join(token.text for token in item) or "nothing"
        raise QueryError(f"it returns {shown} without a name.", "Write `… AS name` for every value returned.")
    return item[-1].text.strip("`")
