"""Which agency is over which: pure rules over unit types, places and exceptions.

An agency's identity is its kind and its place: "polres:65.71", "bp3mi:65", "kemenp2mi". Exceptions to "the
province's own" stand in coverage.tsv: Polda Metro Jaya has Depok, BP3MI Kalimantan Utara has also
Kalimantan Timur.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from graph.reference.places import Place, gazetteer
from graph.reference.tables import read_table
from graph.reference.units import UnitType, known_unit, unit_type

COVERAGE_COLUMNS = ("agency", "place", "source")
KINDS: Mapping[str, tuple[str, ...]] = {
    "prov": ("province",),
    "kabkota": ("regency", "city"),
    "daerah": ("regency", "city", "province"),
    "kec": ("district",),
    "desa": ("village",),
    "city": ("regency", "city", "town"),
}
"""What kinds of place fill a slot, the narrowest first."""
AREAS = ("prov", "kabkota", "daerah", "kec", "desa")
"""Slots whose place is the agency's area of work."""


def split_id(agency_id: str) -> tuple[UnitType, str | None] | None:
    """Kind and place id of an agency id; None if it is not of this form ("org:…", an unknown kind)."""
    unit_id, _, place_id = agency_id.partition(":")
    unit = known_unit(unit_id)
    if unit is None or (place_id and gazetteer().get(place_id) is None):
        return None
    return unit, place_id or None


@cache
def coverage() -> Mapping[str, tuple[str, ...]]:
    """Areas of the agencies that have others than the place in their id, by agency id."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("coverage.tsv", COVERAGE_COLUMNS):
        found[row["agency"]].append(row["place"])
    return {agency: tuple(places) for agency, places in found.items()}


@cache
def _exceptions() -> Mapping[tuple[str, str], str]:
    """Agency ids by kind and place, of `coverage`."""
    pairs = ((agency, place) for agency, places in coverage().items() for place in places)
    return {(agency.partition(":")[0], place): agency for agency, place in pairs}


def slot_of(unit: UnitType) -> str:
    """The slot of a kind; for a sub-unit that of the unit it belongs to."""
    while unit.place_slot == "parent" and unit.parent is not None:
        unit = unit_type(unit.parent)
    return unit.place_slot


def area_and_above(place_id: str) -> tuple[Place, ...]:
    """The place and everything it lies in, the narrowest first."""
    place = gazetteer().get(place_id)
    return () if place is None else (place, *gazetteer().ancestors(place_id))


def fill(unit: UnitType, place_id: str) -> str | None:
    """Id of the agency of the kind that is responsible at the place; None where that is too large."""
    surroundings = area_and_above(place_id)
    for place in surroundings:
        if (unit.family, place.id) in _exceptions():
            return _exceptions()[unit.family, place.id]
    for place in surroundings:
        if place.kind in KINDS.get(slot_of(unit), ()):
            return f"{unit.family}:{place.id}"
    return None


def parent_id(agency_id: str) -> str | None:
    """Id of the agency it is a unit of, the nearest that is certain; None if it has none or is not known.

    Kinds above whose place cannot be told are passed over: a "satreskrim" without a place is of Polri; a
    Posal is of TNI AL, since which Lanal has it does not follow from where it lies.
    """
    known = split_id(agency_id)
    if known is None:
        return None
    unit, place_id = known
    while unit.parent is not None:
        unit = unit_type(unit.parent)
        slot = slot_of(unit)
        if slot == "none":
            return unit.id
        if place_id is not None and slot in AREAS:
            above = fill(unit, place_id)
            if above is not None and above != agency_id:
                return above
    return None


def area_of(agency_id: str) -> tuple[str, ...]:
    """Ids of the places that are its area of work; () where none follows from its kind, and for sub-units."""
    if agency_id in coverage():
        return coverage()[agency_id]
    known = split_id(agency_id)
    if known is None or known[1] is None or known[0].place_slot not in AREAS:
        return ()
    place = gazetteer().get(known[1])
    return (known[1],) if place is not None and place.kind in KINDS[known[0].place_slot] else ()
