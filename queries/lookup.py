"""What a name in a question means: the ids of things in the store, whatever the spelling.

A name is looked up as an id, as a place of the gazetteer ("Kab. Nunukan", "65.03"; a district only where nothing
larger has the name), as a name, alias, full name, abbreviation or file in any case, and last as something spelled
nearly so. What several things are called means all of them; a saved query is given a list of ids.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.lookup import UnknownNameError, aliases_of
from graph.model import Node
from graph.store import Store
from queries.model import LABELS, LABELS_OF, Parameter, ParameterValue, QueryError, SavedQuery

LIKE_ENOUGH = 0.82
"""How alike (0 to 1) a name must be to what was typed to be taken for it where nothing is called so."""
LIKELIER = 0.06
"""How much more alike than everything else."""
WORTH_NAMING = 0.55
"""How alike a name must be to be offered."""
CANDIDATES = 200
OFFERED = 4
OWN_NAMES = ("name", "full_name", "abbreviation", "title", "file", "url", "sha256")
"""Properties that hold what a thing is called, beside its aliases."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The ids that a name stands for, and a note where the user should know how it was taken."""

    ids: tuple[str, ...]
    note: str = ""


def look_up(
    store: Store,
    query: SavedQuery,
    values: Mapping[str, ParameterValue],
    say: Callable[[str], None] | None = None,
) -> dict[str, ParameterValue]:
    """The values with ids in place of names. `say` is told how a name was taken where that is not plain.

    Raises `UnknownNameError` (exit code 8) for a name of nothing, with near ones in its cure. In a store without
    any document every name is unknown: it means no id.
    """
    found = dict(values)
    for name, parameter in query.parameters.items():
        typed = values[name]
        if parameter.type in LABELS_OF and isinstance(typed, str):
            meant = meaning(store, parameter, typed)
            found[name] = list(meant.ids)
            if meant.note and say:
                say(meant.note)
        elif parameter.choices_from and isinstance(typed, str):
            found[name] = chosen(store, query, parameter, typed)
    return found


def chosen(store: Store, query: SavedQuery, parameter: Parameter, typed: str) -> str:
    """The choice that was typed, out of those that the store has now; any in a store without documents."""
    choices = [str(choice) for (choice,) in store.read(parameter.choices_from, {}).rows]
    for choice in choices:
        if choice.casefold() == typed.casefold():
            return choice
    if not choices and is_empty(store):
        return typed
    near = difflib.get_close_matches(typed, choices, n=2, cutoff=0.5)
    raise QueryError(
        f"{typed!r} does not fit --{parameter.name.replace('_', '-')} of '{query.id}': "
        f"the graph has {', '.join(choices) or 'none'}.",
        f"Did you mean {' or '.join(near)}?" if near else "Give one of these, or leave it out.",
    )


def meaning(store: Store, parameter: Parameter, typed: str) -> Meant:
    """What a name typed for a parameter stands for."""
    labels = LABELS_OF[parameter.type]
    found = called(store, labels, typed)
    if found:
        return Meant(tuple(node.id for node in found), several(typed, found) if len(found) > 1 else "")
    if is_empty(store):
        return Meant(())
    others = called(store, [label for label in LABELS if label not in labels], typed)
    if others:
        raise UnknownNameError(
            f"{typed!r} is the {others[0].label} {others[0].id}; the question is about {' or '.join(labels)}.",
            f"Give the name of {' or '.join(labels)}; `tppo why {others[0].id}` shows what is known of this one.",
        )
    return nearest(store, labels, typed)


