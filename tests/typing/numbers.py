"""What type checkers make of inputs of numbers, dates and times; checked, never run."""

from __future__ import annotations

import datetime as dt

from typing_extensions import assert_type

import jupyter_session_state as st

day, time = dt.date(2024, 1, 2), dt.time(8)
moment = dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc)

assert_type(st.slider("x"), int)
assert_type(st.slider("x", key="a", step=2), int)
assert_type(st.slider("x", 0, 10), int)
assert_type(st.slider("x", 0, 10, 3, 1, "%d", key="a"), int)
assert_type(st.slider("x", max_value=10), int)
assert_type(st.slider("x", 0.0, 1.0), float)
assert_type(st.slider("x", 0, 1, 0.5), float)
assert_type(st.slider("x", 0, 10, (2, 3)), tuple[int, int])
assert_type(st.slider("x", value=(0.2, 0.3)), tuple[float, float])
assert_type(st.slider("x", value=[2, 3], format="%d"), tuple[int, int])
assert_type(st.slider("x", day), dt.date)
assert_type(st.slider("x", value=moment, step=dt.timedelta(hours=1)), dt.datetime)
assert_type(st.slider("x", value=time), dt.time)
assert_type(st.slider("x", value=(time, time)), tuple[dt.time, dt.time])
assert_type(st.slider("x", day, day, (day, day)), tuple[dt.date, dt.date])
assert_type(st.sidebar.slider("x", 0, 10), int)
st.slider("x", 0, 10, step=dt.timedelta(1))
st.slider("x", "a")  # type: ignore[call-overload]
st.slider("x", 0, 10, steps=2)  # type: ignore[call-overload]
st.container().slider("x", 0, 10, disable=True)  # type: ignore[call-overload]

assert_type(st.number_input("n"), float)
assert_type(st.number_input("n", 0), int)
assert_type(st.number_input("n", 0, 10, 3), int)
assert_type(st.number_input("n", 0, 10, 3, 1, key="a", icon="x"), int)
assert_type(st.number_input("n", value=3), int)
assert_type(st.number_input("n", max_value=3), int)
assert_type(st.number_input("n", step=1), int)
assert_type(st.number_input("n", 0, value=None), int | None)
assert_type(st.number_input("n", step=1, value=None), int | None)
assert_type(st.number_input("n", value=None), float | None)
assert_type(st.number_input("n", 0.0, 1.0), float)
assert_type(st.number_input("n", 0.0, value=None), float | None)
st.number_input("n", "a")  # type: ignore[call-overload]
st.number_input("n", 0, valeu=1)  # type: ignore[call-overload]
