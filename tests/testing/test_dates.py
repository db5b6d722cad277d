"""Fields for dates, times and colours under AppTest."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jupyter_session_state.testing import AppTest, AppTestError

D, T = dt.date, dt.time
HEAD = "import datetime as dt, jupyter_session_state as st\nD, T, DT = dt.date, dt.time, dt.datetime\n"


def page(*lines: str) -> AppTest:
    return AppTest.from_string(HEAD + "\n".join(lines)).run()


@pytest.mark.parametrize(
    ("line", "act", "value"),
    [
        ("st.date_input('w', D(2024, 5, 17))", lambda w: w.set_value(D(2024, 5, 18)), "2024-05-18"),
        ("st.date_input('w', D(2024, 5, 17))", lambda w: w.set_value("2024-05-18"), "2024-05-18"),
        ("st.date_input('w', D(2024, 5, 17))", lambda w: w.set_value(None), "None"),
        ("st.date_input('w', [])", lambda w: w.set_value([D(2024, 5, 18)]), "(datetime.date(2024, 5, 18),)"),
        ("st.date_input('w', D(2024, 5, 17))", lambda w: w.set_value(D(1900, 1, 1)), "2024-05-17"),
        ("st.time_input('w', T(8, 45))", lambda w: w.set_value(T(9, 30, 15)), "09:30:00"),
        ("st.time_input('w', T(8, 45))", lambda w: w.increment(), "09:00:00"),
        ("st.time_input('w', T(8, 45))", lambda w: w.increment().decrement().decrement(), "08:30:00"),
        ("st.time_input('w', T(23, 50))", lambda w: w.increment(), "00:05:00"),
        ("st.time_input('w', T(0, 0, 10), step=30)", lambda w: w.decrement(), "23:59:40"),
        ("st.time_input('w', None)", lambda w: w.increment(), "None"),
        ("st.time_input('w', T(8, 45))", lambda w: w.set_value(None), "08:45:00"),
        (
            "st.datetime_input('w', DT(2024, 5, 17))",
            lambda w: w.set_value(dt.datetime(2024, 6, 1, 8)),  # noqa: DTZ001
            "2024-06-01 08:00:00",
        ),
        ("st.color_picker('w')", lambda w: w.pick("ff8800"), "#ff8800"),
        ("st.color_picker('w')", lambda w: w.pick("#FF8800"), "#FF8800"),
        ("st.color_picker('w', '#123')", lambda w: w.set_value("red"), "#123"),
    ],
)
def test_a_user_chooses(line: str, act: Any, value: str) -> None:
    at = page(f"st.text(str({line}))")
    (widget,) = at.get(line.split("(", maxsplit=1)[0].removeprefix("st."))
    act(widget).run()
    assert at.text[0].value == value


def test_a_date_that_was_chosen_reads_as_a_tuple_until_the_next_run() -> None:
    at = page("st.date_input('w', D(2024, 5, 17))")
    assert at.date_input[0].set_value(D(2024, 5, 18)).value == (D(2024, 5, 18),)
    at.run()
    assert at.date_input[0].value == D(2024, 5, 18)


def test_limits_step_and_form_can_be_read() -> None:
    at = page(
        "st.date_input('d', [D(2024, 5, 17)], help='h', format='DD.MM.YYYY')",
        "st.time_input('t', T(8, 45), step=60)",
        "st.datetime_input('m', DT(2024, 5, 17), step=120)",
    )
    date, time, moment = at.date_input[0], at.time_input[0], at.datetime_input[0]
    assert (date.min, date.max, date.is_range) == (D(2014, 5, 17), D(2034, 5, 17), True)
    assert (date.help, date.format) == ("h", "DD.MM.YYYY")
    assert (time.step, time.value) == (60, T(8, 45))
    assert (moment.type, moment.min, moment.step) == ("date_time_input", "2014-05-17T00:00", 120)
    assert at.get("date_time_input") == at.get("datetime_input") == [moment]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("st.date_input('w', D(2024, 5, 17))", "soon"),
        ("st.date_input('w', [])", [D(2024, 5, 17)] * 3),
        ("st.time_input('w', T(8, 45))", "08:45"),
        ("st.datetime_input('w', DT(2024, 5, 17))", D(2024, 5, 17)),
        ("st.color_picker('w')", 5),
    ],
)
def test_what_nobody_could_choose_is_refused(line: str, value: Any) -> None:
    at = page(line)
    (widget,) = at.get(line.split("(", maxsplit=1)[0].removeprefix("st."))
    with pytest.raises(AppTestError, match="'w'"):
        widget.set_value(value)
