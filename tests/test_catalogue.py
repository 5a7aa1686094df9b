"""The loader of saved queries: what it accepts, and what it refuses with which words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.schema import load_schema
from queries.catalogue import Catalogue, load_catalogue
from queries.cypher import shape_of
from queries.model import QueryError

GOOD = """\
// id: ships
// title: Ships
// question: Which ships does this incident name?
// pertanyaan: Kapal mana yang disebut?
// parameters:
//   incident: {type: text, description: Name of the incident}
//   kind: {type: choice, choices: [ship, car], default: ship, description: Kind of vessel}
// columns:
//   ship: Name of the ship
//   near: {nearby}
// picture: table
// since: 0.1.0

MATCH (i:Incident)-[:USED]->(v:Vessel)
WHERE i.name = $incident AND v.kind = $kind
RETURN v.name AS ship, v.id AS near
ORDER BY ship, near
""".replace("{nearby}", "Its id")


def load(folder: Path, text: str, name: str = "ships.cypher") -> Catalogue:
    """The catalogue of a folder with one file of this text."""
    (folder / name).write_text(text, encoding="utf-8")
    return load_catalogue([folder])


def refusal(folder: Path, text: str) -> QueryError:
    """The error with which a file of this text is refused."""
    with pytest.raises(QueryError) as caught:
        load(folder, text)
    assert "ships.cypher" in str(caught.value)
    assert caught.value.cure != ""
    return caught.value


def test_built_in_queries_cover_the_topics() -> None:
    """Every topic has questions, and the topic of a question is the folder of its file."""
    catalogue = load_catalogue()
    topics = {catalogue.get(name).topic for name in catalogue.names()}
    assert topics == {
        "agencies", "incidents", "law", "paths", "people", "places", "routes", "sources", "suspects", "time", "vessels"
    }  # fmt: skip
    assert catalogue.get("routes").topic == "routes"


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    """Header and Cypher of a file become a saved query, in the declared order."""
    query = load(tmp_path, GOOD).get("ships")
    assert (query.id, query.title, query.picture, query.since) == ("ships", "Ships", "table", "0.1.0")
    assert query.question == "Which ships does this incident name?"
    assert query.pertanyaan == "Kapal mana yang disebut?"
    assert list(query.parameters) == ["incident", "kind"]
    assert (query.parameters["incident"].required, query.parameters["kind"].required) == (True, False)
    assert (query.parameters["kind"].default, query.parameters["kind"].choices) == ("ship", ("ship", "car"))
    assert query.columns == {"ship": "Name of the ship", "near": "Its id"}
    assert query.cypher.startswith("MATCH (i:Incident)")
    assert str(tmp_path / "ships.cypher") == query.path


def test_an_unknown_name_is_answered_with_near_names() -> None:
    """A name with a slip gets the right one as hint; the error has exit code 6."""
    with pytest.raises(QueryError) as caught:
        load_catalogue().get("Officials of agencey")
    assert str(caught.value) == "There is no saved query 'Officials of agencey'."
    assert "Did you mean officials-of-agency or" in caught.value.cure
    assert caught.value.exit_code == 6


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("// title: Ships", "// titel: Ships", "unknown key 'titel'"),
        ("// since: 0.1.0\n", "", "lacks since"),
        ("// since: 0.1.0", "// since: 0.1", "not a text"),
        ("// picture: table", "// picture: poster", "no picture 'poster'"),
        ("// id: ships", "// id: boats", "not its file name"),
        ("type: text, ", "type: name, ", "no known type"),
        ("type: text, ", "type: text, choices: [a], ", "no known type"),
        ("choices: [ship, car], ", "", "no known type"),
        ("default: ship", "default: plane", "the default of kind is 'plane'"),
        ("type: text, ", "typ: text, ", "unknown key 'typ'"),
        ("description: Name of the incident", "default: x", "description of incident is None"),
        ("//   incident: {", "//   limit: {", "the parameter limit"),
        ("//   incident: {", "//   In-cident: {", "parameters are not"),
        ("//   near: Its id\n", "", "it returns ship, near"),
        ("//   near: Its id", "//   near:", "the column near is None"),
        ("//   near: Its id", "//   far: Its id", "it returns ship, near"),
        ("// title: Ships", "// title: [Ships", "not YAML"),
        ("// title: Ships", "// title: 2025-13-45", "not YAML"),
        ("= $kind", "= $sort", "uses $sort without declaring it"),
        ("i.name = $incident AND ", "", "declares incident and never uses it"),
        ("v.kind = $kind", "v.kind = 'perahu' AND v.kind = $kind", "the value 'perahu'"),
        ("v.kind = $kind", "size(left(v.name, 4)) > 4 AND v.kind = $kind", "the value 4"),
        ("choices: [ship, car]", "choices: [ship], choices_from: x", "no known type"),
        ("choices: [ship, car]", "choices_from: MATCH (v) DELETE v", "it uses DELETE"),
        (
            "choices: [ship, car]",
            "choices_from: MATCH (v) RETURN v.id AS x ORDER BY x",
            "no query of one column",
        ),
        ("v.kind = $kind", "v.length > 12 AND v.kind = $kind", "the value 12"),
        ("v.kind = $kind", 'v.kind = "mobil" AND v.kind = $kind', 'the value "mobil"'),
        ("v.kind = $kind", "v.kind = 'open", "cannot be read"),
        ("ORDER BY ship, near", "", "no order"),
        ("ORDER BY ship, near", "ORDER BY ship, near LIMIT 1", "limits its own rows"),
        ("v.name AS ship", "v.name", "without a name"),
        ("v.name AS ship, v.id AS near", "*", "without a name"),
        ("RETURN v.name AS ship, v.id AS near\nORDER BY ship, near", "", "no RETURN"),
        ("RETURN v", ";RETURN v", "semicolon"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Each fault of a header or of its query is an error that names file, fault and cure."""
    assert old in GOOD
    assert words in str(refusal(tmp_path, GOOD.replace(old, new, 1)))


