"""Answers on the command line: forms, files, sentences, questions of one's own, Cypher, measures."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli import run
from openpyxl import load_workbook

from graph.store import Rows
from queries.evidence import Said
from tppo.formats import give, harmless, markdown, written

ROWS = Rows(
    ("name", "count", "tags", "said"),
    (
        ('=HYPERLINK("x")', 3, ["a", "b"], "<b>|x|</b>\nline"),
        ("Bagas", -2, [], None),
        ("+62 811", 1, ["c"], "-5"),
    ),
)
SAID = [[Said("Dia menangani kasus itu.", "Kurir", "2025-09-19", "article:1")], [], []]


def asked(case: Path, *words: str | Path) -> str:
    """What `tppo query run` prints."""
    outcome = run("query", "run", *words, "--case", case)
    assert outcome.code == 0, outcome.err
    return outcome.out


def test_csv_is_read_back_and_holds_no_formula() -> None:
    """Cells that a spreadsheet would run begin with an apostrophe; numbers stay numbers."""
    found = list(csv.reader(io.StringIO(written("x", ROWS, "csv").decode())))
    assert found[0] == list(ROWS.columns)
    assert found[1] == ['\'=HYPERLINK("x")', "3", "a; b", "<b>|x|</b>\nline"]
    assert found[2] == ["Bagas", "-2", "", ""]
    assert found[3][0] == "'+62 811"
    assert [harmless(text) for text in ("-5", "-5.5", "@x", "-x", "=1")] == [
        "-5",
        "-5.5",
        "'@x",
        "'-x",
        "'=1",
    ]


def test_json_keeps_types_and_evidence() -> None:
    """Lists stay lists; with evidence each row has its sentences."""
    found = json.loads(written("x", ROWS, "json", SAID))
    assert found[0]["tags"] == ["a", "b"]
    assert found[0]["evidence"][0]["sentence"] == "Dia menangani kasus itu."
    lines = written("x", ROWS, "jsonl").decode().splitlines()
    assert [json.loads(line)["count"] for line in lines] == [3, -2, 1]


def test_excel_holds_texts_and_numbers(tmp_path: Path) -> None:
    """Numbers are numbers, a formula is a text; the same answer gives the same bytes."""
    content = written("x", ROWS, "xlsx", SAID)
    assert content == written("x", ROWS, "xlsx", SAID)
    (tmp_path / "a.xlsx").write_bytes(content)
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[1]] == [*ROWS.columns, "evidence"]
    assert sheet["A2"].value == '=HYPERLINK("x")'
    assert sheet["A2"].data_type == "s"
    assert sheet["B3"].value == -2
    assert sheet["E2"].value == "“Dia menangani kasus itu.” (Kurir, 2025-09-19)"


def test_markdown_and_html_are_inert() -> None:
    """Pipes, tags and lines of a value break neither table nor page."""
    lines = written("x", ROWS, "md").decode().splitlines()
    assert len(lines) == 2 + len(ROWS.rows)
    assert markdown("a|b") == "a\\|b"
    page = written("<t>", ROWS, "html").decode()
    assert "<b>|x|" not in page
    assert "&lt;b&gt;|x|&lt;/b&gt;" in page
    assert "<title>&lt;t&gt;</title>" in page
    assert "default-src 'none'" in page


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The cure says what to give."""
    from tppo.formats import OutputError

    with pytest.raises(OutputError, match="cannot be written") as caught:
        give("x", ROWS, "csv", tmp_path / "none" / "a.csv")
    assert caught.value.cure == "Give another --out."
    with pytest.raises(OutputError, match="Excel file cannot be printed"):
        give("x", ROWS, "xlsx")


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "md", "html"])
def test_every_form_is_printed_and_written(demo_case: Path, tmp_path: Path, form: str) -> None:
    """The ending of the file gives the form; on the screen --format does."""
    printed = asked(demo_case, "routes", "--limit", "2", "--format", form)
    assert printed
    file = tmp_path / f"routes.{form}"
    assert asked(demo_case, "routes", "--limit", "2", "--out", file) == ""
    assert file.read_bytes().removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n") == printed.replace(
        "\r\n", "\n"
    )


def test_evidence_stands_under_the_table_and_in_json(demo_case: Path) -> None:
    """The sentences behind each row, with publisher and day."""
    shown = asked(demo_case, "hot-spots", "--limit", "1", "--evidence")
    (row,) = json.loads(asked(demo_case, "hot-spots", "--limit", "1", "--evidence", "--json"))
    assert row["evidence"]
    for said in row["evidence"]:
        assert said["sentence"] in shown
        assert said["publisher"]


