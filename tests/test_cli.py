"""The command line on the demo case: every command does what its help says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from cli import run, run_apart

DOCUMENTS = Path(str(files("tppo") / "demo" / "documents"))
COMMANDS = (
    "demo",
    "extract",
    "ingest",
    "status",
    "why",
    "query",
    "measure",
    "cypher",
    "draw",
    "evaluate",
    "lexicon",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A case with the demo documents in it, and its embedded graph."""
    folder = tmp_path_factory.mktemp("cli") / "case"
    outcome = run("ingest", DOCUMENTS, "--case", folder, "--json")
    counts = {row["what"]: row["count"] for row in json.loads(outcome.out)}
    assert (outcome.code, counts["documents read"], counts["new"]) == (0, 16, 16)
    yield folder


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_an_example(command: str) -> None:
    """Every command's help has an example that begins with the command itself."""
    words = {"query": ("query", "run"), "lexicon": ("lexicon", "check")}.get(command, (command,))
    assert f"tppo {command}" in run(*words, "--help").out.split("Example", 1)[1]


def test_top_help_names_commands_and_exit_codes() -> None:
    """`tppo --help` lists the commands in order, exit codes and how to get completion."""
    out = run("--help").out
    places = [out.index(f"\n  {command} ") for command in COMMANDS]
    assert sorted(places) == places
    assert "Exit codes" in out
    assert "_TPPO_COMPLETE" in out


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    """What makes commands work is imported only when one runs: help stays quick on any machine."""
    code = (
        "import sys; sys.argv=['tppo','--help']\n"
        "from tppo.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy={'neo4j','networkx','numpy','rich','trafilatura','yaml','pyvis','jpype','ahocorasick','graph.reference.places'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        check=True,
    )
    assert "HEAVY []" in done.stdout


def test_a_mistyped_command_is_answered_with_the_right_one() -> None:
    """ "Did you mean" for commands and for parts of `query`."""
    for words, wanted in ((("ingst",), "ingest"), (("query", "rn"), "run")):
        outcome = run(*words)
        assert outcome.code == 2
        assert wanted in outcome.err


def test_completion_script_is_offered(tmp_path: Path) -> None:
    """The shell completion of click works for the command."""
    assert "_TPPO_COMPLETE" in run_apart(cwd=tmp_path, env={"_TPPO_COMPLETE": "bash_source"}).out


def test_ingesting_again_changes_nothing(case: Path) -> None:
    """The same documents a second time are known, and no node comes or goes."""
    before = json.loads(run("status", "--case", case, "--json").out)
    counts = {
        row["what"]: row["count"]
        for row in json.loads(run("ingest", DOCUMENTS, "--case", case, "--json").out)
    }
    assert (
        counts["new"],
        counts["known already"],
        counts["nodes taken away"],
        counts["relationships taken away"],
    ) == (0, 16, 0, 0)
    assert before == json.loads(run("status", "--case", case, "--json").out)


def test_status_counts_and_names_contradictions(case: Path) -> None:
    """Status tells documents, nodes by label, and where documents disagree."""
    facts = json.loads(run("status", "--case", case, "--json").out)
    assert (facts["documents"], facts["nodes"]["Article"], facts["nodes"]["Incident"]) == (16, 16, 6)
    out = run("status", "--case", case).out
    assert "Documents disagree on" in out
    assert "Pelabuhan Tunon Taka" in out


def test_why_prints_sentence_offsets_rule_and_confidence(case: Path) -> None:
    """The sentence of an office, with source, offsets, rule; the same as JSON."""
    out = run("why", "grace tumbelaka", "BP3MI Kepulauan Riau", "--case", case).out
    assert "Kepala BP3MI Kepulauan Riau, Grace Tumbelaka, mengatakan" in out
    assert "confidence 0.95" in out
    assert "position:beside" in out
    found = json.loads(run("why", "grace tumbelaka", "BP3MI Kepulauan Riau", "--case", case, "--json").out)
    assert [each["type"] for each in found] == ["HOLDS_POSITION"]
    assert {"start", "end", "sentence", "rule", "title", "publisher", "published_on", "article"} == set(
        found[0]["evidence"][0]
    )


