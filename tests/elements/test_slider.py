# ruff: noqa: DTZ001 - sliders without a zone are the usual case
from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors

UTC2 = dt.timezone(dt.timedelta(hours=2))


def bounds(element: Any) -> tuple[Any, ...]:
    return tuple(element.props[name] for name in ("min", "max", "step", "format", "data_type"))


@pytest.mark.parametrize(
    ("arguments", "value", "drawn"),
    [
        ({}, 0, (0, 100, 1, "%d", "int")),
        ({"value": 0.5}, 0.5, (0.0, 1.0, 0.01, "%0.2f", "float")),
        ({"min_value": 5}, 5, (5, 100, 1, "%d", "int")),
        ({"min_value": 1.0, "max_value": 3.0}, 1.0, (1.0, 3.0, 0.01, "%0.2f", "float")),
        ({"value": []}, (0, 100), (0, 100, 1, "%d", "int")),
        ({"value": (3,)}, (3,), (0, 100, 1, "%d", "int")),
        ({"value": (8, 2)}, (2, 8), (0, 100, 1, "%d", "int")),
        ({"min_value": 10, "max_value": 0}, 10, (0, 10, 1, "%d", "int")),
        ({"min_value": 0, "max_value": 10, "value": 20}, 20, (0, 20, 1, "%d", "int")),
        ({"min_value": 0, "max_value": 10, "value": (-5, 20)}, (-5, 20), (-5, 20, 1, "%d", "int")),
        ({"format": "%d m", "step": 5}, 0, (0, 100, 5, "%d m", "int")),
    ],
)
def test_defaults_follow_what_is_given(app: Any, arguments: Any, value: Any, drawn: Any) -> None:
    shown = app(lambda: st.slider("s", **arguments))
    assert shown.value == value
    assert type(shown.value) is type(value)
    assert bounds(shown.only) == drawn


def test_a_date_slides_four_weeks_in_days(app: Any) -> None:
    shown = app(lambda: st.slider("s", value=dt.date(2024, 1, 15)))
    day = 86_400_000_000
    assert bounds(shown.only) == (19723 * day, 19751 * day, day, "YYYY-MM-DD", "date")
    assert shown.only.value == [19737 * day]


def test_moments_within_a_day_slide_in_quarters_of_an_hour(app: Any) -> None:
    low, high = dt.datetime(2024, 1, 1, 5), dt.datetime(2024, 1, 1, 9)
    shown = app(lambda: st.slider("s", low, high, key="s"))
    assert shown.value == low
    assert shown.only.props["step"] == 15 * 60 * 1_000_000


def test_a_time_slides_over_the_whole_day(app: Any) -> None:
    shown = app(lambda: st.slider("s", value=dt.time(8, 30), key="s"))
    assert shown.only.props["max"] - shown.only.props["min"] == 86_400_000_000 - 1
    half_hour = 30 * 60 * 1_000_000
    assert shown.run(s=[shown.only.props["min"] + half_hour]).value == dt.time(0, 30)


def test_the_calendar_ends_before_the_fortnight(app: Any) -> None:
    assert app(lambda: st.slider("s", value=dt.date(1, 1, 3))).error is not None  # no browser holds that
    assert app(lambda: st.slider("s", value=dt.date(2200, 1, 3))).error is None


@pytest.mark.parametrize(
    "value", [dt.datetime(2024, 1, 1, 5, tzinfo=UTC2), dt.time(5, tzinfo=UTC2)], ids=["datetime", "time"]
)
def test_the_time_zone_comes_back(app: Any, value: Any) -> None:
    shown = app(lambda: st.slider("s", value=value, key="s"))
    (micros,) = shown.only.value
    moved = shown.run(s=[micros + 3_600_000_000]).value
    assert moved == value.replace(hour=6)
    assert moved.tzinfo is UTC2


def test_whole_numbers_come_back_as_int(app: Any) -> None:
    shown = app(lambda: st.slider("s", 0, 10, key="s")).run(s=[7.0])
    assert shown.value == 7
    assert type(shown.value) is int


def test_a_pair_that_was_sent_reversed_is_kept(app: Any) -> None:
    assert app(lambda: st.slider("s", 0, 10, (2, 8), key="s")).run(s=[8.0, 2.0]).value == (8, 2)


@pytest.mark.parametrize(
    "wire", [[math.nan], [math.inf], [1.0, 2.0, 3.0], [], "3", 3.0, None, [None], ["3"], [True]]
)
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.slider("s", 0, 10, 3, key="s")).run(s=wire)
    assert shown.value == 3
    assert len(shown.record.refused) == 1


@pytest.mark.parametrize(
    ("value", "wire"), [(3, [11.0]), (3, [-1.0]), (3, [1.0, 2.0]), ((2, 8), [1.0]), ((2, 8), [1.0, 11.0])]
)
def test_numbers_beyond_the_bounds_or_of_another_shape_become_the_default(
    app: Any, value: Any, wire: Any
) -> None:
    calls: list[Any] = []
    shown = app(lambda: st.slider("s", 0, 10, value, key="s", on_change=calls.append, args=(1,)))
    shown.run(s=[5.0] if value == 3 else [5.0, 6.0]).run(s=wire)
    assert shown.record.refused == []
    assert shown.value == value
    assert calls == [1, 1]


