from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


def test_options_are_returned_in_the_order_of_choosing(app: Any) -> None:
    shown = app(lambda: st.multiselect("m", [1, 2, 3], key="m"))
    assert shown.value == []
    assert shown.run(m=["3", "1"]).value == [3, 1]
    assert shown.only.value == ["3", "1"]


@pytest.mark.parametrize(
    ("default", "chosen"),
    [(None, []), ([], []), (2, [2]), ((3, 1), [3, 1]), ({2}, [2]), ([1, 1], [1, 1]), (1.0, [1])],
)
def test_the_default_names_one_or_several_options(app: Any, default: Any, chosen: Any) -> None:
    value = app(lambda: st.multiselect("m", [1, 2, 3], default)).value
    assert value == chosen
    assert all(type(item) is int for item in value)


def test_of_two_options_with_one_label_the_first_is_chosen(app: Any) -> None:
    shown = app(lambda: st.multiselect("m", [1, "1"], key="m"))
    assert shown.run(m=["1"]).value == [1]


def test_options_that_vanish_are_dropped_and_the_rest_keep_their_order(app: Any) -> None:
    options, calls = [["a", "b", "c"]], []
    shown = app(lambda: st.multiselect("m", options[0], key="m", on_change=lambda: calls.append("changed")))
    shown.run(m=["c", "a", "b"])
    options[0] = ["b", "c"]
    assert shown.run().value == ["c", "b"]
    options[0] = ["a", "b", "c"]
    assert shown.run().value == ["c", "b"]
    assert shown.state.get("m") == ["c", "b"]
    assert calls == ["changed"]


@pytest.mark.parametrize(
    ("bad", "kept"),
    [(["a", "z"], ["a"]), (("b", "a"), ("b", "a")), ("a", "a"), ("az", ["a"]), ({"a"}, {"a"})],
)
def test_of_a_bad_value_in_session_state_the_options_stay(app: Any, bad: Any, kept: Any) -> None:
    shown = app(lambda: st.multiselect("m", ["a", "b"], key="m"), m=bad)
    assert shown.value == kept
    assert shown.state.get("m") == kept


@pytest.mark.parametrize("bad", [None, 5])
def test_a_value_in_session_state_that_is_no_list_raises(app: Any, bad: Any) -> None:
    raised = app(lambda: st.multiselect("Pets", ["a"], key="m"), m=bad).error
    assert type(raised) is TypeError
    assert "'Pets'" in str(raised)
    assert repr(bad) in str(raised)


def test_more_than_allowed_raise_in_session_state_and_as_default(app: Any) -> None:
    several = {"max_selections": 1, "key": "m"}
    too_many = app(lambda: st.multiselect("m", ["a", "b"], **several), m=["a", "z"])  # type: ignore[arg-type]
    assert type(too_many.error) is errors.StreamlitSelectionCountExceedsMaxError
    assert "2 options" in str(too_many.error)
    default = app(lambda: st.multiselect("m", ["a", "b"], ["a", "b"], max_selections=1))
    assert type(default.error) is errors.StreamlitSelectionCountExceedsMaxError


def test_something_new_may_be_typed_if_allowed(app: Any) -> None:
    shown = app(lambda: st.multiselect("m", [1, 2], key="m", accept_new_options=True))
    assert shown.run(m=["new", "2"]).value == ["new", 2]
    assert shown.run().value == ["new", 2]
    assert app(lambda: st.multiselect("m", [1], key="m", accept_new_options=True), m=["x", 1]).value == [
        "x",
        1,
    ]


@pytest.mark.parametrize(
    "wire",
    [["z"], ["a", "b", "a"], "a", None, {"a": 1}, [["a"]], [1], [None], ["a"] * 100_000, ["x" * 10_001]],
)
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.multiselect("m", ["a", "b"], ["b"], max_selections=2, key="m")).run(m=wire)
    assert shown.value == ["b"]
    assert len(shown.record.refused) == 1


def test_far_too_much_is_refused_where_anything_may_be_typed(app: Any) -> None:
    shown = app(lambda: st.multiselect("m", [], key="m", accept_new_options=True))
    assert shown.run(m=["x" * 10_001]).value == []
    assert shown.run(m=[str(n) for n in range(10_001)]).value == []
    assert shown.run(m=["x" * 10_000]).value == ["x" * 10_000]


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"default": "z"}, errors.StreamlitDefaultNotInOptionsError, "a, b"),
        ({"default": ["z"], "accept_new_options": True}, errors.StreamlitDefaultNotInOptionsError, "'z'"),
        ({"max_selections": 0}, errors.StreamlitValueError, "max_selections"),
        ({"max_selections": True}, errors.StreamlitValueError, "max_selections"),
        ({"max_selections": 1.0}, errors.StreamlitValueError, "max_selections"),
        ({"filter_mode": "x"}, errors.StreamlitValueError, "filter_mode"),
        ({"filter_mode": []}, errors.StreamlitValueError, "filter_mode"),
        (
            {"filter_mode": None, "accept_new_options": True},
            errors.StreamlitIncompatibleParametersError,
            "accept_new_options",
        ),
        ({"select_all": -1}, errors.StreamlitValueError, "select_all"),
        ({"select_all": None}, errors.StreamlitInvalidParameterTypeError, "select_all"),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception], says: str) -> None:
    raised = app(lambda: st.multiselect("m", ["a", "b"], **arguments)).error
    assert type(raised) is error
    assert says in str(raised)


@pytest.mark.parametrize(("given", "kept"), [(True, -1), (False, 0), (7, 7), (2**40, 2**31 - 1)])
def test_a_way_to_choose_all_is_there_up_to_a_number_of_options(app: Any, given: Any, kept: int) -> None:
    assert app(lambda: st.multiselect("m", ["a"], select_all=given)).only.props["select_all"] == kept


def test_what_still_counts_with_a_key_makes_another_widget(app: Any) -> None:
    rules: list[dict[str, Any]] = [{}]
    shown = app(lambda: st.multiselect("m", ["a", "b"], key="m", **rules[0])).run(m=["a"])
    for rule, value in (
        ({"placeholder": "p"}, ["a"]),
        ({"max_selections": 2}, []),
        ({"accept_new_options": True}, []),
    ):
        rules[0] = rule
        assert shown.run().value == value


def test_ways_to_say_the_same_default_are_the_same_widget(app: Any) -> None:
    ways: list[dict[str, Any]] = [{"default": "a"}]
    shown = app(lambda: st.multiselect("m", ["a", "b"], **ways[0]))
    first = shown.only.id
    for way in ({"default": ["a"]}, {"default": ("a",), "wrap": True}):
        ways[0] = way
        assert shown.run().only.id == first
    ways[0] = {"default": "a", "placeholder": ""}
    empty = shown.run().only.id
    ways[0] = {"default": "a", "placeholder": " "}
    assert shown.run().only.id == empty != first