def test_queries_are_listed_shown_and_run(case: Path) -> None:
    """`query list` names all, `show` the parameters and Cypher, `run` the rows as table and JSON."""
    assert len(json.loads(run("query", "list", "--json").out)) >= 30
    shown = run("query", "show", "officials-of-agency").out
    assert "--agency" in shown
    assert "MATCH" in shown
    rows = json.loads(
        run("query", "run", "officials-of-agency", "--agency", "polres nunukan", "--case", case, "--json").out
    )
    assert "Teguh Santiaji" in {row["official"] for row in rows}
    assert (
        "Teguh Santiaji"
        in run("query", "run", "officials-of-agency", "--agency=Polres Nunukan", "--case", case).out
    )


def test_the_case_may_come_from_the_environment(case: Path) -> None:
    """TPPO_CASE names the case."""
    assert run("status", env={"TPPO_CASE": str(case)}).code == 0


def test_draw_writes_one_file_for_the_case_a_name_and_a_query(case: Path, tmp_path: Path) -> None:
    """The three ways to choose what is drawn; a smaller choice makes a smaller file."""
    sizes = []
    for choice in ((), ("--around", "Pelabuhan Tunon Taka", "--hops", "1"), ("--query", "routes")):
        out = tmp_path / "picture.html"
        assert run("draw", *choice, "--case", case, "--out", out).code == 0
        text = out.read_text("utf-8")
        assert "Nurfadillah" not in text
        sizes.append(len(text))
    assert sizes[1] < sizes[0]
    assert sizes[2] < sizes[0]


def test_extract_prints_interchange_and_touches_no_case(tmp_path: Path) -> None:
    """One document is one object; several are a line each, or a file each with --out; no case appears."""
    first, second = sorted(DOCUMENTS.glob("0[12]*.txt"))
    one = json.loads(run("extract", first).out)
    assert {"article", "entities", "relationships"} == set(one)
    lines = run("extract", first, second).out.splitlines()
    assert [one["article"], json.loads(lines[1])["article"]] == [
        json.loads(line)["article"] for line in lines
    ]
    assert run("extract", first, second, "--out", tmp_path / "out").code == 0
    assert [f"{p.stem}.json" for p in (first, second)] == sorted(p.name for p in (tmp_path / "out").iterdir())
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_extract_masks_victims_unless_told_and_says_so() -> None:
    """The careless outlet's victim is masked; --unmasked shows her and warns on standard error."""
    page = next(DOCUMENTS.glob("07*.html"))
    masked, shown = run("extract", page), run("extract", page, "--unmasked")
    assert "Nurfadillah" not in masked.out
    assert "Nurfadillah" in shown.out
    assert "UU 21/2007" in shown.err


def test_standard_input_is_read() -> None:
    """`tppo extract -` reads what is piped in."""
    text = next(DOCUMENTS.glob("01*.txt")).read_text("utf-8")
    assert "Sembilan CPMI" in json.loads(run("extract", "-", stdin=text).out)["article"]["title"]


def test_demo_runs_in_an_empty_folder(tmp_path: Path) -> None:
    """The whole way as a user goes it: three tables, a picture, what to try next, nothing on standard error."""
    outcome = run_apart("demo", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Try next:" in outcome.out
    assert "Pelabuhan Tunon Taka" in outcome.out
    assert (tmp_path / "tppo-demo" / "demo.html").stat().st_size > 50_000
    again = run_apart("demo", cwd=tmp_path)
    assert again.code == 0


@pytest.mark.parametrize("words", ["tppo query run offices-of-", "tppo draw --query offices-of-"])
def test_a_shell_completes_the_names_of_questions(words: str, tmp_path: Path) -> None:
    """TAB after the beginning of a name offers the questions that begin so."""
    asked = {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "_TPPO_COMPLETE": "bash_complete",
    }
    offered = run_apart(cwd=tmp_path, env=asked).out.split()
    assert offered == ["plain,offices-of-official"]


def test_a_question_is_shown_as_json() -> None:
    """`tppo query show NAME --json` has its parameters and Cypher, and no path of this machine."""
    shown = json.loads(run("query", "show", "routes", "--json").out)
    assert shown["parameters"]["place"]["type"] == "place"
    assert "MATCH" in shown["cypher"]
    assert "path" not in shown
