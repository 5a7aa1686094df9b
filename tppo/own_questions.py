"""Questions of a user's own: begun from a pattern that works, and checked by the rules of the loader."""

from __future__ import annotations

import re
from pathlib import Path

from queries.catalogue import load_catalogue
from queries.header import parse_query
from queries.model import QueryError
from tppo import __version__
from tppo.questions import IN_CASE, catalogue_of, own_folders
from tppo.settings import Settings

NAME = re.compile(r"[a-z][a-z0-9-]*")
PATTERN = """\
// id: {name}
// title: {title}
// question: Which incidents of a kind happened, and where?
// pertanyaan: Kejadian jenis tertentu apa saja yang terjadi, dan di mana?
// parameters:
//   kind:
//     type: text
//     default: null
//     description: Only incidents of this kind
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   scene: Where it happened
//   sentence: First sentence that says where, protected names masked
//   incident_id: Id of the incident
//   scene_id: Id of the place
//   article_id: Id of the article with the sentence
// picture: network
// since: {version}
//
// docs/queries.md says what the keys mean and what the Cypher may hold.

MATCH (affair:Incident)-[at:OCCURRED_AT]->(scene:Location)
WHERE $kind IS NULL OR affair.kind = $kind
RETURN affair.date AS date,
       affair.name AS incident,
       scene.name AS scene,
       at.sentences[0] AS sentence,
       affair.id AS incident_id,
       scene.id AS scene_id,
       at.articles[0] AS article_id
ORDER BY coalesce(date, ''), incident_id, scene_id, at.key
"""


def begin(settings: Settings, name: str, folder: Path | None) -> Path:
    """Write a new question that works as it stands, and return its file.

    Raises `QueryError` for a name that is none or is taken, and where the folder cannot be written.
    """
    if not NAME.fullmatch(name):
        raise QueryError(
            f"{name!r} is no name for a question.", "Use small letters, digits and dashes: ships-at-night"
        )
    if folder is None:
        folder = next(iter(own_folders(settings)), Path(settings.case) / IN_CASE)
    try:
        folder.mkdir(parents=True, exist_ok=True)  # a folder that TPPO_QUERIES names may not be there yet
    except OSError as error:
        raise QueryError(f"{folder} cannot be made: {error.strerror}.", "Give another --folder.") from error
    if name in catalogue_of(settings).names():
        raise QueryError(
            f"There is already a question {name!r}.", f"Choose another name; `tppo query show {name}`."
        )
    file = folder / f"{name}.cypher"
    text = PATTERN.format(name=name, title=name.replace("-", " ").capitalize(), version=__version__)
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except OSError as error:
        raise QueryError(f"{file} cannot be written: {error.strerror}.", "Give another --folder.") from error
    return file


def check(settings: Settings, paths: list[Path]) -> tuple[list[QueryError], int]:
    """The faults of the questions in these files and folders, or in all of the user's own; and how many are in order.

    A question whose name another one has, of tppo or in these folders, is a fault too.
    """
    places = paths or own_folders(settings)
    faults: list[QueryError] = []
    seen = {name: f"tppo's own {name}" for name in load_catalogue().names()}
    good = 0
    for file in (file for place in places for file in files_of(place)):
        try:
            query = parse_query(file.read_text(encoding="utf-8"), str(file))
        except QueryError as error:
            faults.append(error)
        except (OSError, UnicodeDecodeError) as error:
            faults.append(QueryError(f"{file}: cannot be read as UTF-8 text ({error}).", "Save it as UTF-8."))
        else:
            if query.id in seen:
                cure = "Give the file another name, and the same id."
                faults.append(
                    QueryError(f"{file}: there is already a query '{query.id}': {seen[query.id]}.", cure)
                )
            else:
                seen[query.id] = str(file)
                good += 1
    return faults, good


def files_of(place: Path) -> list[Path]:
    """A file itself, or the `.cypher` files of a folder and of its topics."""
    return sorted([*place.glob("*.cypher"), *place.glob("*/*.cypher")]) if place.is_dir() else [place]
