"""Every lexicon table is in its form, and what it refers to exists."""

import re
from importlib import resources

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.reference import agencies, hierarchy, jurisdiction, place_tables, units
from graph.reference.data import make_places
from graph.reference.places import gazetteer
from graph.reference.tables import Row, TableError, data_file, parse_table, read_table

TABLES = {
    "agency_names.tsv": agencies.NAME_COLUMNS,
    "coverage.tsv": jurisdiction.COVERAGE_COLUMNS,
    "foreign.tsv": place_tables.FOREIGN_COLUMNS,
    "foreign_names.tsv": make_places.NAME_COLUMNS,
    "geonames_admin1.tsv": place_tables.ADMIN1_COLUMNS,
    "place_cues.tsv": place_tables.CUE_COLUMNS,
    "places.tsv": place_tables.PLACE_COLUMNS,
    "police_units.tsv": agencies.POLICE_COLUMNS,
    "ports.tsv": place_tables.PORT_COLUMNS,
    "rank_suffixes.tsv": units.SUFFIX_COLUMNS,
    "ranks.tsv": units.RANK_COLUMNS,
    "region_aliases.tsv": place_tables.ALIAS_COLUMNS,
    "seats.tsv": make_places.SEAT_COLUMNS,
    "spelling_rules.tsv": place_tables.RULE_COLUMNS,
    "title_modifiers.tsv": units.MODIFIER_COLUMNS,
    "titles.tsv": units.TITLE_COLUMNS,
    "unit_types.tsv": units.UNIT_COLUMNS,
    "waters.tsv": place_tables.PORT_COLUMNS,
}
LISTS = ("variants", "place_variants", "unsafe", "aliases", "seats", "usual_rank")
NUMBERS = ("latitude", "longitude", "uncertainty_km", "geonames_id", "order")
KEYS = {
    "agency_names.tsv": ("agency",),
    "coverage.tsv": ("agency", "place"),
    "foreign_names.tsv": ("country", "english", "geonames_id"),
    "geonames_admin1.tsv": ("country", "admin1"),
    "place_cues.tsv": ("surface",),
    "police_units.tsv": ("place",),
    "rank_suffixes.tsv": ("service", "suffix"),
    "ranks.tsv": ("service", "order"),
    "region_aliases.tsv": ("alias",),
    "spelling_rules.tsv": ("short",),
    "title_modifiers.tsv": ("form",),
    "titles.tsv": ("title",),
}
CELL = st.text(st.characters(exclude_characters='\t\n"', exclude_categories=("Cs",)), max_size=12).filter(
    lambda cell: cell == cell.strip()
)


def rows(name: str) -> tuple[Row, ...]:
    return read_table(name, TABLES[name])


def test_every_table_in_the_folder_is_in_its_form():
    """Any table of graph/reference/data, also one that no test here names, has whole rows without stray blanks."""
    for entry in data_file(".").iterdir():
        if entry.name.endswith(".tsv"):
            text = entry.read_text("utf-8")
            header = tuple(text.partition("\n")[0].split("\t"))
            assert text.endswith("\n")
            assert parse_table(entry.name, text, TABLES.get(entry.name, header))


@pytest.mark.parametrize("name", TABLES)
def test_cells_of_every_table_are_of_their_kind(name):
    """Lists have no empty or doubled part, numbers are numbers, and yes-cells say yes or nothing."""
    for row in rows(name):
        for column in TABLES[name]:
            if column in LISTS:
                row.many(column)
            if column in NUMBERS:
                row.number(column)
            if column in ("cue", "implies"):
                row.yes(column)


@pytest.mark.parametrize("name", TABLES)
def test_keys_are_unique(name):
    """No table says one thing twice."""
    columns = KEYS.get(name, TABLES[name][:1])
    keys = [tuple(row[column] for column in columns) for row in rows(name)]
    assert sorted(set(keys)) == sorted(keys)


def test_ids_of_places_are_unique_over_all_tables():
    """A place stands in one table only."""
    ids = [row["code"] for row in rows("places.tsv")]
    ids += [row["id"] for name in ("foreign.tsv", "ports.tsv", "waters.tsv") for row in rows(name)]
    assert sorted(set(ids)) == sorted(ids)


def test_every_place_referred_to_exists():
    """Parents, areas, aliases, coverage, police and named agencies point to known places."""
    wanted = {row["parent"] for row in rows("foreign.tsv")} | {row["place"] for row in rows("coverage.tsv")}
    wanted |= {row["area"] for name in ("ports.tsv", "waters.tsv") for row in rows(name)}
    wanted |= {row["place"] for name in ("region_aliases.tsv", "police_units.tsv") for row in rows(name)}
    wanted |= {row["place"] for row in rows("geonames_admin1.tsv")}
    wanted |= {
        row["agency"].partition(":")[2] for name in ("agency_names.tsv", "coverage.tsv") for row in rows(name)
    }
    unknown = {place for place in wanted if place and gazetteer().get(place) is None}
    assert set() == unknown


def test_every_unit_referred_to_exists():
    """Parents, families, and the units of titles, police and named agencies are rows of the unit table."""
    wanted = {unit.parent for unit in units.unit_types()} | {unit.family for unit in units.unit_types()}
    wanted |= {title.unit for title in units.titles()} | {row["unit"] for row in rows("police_units.tsv")}
    wanted |= {
        row["agency"].partition(":")[0] for name in ("agency_names.tsv", "coverage.tsv") for row in rows(name)
    }
    unknown = {unit for unit in wanted if unit and units.known_unit(unit) is None}
    assert set() == unknown


