from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements import moments

D, T, DT = dt.date, dt.time, dt.datetime
UTC = dt.timezone.utc
NOON = DT(2024, 5, 17, 12, 34, 56, 789)
MORNING = DT(2024, 5, 17, 8, 45)


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "now", lambda: NOON)


@pytest.mark.parametrize(
    ("arguments", "value", "low", "high"),
    [
        ({}, DT(2024, 5, 17, 12, 34), "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": None}, None, "2014-05-17T00:00", "2034-05-17T23:59"),
        (
            {"value": DT(2020, 2, 29, 8, 45, 30)},
            DT(2020, 2, 29, 8, 45),
            "2010-02-28T00:00",
            "2030-02-28T23:59",
        ),
        ({"value": MORNING.replace(tzinfo=UTC)}, MORNING, "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": D(2024, 5, 17)}, DT(2024, 5, 17), "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": T(8, 45, tzinfo=UTC)}, MORNING, "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": "2024-05-17"}, DT(2024, 5, 17), "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": " 2024/05/17 08:45:30 "}, MORNING, "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": "2024-05-17T08:45+02:00"}, MORNING, "2014-05-17T00:00", "2034-05-17T23:59"),
        ({"value": "08:45"}, MORNING, "2014-05-17T00:00", "2034-05-17T23:59"),
        (
            {"value": MORNING, "min_value": D(2024, 5, 17), "max_value": D(2024, 5, 17)},
            *(MORNING, "2024-05-17T00:00", "2024-05-17T23:59"),
        ),
        (
            {"value": MORNING, "min_value": T(8), "max_value": "now"},
            *(MORNING, "2024-05-17T08:00", "2024-05-17T12:34"),
        ),
    ],
)
def test_value_and_limits_follow_what_is_given(
    app: Any, arguments: Any, value: Any, low: str, high: str
) -> None:
    shown = app(lambda: st.datetime_input("m", **arguments))
    assert shown.value == value
    assert (shown.only.props["min"], shown.only.props["max"]) == (low, high)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": "soon"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": ""}, errors.StreamlitInvalidParameterTypeError),
        ({"value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": [MORNING]}, errors.StreamlitInvalidParameterTypeError),
        ({"min_value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"min_value": D(2024, 5, 18)}, errors.StreamlitValueBelowMinError),
        ({"max_value": "2024-05-17"}, errors.StreamlitValueAboveMaxError),
        ({"min_value": D(2024, 6, 1), "max_value": D(2024, 5, 1)}, errors.StreamlitInvalidMinMaxError),
        ({"format": "DD MM YYYY"}, errors.StreamlitValueError),
        ({"step": 59}, errors.StreamlitValueOutOfRangeError),
        ({"step": dt.timedelta(hours=24)}, errors.StreamlitValueOutOfRangeError),
        ({"step": None}, errors.StreamlitInvalidParameterTypeError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.datetime_input("m", **{"value": MORNING, **arguments})).error) is error


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        (["2024-06-01T10:20"], DT(2024, 6, 1, 10, 20)),
        (["2094-06-01T10:20"], MORNING),
        ([], MORNING),
        (None, MORNING),
    ],
)
def test_what_the_browser_sends_becomes_a_moment(app: Any, wire: Any, value: Any) -> None:
    shown = app(lambda: st.datetime_input("m", MORNING, key="m")).run(m=wire)
    assert shown.record.refused == []
    assert shown.value == value


@pytest.mark.parametrize(
    "wire",
    [
        *("2024-06-01T10:20", [5], ["2024-06-01"], ["2024-06-01 10:20"], ["2024-06-31T10:20"]),
        *(["2024-06-01T10:20:30"], ["2024-06-01T10:20"] * 2, ["2024-06-01T10:20Z"]),
    ],
)
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.datetime_input("m", MORNING, key="m")).run(m=wire)
    assert shown.value == MORNING
    assert len(shown.record.refused) == 1