def test_moments_of_two_zones_are_shown_in_the_first(app: Any) -> None:
    one = dt.datetime(2024, 1, 1, 5, tzinfo=UTC2)
    other = dt.datetime(2024, 1, 3, 6, tzinfo=dt.timezone.utc)
    shown = app(lambda: st.slider("s", value=(one, other)))
    assert [moment.tzinfo for moment in shown.value] == [UTC2, UTC2]
    assert shown.value == (one, other.replace(tzinfo=UTC2))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"min_value": 0, "max_value": 0}, errors.StreamlitInvalidMinMaxError),
        ({"min_value": 0, "max_value": 10, "value": 5.0}, errors.StreamlitInvalidParameterTypeError),
        ({"min_value": 0.0, "max_value": 1}, errors.StreamlitInvalidParameterTypeError),
        ({"max_value": 1.0}, errors.StreamlitInvalidParameterTypeError),
        ({"step": 0.5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": dt.date(2024, 1, 1), "step": 1}, errors.StreamlitInvalidParameterTypeError),
        ({"value": dt.date(2024, 1, 1), "max_value": 5}, errors.StreamlitInvalidParameterTypeError),
        (
            {"value": dt.datetime(2024, 1, 1), "min_value": dt.date(2023, 1, 1)},
            errors.StreamlitInvalidParameterTypeError,
        ),
        ({"value": "a"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": (1, 2.0)}, errors.StreamlitInvalidParameterTypeError),
        ({"value": (1, 2, 3)}, errors.StreamlitValueError),
        ({"step": 0}, errors.StreamlitValueError),
        ({"value": dt.date(2024, 1, 1), "step": dt.timedelta(0)}, errors.StreamlitValueError),
        ({"min_value": 2**60, "max_value": 2**61}, errors.StreamlitJSNumberBoundsError),
        ({"min_value": 0.0, "max_value": math.inf}, errors.StreamlitJSNumberBoundsError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.slider("s", **arguments)).error) is error


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (50, errors.StreamlitValueAboveMaxError),
        (-1, errors.StreamlitValueBelowMinError),
        ((2, 50), errors.StreamlitValueAboveMaxError),
        ("x", ValueError),
        (None, TypeError),
    ],
)
def test_a_bad_value_of_session_state_raises_and_stays(app: Any, value: Any, error: type[Exception]) -> None:
    shown = app(lambda: st.slider("s", 0, 10, 3, key="s"), s=value)
    assert type(shown.error) is error
    assert shown.state.get("s") == value


def test_the_message_names_the_date_and_not_its_microseconds(app: Any) -> None:
    low, high = dt.date(2024, 1, 1), dt.date(2024, 1, 9)
    shown = app(lambda: st.slider("s", low, high, key="s"), s=dt.date(2025, 1, 1))
    assert "2025-01-01" in str(shown.error)
    assert "2024-01-09" in str(shown.error)


@pytest.mark.parametrize("value", [3.5, True, (2, 5), [2, 5]])
def test_a_value_of_session_state_of_another_shape_is_taken(app: Any, value: Any) -> None:
    shown = app(lambda: st.slider("s", 0, 10, 3, key="s"), s=value)
    assert shown.value == value
    assert all(type(number) is float for number in shown.only.value)


def test_a_range_that_only_session_state_knows_moves_as_a_range(app: Any) -> None:
    shown = app(lambda: st.slider("s", 0, 10, key="s"), s=(2, 5))
    assert shown.run(s=[3.0, 5.0]).value == (3, 5)


def test_new_bounds_reset_even_a_value_that_fits(app: Any) -> None:
    high = [10]
    shown = app(lambda: st.slider("s", 0, high[0], key="s")).run(s=[7.0])
    high[0] = 20
    assert shown.run().value == 0


def test_a_new_label_keeps_the_value(app: Any) -> None:
    label = ["a"]
    shown = app(lambda: st.slider(label[0], 0, 10, key="s")).run(s=[7.0])
    label[0] = "b"
    assert shown.run().value == 7


def test_numpy_numbers_are_numbers(app: Any) -> None:
    np = pytest.importorskip("numpy")
    shown = app(lambda: st.slider("s", np.int64(0), np.int64(10), np.int64(4), key="s"))
    assert shown.value == 4
    assert bounds(shown.only)[:3] == (0, 10, 1)
    assert all(type(number) is int for number in bounds(shown.only)[:3])


MOMENTS = some.datetimes(dt.datetime(1700, 1, 1), dt.datetime(2240, 1, 1))


@given(some.lists(MOMENTS, min_size=2, max_size=2))
def test_moments_travel_there_and_back_exactly(moments: list[dt.datetime]) -> None:
    from jupyter_session_state.elements.scales import scale_of

    for values in (moments, [m.date() for m in moments], [m.time() for m in moments]):
        scale = scale_of(values)
        assert [scale.from_number(float(scale.to_number(v))) for v in values] == values
