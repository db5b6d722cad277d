from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


def test_a_grade_is_given_and_taken_back(app: Any) -> None:
    shown = app(lambda: st.feedback("stars", key="f"))
    assert shown.value is None
    assert shown.run(f=4).value == 4
    assert shown.run(f=None).value is None


def test_a_grade_taken_back_is_not_given_again_by_the_default(app: Any) -> None:
    shown = app(lambda: st.feedback("stars", default=2, key="f"))
    assert shown.value == 2
    assert shown.run(f=None).run().value is None


@pytest.mark.parametrize("bad", [5, -1, "x", True, 2.0])
def test_a_bad_value_in_session_state_becomes_the_default(app: Any, bad: Any) -> None:
    shown = app(lambda: st.feedback("stars", default=1, key="f"), f=bad)
    assert shown.value == shown.state.get("f") == 1


def test_none_in_session_state_gives_no_grade(app: Any) -> None:
    assert app(lambda: st.feedback("stars", default=1, key="f"), f=None).value is None


@pytest.mark.parametrize("wire", [2, -1, True, "1", 1.0, [1], float("nan")])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.feedback(default=0, key="f")).run(f=wire)
    assert shown.value == 0
    assert len(shown.record.refused) == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"options": "x"}, errors.StreamlitValueError),
        ({"options": ["stars"]}, errors.StreamlitValueError),
        ({"default": 2}, errors.StreamlitValueOutOfRangeError),
        ({"default": -1}, errors.StreamlitValueOutOfRangeError),
        ({"default": "1"}, errors.StreamlitInvalidParameterTypeError),
        ({"default": True}, errors.StreamlitInvalidParameterTypeError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.feedback(**arguments)).error) is error


def test_other_grades_make_another_widget_also_with_a_key(app: Any) -> None:
    options: list[Any] = ["stars"]
    shown = app(lambda: st.feedback(options[0], key="f")).run(f=4)
    options[0] = "thumbs"
    assert shown.run().value is None