@given(some.datetimes())
def test_moments_travel_there_and_back_to_the_minute(moment: dt.datetime) -> None:
    control: Any = st.datetime_input.spec.declare("m", None, DT.min, DT.max)  # type: ignore[attr-defined]
    assert control.decode(control.encode(moment)) == moment.replace(second=0, microsecond=0)


@given(some.lists(some.text() | some.datetimes().map(DT.isoformat), max_size=2) | some.none() | some.floats())
def test_whatever_is_sent_becomes_a_moment_within_the_limits_or_is_refused(wire: Any) -> None:
    low, high = DT(2020, 1, 1), DT(2030, 1, 1)
    control: Any = st.datetime_input.spec.declare("m", MORNING, low, high)  # type: ignore[attr-defined]
    try:
        value = control.decode(wire)
    except (ValueError, TypeError):
        return
    assert type(value) is DT
    assert low <= value <= high


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (MORNING, MORNING.replace(second=9, tzinfo=UTC), True),
        (MORNING, "2024-05-17T08:45", True),
        (MORNING, "2024-05-17 08:45", False),
        (MORNING, T(8, 45), True),
        (MORNING, "now", False),
        (None, "now", False),
    ],
)
def test_another_default_is_another_field_without_a_key(app: Any, one: Any, other: Any, same: bool) -> None:
    value = [one]
    shown = app(lambda: st.datetime_input("m", value[0]))
    name = shown.only.id
    value[0] = other
    assert (shown.run().only.id == name) is same


@pytest.mark.parametrize("change", [{"format": "DD.MM.YYYY"}, {"step": 60}])
def test_with_a_key_only_format_and_step_make_another_field(app: Any, change: Any) -> None:
    arguments: dict[str, Any] = {"label": "m", "value": MORNING}
    shown = app(lambda: st.datetime_input(key="m", **arguments)).run(m=["2024-05-20T10:20"])
    arguments.update(label="n", value=NOON, help="h", min_value=D(2024, 1, 1), required=True)
    assert shown.run().value == DT(2024, 5, 20, 10, 20)
    arguments.update(change)
    assert shown.run().value == DT(2024, 5, 17, 12, 34)


@pytest.mark.parametrize(
    ("held", "value"),
    [
        (DT(2024, 5, 1), DT(2024, 5, 1)),
        (DT(1999, 5, 1), MORNING),
        (DT(2024, 5, 1, 1, 1, 7), DT(2024, 5, 1, 1, 1, 7)),
    ],
)
def test_state_is_judged_by_limits_that_were_given(app: Any, held: Any, value: Any) -> None:
    shown = app(lambda: st.datetime_input("m", MORNING, D(2020, 1, 1), key="m"), m=held)
    assert shown.value == value
    assert shown.state.get("m") == value
    assert app(lambda: st.datetime_input("m", MORNING, key="m"), m=held).value == held


def test_none_in_session_state_empties_it_for_good(app: Any) -> None:
    shown = app(lambda: st.datetime_input("m", MORNING, key="m"), m=None)
    assert shown.value is None
    assert shown.run(m=["2024-05-20T10:20"]).value == DT(2024, 5, 20, 10, 20)
    shown.state.set("m", None)
    assert shown.run().value is None


@pytest.mark.parametrize(
    ("held", "given", "error"),
    [
        (D(2024, 5, 1), {}, AttributeError),
        ("2024-05-01", {}, AttributeError),
        (D(2024, 5, 1), {"min_value": D(2024, 1, 1)}, TypeError),
        (MORNING.replace(tzinfo=UTC), {"min_value": D(2024, 1, 1)}, TypeError),
    ],
)
def test_what_is_no_moment_raises_and_stays(app: Any, held: Any, given: Any, error: type[Exception]) -> None:
    shown = app(lambda: st.datetime_input("m", MORNING, **given, key="m"), m=held)
    assert type(shown.error) is error
    assert shown.state.get("m") == held
