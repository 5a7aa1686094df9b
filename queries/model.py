"""What a saved query is, and the error that everything in this room raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import TppoError

LABELS_OF: Mapping[str, tuple[str, ...]] = {
    "place": ("Location",),
    "agency": ("Agency",),
    "person": ("Official", "Suspect"),
    "incident": ("Incident",),
    "vessel": ("Vessel",),
    "law": ("Law",),
    "document": ("Article",),
    "thing": ("Official", "Suspect", "Agency", "Location", "Incident", "Event", "Vessel"),
}
"""Types of parameters that name something, and what it may be. A user writes a name, alias, code or id; the query is
given the list of the ids that are called so."""

LABELS = ("Agency", "Article", "Event", "Incident", "Law", "Location", "Official", "Suspect", "Vessel")
"""All labels of the graph."""

PARAMETER_TYPES = ("text", "integer", "date", "choice", *LABELS_OF)
"""What a user may be asked for."""

PICTURES = ("network", "map", "timeline", "table")
"""How an answer is best looked at."""

ParameterValue = str | int | list[str] | None
"""What a Cypher parameter holds: a list of ids for a name; None (null) where an optional one is left out."""


class QueryError(TppoError):
    """A saved query is unknown or badly written, or is asked with the wrong values. Exit code 6."""

    exit_code = 6


@dataclass(frozen=True, slots=True)
class Parameter:
    """One `$name` of a saved query: of a type out of `PARAMETER_TYPES`.

    Where it is not `required`, `default` is used when it is left out (a date as it would be typed: "90 days ago").
    A choice has its `choices`, or `choices_from`: Cypher whose column `choice` gives them in the store.
    """

    name: str
    type: str
    description: str
    required: bool = True
    default: ParameterValue = None
    choices: tuple[str, ...] = ()
    choices_from: str = ""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One file of the catalogue. Parameters and columns are in the order in which the file declares them.

    `topic` is the name of its folder, "own" for one of the user's; `question` is English, `pertanyaan` the same in
    Indonesian; `columns` gives what each column means;
    `picture` is one of `PICTURES`; `since` the version of tppo that brought it; `path` where it was read.
    """

    id: str
    topic: str
    title: str
    question: str
    pertanyaan: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]
    picture: str
    since: str
    cypher: str
    path: str
