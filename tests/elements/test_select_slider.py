from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors

SIZES = ["S", "M", "L", "XL"]


def test_it_stands_at_the_first_option_at_first(app: Any) -> None:
    shown = app(lambda: st.select_slider("s", SIZES, key="s"))
    assert shown.value == "S"
    assert shown.run(s=["L"]).value == "L"


def test_a_pair_makes_a_range_in_the_order_of_the_options(app: Any) -> None:
    shown = app(lambda: st.select_slider("s", SIZES, ["XL", "M"], key="s"))
    assert shown.value == ("M", "XL")
    assert shown.run(s=["L", "S"]).value == ("S", "L")


def test_floats_that_differ_by_rounding_alone_are_the_same_option(app: Any) -> None:
    assert app(lambda: st.select_slider("s", [0.1, 0.3], 0.1 + 0.2)).value == 0.3


def test_none_may_be_an_option(app: Any) -> None:
    assert app(lambda: st.select_slider("s", ["a", None], None)).only.value == []
    assert app(lambda: st.select_slider("s", ["a", "b"], None)).value == "a"


def test_options_may_be_pairs(app: Any) -> None:
    shown = app(lambda: st.select_slider("s", [(1, 2), (3, 4)], key="s"))
    assert shown.value == (1, 2)
    assert shown.run(s=["(3, 4)"]).run().value == (3, 4)


def test_a_range_of_which_one_end_is_gone_goes_back_to_its_default(app: Any) -> None:
    options = [SIZES]
    shown = app(lambda: st.select_slider("s", options[0], (options[0][0], options[0][-1]), key="s"))
    shown.run(s=["M", "L"])
    options[0] = ["M", "L"]
    assert shown.run().value == ("M", "L")
    options[0] = ["M", "XL"]
    assert shown.run().value == ("M", "XL")
    assert shown.state.get("s") == ("M", "XL")


@pytest.mark.parametrize(
    ("bad", "becomes"),
    [
        ("z", "S"),
        (["S", "M"], "S"),
        (("M", "L"), ("M", "L")),
        (("L", "M"), ("L", "M")),
        (("M", "z"), ("S", "XL")),
        (None, None),
    ],
)
def test_what_session_state_holds_counts_as_far_as_it_fits(app: Any, bad: Any, becomes: Any) -> None:
    shown = app(lambda: st.select_slider("s", SIZES, key="s"), s=bad)
    assert shown.value == becomes
    assert shown.state.get("s") == becomes


def test_a_range_goes_back_to_both_its_ends(app: Any) -> None:
    assert app(lambda: st.select_slider("s", SIZES, ("M", "L"), key="s"), s=("M", "z")).value == ("M", "L")
    assert app(lambda: st.select_slider("s", SIZES, ("M", "L"), key="s"), s=["M", "L"]).value == "M"


def test_a_tuple_of_one_in_session_state_raises(app: Any) -> None:
    raised = app(lambda: st.select_slider("Sizes", SIZES, key="s"), s=("M",)).error
    assert type(raised) is IndexError
    assert "'Sizes'" in str(raised)


def test_two_handles_that_session_state_gave_to_a_slider_of_one_do_not_last(app: Any) -> None:
    shown = app(lambda: st.select_slider("s", SIZES, "M", key="s"), s=("S", "L"))
    assert shown.run(s=["M", "L"]).value == "M"


@pytest.mark.parametrize("wire", [["z"], "S", None, 0, [0], [["S"]], ["S", "M", "L"], {"S": 1}])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.select_slider("s", SIZES, "M", key="s")).run(s=wire)
    assert shown.value == "M"
    assert len(shown.record.refused) == 1


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"options": []}, errors.StreamlitMissingRequiredParameterError, "'s'"),
        ({"value": "z"}, errors.StreamlitValueError, "S, M, L, XL"),
        ({"value": ("S", "z")}, errors.StreamlitValueError, "'z'"),
        ({"value": ("S", "M", "L")}, errors.StreamlitValueError, "two"),
        ({"value": ()}, errors.StreamlitValueError, "two"),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception], says: str) -> None:
    raised = app(lambda: st.select_slider("s", **{"options": SIZES, **arguments})).error
    assert type(raised) is error
    assert says in str(raised)


def test_ways_to_say_the_same_value_are_the_same_widget(app: Any) -> None:
    values: list[Any] = [None]
    shown = app(lambda: st.select_slider("s", SIZES, values[0]))
    single = shown.only.id
    values[0] = "S"
    assert shown.run().only.id == single
    values[0] = ("M", "L")
    pair = shown.run().only.id
    values[0] = ["L", "M"]
    assert shown.run().only.id == pair != single
