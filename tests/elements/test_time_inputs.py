from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements import moments

T, DT = dt.time, dt.datetime
UTC = dt.timezone.utc
NOON = DT(2024, 5, 17, 12, 34, 56, 789)
SECONDS = dt.timedelta(seconds=30)


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "now", lambda: NOON)


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({}, T(12, 34)),
        ({"step": 30}, T(12, 34, 56)),
        ({"value": None}, None),
        ({"value": T(8, 45, 30)}, T(8, 45)),
        ({"value": T(8, 45, 30), "step": SECONDS}, T(8, 45, 30)),
        ({"value": "08:45:30.5", "step": SECONDS}, T(8, 45, 30)),
        ({"value": "2024-05-17T08:45"}, T(8, 45)),
        ({"value": DT(2024, 5, 17, 8, 45, tzinfo=UTC)}, T(8, 45)),
        ({"value": T(8, 45, tzinfo=UTC)}, T(8, 45, tzinfo=UTC)),
    ],
)
def test_the_default_follows_what_is_given(app: Any, arguments: Any, value: Any) -> None:
    assert app(lambda: st.time_input("t", **arguments)).value == value


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": "soon"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": dt.date(2024, 5, 17)}, errors.StreamlitInvalidParameterTypeError),
        ({"step": 60.0}, errors.StreamlitInvalidParameterTypeError),
        ({"step": True}, errors.StreamlitInvalidParameterTypeError),
        ({"step": 0}, errors.StreamlitValueOutOfRangeError),
        ({"step": dt.timedelta(milliseconds=500)}, errors.StreamlitValueOutOfRangeError),
        ({"step": dt.timedelta(hours=24)}, errors.StreamlitValueOutOfRangeError),
        ({"format": "36h"}, errors.StreamlitValueError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.time_input("t", **{"value": T(8), **arguments})).error) is error


def test_the_message_about_a_step_has_units(app: Any) -> None:
    message = str(app(lambda: st.time_input("t", T(8), step=0)).error)
    assert "step of st.time_input is 0 seconds, but must be from 1 second to 23 hours" in message


@pytest.mark.parametrize(
    ("step", "wire", "value"),
    [
        (900, ["10:20"], T(10, 20)),
        (900, ["10:20:30"], T(10, 20)),
        (30, ["10:20:30"], T(10, 20, 30)),
        (30, ["10:20"], T(10, 20)),
        (900, [], T(8, 45)),
        (900, None, T(8, 45)),
    ],
)
def test_what_the_browser_sends_becomes_a_time(app: Any, step: int, wire: Any, value: Any) -> None:
    shown = app(lambda: st.time_input("t", T(8, 45), step=step, key="t")).run(t=wire)
    assert shown.record.refused == []
    assert shown.value == value


@pytest.mark.parametrize(
    "wire",
    ["10:20", 5, [5], ["10:20", "10:30"], ["24:00"], ["10:60"], ["1020"], ["T10:20"], ["10:20+01:00"]],
)
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.time_input("t", T(8, 45), key="t")).run(t=wire)
    assert shown.value == T(8, 45)
    assert len(shown.record.refused) == 1


@given(some.times(), some.sampled_from([60, 900, 1, 90]))
def test_times_travel_there_and_back_as_exactly_as_the_step(time: dt.time, step: int) -> None:
    control: Any = st.time_input.spec.declare("t", None, step=step)  # type: ignore[attr-defined]
    exact = time.replace(microsecond=0) if step % 60 else time.replace(second=0, microsecond=0)
    assert control.decode(control.encode(time)) == exact


@given(some.lists(some.text() | some.integers() | some.times().map(str), max_size=3) | some.text())
def test_whatever_is_sent_becomes_a_time_or_is_refused(wire: Any) -> None:
    control: Any = st.time_input.spec.declare("t", T(8, 45))  # type: ignore[attr-defined]
    try:
        value = control.decode(wire)
    except (ValueError, TypeError):
        return
    assert type(value) is T
    assert (value.second, value.microsecond, value.tzinfo) == (0, 0, None)


@pytest.mark.usefixtures("frozen")
def test_now_is_no_part_of_what_a_field_is(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = app(lambda: (st.time_input("t"), st.datetime_input("m")))
    names = [element.id for element in shown.drawn]
    monkeypatch.setattr(moments, "now", lambda: NOON + dt.timedelta(hours=1))
    assert [element.id for element in shown.run().drawn] == names
    assert shown.value == (T(12, 34), DT(2024, 5, 17, 12, 34))


def test_seconds_that_do_not_count_make_no_new_field(app: Any) -> None:
    value: list[Any] = [T(8, 45, 1)]
    shown = app(lambda: st.time_input("t", value[0]))
    name = shown.only.id
    value[0] = DT(2024, 5, 17, 8, 45, 2)
    assert shown.run().only.id == name
    value[0] = "08:45"
    assert shown.run().only.id != name


def test_with_a_key_only_the_step_makes_another_field(app: Any) -> None:
    arguments: dict[str, Any] = {"label": "t", "value": T(8, 45)}
    shown = app(lambda: st.time_input(key="t", **arguments)).run(t=["10:20"])
    arguments.update(label="u", value=T(9), format="12h", help="h", required=True)
    assert shown.run().value == T(10, 20)
    arguments.update(step=60)
    assert shown.run().value == T(9)


def test_none_in_session_state_empties_it_for_good(app: Any) -> None:
    shown = app(lambda: st.time_input("t", T(8, 45), key="t"), t=None)
    assert shown.value is None
    assert shown.only.props["empty"] == ()
    assert shown.run(t=["10:20"]).value == T(10, 20)
    shown.state.set("t", None)
    assert shown.run().value is None


@pytest.mark.parametrize("held", [T(8, 30, 45), DT(2024, 5, 17, 8, 30), T(8, tzinfo=UTC)])
def test_a_time_of_session_state_is_taken_as_it_is(app: Any, held: Any) -> None:
    assert app(lambda: st.time_input("t", T(1), key="t"), t=held).value == held


@pytest.mark.parametrize("held", ["08:30", 5, dt.date(2024, 5, 17)])
def test_what_is_no_time_raises_and_stays(app: Any, held: Any) -> None:
    shown = app(lambda: st.time_input("t", T(1), key="t"), t=held)
    assert type(shown.error) is TypeError
    assert shown.state.get("t") == held