def test_an_answer_is_drawn(demo_case: Path, tmp_path: Path) -> None:
    """`--picture` writes the network of what the rows name."""
    asked(demo_case, "agencies-together", "--picture", tmp_path / "p.html")
    assert "BP3MI" in (tmp_path / "p.html").read_text("utf-8")


def test_questions_are_listed_by_topic() -> None:
    """One topic, and the topics there are for a wrong one."""
    rows = json.loads(run("query", "list", "--topic", "Routes", "--json").out)
    assert {row["topic"] for row in rows} == {"routes"}
    assert {row["name"] for row in rows} >= {"routes", "harbour-pairs", "new-routes"}
    wrong = run("query", "list", "--topic", "ships")
    assert wrong.code == 6
    assert "Topics are agencies, incidents," in wrong.err


def test_a_question_of_ones_own_is_begun_checked_and_run(demo_case: Path, tmp_path: Path) -> None:
    """What `new` writes works as it stands; `check` names each fault; TPPO_QUERIES names the folder."""
    folder, env = tmp_path / "mine", {"TPPO_QUERIES": str(tmp_path / "mine")}
    made = run("query", "new", "scenes-of-kind", env=env)
    assert made.code == 0, made.err
    assert (folder / "scenes-of-kind.cypher").exists()
    assert run("query", "check", env=env).out == "1 in order, 0 with a fault.\n"
    outcome = run(
        "query", "run", "scenes-of-kind", "--kind", "rescue", "--json", "--case", demo_case, env=env
    )
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out)
    again = run("query", "new", "scenes-of-kind", env=env)
    assert (again.code, "already a question" in again.err) == (6, True)
    (folder / "bad.cypher").write_text("// id: bad\n\nMATCH (n) DELETE n", encoding="utf-8")
    (folder / "routes.cypher").write_text(
        (folder / "scenes-of-kind.cypher").read_text("utf-8").replace("id: scenes-of-kind", "id: routes"),
        encoding="utf-8",
    )
    faulty = run("query", "check", folder)
    assert faulty.code == 6
    assert faulty.out == "1 in order, 2 with a fault.\n"
    assert "it uses DELETE" in faulty.err
    assert "already a query 'routes'" in faulty.err
    outcome = run("query", "run", "scenes-of-kind", "--json", "--case", demo_case, env=env)
    assert (outcome.code, bool(json.loads(outcome.out))) == (0, True)  # a fault stops only its own question
    assert "Left out" in outcome.err and "bad.cypher" in outcome.err
    outcome = run("query", "run", "bad", "--case", demo_case, env=env)
    assert (outcome.code, "it uses DELETE" in outcome.err) == (6, True)
    assert run("query", "new", "Bad Name").code == 6


def test_cypher_is_asked_with_parameters(demo_case: Path) -> None:
    """Numbers, lists and texts; what writes is refused."""
    text = (
        "MATCH (i:Incident) WHERE i.victims_total >= $n AND NOT i.kind IN $not RETURN i.id AS id ORDER BY id"
    )
    found = run("cypher", text, "--param", "n=10", "--param", 'not=["arrest"]', "--json", "--case", demo_case)
    assert found.code == 0, found.err
    assert json.loads(found.out)
    assert len(json.loads(run("cypher", text, "--param", "n=0", "--param", "not=[]", "--limit", "1", "--json",
                              "--case", demo_case).out)) == 1  # fmt: skip
    for attack in (
        "CREATE (:Intruder)",
        "CALL apoc.load.json('x')",
        "LOAD CSV FROM 'file:///x' AS l RETURN l",
    ):
        refused = run("cypher", attack, "--case", demo_case)
        assert (refused.code, refused.out) == (5, "")
    assert run("cypher", "RETURN 1 AS x", "--param", "x", "--case", demo_case).code == 2


def test_a_network_is_measured_with_its_caution(demo_case: Path) -> None:
    """A row for each thing, and what the measures mean, on standard error."""
    outcome = run("measure", "agencies-together", "--json", "--case", demo_case)
    assert outcome.code == 0, outcome.err
    rows = json.loads(outcome.out)
    assert rows[0]["between"] >= rows[-1]["between"]
    assert "no sign of guilt" in outcome.err
