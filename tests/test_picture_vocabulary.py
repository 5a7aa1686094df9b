"""The words and looks of a picture cover what the schema allows."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import yaml

from graph.picture.vocabulary import vocabulary

SCHEMA = Path(str(resources.files("graph"))) / "schema"


def schema(folder: str) -> list[dict[str, object]]:
    files = sorted((SCHEMA / folder).glob("*.yaml"))
    return [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]


def test_every_label_type_and_property_of_the_schema_has_words() -> None:
    """Labels and relationship types have a style; properties are shown or left out on purpose."""
    words = vocabulary()
    nodes, relationships = schema("nodes"), schema("relationships")
    assert {n["label"] for n in nodes} == set(words.nodes)
    assert {r["type"] for r in relationships} == set(words.relationships)
    common = yaml.safe_load((SCHEMA / "common.yaml").read_text(encoding="utf-8"))
    properties = {p for entry in (*nodes, *relationships) for p in entry["properties"]}  # type: ignore[attr-defined]
    assert (
        properties | set(common["node"]) | set(common["relationship"])
        == set(words.properties) | words.left_out
    )


def test_looks_are_distinct() -> None:
    """No two labels share a colour, a shape or a name in either language."""
    styles = vocabulary().nodes.values()
    for looks in (
        {s.colour for s in styles},
        {s.shape for s in styles},
        {s.names[0] for s in styles},
        {s.names[1] for s in styles},
    ):
        assert len(looks) == 9


def test_every_choice_of_the_schema_has_words() -> None:
    """Each value that a shown property may have has an English and an Indonesian name."""
    words = vocabulary()
    chosen = {
        (name, choice)
        for entry in (*schema("nodes"), *schema("relationships"))
        for name, what in entry["properties"].items()  # type: ignore[attr-defined]
        for choice in what.get("choices", ())
        if name not in words.left_out
    }
    assert {(name, choice) for name, choice in chosen if choice not in words.values.get(name, {})} == set()


def test_names_of_incidents_come_first() -> None:
    """Where names lack room, incidents come before people, people before agencies, and these before the rest."""
    turns = {label: style.turn for label, style in vocabulary().nodes.items()}
    first = sorted(turns, key=lambda label: turns[label])[:4]
    assert first == ["Incident", "Official", "Suspect", "Agency"]
    assert vocabulary().node_style("Unheard").turn == turns["Law"] > turns["Agency"]
