from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors

BOTH = pytest.mark.parametrize("draw", [st.pills, st.segmented_control])


@BOTH
def test_one_can_be_pressed_and_released(app: Any, draw: Any) -> None:
    shown = app(lambda: draw("p", [1, 2], key="p"))
    assert shown.value is None
    assert shown.run(p=["2"]).value == 2
    assert shown.run(p=[]).value is None


@BOTH
def test_several_can_be_pressed_in_any_order(app: Any, draw: Any) -> None:
    shown = app(lambda: draw("p", [1, 2, 3], selection_mode="multi", default=2, key="p"))
    assert shown.value == [2]
    assert shown.run(p=["3", "1"]).value == [3, 1]
    assert shown.run(p=[]).value == []


@pytest.mark.parametrize(("default", "value"), [(None, None), (2, 2), ([2], 2), ((), None)])
def test_the_default_of_one_may_stand_in_a_list(app: Any, default: Any, value: Any) -> None:
    assert app(lambda: st.pills("p", [1, 2], default=default)).value == value


def test_a_released_one_is_not_pressed_again_by_its_default(app: Any) -> None:
    shown = app(lambda: st.pills("p", [1, 2], default=1, key="p")).run(p=[])
    assert shown.run().value is None


def test_a_value_stays_while_its_label_is_offered_else_the_default_comes_back(app: Any) -> None:
    options = [["a", "b"]]
    shown = app(lambda: st.pills("p", options[0], default=options[0][0], key="p")).run(p=["b"])
    options[0] = ["b", "c"]
    assert shown.run().value == "b"
    options[0] = ["d"]
    assert shown.run().value == "d"
    assert shown.state.get("p") == "d"


def test_of_several_those_that_vanish_are_dropped(app: Any) -> None:
    options = [["a", "b", "c"]]
    shown = app(lambda: st.pills("p", options[0], selection_mode="multi", default=options[0][:1], key="p"))
    shown.run(p=["c", "b"])
    options[0] = ["b"]
    assert shown.run().value == ["b"]
    options[0] = ["x"]
    assert shown.run().value == []


@pytest.mark.parametrize("bad", ["z", ["a"], 1])
def test_a_bad_value_in_session_state_becomes_the_default(app: Any, bad: Any) -> None:
    shown = app(lambda: st.pills("p", ["a", "b"], default="b", key="p"), p=bad)
    assert shown.value == shown.state.get("p") == "b"


def test_none_in_session_state_presses_nothing(app: Any) -> None:
    shown = app(lambda: st.pills("p", ["a"], default="a", key="p"), p=None)
    assert shown.value is None
    assert shown.run().value is None
    raised = app(lambda: st.pills("p", ["a"], selection_mode="multi", key="p"), p=None).error
    assert type(raised) is TypeError


@pytest.mark.parametrize("wire", [["z"], ["a", "b"], "a", None, 0, [0], [["a"]], {"a": 1}])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.pills("p", ["a", "b"], default="b", key="p")).run(p=wire)
    assert shown.value == "b"
    assert len(shown.record.refused) == 1


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"default": "z"}, errors.StreamlitDefaultNotInOptionsError, "'z'"),
        ({"default": ["a", "b"]}, errors.StreamlitAPIException, "selection_mode"),
        ({"selection_mode": "x"}, errors.StreamlitValueError, "selection_mode"),
        ({"selection_mode": []}, errors.StreamlitValueError, "selection_mode"),
        (
            {"selection_mode": "multi", "required": True},
            errors.StreamlitIncompatibleParametersError,
            "required",
        ),
        ({"label_visibility": "x"}, errors.StreamlitValueError, "label_visibility"),
    ],
)
@BOTH
def test_arguments_that_cannot_be_raise(
    app: Any, draw: Any, arguments: Any, error: type[Exception], says: str
) -> None:
    raised = app(lambda: draw("p", ["a", "b"], **arguments)).error
    assert type(raised) is error
    assert says in str(raised)


def test_the_other_mode_makes_another_widget_also_with_a_key(app: Any) -> None:
    mode: list[Any] = ["single"]
    shown = app(lambda: st.pills("p", ["a", "b"], selection_mode=mode[0], key="p")).run(p=["a"])
    mode[0] = "multi"
    assert shown.run().value == []


def test_whether_one_is_required_is_no_part_of_the_identity(app: Any) -> None:
    required = [False]
    shown = app(lambda: st.pills("p", ["a", "b"], required=required[0]))
    first = shown.only.id
    required[0] = True
    assert shown.run().only.id == first
