# ruff: noqa: DTZ001 - these fields have no zones
from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements import moments

D = dt.date
DAY = D(2024, 5, 17)
NOON = dt.datetime(2024, 5, 17, 12, 34, 56, 789)


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "now", lambda: NOON)


def ends(element: Any) -> tuple[str, str]:
    return element.props["min"], element.props["max"]


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize(
    ("arguments", "value", "low", "high"),
    [
        ({}, DAY, "2014-05-17", "2034-05-17"),
        ({"value": "today"}, DAY, "2014-05-17", "2034-05-17"),
        ({"value": None}, None, "2014-05-17", "2034-05-17"),
        ({"value": []}, (), "2014-05-17", "2034-05-17"),
        ({"value": "2020-02-29"}, D(2020, 2, 29), "2010-02-28", "2030-02-28"),
        ({"value": "2020-02-29T08:30"}, D(2020, 2, 29), "2010-02-28", "2030-02-28"),
        ({"value": dt.datetime(2020, 1, 1, 23)}, D(2020, 1, 1), "2010-01-01", "2030-01-01"),
        ({"value": (D(2020, 1, 1), "today")}, (D(2020, 1, 1), DAY), "2010-01-01", "2034-05-17"),
        ({"value": [D(2020, 1, 1)]}, (D(2020, 1, 1),), "2010-01-01", "2030-01-01"),
        ({"value": (DAY, D(2020, 1, 1))}, (DAY, D(2020, 1, 1)), "2014-05-17", "2030-01-01"),
        ({"value": D(5, 1, 1)}, D(5, 1, 1), "0001-01-01", "0015-01-01"),
        ({"value": D(9999, 1, 1)}, D(9999, 1, 1), "9989-01-01", "9999-12-31"),
        ({"min_value": D(2030, 1, 1)}, D(2030, 1, 1), "2030-01-01", "2034-05-17"),
        ({"max_value": "2020-01-01"}, D(2020, 1, 1), "2014-05-17", "2020-01-01"),
    ],
)
def test_value_and_limits_follow_what_is_given(
    app: Any, arguments: Any, value: Any, low: str, high: str
) -> None:
    shown = app(lambda: st.date_input("d", **arguments))
    assert shown.value == value
    assert type(shown.value) is type(value)
    assert ends(shown.only) == (low, high)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": "soon"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": {DAY}}, errors.StreamlitInvalidParameterTypeError),
        ({"value": [DAY, None]}, errors.StreamlitInvalidParameterTypeError),
        ({"value": [DAY] * 3}, errors.StreamlitInvalidParameterTypeError),
        ({"value": DAY, "min_value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": DAY, "max_value": "soon"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": DAY, "min_value": D(2024, 6, 1)}, errors.StreamlitValueBelowMinError),
        ({"value": DAY, "max_value": D(2024, 5, 1)}, errors.StreamlitValueAboveMaxError),
        ({"value": (DAY, D(2024, 6, 1)), "max_value": DAY}, errors.StreamlitValueAboveMaxError),
        (
            {"value": DAY, "min_value": D(2024, 6, 1), "max_value": D(2024, 5, 1)},
            errors.StreamlitInvalidMinMaxError,
        ),
        ({"value": DAY, "format": "D.M.YYYY"}, errors.StreamlitValueError),
        ({"value": DAY, "format": 5}, errors.StreamlitInvalidParameterTypeError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.date_input("d", **arguments)).error) is error


def test_a_message_names_what_was_given_and_what_is_allowed(app: Any) -> None:
    message = str(app(lambda: st.date_input("d", DAY, min_value=[DAY])).error)  # type: ignore[call-overload]
    assert "min_value of st.date_input must be a date" in message
    assert "not [datetime.date(2024, 5, 17)]" in message


@pytest.mark.parametrize(
    ("value", "wire", "chosen"),
    [
        (DAY, ["2024-05-18"], D(2024, 5, 18)),
        (DAY, ["0099-05-18"], DAY),
        (DAY, [], None),
        (DAY, None, None),
        ((DAY,), [], ()),
        ((DAY,), ["2024-05-18"], (D(2024, 5, 18),)),
        ((DAY,), ["2024-05-18", "2024-05-19"], (D(2024, 5, 18), D(2024, 5, 19))),
        ((DAY,), ["2024-05-19", "2024-05-18"], (D(2024, 5, 19), D(2024, 5, 18))),
        ((DAY,), ["2024-05-18", "2094-05-19"], (DAY,)),
    ],
)
def test_what_the_browser_sends_becomes_dates(app: Any, value: Any, wire: Any, chosen: Any) -> None:
    shown = app(lambda: st.date_input("d", value, key="d")).run(d=wire)
    assert shown.record.refused == []
    assert shown.value == chosen


@pytest.mark.parametrize(
    "wire",
    [
        *("2024-05-18", 5, [5], [None], ["2024-05-18"] * 3, ["x"], ["2024-02-30"], ["2024-5-18"]),
        *(
            ["20240518"],
            ["2024-W20-6"],
            ["\u0662\u0660\u0662\u0664-05-18"],
            ["2024-05-18T00:00"],
            ["2024-05-18\n"],
            {"a": 1},
        ),
    ],
)
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.date_input("d", DAY, key="d")).run(d=wire)
    assert shown.value == DAY
    assert len(shown.record.refused) == 1


