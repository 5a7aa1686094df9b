"""What a name in a question is taken for, on both stores."""

from __future__ import annotations

import pytest

from graph.lookup import UnknownNameError
from graph.model import Graph, Node
from graph.store import Store
from queries.catalogue import load_catalogue
from queries.lookup import meaning
from queries.model import Parameter, QueryError
from queries.runner import run


def ids(store: Store, kind: str, typed: str) -> list[str]:
    """What a name is taken for."""
    return list(meaning(store, Parameter("x", kind, "For the test."), typed).ids)


@pytest.mark.parametrize("typed", ["65.03", "Kab. Nunukan", "kabupaten nunukan", "KAB NUNUKAN"])
def test_a_regency_has_many_spellings(wide_world: Store, typed: str) -> None:
    """Code, kind and name in any usual form are the same place."""
    assert ids(wide_world, "place", typed) == ["65.03"]


@pytest.mark.parametrize(
    ("kind", "typed", "found"),
    [
        ("place", "kaltara", ["65"]),
        ("place", "tunon  taka", ["port:tunon-taka"]),
        ("place", "Sungai Nyamuk", ["port:sei-nyamuk"]),
        ("agency", "polres nunukan", ["polres:65.03"]),
        ("agency", "POLRES:65.03", ["polres:65.03"]),
        ("agency", "Polres", ["polres:65.03", "polres:65.71"]),
        ("agency", "Kepolisian Negara Republik Indonesia", ["org:polri"]),
        ("person", "m.t.", ["suspect:incident-1:mt"]),
        ("person", "rangga w", ["official:rangga-wiratmaja"]),
        ("document", "berita-4.txt", ["article:bbbb000000000004"]),
        ("document", "dua kapal ditahan di sebatik", ["article:bbbb000000000004"]),
        ("law", "UU 21/2007 pasal 2", ["uu-21-2007:2"]),
        ("vessel", "sb camar", ["vessel:speedboat:camar"]),
        ("incident", "pencegatan di sei nyamuk", ["incident:sebatik"]),
        ("thing", "Nunukan", ["65.03"]),
        ("thing", "polres", ["polres:65.03", "polres:65.71"]),
    ],
)
def test_a_name_is_found_in_any_case(wide_world: Store, kind: str, typed: str, found: list[str]) -> None:
    """By id, name, alias, abbreviation, title or file; several things of one name are all meant."""
    assert ids(wide_world, kind, typed) == found


@pytest.mark.parametrize(
    ("kind", "typed", "found", "form"),
    [
        ("agency", "Polres Nunukkan", "polres:65.03", "Polres Nunukan"),
        ("person", "Daeng Loloo", "suspect:daeng-lolo", "Daeng Lolo"),
        ("place", "Pelabuhan Tunon Tak", "port:tunon-taka", "Pelabuhan Tunon Taka"),
    ],
)
def test_a_slip_is_taken_for_the_only_near_name(
    wide_world: Store, kind: str, typed: str, found: str, form: str
) -> None:
    """One letter wrong is understood, and said."""
    meant = meaning(wide_world, Parameter("x", kind, "For the test."), typed)
    assert meant.ids == (found,)
    assert meant.note == f"Nothing is called {typed!r}; taken for {form!r} ({found})."


def test_several_near_names_are_offered(wide_world: Store) -> None:
    """What may be two things is not chosen by the machine."""
    with pytest.raises(UnknownNameError) as caught:
        ids(wide_world, "agency", "Polres Nurakan")
    assert "'Polres Nunukan' (polres:65.03)" in caught.value.cure
    assert "'Polres Tarakan' (polres:65.71)" in caught.value.cure


def test_a_name_of_something_else_is_told(wide_world: Store) -> None:
    """An agency where a place is asked for."""
    with pytest.raises(
        UnknownNameError, match=r"'polres nunukan' is the Agency polres:65.03; .* about Location"
    ):
        ids(wide_world, "place", "polres nunukan")


def test_what_several_things_are_called_is_said(wide_world: Store) -> None:
    """Whoever asks is told that the answer is about all of them."""
    notes: list[str] = []
    run(wide_world, load_catalogue().get("officials-of-agency"), {"agency": "Polres"}, say=notes.append)
    assert notes == [
        "2 things are called 'Polres': polres:65.03 (Polres Nunukan), polres:65.71 (Polres Tarakan). "
        "All are meant; give the id of one to ask of it alone."
    ]


def test_a_choice_of_the_graph_is_checked(wide_world: Store) -> None:
    """A sector is one that the documents name, in any case; another is answered with those there are."""
    query = load_catalogue().get("incidents-by-period")
    assert len(run(wide_world, query, {"sector": "PABRIK"}).rows) == 1
    with pytest.raises(QueryError, match="the graph has kebun sawit, pabrik") as caught:
        run(wide_world, query, {"sector": "kebun sawi"})
    assert caught.value.cure == "Did you mean kebun sawit?"


def test_in_an_empty_store_a_name_means_nothing(store: Store) -> None:
    """No error: the answer is that nothing is known."""
    assert ids(store, "agency", "Polres Nunukan") == []


def test_a_name_of_many_is_wholly_found(store: Store) -> None:
    """ "Polres" means each of three hundred."""
    nodes = tuple(
        Node(
            "Agency", f"polres:{n:03d}", {"name": f"Polres Kota {n}", "abbreviation": "Polres", "aliases": []}
        )
        for n in range(300)
    )
    article = Node("Article", "article:1", {"name": "Berita", "aliases": []})
    store.load(Graph((*nodes, article), ()), "many")
    assert len(ids(store, "agency", "Polres")) == 300
