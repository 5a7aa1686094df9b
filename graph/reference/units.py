"""The lexicons of agencies and offices: kinds of unit, titles, ranks. One row is one value here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.model import TppoError
from graph.reference.tables import read_table

UNIT_COLUMNS = (
    "id", "abbr", "variants", "place_variants", "unsafe", "full_name", "english", "parent", "root",
    "place_slot", "head_title", "valid_from", "valid_to", "succeeded_by", "family", "note",
)  # fmt: skip
TITLE_COLUMNS = ("title", "variants", "expansion", "unit", "implies", "usual_rank")
MODIFIER_COLUMNS = ("form", "variants", "meaning", "effect", "attaches")
RANK_COLUMNS = ("service", "order", "group", "rank", "abbr", "variants")
SUFFIX_COLUMNS = ("service", "suffix")

SLOTS: Mapping[str, str] = {
    "none": "one agency in the country",
    "parent": "a sub-unit: it has the place of the unit it belongs to",
    "prov": "a province",
    "kabkota": "a regency or city, which is its area",
    "daerah": "a province, regency or city, which is its area",
    "kec": "a district, which is its area",
    "desa": "a village",
    "city": "the town where it sits; its area is not known from it",
    "spot": "the place where it sits, however small; its area is not known from it",
    "num": "a number",
    "num_name": "a number and a name",
    "name": "a name of its own",
}
"""What fills the place slot of a kind of unit."""


@dataclass(frozen=True, slots=True)
class UnitType:
    """A kind of agency: Polres, BP3MI, KemenP2MI.

    `variants` name it by themselves, `place_variants` only with a place after them ("Imigrasi Nunukan");
    `unsafe` are forms that mean something else more often ("PT"). `parent` is the id of the kind it is a
    unit of, `root` the institution; `place_slot` is a key of `SLOTS`. `family` is the kind whose identity it
    shares: a Polres made a Polresta stays the same agency. Validity is a partial ISO date or None;
    `succeeded_by` are the ids of the kinds that took over its work.
    """

    id: str
    abbr: str
    variants: tuple[str, ...]
    place_variants: tuple[str, ...]
    unsafe: tuple[str, ...]
    full_name: str
    english: str
    parent: str | None
    root: str
    place_slot: str
    head_title: str | None
    valid_from: str | None
    valid_to: str | None
    succeeded_by: tuple[str, ...]
    family: str

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form that is safe to match in text by itself."""
        forms = dict.fromkeys((self.abbr, *self.variants, self.full_name))
        return tuple(form for form in forms if form and form not in self.unsafe)


@dataclass(frozen=True, slots=True)
class Title:
    """An office: "Kapolres". `unit` is the kind of agency it belongs to, or None where any may have it.

    `implies` says that the title and a place name the agency ("Kapolres Tarakan" is of Polres Tarakan).
    """

    title: str
    variants: tuple[str, ...]
    expansion: str
    unit: str | None
    implies: bool
    usual_ranks: tuple[str, ...]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The title, its variants and, where it has two words or more, its expansion."""
        expansion = (self.expansion,) if " " in self.expansion else ()
        return tuple(dict.fromkeys((self.title, *self.variants, *expansion)))


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word or prefix that changes a title: "Plt" is acting.

    `effect` is acting, deputy, head, staff, former or deceased.
    """

    form: str
    variants: tuple[str, ...]
    meaning: str
    effect: str
    is_prefix: bool


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of a service (Polri, TNI AD, TNI AL, TNI AU); `order` counts from 1, the lowest."""

    service: str
    order: int
    group: str
    rank: str
    abbr: str
    variants: tuple[str, ...]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Short form, variants and the rank in full."""
        return tuple(dict.fromkeys((self.abbr, *self.variants, self.rank)))


class UnknownUnit(TppoError):
    """No kind of agency has this id."""


@cache
def _units() -> Mapping[str, UnitType]:
    units = {}
    for row in read_table("unit_types.tsv", UNIT_COLUMNS):
        units[row["id"]] = UnitType(
            row["id"], row["abbr"], row.many("variants"), row.many("place_variants"), row.many("unsafe"),
            row["full_name"], row["english"], row["parent"] or None, row["root"], row["place_slot"],
            row["head_title"] or None, row["valid_from"] or None, row["valid_to"] or None,
            row.many("succeeded_by"), row["family"] or row["id"],
        )  # fmt: skip
    return units


def unit_types() -> tuple[UnitType, ...]:
    """All kinds of agency, in the order of the table."""
    return tuple(_units().values())


def unit_type(unit_id: str) -> UnitType:
    """The kind of agency with this id. Raises UnknownUnit."""
    unit = _units().get(unit_id)
    if unit is None:
        raise UnknownUnit(
            f"Unknown kind of agency {unit_id!r}.", "The ids stand in graph/reference/data/unit_types.tsv."
        )
    return unit


def known_unit(unit_id: str) -> UnitType | None:
    """The kind of agency with this id, or None."""
    return _units().get(unit_id)


def is_single(unit_id: str) -> bool:
    """Whether there is one agency of the kind in the country (a ministry, Polri). Raises UnknownUnit."""
    return unit_type(unit_id).place_slot == "none"


@cache
def titles() -> tuple[Title, ...]:
    """All offices: the table of titles, then the heads named in the table of units."""
    found = {
        row["title"]: Title(
            row["title"], row.many("variants"), row["expansion"], row["unit"] or None,
            row.yes("implies"), row.many("usual_rank"),
        )
        for row in read_table("titles.tsv", TITLE_COLUMNS)
    }  # fmt: skip
    known = {surface for title in found.values() for surface in title.surfaces}
    for unit in unit_types():
        for head in (unit.head_title or "").split("/"):
            if head and head not in known and unit.family == unit.id:
                known.add(head)
                found[head] = Title(head, (), head, unit.id, True, ())
    return tuple(found.values())


@cache
def _titles_by_surface() -> Mapping[str, Title]:
    found: dict[str, Title] = {}
    for office in titles():
        found[office.title.casefold()] = office
    for office in titles():
        for surface in office.surfaces:
            found.setdefault(surface.casefold(), office)
    return found


def find_title(text: str) -> Title | None:
    """The office written so, in any of its forms and without regard to capitals; None if there is none."""
    return _titles_by_surface().get(text.casefold())


def title(name: str) -> Title:
    """The office of this exact title. Raises TppoError."""
    found = find_title(name)
    if found is None or found.title != name:
        raise TppoError(f"Unknown title {name!r}.", "The titles stand in graph/reference/data/titles.tsv.")
    return found


@cache
def modifiers() -> tuple[Modifier, ...]:
    """Words and prefixes that change a title."""
    rows = read_table("title_modifiers.tsv", MODIFIER_COLUMNS)
    return tuple(
        Modifier(r["form"], r.many("variants"), r["meaning"], r["effect"], r["attaches"] == "prefix")
        for r in rows
    )


@cache
def ranks() -> tuple[Rank, ...]:
    """All ranks by service, the lowest first."""
    rows = read_table("ranks.tsv", RANK_COLUMNS)
    return tuple(
        Rank(r["service"], int(r["order"]), r["group"], r["rank"], r["abbr"], r.many("variants"))
        for r in rows
    )


@cache
def rank_suffixes() -> tuple[tuple[str, str], ...]:
    """(service, suffix) of the corps and retirement marks between rank and name: ("TNI AL", "Laut (P)")."""
    return tuple((row["service"], row["suffix"]) for row in read_table("rank_suffixes.tsv", SUFFIX_COLUMNS))