@pytest.mark.parametrize(
    "clause",
    [
        "CREATE (x:Vessel)",
        "merge (x:Vessel)",
        "SET v.name = $kind",
        "DELETE v",
        "DETACH DELETE v",
        "REMOVE v.name",
        "FOREACH (x IN [0] | SET v.name = $kind)",
        "LOAD CSV FROM $kind AS line",
        "CALL db.labels() YIELD label",
        "CALL { MATCH (n) DELETE n }",
        "CALL { MATCH (n) RETURN n } IN TRANSACTIONS",
        "CALL { CALL db.labels() YIELD label RETURN label }",
        "CALL (v) { RETURN v AS other }",
        "WITH v, apoc.text.join([], $kind) AS x",
        "WITH v, date($kind) AS x",
        "WITH v, elementId(v) AS x",
        "WITH v, rand() AS x",
        "UNION MATCH (x)",
        "USE $kind",
        "/* harmless */ SET/**/v.name = $kind",
    ],
)
def test_what_writes_or_differs_between_stores_is_refused(tmp_path: Path, clause: str) -> None:
    """A query that would write, leave the case's graph or be answered differently by a store is refused."""
    error = refusal(tmp_path, GOOD.replace("RETURN v", f"{clause}\nRETURN v"))
    assert re.search(r"it (uses|calls) ", str(error))


@pytest.mark.parametrize(
    "condition",
    [
        "v.set = $kind",
        "v.name <> 'read'",
        "coalesce(v.name, '') + '~' > $kind",
        "size(v.aliases) > 0 // DELETE 12 'and more'",
        "EXISTS { MATCH (v)<-[:USED*0..8]-(x) RETURN x LIMIT 1 }",
        "EXISTS { (v)-[:USED*..4]-(x) }",
        "EXISTS { (v)-[:USED*2..]-(x) }",
        "left(v.first_reported, 4) <> substring(v.name, 5, 2)",
        "v.kind <> 'speedboat'",
    ],
)
def test_structure_is_no_literal(tmp_path: Path, condition: str) -> None:
    """Property names, punctuation, 0 and 1, bounds of patterns, words of origin and comments are free."""
    text = GOOD.replace("v.kind = $kind", f"v.kind = $kind AND {condition}")
    assert load(tmp_path, text).names() == ("ships",)


def test_every_built_in_query_shows_its_evidence() -> None:
    """A sentence stands with its publisher, day and article; an answer that only counts has the ids of what it counts."""
    for name in load_catalogue().names():
        columns = load_catalogue().get(name).columns
        if "sentence" in columns:
            assert {"publisher", "published_on", "article_id"} <= set(columns), name
        else:
            assert any(column.endswith(("_id", "_ids")) for column in columns), name


def test_the_kinds_to_choose_are_those_of_the_schema() -> None:
    """The choices of a kind of incident are the schema's, in its order."""
    expected = load_schema().nodes["Incident"].properties["kind"].choices
    assert expected == load_catalogue().get("incidents-by-place").parameters["kind"].choices


def test_columns_are_found_behind_inner_returns() -> None:
    """Commas and RETURN inside brackets belong to no column."""
    shape = shape_of(
        "MATCH (n) RETURN DISTINCT n.a AS a, [x IN [0, 1] | {b: x, c: $p}] AS list, n ORDER BY a"
    )
    assert shape.columns == ("a", "list", "n")
    assert frozenset({"p"}) == shape.parameters


def test_a_folder_of_ones_own_is_added(tmp_path: Path) -> None:
    """Folders are joined, other files ignored; a name that is there twice is refused with both places."""
    (tmp_path / "notes.txt").write_text("not a query", encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    load(tmp_path, GOOD)
    assert load_catalogue([own, tmp_path]).names() == ("ships",)
    (own / "ships.cypher").write_text(GOOD, encoding="utf-8")
    with pytest.raises(QueryError, match=r"there is already a query 'ships' in .*own"):
        load_catalogue([own, tmp_path])


def test_what_cannot_be_read_is_an_error_with_a_cure(tmp_path: Path) -> None:
    """A missing folder, and a file that is not UTF-8, are named."""
    with pytest.raises(QueryError, match=r"nowhere cannot be read"):
        load_catalogue([tmp_path / "nowhere"])
    (tmp_path / "ships.cypher").write_bytes(b"// id: \xff\xfe")
    with pytest.raises(QueryError, match=r"ships\.cypher: cannot be read as UTF-8"):
        load_catalogue([tmp_path])


@pytest.mark.parametrize("text", ["", "// id: ships\n", "MATCH (n) RETURN n ORDER BY n"])
def test_a_file_needs_header_and_query(tmp_path: Path, text: str) -> None:
    """An empty file, a header alone and Cypher alone are refused."""
    assert "no header, or no Cypher" in str(refusal(tmp_path, text))


def test_importing_the_room_loads_neither_driver_nor_yaml() -> None:
    """The command line can import catalogue and runner without paying for the driver and the YAML reader."""
    code = "import sys, queries.catalogue, queries.runner; print({'neo4j', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_the_example_of_the_docs_is_a_saved_query(tmp_path: Path) -> None:
    """The query that docs/queries.md teaches with is accepted by the loader as it stands there."""
    page = (Path(__file__).parent.parent / "docs" / "queries.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```text\n(// id: .*?)```", page, re.DOTALL)
    assert [load(tmp_path, text, "ships-of-incident.cypher").names() for text in blocks] == [
        ("ships-of-incident",)
    ]
