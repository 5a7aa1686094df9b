"""Reads one file of the catalogue: a header in comment lines, then Cypher.

What it accepts runs on both stores, takes its values as parameters and says what it gives; `docs/queries.md`
tells how to write one.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from queries.cypher import Shape, shape_of
from queries.model import PARAMETER_TYPES, PICTURES, Parameter, QueryError, SavedQuery
from queries.parameters import convert

RESERVED_NAMES = frozenset(
    {"case", "store", "json", "limit", "help", "query", "around", "hops", "out"}
    | {"format", "picture", "evidence", "timeout"}
)
"""Names that no parameter may have: the command line and the runner use them."""

OWN = "own"
"""The topic of queries in a folder of the user's."""
_HEADER_KEYS = ("id", "title", "question", "pertanyaan", "parameters", "columns", "picture", "since")
_PARAMETER_KEYS = ("type", "description", "default", "choices", "choices_from")
_NAME = re.compile("[a-z][a-z0-9_]*")


def parse_query(text: str, path: str, topic: str = OWN) -> SavedQuery:
    """The saved query that a file of a topic holds; `QueryError` names the file (`path`), the fault and the cure."""
    try:
        header, cypher = _split(text)
        shape = shape_of(cypher)
        query = _query(_mapping(header), cypher, path, topic)
        _check_agreement(query, shape)
    except QueryError as error:
        raise QueryError(f"{path}: {error}", error.cure) from None
    return query


def _split(text: str) -> tuple[str, str]:
    """The YAML of the leading comment lines, and what follows. A bare `//` or an empty line ends the YAML."""
    lines = text.lstrip("\ufeff").splitlines()
    header: list[str] = []
    while len(header) < len(lines) and re.match(r"// ?\S|//  ", lines[len(header)]):
        header.append(lines[len(header)])
    body = "\n".join(lines[len(header) :]).strip().removeprefix("//\n")
    if not header or not body:
        raise QueryError(
            "it has no header, or no Cypher.",
            "Begin with '// id: …' lines, then an empty line, then the query.",
        )
    return "\n".join(re.sub("^// ?", "", line) for line in header), body


def _mapping(header: str) -> Mapping[str, Any]:
    import yaml  # only when a catalogue is loaded: the command line has to start quickly

    try:
        found = yaml.safe_load(header)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: what looks like a date and is none
        shown = " ".join(str(error).split())
        raise QueryError(
            f"its header is not YAML ({shown}).", "Quote texts that hold ': ' or ' #', and dates."
        ) from None
    if not isinstance(found, dict):
        raise QueryError("its header is not a list of `key: value`.", f"Give {', '.join(_HEADER_KEYS)}.")
    _check_keys(found, _HEADER_KEYS, "the header")
    missing = [key for key in _HEADER_KEYS if key not in found]
    if missing:
        raise QueryError(f"its header lacks {', '.join(missing)}.", "Add them; parameters may be {}.")
    return found


def _query(header: Mapping[str, Any], cypher: str, path: str, topic: str) -> SavedQuery:
    parameters = _named(header["parameters"], "parameters")
    columns = _named(header["columns"], "columns")
    query = SavedQuery(
        **{
            key: _text(header[key], key)
            for key in ("id", "title", "question", "pertanyaan", "picture", "since")
        },
        parameters={name: _parameter(name, found) for name, found in parameters.items()},
        columns={name: _text(meaning, f"the column {name}") for name, meaning in columns.items()},
        topic=topic,
        cypher=cypher,
        path=path,
    )
    if query.id != Path(path).stem:
        raise QueryError(f"its id '{query.id}' is not its file name.", f"Write `id: {Path(path).stem}`.")
    if query.picture not in PICTURES:
        raise QueryError(f"there is no picture '{query.picture}'.", f"Choose one of {', '.join(PICTURES)}.")
    return query


def _parameter(name: str, found: Any) -> Parameter:
    if not isinstance(found, dict) or name in RESERVED_NAMES:
        raise QueryError(
            f"the parameter {name} is not a set of type and description, or a name that tppo itself uses.",
            f"Write `{name}: {{type: text, description: …}}`; not {', '.join(sorted(RESERVED_NAMES))}.",
        )
    _check_keys(found, _PARAMETER_KEYS, f"the parameter {name}")
    kind = _text(found.get("type"), f"the type of {name}")
    choices = found.get("choices", [])
    choices_from = found.get("choices_from", "")
    given = bool(choices) + bool(choices_from)
    if kind not in PARAMETER_TYPES or not isinstance(choices, list) or given != (kind == "choice"):
        raise QueryError(
            f"the parameter {name} has no known type, or choices that do not go with it.",
            f"Types are {', '.join(PARAMETER_TYPES)}; choice, and only choice, has choices or choices_from.",
        )
    parameter = Parameter(
        name=name,
        type=kind,
        description=_text(found.get("description"), f"the description of {name}"),
        required="default" not in found,
        choices=tuple(_text(choice, f"a choice of {name}") for choice in choices),
        choices_from=_text(choices_from, f"choices_from of {name}") if choices_from else "",
    )
    if parameter.choices_from and shape_of(parameter.choices_from) != Shape(frozenset(), ("choice",)):
        raise QueryError(
            f"choices_from of {name} is no query of one column called choice.",
            "Write `MATCH … RETURN DISTINCT … AS choice ORDER BY choice`.",
        )
    return _with_default(parameter, found.get("default"))


def _with_default(parameter: Parameter, default: Any) -> Parameter:
    """The parameter with its default, which has to be what a user could have typed, or null."""
    if default is None:
        return parameter
    try:
        typed = convert(parameter, str(default))
        return dataclasses.replace(parameter, default=str(default) if parameter.type == "date" else typed)
    except ValueError as error:
        raise QueryError(
            f"the default of {parameter.name} is {default!r}.", f"It takes {error}, or null."
        ) from None


def _check_keys(found: Mapping[Any, Any], known: Collection[str], what: str) -> None:
    for key in found:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise QueryError(
                f"{what} has an unknown key '{key}'.", f"{hint}Known are {', '.join(sorted(known))}."
            )


def _named(found: Any, what: str) -> Mapping[str, Any]:
    """A mapping whose keys can be names in Cypher."""
    if isinstance(found, dict) and all(isinstance(key, str) and _NAME.fullmatch(key) for key in found):
        return found
    raise QueryError(
        f"its {what} are not `name: meaning`.",
        "Names are of a-z, 0-9 and _; quote a name that YAML reads otherwise.",
    )


def _text(found: Any, what: str) -> str:
    if isinstance(found, str) and found.strip():
        return found.strip()
    raise QueryError(
        f"{what} is {found!r}, not a text.", "Write a text there, in quotes if it looks like a number."
    )


def _check_agreement(query: SavedQuery, shape: Shape) -> None:
    """Refuse a header that declares other parameters or columns than the Cypher has."""
    declared, returned = set(query.parameters), shape.columns
    undeclared, unused = sorted(shape.parameters - declared), sorted(declared - shape.parameters)
    if undeclared:
        raise QueryError(
            f"it uses ${undeclared[0]} without declaring it.", "Declare it under parameters, or remove it."
        )
    if unused:
        raise QueryError(
            f"it declares {unused[0]} and never uses it.", f"Use ${unused[0]}, or remove it from the header."
        )
    if tuple(query.columns) != returned:
        raise QueryError(
            f"its header gives the columns {', '.join(query.columns)}, but it returns {', '.join(returned)}.",
            "Say in the header, in the same order, what each returned column means.",
        )
