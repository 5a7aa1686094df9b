"""The official order of agencies and places, from codes and lexicons; never counted as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.model import StoredValue
from graph.reference.agencies import agency_aliases, full_name, name_of, successors
from graph.reference.jurisdiction import area_of, parent_id, split_id
from graph.reference.laws import validity
from graph.reference.places import Gazetteer, gazetteer

RULE_PART_OF = "official:unit-types"
RULE_COVERS = "official:unit-types"
LEVELS: Mapping[str, str] = {
    "province": "province",
    "regency": "regency",
    "city": "regency",
    "district": "district",
    "village": "village",
}


def parents_of_agency(agency_id: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of every agency above, the nearest first; () for the highest and for an unknown one.

    Polres Tarakan has Polda Kalimantan Utara and Polri.
    """
    found: list[tuple[str, str]] = []
    above = parent_id(agency_id)
    while above is not None:
        found.append((above, name_of(above) or above))
        above = parent_id(above)
    return tuple(found)


def covers(agency_id: str) -> tuple[str, ...]:
    """Ids of the places that are the agency's area of work; () where none is known."""
    return area_of(agency_id)


def within(place_id: str) -> str | None:
    """Id of the next larger place (65.71 is in 65); None for a country or an unknown place."""
    place = gazetteer().get(place_id)
    return None if place is None else place.parent


def rule_of_place(place_id: str) -> str:
    """Name of the rule that says what the place lies in: "official:kemendagri" for a code."""
    prefix = place_id.partition(":")[0]
    return {"geonames": "official:geonames", "port": "official:ports", "place": "official:ports"}.get(
        prefix, "official:kemendagri"
    )


def level_of(agency_id: str) -> str | None:
    """An agency's level as the schema has it (national, regency, foreign); None if not known."""
    known = split_id(agency_id)
    if known is None:
        return None
    unit, place_id = known
    if place_id is None:
        return "foreign" if unit.root == "Malaysia" else "national" if unit.place_slot == "none" else None
    place = gazetteer().get(place_id)
    return None if place is None else LEVELS.get(place.kind, "foreign")


@dataclass(frozen=True, slots=True)
class OfficialHierarchy:
    """The hierarchy as one value, with a gazetteer that may have further coordinates."""

    places: Gazetteer

    def parents_of_agency(self, agency_id: str) -> tuple[tuple[str, str], ...]:
        """See the function of this name."""
        return parents_of_agency(agency_id)

    def covers(self, agency_id: str) -> tuple[str, ...]:
        """See the function of this name."""
        return covers(agency_id)

    def within(self, place_id: str) -> str | None:
        """See the function of this name."""
        return within(place_id)

    def facts(self, label: str, node_id: str) -> Mapping[str, StoredValue]:
        """`name`, `aliases` and schema properties of a Location or Agency, validity of a Law; empty for another."""
        if label == "Location":
            return self._place(node_id)
        if label == "Law":
            return validity(node_id)
        return _agency(node_id) if label == "Agency" else {}

    def _place(self, place_id: str) -> Mapping[str, StoredValue]:
        place = self.places.get(place_id)
        if place is None:
            return {}
        return _present(
            name=place.name,
            aliases=list(place.aliases),
            kind=place.kind,
            code=place.code,
            latitude=place.latitude,
            longitude=place.longitude,
            uncertainty_km=place.uncertainty_km,
            coordinate_source=place.source,
        )


def _agency(agency_id: str) -> Mapping[str, StoredValue]:
    known, name = split_id(agency_id), name_of(agency_id)
    if known is None or name is None:
        return {}
    unit, place_id = known
    return _present(
        name=name,
        aliases=list(agency_aliases(agency_id)),
        full_name=full_name(unit.id, place_id)
        if unit.place_slot not in ("num", "num_name", "name")
        else None,
        abbreviation=unit.abbr,
        unit_type=unit.id,
        root=unit.root,
        level=level_of(agency_id),
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        succeeded_by=list(successors(agency_id)) or None,
    )


def _present(**values: StoredValue | None) -> Mapping[str, StoredValue]:
    return {name: value for name, value in values.items() if value is not None}


@cache
def hierarchy() -> OfficialHierarchy:
    """The official hierarchy with the shipped gazetteer."""
    return OfficialHierarchy(gazetteer())