def called(store: Store, labels: Sequence[str], typed: str) -> tuple[Node, ...]:
    """The things of these labels that are called so, by id; else by name, alias or the gazetteer."""
    from graph.reference.places import gazetteer  # large: only when a name is looked up

    by_id = with_ids(store, labels, [typed, typed.lower()])
    if by_id:
        return tuple(by_id[:1])
    places = [place.id for place in gazetteer().find(typed)] if "Location" in labels else []
    found = {(node.label, node.id): node for node in with_ids(store, ["Location"], places)}
    wanted = folded(typed)
    larger = bool(found)  # "Nunukan" is the regency, not also the district of that name in it
    others = [label for label in labels if not (larger and label == "Location")]
    for node in (*store.named(typed, others, CANDIDATES), *abbreviated(store, others, typed)):
        if wanted in map(folded, forms(node)):
            found[node.label, node.id] = node
    return tuple(found[key] for key in sorted(found))


def with_ids(store: Store, labels: Sequence[str], ids: list[str]) -> list[Node]:
    """The things of these labels with one of these ids, in the order of the labels."""
    if not ids:
        return []
    of_each = (
        f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN '{label}' AS label, n AS node"
        for label in labels
    )
    rows = store.read(" UNION ".join(of_each), {"ids": ids}).rows
    return sorted(nodes(rows), key=lambda node: (labels.index(node.label), node.id))


def abbreviated(store: Store, labels: Sequence[str], typed: str) -> list[Node]:
    """All agencies of a kind by its abbreviation: "Polres" means every Polres."""
    if "Agency" not in labels:
        return []
    asked = (
        "MATCH (n:Agency) WHERE toLower(n.abbreviation) = toLower($typed) RETURN 'Agency' AS label, n AS node"
    )
    return nodes(store.read(asked, {"typed": typed}).rows)


def nodes(rows: Iterable[tuple[Any, ...]]) -> list[Node]:
    """Nodes from rows of a label and a node."""
    return [
        Node(label, node["id"], {name: value for name, value in node.items() if name not in ("id", "_label")})
        for label, node in rows
    ]


def forms(node: Node) -> list[str]:
    """Everything that a thing is called."""
    own = (node.properties.get(name) for name in OWN_NAMES)
    return [*(str(form) for form in own if form), *aliases_of(node)]


def folded(text: str) -> str:
    """The text without what spellings of one name differ in: case, marks, spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split()) or plain.strip()


def nearest(store: Store, labels: Sequence[str], typed: str) -> Meant:
    """The one thing that is spelled nearly so; `UnknownNameError` offers those that come near where none does."""
    wanted = folded(typed)
    likely: list[tuple[float, str, Node]] = []
    for node in store.named(typed, labels, CANDIDATES):
        best, form = max(
            (difflib.SequenceMatcher(None, wanted, folded(form)).ratio(), form) for form in forms(node)
        )
        likely.append((best, form, node))
    likely.sort(key=lambda each: (-each[0], each[2].id))
    second = next((likeness for likeness, _, _ in likely[1:]), 0.0)
    if likely and likely[0][0] >= LIKE_ENOUGH and likely[0][0] - second >= LIKELIER:
        _, form, node = likely[0]
        return Meant((node.id,), f"Nothing is called {typed!r}; taken for {form!r} ({node.id}).")
    near = [
        (form, node) for likeness, form, node in likely if likeness >= WORTH_NAMING or wanted in folded(form)
    ]
    offers = " or ".join(f"{form!r} ({node.id})" for form, node in near[:OFFERED])
    raise UnknownNameError(
        f"Nothing in the graph is called {typed!r}.",
        f"Did you mean {offers}?"
        if offers
        else "Check the spelling, or look for the name with a saved query.",
    )


def several(typed: str, found: tuple[Node, ...]) -> str:
    """The note that a name is that of several things."""
    shown = ", ".join(f"{node.id} ({node.properties['name']})" for node in found[: 2 * OFFERED])
    more = ", …" if len(found) > 2 * OFFERED else ""
    return (
        f"{len(found)} things are called {typed!r}: {shown}{more}. "
        "All are meant; give the id of one to ask of it alone."
    )


def is_empty(store: Store) -> bool:
    """Whether the store holds no document."""
    return not store.read("MATCH (n:Article) RETURN n.id AS id LIMIT 1", {}).rows
