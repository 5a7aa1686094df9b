"""Agencies: their identity, how they are called, and which place a name like "Polres Malang" means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.model import TppoError
from graph.reference.jurisdiction import KINDS, area_and_above, fill, parent_id, slot_of, split_id
from graph.reference.places import Place, gazetteer
from graph.reference.tables import read_table
from graph.reference.units import (
    Modifier,
    Rank,
    Title,
    UnitType,
    UnknownUnit,
    find_title,
    is_single,
    modifiers,
    rank_suffixes,
    ranks,
    title,
    titles,
    unit_type,
    unit_types,
)

__all__ = [
    "Modifier",
    "Rank",
    "Title",
    "UnitType",
    "UnknownUnit",
    "agency_aliases",
    "agency_id",
    "agency_name",
    "find_title",
    "full_name",
    "is_single",
    "modifiers",
    "name_of",
    "named_agencies",
    "places_for",
    "rank_suffixes",
    "ranks",
    "successors",
    "title",
    "titles",
    "unit_type",
    "unit_types",
]

NAME_COLUMNS = ("agency", "name", "aliases")
POLICE_COLUMNS = ("place", "unit", "name")
GOVERNMENTS: Mapping[str, tuple[str, str]] = {
    "province": ("Pemprov", "Pemerintah Provinsi"),
    "regency": ("Pemkab", "Pemerintah Kabupaten"),
    "city": ("Pemkot", "Pemerintah Kota"),
}
"""Short and full name of a regional government by kind of place."""


def agency_id(unit_id: str, place_id: str | None = None) -> str:
    """Identity of an agency: "bp3mi:65", "polres:65.71", "kemenp2mi".

    The place is brought to the level of the kind (Polres and a district give the regency's Polres) and to
    the agency responsible there; a place too large for the kind is kept. A Polresta has the id of a Polres,
    so that a promotion changes nothing. Raises UnknownUnit, and TppoError for an unknown place or for a kind
    that is told apart by number or name (Kodam).
    """
    unit = unit_type(unit_id)
    slot = slot_of(unit)
    if slot in ("num", "num_name", "name"):
        raise TppoError(f"{unit.abbr} has no identity by place.", "Identify it by its whole name.")
    if place_id is None or slot == "none":
        return unit.family
    if gazetteer().get(place_id) is None:
        raise TppoError(f"Unknown place {place_id!r}.", "`tppo places search NAME` lists ids.")
    if unit.place_slot == "parent":
        place_id = _level(unit, place_id)
        return f"{unit.family}:{place_id}"
    return fill(unit, place_id) or f"{unit.family}:{place_id}"


def _level(unit: UnitType, place_id: str) -> str:
    kinds = KINDS.get(slot_of(unit), ())
    return next((place.id for place in area_and_above(place_id) if place.kind in kinds), place_id)


@cache
def _names() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    rows = read_table("agency_names.tsv", NAME_COLUMNS)
    return {row["agency"]: (row["name"], row.many("aliases")) for row in rows}


@cache
def named_agencies() -> Mapping[str, str]:
    """Agency ids by names that do not follow from kind and place: "Polda Metro Jaya"."""
    return {surface: agency for agency, (name, aliases) in _names().items() for surface in (name, *aliases)}


@cache
def _police() -> Mapping[str, str]:
    """Kind of the regency police (polresta, polrestabes, polres_metro) where it is not a Polres, by place."""
    return {row["place"]: row["unit"] for row in read_table("police_units.tsv", POLICE_COLUMNS)}


def agency_name(unit_id: str, place_id: str | None = None) -> str:
    """The name as the press writes it: "Polres Tarakan", "Satreskrim Polres Tarakan".

    A regency's Polres has the bare name and the city's "Kota" where both exist ("Polres Blitar", "Polres
    Blitar Kota"); other agencies say "Kabupaten" or "Kota" then. Raises as `agency_id`.
    """
    identity = agency_id(unit_id, place_id)
    return name_of(identity) or unit_type(unit_id).abbr


def name_of(identity: str) -> str | None:
    """The name of the agency with this id; None if the id is not one of kind and place."""
    if identity in _names():
        return _names()[identity][0]
    known = split_id(identity)
    if known is None:
        return None
    unit, place_id = known
    above = parent_id(identity)
    is_police_staff = unit.place_slot == "none" and unit.root == "Polri"
    if above is not None and (unit.place_slot == "parent" or is_police_staff):
        return f"{unit.abbr} {name_of(above)}"
    place = gazetteer().get(place_id) if place_id else None
    return _shown(unit) if place is None else _with_place(unit, place)


def successors(identity: str) -> tuple[str, ...]:
    """The names of the agencies that took over when one with this id ended: KemenP2MI of BP2MI. Where each has its
    place or number, the successor has the same.
    """
    known = split_id(identity)
    if known is None:
        return ()
    unit, rest = known[0], identity.partition(":")[2]
    names = (name_of(f"{kind}:{rest}" if rest else kind) for kind in unit.succeeded_by)
    return tuple(name for name in names if name is not None)


def _shown(unit: UnitType) -> str:
    """The abbreviation, unless it means something else more often: "Pengadilan Tinggi", not "PT"."""
    return unit.full_name if unit.abbr in unit.unsafe else unit.abbr


def _with_place(unit: UnitType, place: Place) -> str:
    if unit.id == "pemda":
        return f"{GOVERNMENTS.get(place.kind, ('Pemda', ''))[0]} {_bare(place)}"
    if unit.id == "polres":
        kind = unit_type(_police().get(place.id, "polres"))
        city = place.kind == "city" and _twin(place) and kind.id != "polrestabes"
        return f"{kind.abbr} {_bare(place)}" + (" Kota" if city else "")
    if unit.place_slot in ("kabkota", "daerah") and _twin(place):
        return f"{_shown(unit)} {'Kota' if place.kind == 'city' else 'Kabupaten'} {_bare(place)}"
    return f"{_shown(unit)} {_bare(place)}"


def _bare(place: Place) -> str:
    name = place.name
    for kind in ("Kabupaten ", "Kota ") if place.kind in ("regency", "city") else ():
        name = name.removeprefix(kind)
    return name


def _twin(place: Place) -> bool:
    """Whether a regency and a city share the place's bare name."""
    same = {other.kind for other in gazetteer().find(_bare(place))}
    return place.kind in ("regency", "city") and {"regency", "city"} <= same


def full_name(unit_id: str, place_id: str | None = None) -> str:
    """The name written out: "Kepolisian Resor Tarakan", "Staf Utama Operasi Polri". Raises as `agency_id`."""
    identity = agency_id(unit_id, place_id)
    unit, _, area = identity.partition(":")
    place = gazetteer().get(area) if area else None
    if place is None:
        return unit_type(unit).full_name
    if unit == "pemda":
        return f"{GOVERNMENTS.get(place.kind, ('', 'Pemerintah Daerah'))[1]} {_bare(place)}"
    kind = unit_type(_police().get(place.id, unit) if unit == "polres" else unit)
    short = agency_name(unit, area)
    return kind.full_name + short.removeprefix(kind.abbr) if short.startswith(kind.abbr) else short


def agency_aliases(identity: str) -> tuple[str, ...]:
    """Other names of the agency: in full, with a short province name, by exception."""
    known = split_id(identity)
    if known is None:
        return ()
    unit, place_id = known
    name = name_of(identity)
    place = gazetteer().get(place_id) if place_id else None
    found = [full_name(unit.id, place_id)] if slot_of(unit) not in ("num", "num_name", "name") else []
    if place is None:
        found += [unit.abbr, *unit.variants] if slot_of(unit) == "none" else []
    elif unit.place_slot != "parent" and place.kind == "province":
        shorts = (alias for alias in place.aliases if " " not in alias)
        found += [f"{unit.abbr} {short}" for short in shorts]
    found += _names().get(identity, ("", ()))[1]
    return tuple(dict.fromkeys(alias for alias in found if alias != name))


def places_for(unit_id: str, name: str) -> tuple[Place, ...]:
    """The places that the name after a unit may mean, the likeliest first; () if none fits its slot.

    "Polres Malang" is the regency's, "Polresta Malang Kota" the city's, "Kejari Malang" the city's first;
    "Polda Jambi" is the province's. Raises UnknownUnit.
    """
    unit = unit_type(unit_id)
    if slot_of(unit) == "spot":
        return gazetteer().find(name)
    kinds = KINDS.get(slot_of(unit), ())
    if kinds in (("district",), ("village",)):
        return gazetteer().districts(name) if kinds == ("district",) else gazetteer().villages(name)
    found = [place for place in gazetteer().find(name) if place.kind in kinds]
    if unit.family != "polres":
        return tuple(found)
    if not found and name.endswith(" Kota"):
        return tuple(p for p in gazetteer().find(name.removesuffix(" Kota")) if p.kind == "city")
    of_kind = [place for place in found if unit.id in ("polres", _police().get(place.id, "polres"))]
    return tuple(sorted(of_kind or found, key=lambda place: place.kind != "regency"))
