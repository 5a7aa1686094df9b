"""The gazetteer: places by identity, by name and by what they lie in.

Which place a bare name means is settled here once: a name that several places share stands for the province,
else the city, else the regency ("Gorontalo" the province, "Bandung" the city); `find` gives all of them, the
preferred one first. "Kabupaten Bandung" and "Kota Bandung" are always exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from graph.reference.place_tables import (
    ALIAS_COLUMNS,
    CUE_COLUMNS,
    INDONESIA,
    Place,
    foreign_places,
    indonesian_places,
    kemendagri_names,
    name_key,
    name_words,
    ports_and_waters,
    read_centroids,
    spellings,
)
from graph.reference.tables import TableError, read_table

__all__ = ["INDONESIA", "Gazetteer", "Place", "gazetteer", "name_key"]

PREFERENCE = (
    "country", "province", "city", "regency", "town", "port", "airport", "border_post", "island", "sea",
    "other",
)  # fmt: skip
KINDS_OF_CUE: Mapping[str, tuple[str, ...]] = {
    "kabupaten": ("regency",),
    "kota": ("city",),
    "provinsi": ("province",),
    "negara": ("country",),
    "kecamatan": ("district",),
    "distrik": ("district",),
    "desa": ("village",),
    "kelurahan": ("village",),
    "kampung": ("village",),
    "gampong": ("village",),
    "nagari": ("village",),
}
"""First word of a name and what kinds of place may follow it."""
AREA_KM = {"district": 10.0, "village": 3.0}
"""How far a place in a district or village may lie from its centroid: typical sizes, not measured."""


class Gazetteer:
    """All places known without a network. Districts and villages are read when first asked for."""

    def __init__(
        self,
        places: tuple[Place, ...],
        cued: frozenset[tuple[str, str]],
        centroids: Mapping[str, tuple[float, float]] | None = None,
    ) -> None:
        """`cued` holds the (surface, place id) pairs that are not safe to match without a cue word."""
        self._places = {place.id: place for place in places}
        self._cued = cued
        self._centroids = centroids or {}

    def with_centroids(self, path: Path) -> Gazetteer:
        """The same gazetteer with points for districts and villages from a file of code, latitude, longitude.

        Raises TppoError if the file is not of this form.
        """
        return Gazetteer(tuple(self._places.values()), self._cued, read_centroids(path))

    def get(self, place_id: str) -> Place | None:
        """The place with this id, or None. Districts have codes "65.03.02", villages "65.03.02.1001"."""
        if place_id in self._places:
            return self._places[place_id]
        level = place_id.count(".")
        if level not in (2, 3) or not place_id[0].isdigit():
            return None
        name = kemendagri_names(villages=level == 3).get(place_id)
        return None if name is None else self._area(place_id, name)

    def ancestors(self, place_id: str) -> tuple[Place, ...]:
        """The larger places it lies in, nearest first: (regency, province, country). () for an unknown id."""
        found: list[Place] = []
        place = self.get(place_id)
        while place is not None and place.parent is not None:
            place = self.get(place.parent)
            if place is not None:
                found.append(place)
        return tuple(found)

    def surfaces(self) -> Iterator[tuple[str, str, str]]:
        """(surface, place id, kind) of every name that is safe to match in text without a cue word.

        One surface is given once, for the place it stands for (see the module's rule).
        """
        for surface, holders in self._surfaces.items():
            safe = [place for place in holders if (surface, place.id) not in self._cued]
            if safe:
                yield surface, safe[0].id, safe[0].kind

    def cue_surfaces(self) -> Iterator[tuple[str, str, str]]:
        """(surface, place id, kind) of names that need a cue: "Kota Batu"; "Papar, Sabah"."""
        for surface, holders in self._surfaces.items():
            if all((surface, place.id) in self._cued for place in holders):
                yield surface, holders[0].id, holders[0].kind

    def districts(self, name: str) -> tuple[Place, ...]:
        """The districts (kecamatan, distrik) of this bare name, by code."""
        return tuple(self._area(code, official) for code, official in self._districts.get(name_key(name), ()))

    def villages(self, name: str) -> tuple[Place, ...]:
        """The villages and wards (desa, kelurahan) of this bare name, by code."""
        return tuple(self._area(code, official) for code, official in self._villages.get(name_key(name), ()))

    def children(self, place_id: str) -> tuple[Place, ...]:
        """The places directly in this one, by id, without districts and villages."""
        return tuple(sorted((p for p in self._places.values() if p.parent == place_id), key=lambda p: p.id))

    def find(self, name: str) -> tuple[Place, ...]:
        """All places a person may mean, the likeliest first; () for an unknown name.

        Takes an id, a name in any usual spelling, or a cue and a name ("Kab. Nunukan", "Kecamatan Sebatik").
        Districts and villages are given only if nothing larger has the name.
        """
        exact = self.get(name.strip())
        if exact is not None:
            return (exact,)
        key = name_key(name)
        if key in self._keys:
            return self._keys[key]
        words = name_words(name)
        kinds = KINDS_OF_CUE.get(words[0], ()) if len(words) > 1 else ()
        rest = "".join(words[1:]) if kinds else key
        larger = tuple(p for p in self._keys.get(rest, ()) if not kinds or p.kind in kinds)
        if larger:
            return larger
        found = self.districts(rest) if not kinds or "district" in kinds else ()
        return found or (self.villages(rest) if not kinds or "village" in kinds else ())

    @cached_property
    def _surfaces(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        ordered = sorted(self._places.values(), key=lambda place: PREFERENCE.index(place.kind))
        for place in ordered:
            for surface in _surfaces_of(place):
                if place not in found[surface]:
                    found[surface].append(place)
        return dict(found)

    @cached_property
    def _keys(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, dict[str, Place]] = defaultdict(dict)
        for surface, holders in self._surfaces.items():
            found[name_key(surface)].update((place.id, place) for place in holders)
        rank = PREFERENCE.index
        return {key: tuple(sorted(same.values(), key=lambda p: rank(p.kind))) for key, same in found.items()}

    @cached_property
    def _districts(self) -> Mapping[str, list[tuple[str, str]]]:
        return _by_key({c: n for c, n in kemendagri_names().items() if c.count(".") == 2})

    @cached_property
    def _villages(self) -> Mapping[str, list[tuple[str, str]]]:
        return _by_key(kemendagri_names(villages=True))

    def _area(self, code: str, name: str) -> Place:
        parent = code.rpartition(".")[0]
        kind = "district" if code.count(".") == 2 else "village"
        place = Place(code, name, kind, code, parent)
        if code not in self._centroids:
            return place
        latitude, longitude = self._centroids[code]
        return replace(
            place,
            latitude=latitude,
            longitude=longitude,
            uncertainty_km=AREA_KM[kind],
            source="centroids file",
        )


def _by_key(names: Mapping[str, str]) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code, name in sorted(names.items()):
        found[name_key(name)].append((code, name))
    return found


def _surfaces_of(place: Place) -> Iterator[str]:
    """All spellings of a place's names; for a regency also its bare name and its abbreviated kinds."""
    for name in (place.name, *place.aliases):
        yield from spellings(name)
        kind, _, bare = name.partition(" ")
        if place.kind == "regency" and kind == "Kabupaten":
            bare = bare.removeprefix("Administrasi ")
            for spelling in spellings(bare):
                yield from (spelling, f"Kabupaten {spelling}", f"Kab. {spelling}", f"Kab {spelling}")
        if place.kind == "city" and kind == "Kota":
            bare = bare.removeprefix("Administrasi ")
            for spelling in spellings(bare):
                yield from (spelling, f"Kota {spelling}")


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the shipped tables. Raises TableError if one of them is not in its form."""
    places = {place.id: place for place in indonesian_places()}
    cued: set[tuple[str, str]] = set()
    for source in (foreign_places(), ports_and_waters()):
        for place, needs_cue in source:
            places[place.id] = place
            if needs_cue:
                cued.update((surface, place.id) for surface in _surfaces_of(place))
    for row in read_table("region_aliases.tsv", ALIAS_COLUMNS):
        target = places.get(row["place"])
        if target is None:
            raise TableError(
                f"{row.where}: unknown place {row['place']!r}.", "`tppo places search NAME` lists ids."
            )
        if row["alias"] not in target.aliases:
            places[target.id] = replace(target, aliases=(*target.aliases, row["alias"]))
        if row.yes("cue"):
            cued.add((row["alias"], target.id))
    common = {row["surface"] for row in read_table("place_cues.tsv", CUE_COLUMNS)}
    regions = (place for place in places.values() if place.code is not None)
    cued.update((surface, place.id) for place in regions for surface in common)
    return Gazetteer(tuple(places.values()), frozenset(cued))
