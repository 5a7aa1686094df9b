"""Opening a store: what goes wrong is said within seconds, with the cure, and nothing is printed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Place
from neo4j_server import free_port

from graph.store import Credentials, StoreError
from graph.stores.opening import open_store


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port where something listens that never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def refusal(address: str | None, credentials: Credentials, folder: Path) -> StoreError:
    """The error of opening a store."""
    with pytest.raises(StoreError) as caught:
        open_store(address, folder, credentials)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 5
    return caught.value


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_is_opened_by_its_address(neo4j_place: Place, scheme: str) -> None:
    """With and without routing, and the description names product, version and address."""
    address = str(neo4j_place.address).replace("bolt", scheme)
    with closing(open_store(address, neo4j_place.folder, neo4j_place.credentials)) as store:
        assert f"Neo4j 5.26.12 at {address}" == store.description


def test_without_a_database_the_users_own_is_used(neo4j_place: Place) -> None:
    """NEO4J_DATABASE may be left out."""
    credentials = replace(neo4j_place.credentials, database=None)
    with closing(open_store(neo4j_place.address, neo4j_place.folder, credentials)) as store:
        assert store.read("RETURN 1 AS one", {}).rows == ((1,),)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "localhost:7687",
        "http://localhost:7474",
        "bolt://",
        "bolt://localhost:port",
        "bolt://localhost:99999",
    ],
)
def test_what_is_no_address_is_told(address: str, tmp_path: Path) -> None:
    """The error repeats the address and shows the right form."""
    error = refusal(address, Credentials(), tmp_path)
    assert f'"{address}"' in str(error)
    assert "bolt://host:7687" in error.cure


def test_an_address_with_a_password_is_refused_without_repeating_it(tmp_path: Path) -> None:
    """Passwords are never arguments: they would stay in the shell's history."""
    error = refusal("bolt://neo4j:rahasia@localhost:7687", Credentials(), tmp_path)
    assert "rahasia" not in f"{error} {error.cure}"
    assert "NEO4J_PASSWORD" in error.cure


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+s"])
def test_a_server_that_is_down_is_told(scheme: str, tmp_path: Path) -> None:
    """Nothing listens at the port: the error names the address, and where it was set."""
    address = f"{scheme}://127.0.0.1:{free_port()}"
    error = refusal(address, Credentials(), tmp_path)
    assert address in str(error)
    assert "TPPO_STORE" in error.cure


def test_a_host_without_an_address_is_told(tmp_path: Path) -> None:
    """A name that cannot be resolved (.invalid never can: RFC 2606) is like a server that is down."""
    error = refusal("bolt://tidak-ada.invalid:7687", Credentials(), tmp_path)
    assert "bolt://tidak-ada.invalid:7687" in str(error)


def test_a_port_that_never_answers_is_given_up(silent_port: int, tmp_path: Path) -> None:
    """Something else listens there: the wait has an end."""
    assert str(silent_port) in str(refusal(f"bolt://127.0.0.1:{silent_port}", Credentials(), tmp_path))


def test_an_encrypted_address_of_a_server_without_encryption_is_told(neo4j_place: Place) -> None:
    """The cure says what +s means."""
    address = str(neo4j_place.address).replace("bolt", "bolt+s")
    assert "+s only where" in refusal(address, neo4j_place.credentials, neo4j_place.folder).cure


@pytest.mark.parametrize("change", [{"password": "salah"}, {"username": "orang lain"}])
def test_a_wrong_login_is_told(neo4j_place: Place, change: dict[str, str]) -> None:
    """The cure names the two variables, and the error does not show the password."""
    credentials = replace(neo4j_place.credentials, **change)
    error = refusal(neo4j_place.address, credentials, neo4j_place.folder)
    assert "NEO4J_USERNAME and NEO4J_PASSWORD" in error.cure
    assert credentials.password not in f"{error} {credentials!r}"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_database_is_told(neo4j_place: Place, scheme: str) -> None:
    """The error names the database, the cure the variable."""
    address = str(neo4j_place.address).replace("bolt", scheme)
    error = refusal(address, replace(neo4j_place.credentials, database="tiada"), neo4j_place.folder)
    assert "tiada" in str(error)
    assert "NEO4J_DATABASE" in error.cure


def test_nothing_is_printed_or_logged(
    neo4j_place: Place, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Neither the failure nor a query with an unknown label, which Neo4j comments on, leaves a line."""
    refusal(f"bolt://127.0.0.1:{free_port()}", Credentials(), tmp_path)
    with closing(neo4j_place.open()) as store:
        store.read("MATCH (n:TidakAda) RETURN n.tidakAda", {})
    assert capfd.readouterr() == ("", "")
