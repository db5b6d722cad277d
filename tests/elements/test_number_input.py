from __future__ import annotations

import math
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


@pytest.mark.parametrize(
    ("arguments", "value", "step", "format"),
    [
        ({}, 0.0, 0.01, "%0.2f"),
        ({"step": 1}, 0, 1, "%d"),
        ({"min_value": 2}, 2, 1, "%d"),
        ({"min_value": 2, "value": "min"}, 2, 1, "%d"),
        ({"max_value": 5.0}, 0.0, 0.01, "%0.2f"),
        ({"value": 3}, 3, 1, "%d"),
        ({"value": None}, None, 0.01, "%0.2f"),
        ({"min_value": 0, "value": None}, None, 1, "%d"),
        ({"value": 3, "format": "%05d"}, 3, 1, "%05d"),
    ],
)
def test_defaults_follow_what_is_given(app: Any, arguments: Any, value: Any, step: Any, format: str) -> None:
    shown = app(lambda: st.number_input("n", **arguments))
    assert shown.value == value
    assert type(shown.value) is type(value)
    assert (shown.only.props["step"], shown.only.props["format"]) == (step, format)


@pytest.mark.parametrize(
    ("arguments", "wire", "value"),
    [
        ({"value": 1.5}, 3, 3.0),
        ({"value": 1}, 3.0, 3),
        ({"step": 1, "value": None}, 4.0, 4),
        ({"value": None}, 5, 5.0),
        ({"min_value": 0, "max_value": 10, "value": 2}, 99.0, 2),
        ({"min_value": 0, "max_value": 10, "value": 2}, None, 2),
        ({"value": None}, None, None),
        ({"value": 1}, 2.0**60, 1),
    ],
)
def test_what_the_browser_sends_becomes_the_right_type(
    app: Any, arguments: Any, wire: Any, value: Any
) -> None:
    shown = app(lambda: st.number_input("n", key="n", **arguments)).run(n=wire)
    assert shown.record.refused == []
    assert shown.value == value
    assert type(shown.value) is type(value)


def test_an_entry_beyond_the_limits_counts_as_a_change(app: Any) -> None:
    calls: list[Any] = []

    def draw() -> Any:
        return st.number_input("n", 0, 10, 2, key="n", on_change=lambda: calls.append(st.session_state.n))

    app(draw).run(n=7.0).run(n=99.0)
    assert calls == [7, 2]


@pytest.mark.parametrize("wire", [math.nan, math.inf, "3", True, [3], 10**400])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.number_input("n", 0, 10, 2, key="n")).run(n=wire)
    assert shown.value == 2
    assert len(shown.record.refused) == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"min_value": 0, "max_value": 10, "value": 20}, errors.StreamlitValueAboveMaxError),
        ({"max_value": -5}, errors.StreamlitValueAboveMaxError),
        ({"min_value": 5, "value": 3}, errors.StreamlitValueBelowMinError),
        ({"min_value": 5, "max_value": 3}, errors.StreamlitInvalidMinMaxError),
        ({"min_value": 0.5, "max_value": 10}, errors.StreamlitMixedNumericTypesError),
        ({"value": 1, "step": 0.5}, errors.StreamlitMixedNumericTypesError),
        ({"format": "abc"}, errors.StreamlitInvalidNumberFormatError),
        ({"value": 2**60}, errors.StreamlitJSNumberBoundsError),
        ({"value": "5"}, errors.StreamlitAPIException),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert isinstance(app(lambda: st.number_input("n", **arguments)).error, error)


def test_a_value_of_session_state_beyond_the_limits_becomes_the_default(app: Any) -> None:
    shown = app(lambda: st.number_input("n", 0, 10, 3, key="n"), n=99)
    assert shown.value == 3
    assert shown.state.get("n") == 3


def test_a_text_in_session_state_raises(app: Any) -> None:
    assert type(app(lambda: st.number_input("n", key="n"), n="x").error) is TypeError


@pytest.mark.parametrize("value", [None, 2.5, True])
def test_other_values_of_session_state_are_taken(app: Any, value: Any) -> None:
    assert app(lambda: st.number_input("n", 0, 10, 3, key="n"), n=value).value is value


def test_new_limits_keep_a_value_between_them_and_reset_one_beyond(app: Any) -> None:
    high = [10]
    shown = app(lambda: st.number_input("n", 0, high[0], 3, key="n")).run(n=7.0)
    high[0] = 8
    assert shown.run().value == 7
    high[0] = 5
    assert shown.run().value == 3