def test_parents_of_units_lead_to_a_root():
    """Going up from a kind of unit never comes back to it."""
    for unit in units.unit_types():
        seen = []
        while unit.parent is not None:
            seen.append(unit.id)
            unit = units.unit_type(unit.parent)
            assert unit.id not in seen


def test_slots_and_dates_of_units_are_of_their_form():
    """Place slots are the documented ones; validity is a partial ISO date."""
    assert set() == {unit.place_slot for unit in units.unit_types()} - set(units.SLOTS)
    dates = [date for unit in units.unit_types() for date in (unit.valid_from, unit.valid_to) if date]
    assert [date for date in dates if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date)] == []


def test_who_took_over_is_known_and_began_when_the_other_ended():
    """Kinds that took over the work of another are in the table, and no successor began years after the end."""
    ended = [unit for unit in units.unit_types() if unit.succeeded_by]
    assert len(ended) >= 6
    for unit in ended:
        assert unit.valid_to
        for successor in map(units.unit_type, unit.succeeded_by):
            assert (successor.valid_from or unit.valid_to)[:4] == unit.valid_to[:4]


def test_a_form_names_one_kind_of_unit():
    """No safe surface of a kind of unit, written in any capitals, belongs to two."""
    pairs = {(surface.casefold(), unit.id) for unit in units.unit_types() for surface in unit.surfaces}
    assert len({surface for surface, _ in pairs}) == len(pairs)


def test_a_form_names_one_title():
    """No form of a title in the table belongs to two titles."""
    pairs = {
        (surface.casefold(), row["title"])
        for row in rows("titles.tsv")
        for surface in (row["title"], *row.many("variants"))
    }
    assert len({surface for surface, _ in pairs}) == len(pairs)


def test_ranks_count_from_the_lowest_without_a_gap():
    """Every service has 22 ranks in order."""
    for service in ("Polri", "TNI AD", "TNI AL", "TNI AU"):
        assert list(range(1, 23)) == [rank.order for rank in units.ranks() if rank.service == service]


def test_kinds_and_levels_are_those_of_the_schema():
    """Kinds of places and levels of agencies are choices of the schema of Location and Agency."""
    nodes = resources.files("graph").joinpath("schema", "nodes")
    location = yaml.safe_load(nodes.joinpath("location.yaml").read_text("utf-8"))
    agency = yaml.safe_load(nodes.joinpath("agency.yaml").read_text("utf-8"))
    kinds = {row["kind"] for name in ("foreign.tsv", "ports.tsv", "waters.tsv") for row in rows(name)}
    assert set() == kinds - set(location["properties"]["kind"]["choices"])
    assert set() == set(hierarchy.LEVELS.values()) - set(agency["properties"]["level"]["choices"])


def test_coordinates_lie_on_earth_and_say_how_far_they_may_be_wrong():
    """Latitude and longitude are in range; a point always comes with its uncertainty and source."""
    for name in ("places.tsv", "foreign.tsv", "ports.tsv", "waters.tsv"):
        for row in rows(name):
            latitude, longitude = row.number("latitude"), row.number("longitude")
            if latitude is None or longitude is None:
                assert (latitude, longitude, row["source"]) == (None, None, ""), row.where
                continue
            assert -90 <= latitude <= 90 and -180 <= longitude <= 180, row.where
            assert (row.number("uncertainty_km") or 0) > 0 and row["source"], row.where


@given(st.lists(st.tuples(CELL, CELL), max_size=5))
def test_a_table_is_read_as_it_was_written(cells):
    """Reading gives back every cell."""
    text = "\n".join(["a\tb", *("\t".join(row) for row in cells)]) + "\n"
    read = parse_table("x.tsv", text, ("a", "b"))
    assert cells == [(row["a"], row["b"]) for row in read]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\tc\n", "x.tsv:1: the header is"),
        ("a\tb\n1\t2\n1\n", "x.tsv:3: 1 cells, expected 2"),
        ("a\tb\n1\t2 \n", "x.tsv:2: stray blank or quote in b '2 '"),
        ('a\tb\n"1"\t2\n', "x.tsv:2: stray blank or quote in a"),
        ("a\tb\n1\t2\n\n", "x.tsv:3: 1 cells, expected 2"),
    ],
)
def test_a_slip_is_named_with_file_and_line(text, message):
    """Moved columns, lost cells, stray blanks and blank lines are errors that say where."""
    with pytest.raises(TableError) as caught:
        parse_table("x.tsv", text, ("a", "b"))
    assert str(caught.value).startswith(message)
    assert caught.value.cure


@pytest.mark.parametrize(
    ("read", "cell"), [("many", "a;;b"), ("many", "a;a"), ("number", "3,5"), ("yes", "no")]
)
def test_a_cell_of_another_kind_is_an_error(read, cell):
    """A list with an empty part, a number with a comma and a yes-cell with "no" name file and line."""
    row = Row("x.tsv:7", {"a": cell})
    with pytest.raises(TableError, match=r"^x\.tsv:7: "):
        getattr(row, read)("a")