_WIRES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text() | some.dates().map(str),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(), inner, max_size=2),
    max_leaves=6,
)


@given(_WIRES)
def test_whatever_is_sent_becomes_dates_within_the_limits_or_is_refused(wire: Any) -> None:
    low, high = D(2020, 1, 1), D(2030, 1, 1)
    control: Any = st.date_input.spec.declare("d", (DAY,), low, high)  # type: ignore[attr-defined]
    try:
        value = control.decode(wire)
    except (ValueError, TypeError):
        return
    assert type(value) is tuple
    assert len(value) <= 2
    assert all(type(day) is D and low <= day <= high for day in value)


@given(some.lists(some.dates(), max_size=2))
def test_dates_travel_there_and_back(days: list[dt.date]) -> None:
    control: Any = st.date_input.spec.declare("d", [], D.min, D.max)  # type: ignore[attr-defined]
    assert control.decode(control.encode(tuple(days))) == tuple(days)


@pytest.mark.usefixtures("frozen")
def test_today_is_no_part_of_what_a_field_is(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = app(lambda: st.date_input("d"))
    name = shown.only.id
    monkeypatch.setattr(moments, "now", lambda: NOON + dt.timedelta(days=1))
    shown.run()
    assert shown.only.id == name
    assert shown.value == DAY
    assert ends(shown.only) == ("2014-05-18", "2034-05-18")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (DAY, dt.datetime(2024, 5, 17, 9), True),
        ("today", None, True),
        (DAY, "2024-05-17", False),
        ((DAY,), ["2024-05-17"], True),
        ((DAY,), DAY, False),
        (DAY, D(2024, 5, 18), False),
    ],
)
def test_another_default_is_another_field_without_a_key(app: Any, one: Any, other: Any, same: bool) -> None:
    value = [one]
    shown = app(lambda: st.date_input("d", value[0]))
    name = shown.only.id
    value[0] = other
    assert (shown.run().only.id == name) is same


def test_with_a_key_only_the_format_makes_another_field(app: Any) -> None:
    arguments: dict[str, Any] = {"label": "d", "value": DAY}
    shown = app(lambda: st.date_input(key="d", **arguments)).run(d=["2024-05-20"])
    arguments.update(label="e", value=D(2024, 5, 1), help="h", min_value=D(2024, 1, 1), required=True)
    assert shown.run().value == D(2024, 5, 20)
    arguments.update(format="DD.MM.YYYY")
    assert shown.run().value == D(2024, 5, 1)


def test_a_date_beyond_new_limits_gives_way_to_the_default_and_tells_nobody(app: Any) -> None:
    calls: list[Any] = []
    limit = [D(2025, 1, 1)]

    def draw() -> Any:
        return st.date_input("d", DAY, None, limit[0], key="d", on_change=calls.append, args=(1,))

    shown = app(draw).run(d=["2024-09-09"])
    assert calls == [1]
    limit[0] = D(2024, 6, 1)
    assert shown.run().value == DAY
    assert shown.state.get("d") == DAY
    assert calls == [1]


