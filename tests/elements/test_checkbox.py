"""Check boxes and switches are one kind in two looks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import jupyter_session_state as st

BOTH = pytest.mark.parametrize("box", [st.checkbox, st.toggle])


class Odd:
    """Says of itself neither yes nor no."""

    def __bool__(self) -> bool:
        raise RuntimeError("undecided")


@BOTH
@pytest.mark.parametrize(
    ("given", "value"), [(True, True), (0, False), (None, False), ("x", True), ([], False)]
)
def test_what_is_given_counts_as_yes_or_no(app: Any, box: Any, given: Any, value: bool) -> None:
    assert app(lambda: box("b", given)).value is value


@BOTH
@pytest.mark.parametrize("value", [True, False, 0, 2, -1, np.bool_(True), np.int64(3)])
def test_session_state_may_assign_bools_and_whole_numbers(app: Any, box: Any, value: Any) -> None:
    shown = app(lambda: (box("b", key="b"), st.session_state.b), b=value)
    assert shown.value[0] == value
    assert shown.value[1] == value
    assert shown.only.value is bool(value)


@BOTH
@pytest.mark.parametrize("value", ["x", None, 0.5, [], np.array([True]), Odd()])
def test_other_values_of_session_state_raise_and_name_the_widget(app: Any, box: Any, value: Any) -> None:
    error = app(lambda: box("Night", key="night"), night=value).error
    assert type(error) is TypeError
    assert "'night'" in str(error)


@BOTH
def test_a_number_that_no_message_can_carry_raises(app: Any, box: Any) -> None:
    assert type(app(lambda: box("b", key="b"), b=10**400).error) is OverflowError


@BOTH
@pytest.mark.parametrize("wire", [1, 0, "true", None, [True], float("nan")])
def test_the_browser_can_only_say_yes_or_no(app: Any, box: Any, wire: Any) -> None:
    shown = app(lambda: box("b", True, key="b")).run(b=wire)
    assert shown.value is True
    assert len(shown.record.refused) == 1


def test_only_the_view_differs(app: Any) -> None:
    views = [app(lambda box=box: box("b")).only.view for box in (st.checkbox, st.toggle)]
    assert views == ["Checkbox", "Switch"]


def test_a_check_box_is_no_switch_under_the_same_key(app: Any) -> None:
    boxes: list[Any] = [st.checkbox]
    shown = app(lambda: boxes[0]("b", key="b")).run(b=True)
    boxes[0] = st.toggle
    assert shown.run().value is False
