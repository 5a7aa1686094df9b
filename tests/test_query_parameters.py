"""What a user types for a saved query, and what Cypher is given for it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.catalogue import load_catalogue
from queries.model import Parameter, QueryError, SavedQuery
from queries.parameters import command, convert, parameters_for

INCIDENTS = load_catalogue().get("incidents-by-place")
OFFICIALS = load_catalogue().get("officials-of-agency")


def of_type(kind: str, *choices: str) -> Parameter:
    return Parameter("x", kind, "For the test.", choices=choices)


def error_of(query: SavedQuery, **arguments: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parameters_for(query, arguments)
    return caught.value


def test_defaults_fill_what_is_left_out() -> None:
    """Every Cypher parameter is there, whether it was given or not."""
    expected = {"place": "Nunukan", "from": None, "to": None, "kind": None}
    assert expected == parameters_for(INCIDENTS, {"place": "Nunukan"})
    assert parameters_for(OFFICIALS, {"agency": "Polri"}) == {"agency": "Polri", "levels": 0, "as_of": None}


def test_values_are_converted_by_type() -> None:
    """Text loses superfluous space, a choice its case, an integer becomes a number, a date stays partial."""
    given_values = {"place": "  Tunon   Taka ", "from": "2025", "to": "2025-09", "kind": "Rescue"}
    expected = {"place": "Tunon Taka", "from": "2025", "to": "2025-09", "kind": "rescue"}
    assert expected == parameters_for(INCIDENTS, given_values)
    assert parameters_for(OFFICIALS, {"agency": "Polri", "levels": "2"})["levels"] == 2


def test_a_missing_parameter_is_answered_with_the_command() -> None:
    """The cure is a command line that works as it stands."""
    error = error_of(OFFICIALS)
    assert str(error) == "The query 'officials-of-agency' needs --agency."
    assert error.cure == 'Write: tppo query run officials-of-agency --agency "BP3MI Kalimantan Utara"'


def test_all_missing_parameters_are_named_at_once() -> None:
    """A path needs two names; both are asked for in one message."""
    error = error_of(load_catalogue().get("path-between"))
    assert str(error) == "The query 'path-between' needs --first and --second."
    assert error.cure == "Write: tppo query run path-between --first NAME --second NAME"


def test_an_unknown_parameter_gets_the_near_one() -> None:
    """A slip in the name of a parameter is answered with the right name and command."""
    error = error_of(OFFICIALS, agancy="Polri")
    assert str(error) == "The query 'officials-of-agency' has no parameter --agancy."
    expected = (
        'Did you mean --agency? Write: tppo query run officials-of-agency --agency "BP3MI Kalimantan Utara"'
    )
    assert expected == error.cure


def test_a_mistyped_value_is_answered_with_the_right_form() -> None:
    """The command of the cure keeps what was right and replaces what was wrong."""
    error = error_of(INCIDENTS, place="Tunon Taka", **{"from": "31/9/2025"})
    expected = (
        "'31/9/2025' does not fit --from of 'incidents-by-place': it takes a date: 2025, 2025-09, 2025-09-17, "
        '"September 2025", "17 September 2025" or "90 days ago" (year, month, day, as they are in the calendar).'
    )
    assert expected == str(error)
    assert error.cure == 'Write: tppo query run incidents-by-place --place "Tunon Taka" --from 2025-09'


def test_a_wrong_choice_is_answered_with_all_choices() -> None:
    """All kinds are listed, and the nearest one."""
    error = error_of(INCIDENTS, place="Nunukan", kind="aresst")
    assert "it takes one of trafficking, smuggling_of_migrants, interception, arrest," in str(error)
    assert "(did you mean arrest?)" in str(error)


@pytest.mark.parametrize(
    ("first", "last"), [("2026", "2025"), ("2025-10", "2025-09-30"), ("2025-09-18", "2025-09-17")]
)
def test_a_period_that_ends_before_it_begins_is_refused(first: str, last: str) -> None:
    """No rows would be a wrong answer to a slip."""
    error = error_of(INCIDENTS, place="Nunukan", **{"from": first, "to": last})
    assert f"ends ({last}) before it begins ({first})" in str(error)
    assert error.cure == f"Exchange the two: --from {last} --to {first}"


@pytest.mark.parametrize(
    ("first", "last"), [("2025", "2025"), ("2025-09-10", "2025"), ("2025", "2025-01-01")]
)
def test_a_period_may_begin_within_its_end(first: str, last: str) -> None:
    """Partial dates of one time make a period."""
    values = parameters_for(INCIDENTS, {"place": "Nunukan", "from": first, "to": last})
    assert (first, last) == (values["from"], values["to"])


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "1_000", "１２", "zwölf", "9223372036854775808", "1e3"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    """Only ASCII digits that fit into 64 bits are a number."""
    with pytest.raises(ValueError, match="a whole number, 0 or more"):
        convert(of_type("integer"), typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "25",
        "2025-9",
        "2025-13",
        "2025-00",
        "2025-02-30",
        "2025-W01",
        "0000",
        "２０２５",
        "Sebtember 2025",
        "31 Februari 2025",
        "99999 days ago and more",
        "32/1/2025",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    """A date has one of the forms and is in the calendar."""
    with pytest.raises(ValueError, match="2025, 2025-09, 2025-09-17"):
        convert(of_type("date"), typed)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("September 2025", "2025-09"), ("17 september 2025", "2025-09-17"), ("17/9/2025", "2025-09-17"),
        ("1 Mei 2026", "2026-05-01"), ("may 2026", "2026-05"), ("9/2025", "2025-09"), ("5 Agt 2025", "2025-08-05"), ("5 Axx 2025", None),
        ("31 Des 2025", "2025-12-31"), ("17-09-2025", "2025-09-17"),
    ],
)  # fmt: skip
def test_dates_are_taken_as_people_write_them(typed: str, iso: str | None) -> None:
    """Months in Indonesian and English, whole or short, and days first."""
    if iso is None:
        with pytest.raises(ValueError, match="a date"):
            convert(of_type("date"), typed)
    else:
        assert convert(of_type("date"), typed) == iso


def test_days_ago_are_counted_from_today() -> None:
    """In English and Indonesian; a default may say it, too."""
    ninety = (datetime.date.today() - datetime.timedelta(days=90)).isoformat()
    assert convert(of_type("date"), "90 days ago") == convert(of_type("date"), "90 hari lalu") == ninety
    assert convert(of_type("date"), "hari ini") == datetime.date.today().isoformat()
    unresolved = load_catalogue().get("unresolved-incidents")
    assert parameters_for(unresolved, {})["before"] == ninety


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_date_of_the_calendar_is_taken_as_it_is(day: datetime.date, length: int) -> None:
    """Years, months and days in ISO form stay exactly as typed."""
    assert day.isoformat()[:length] == convert(of_type("date"), day.isoformat()[:length])


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_every_whole_number_is_taken(number: int) -> None:
    """A number comes back from its digits."""
    assert number == convert(of_type("integer"), str(number))


@given(st.sampled_from(["text", "place", "agency", "person", "integer", "date", "choice"]), st.text())
@example("text", "\udcff")
@example("person", "' OR 1=1 //")
def test_any_text_is_converted_or_refused(kind: str, typed: str) -> None:
    """Whatever is typed gives a value or a `ValueError`; a value that is taken is taken again unchanged."""
    parameter = of_type(kind, *(["ship"] if kind == "choice" else []))
    try:
        value = convert(parameter, typed)
    except ValueError as error:
        assert str(error)
    else:
        assert value == convert(parameter, str(value))


def test_bytes_of_a_wrong_encoding_are_refused() -> None:
    """A lone surrogate, as the shell passes an undecodable byte, would break the connection."""
    with pytest.raises(ValueError, match="text"):
        convert(of_type("text"), "Nunukan\udcff")


def test_the_command_quotes_for_the_shell() -> None:
    """Double quotes where there is space, the shell's own quoting where signs are special."""
    assert (
        command(OFFICIALS, {"agency": "Polres Nunukan"})
        == 'tppo query run officials-of-agency --agency "Polres Nunukan"'
    )
    assert command(OFFICIALS, {"agency": "$(ls)"}) == "tppo query run officials-of-agency --agency '$(ls)'"