@pytest.mark.parametrize(
    ("held", "default", "value"),
    [
        (D(2024, 5, 1), DAY, D(2024, 5, 1)),
        (D(1999, 5, 1), DAY, DAY),
        ((D(2024, 5, 1),), DAY, DAY),
        (D(2024, 5, 1), (DAY,), (DAY,)),
        ([D(2024, 5, 1)], (DAY,), (DAY,)),
        ((), (DAY,), (DAY,)),
        ((D(2024, 5, 1), D(2099, 5, 1)), (DAY,), (DAY,)),
        ((D(2024, 5, 1), D(2024, 5, 2)), (DAY,), (D(2024, 5, 1), D(2024, 5, 2))),
        (None, DAY, None),
        (dt.datetime(2024, 5, 1, 9), DAY, dt.datetime(2024, 5, 1, 9)),
    ],
)
def test_state_is_judged_by_limits_that_were_given(app: Any, held: Any, default: Any, value: Any) -> None:
    low, high = D(2020, 1, 1), D(2030, 1, 1)
    shown = app(lambda: st.date_input("d", default, low, high, key="d"), d=held)
    assert shown.value == value
    assert shown.state.get("d") == value


@pytest.mark.parametrize("held", [D(1900, 1, 1), (DAY, DAY), dt.datetime(2024, 5, 1, 9)])
def test_without_limits_state_is_taken_as_it_is(app: Any, held: Any) -> None:
    assert app(lambda: st.date_input("d", DAY, key="d"), d=held).value == held


@pytest.mark.parametrize(
    ("held", "error"), [("2024-02-03", AttributeError), (5, AttributeError), ((DAY, "x"), AttributeError)]
)
def test_what_is_no_date_raises_and_stays(app: Any, held: Any, error: type[Exception]) -> None:
    shown = app(lambda: st.date_input("d", DAY, key="d"), d=held)
    assert type(shown.error) is error
    assert shown.state.get("d") == held


class TestWithoutAValue:
    """A keyed field without a value follows what session state has."""

    def test_is_a_range_if_that_is_one(self, app: Any) -> None:
        shown = app(lambda: st.date_input("d", key="d"), d=(D(2020, 1, 1),))
        assert shown.only.props["is_range"] is True
        assert ends(shown.only) == ("2010-01-01", "2030-01-01")
        assert shown.run(d=["2020-02-02", "2020-03-03"]).value == (D(2020, 2, 2), D(2020, 3, 3))

    def test_is_empty_if_that_is_none(self, app: Any) -> None:
        shown = app(lambda: st.date_input("d", key="d"), d=None)
        assert shown.value is None
        assert shown.only.props["empty"] == ()

    def test_changes_with_it(self, app: Any) -> None:
        shown = app(lambda: st.date_input("d", key="d"), d=DAY)
        shown.state.set("d", (DAY, DAY))
        assert shown.run().only.props["is_range"] is True
        shown.state.set("d", DAY)
        assert shown.run().only.props["is_range"] is False

    def test_raises_if_that_is_beyond_the_limits(self, app: Any) -> None:
        shown = app(lambda: st.date_input("d", max_value=D(2020, 1, 1), key="d"), d=DAY)
        assert type(shown.error) is errors.StreamlitValueAboveMaxError

    def test_raises_if_that_is_no_date(self, app: Any) -> None:
        shown = app(lambda: st.date_input("d", key="d"), d="x")
        assert type(shown.error) is errors.StreamlitInvalidParameterTypeError


def test_it_goes_back_to_its_default_when_it_is_emptied_unless_it_started_empty(app: Any) -> None:
    assert app(lambda: st.date_input("d", DAY)).only.props["empty"] == ("2024-05-17",)
    assert app(lambda: st.date_input("d", None)).only.props["empty"] == ()
    assert app(lambda: st.date_input("d", [])).only.props["empty"] == ()
