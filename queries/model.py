"""What a saved query is, and the error that everything in this room raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import TppoError

PARAMETER_TYPES = ("text", "integer", "date", "place", "agency", "person", "choice")
"""What a user may be asked for. place, agency and person are names, aliases, codes or ids in the graph."""

PICTURES = ("network", "map", "timeline", "table")
"""How an answer is best looked at."""

ParameterValue = str | int | None
"""What a Cypher parameter holds; None (null) where an optional one is left out."""


class QueryError(TppoError):
    """A saved query is unknown or badly written, or is asked with the wrong values. Exit code 6."""

    exit_code = 6


@dataclass(frozen=True, slots=True)
class Parameter:
    """One `$name` of a saved query: of a type out of `PARAMETER_TYPES`.

    Where it is not `required`, `default` is used when it is left out; `choices` is filled for type choice.
    """

    name: str
    type: str
    description: str
    required: bool = True
    default: ParameterValue = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One file of the catalogue. Parameters and columns are in the order in which the file declares them.

    `question` is English, `pertanyaan` the same in Indonesian; `columns` gives what each column means;
    `picture` is one of `PICTURES`; `since` the version of tppo that brought it; `path` where it was read.
    """

    id: str
    title: str
    question: str
    pertanyaan: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]
    picture: str
    since: str
    cypher: str
    path: str
