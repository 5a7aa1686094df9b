"""What a user typed becomes what Cypher is given; what does not fit is answered with the form that does.

Pure: nothing is read or asked here.
"""

from __future__ import annotations

import difflib
import re
import shlex
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta

from queries.model import Parameter, ParameterValue, QueryError, SavedQuery

_LARGEST = 2**63 - 1  # the largest integer of both stores
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DAY_FIRST = re.compile(
    r"(?:(?P<day>[0-9]{1,2})[ /.-])?(?P<month>[0-9]{1,2}|[a-z]{3,9})[ /.-](?P<year>[0-9]{4})"
)
_AGO = re.compile(r"(?P<days>[0-9]{1,5}) (?:days? ago|hari (?:yang )?lalu)")
_MONTHS = (
    ("jan", "januari", "january"), ("feb", "februari", "february"), ("mar", "maret", "march"), ("apr", "april"),
    ("mei", "may"), ("jun", "juni", "june"), ("jul", "juli", "july"), ("agu", "agt", "ags", "agustus", "aug", "august"),
    ("sep", "sept", "september"), ("okt", "oktober", "oct", "october"), ("nov", "november"),
    ("des", "desember", "dec", "december"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_FIRST_DAY = "0001-01-01"
_EXAMPLES = {
    "text": "TEXT",
    "integer": "3",
    "date": "2025-09",
    "place": "Nunukan",
    "agency": "BP3MI Kalimantan Utara",
    "person": "NAME",
    "incident": "NAME",
    "vessel": "NAME",
    "law": "UU 21/2007 Pasal 2",
    "document": "FILE",
    "thing": "NAME",
    "choice": "TEXT",
}
_FORMS = {
    "integer": "a whole number, 0 or more",
    "date": 'a date: 2025, 2025-09, 2025-09-17, "September 2025", "17 September 2025" or "90 days ago"',
}


def parameters_for(query: SavedQuery, arguments: Mapping[str, str]) -> dict[str, ParameterValue]:
    """Every Cypher parameter of the query, with the defaults of those left out.

    `arguments` are as typed; a name may have dashes for underscores. Raises `QueryError` for an unknown, a
    missing or a mistyped parameter, and for a period (`from`, `to`) that ends before it begins; the cure
    shows the right command.
    """
    given = {name.replace("-", "_"): value for name, value in arguments.items()}
    for name in given:
        _check_known(query, name)
    missing = [
        name for name, parameter in query.parameters.items() if parameter.required and name not in given
    ]
    if missing:
        names = " and ".join(f"--{_option(name)}" for name in missing)
        raise QueryError(f"The query '{query.id}' needs {names}.", f"Write: {command(query, given)}")
    values = {
        name: _value(query, parameter, given) if name in given else _default(parameter)
        for name, parameter in query.parameters.items()
    }
    _check_period(query, values)
    return values


def command(query: SavedQuery, given: Mapping[str, str], wrong: str | None = None) -> str:
    """The command that runs the query: the values given, and an example for what is missing or `wrong`."""
    words = [f"tppo query run {query.id}"]
    for name, parameter in query.parameters.items():
        if name in given and name != wrong:
            words.append(f"--{_option(name)} {_quoted(given[name])}")
        elif parameter.required or name == wrong:
            words.append(f"--{_option(name)} {_quoted(_example(parameter))}")
    return " ".join(words)


def convert(parameter: Parameter, typed: str) -> str | int:
    """The value that was typed, as Cypher is given it; `ValueError` says what it should be.

    Text is brought to Unicode NFC with single spaces; a date becomes ISO text, as partial as it was typed; a choice
    is matched without regard to case. Names are looked up later, in the store (`queries.lookup`).
    """
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    if parameter.type == "integer":
        return _integer(text)
    if parameter.type == "date":
        return _date(text)
    if parameter.type == "choice" and parameter.choices:
        return _choice(text, parameter.choices)
    if not text or not _is_valid_unicode(text):
        raise ValueError("text that is not empty")
    return text


def _default(parameter: Parameter) -> ParameterValue:
    """The value of a parameter that is left out; "90 days ago" counts from today."""
    if parameter.type == "date" and isinstance(parameter.default, str):
        return convert(parameter, parameter.default)
    return parameter.default


def _value(query: SavedQuery, parameter: Parameter, given: Mapping[str, str]) -> str | int:
    typed = given[parameter.name]
    try:
        return convert(parameter, typed)
    except ValueError as error:
        raise QueryError(
            f"{typed!r} does not fit --{_option(parameter.name)} of '{query.id}': it takes {error}.",
            f"Write: {command(query, given, wrong=parameter.name)}",
        ) from None


def _check_known(query: SavedQuery, name: str) -> None:
    if name in query.parameters:
        return
    near = difflib.get_close_matches(name, query.parameters, n=1)
    hint = f"Did you mean --{_option(near[0])}? " if near else ""
    raise QueryError(
        f"The query '{query.id}' has no parameter --{_option(name)}.",
        f"{hint}Write: {command(query, {})}",
    )


def _check_period(query: SavedQuery, values: Mapping[str, ParameterValue]) -> None:
    first, last = values.get("from"), values.get("to")
    # "~" sorts after digits and dashes: "2025~" is the end of 2025.
    if isinstance(first, str) and isinstance(last, str) and first > last + "~":
        raise QueryError(
            f"The period of '{query.id}' ends ({last}) before it begins ({first}).",
            f"Exchange the two: --from {last} --to {first}",
        )


def _integer(text: str) -> int:
    if not re.fullmatch("[0-9]{1,19}", text) or int(text) > _LARGEST:
        raise ValueError(_FORMS["integer"])
    return int(text)


def _date(text: str) -> str:
    form = f"{_FORMS['date']} (year, month, day, as they are in the calendar)"
    try:
        iso = _iso(text.casefold())
        date.fromisoformat(iso + _FIRST_DAY[len(iso) :])
    except (ValueError, OverflowError):
        raise ValueError(form) from None
    return iso


def _iso(text: str) -> str:
    """A date as people write it in ISO; `ValueError` for other texts."""
    if _DATE.fullmatch(text):
        return text
    if text in ("today", "hari ini"):
        return date.today().isoformat()
    if ago := _AGO.fullmatch(text):
        return (date.today() - timedelta(days=int(ago["days"]))).isoformat()
    written = _DAY_FIRST.fullmatch(text)
    if written is None:
        raise ValueError(text)
    month = int(written["month"]) if written["month"].isdigit() else _MONTH_OF.get(written["month"], 0)
    day = f"-{int(written['day']):02d}" if written["day"] else ""
    return f"{written['year']}-{month:02d}{day}"


def _choice(text: str, choices: tuple[str, ...]) -> str:
    for choice in choices:
        if choice.casefold() == text.casefold():
            return choice
    near = difflib.get_close_matches(text.casefold(), choices, n=1)
    raise ValueError(f"one of {', '.join(choices)}" + (f" (did you mean {near[0]}?)" if near else ""))


def _is_valid_unicode(text: str) -> bool:
    """Whether no byte of a wrong encoding is left in it, which no store would take."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _example(parameter: Parameter) -> str:
    return parameter.choices[0] if parameter.choices else _EXAMPLES[parameter.type]


def _option(name: str) -> str:
    return name.replace("_", "-")


def _quoted(text: str) -> str:
    """The value as a shell takes it: in double quotes, which every shell knows, unless signs in it forbid."""
    if re.fullmatch(r"[\w.:/-]+", text):
        return text
    return shlex.quote(text) if re.search(r'["$`\\!]', text) else f'"{text}"'
