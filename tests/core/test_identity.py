"""What decides whether a widget is the same as one of the last run."""

from __future__ import annotations

import re
from typing import Any

import pytest

from jupyter_session_state._core.identity import RESERVED_PREFIX, element_id, short_digest
from jupyter_session_state.testing import AppTest


def test_ids_are_marked() -> None:
    assert element_id("app", "", "slider", [1]).startswith(RESERVED_PREFIX)


@pytest.mark.parametrize(
    "other",
    [
        {"app": "b"},
        {"page": "p"},
        {"kind": "button"},
        {"params": ["b"]},
        {"root": "sidebar"},
        {"form": "f"},
        {"key": "k"},
    ],
)
def test_without_a_key_everything_counts(other: dict[str, Any]) -> None:
    given: dict[str, Any] = {"app": "a", "page": "", "kind": "slider", "params": ["a"]}
    assert element_id(**given) != element_id(**{**given, **other})


@pytest.mark.parametrize("other", [{"root": "sidebar"}, {"form": "f"}])
def test_with_a_key_the_place_does_not_count(other: dict[str, Any]) -> None:
    given: dict[str, Any] = {"app": "a", "page": "", "kind": "slider", "params": [], "key": "k"}
    assert element_id(**given) == element_id(**{**given, **other})


def test_equal_numbers_of_other_types_are_other_parameters() -> None:
    ids = {element_id("a", "", "slider", [value]) for value in (1, 1.0, True, "1")}
    assert len(ids) == 4


def test_long_parameters_are_told_apart_by_a_digest() -> None:
    a, b = element_id("a", "", "selectbox", [["x"] * 1000]), element_id("a", "", "selectbox", [["x"] * 1001])
    assert a != b
    assert len(a) < 200


class Odd:
    """Says of itself what no text file could hold."""

    def __repr__(self) -> str:
        return "\ud800" * 300


def test_half_a_surrogate_pair_is_no_problem() -> None:
    assert element_id("a", "", "button", ["\ud800" * 300])
    assert element_id("a", "", "button", [Odd()]) == element_id("a", "", "button", [Odd()])
    assert short_digest("\ud800") != short_digest("\ud801")


def test_an_identity_can_be_read() -> None:
    assert element_id("app", "page", "slider", ["A", 1]) == "$$ID-app-page-slider-main--('A',1)"
    assert element_id("app", "", "slider", ["A"], form="f") == "$$ID-app--slider-main-f-('A')"
    assert element_id("app", "", "slider", ["A"], key="k") == "$$ID-app--slider-'A'-key-k"


def test_parameters_of_more_than_200_characters_cannot_be_read() -> None:
    short, long = (element_id("a", "", "k", ["x" * size]) for size in (198, 199))  # and two quotes
    assert short == f"$$ID-a--k-main--('{'x' * 198}')"
    assert re.fullmatch(r"\$\$ID-a--k-main--\([0-9a-f]{32}\)", long)


def test_the_short_name_of_a_text_is_the_same_everywhere() -> None:
    assert short_digest("a fragment 0") == "bee28283f45a"
    assert len({short_digest(str(number)) for number in range(1000)}) == 1000


SWITCH = """
other = st.checkbox("other", key="other")
st.{kind}({arguments})
"""


def value_after_the_switch(kind: str, arguments: str, value: Any) -> Any:
    """Give the widget a value, then have the script draw it with other arguments; return its value then."""
    at = AppTest.from_string(SWITCH.format(kind=kind, arguments=arguments)).run()
    at.get(kind)[-1].set_value(value).run()
    at.checkbox(key="other").check().run()
    assert not at.exception
    return at.get(kind)[-1].value


@pytest.mark.parametrize(
    ("kind", "arguments", "value"),
    [
        ("text_input", '"B" if other else "A", key="k"', "typed"),
        ("text_input", '"A", "y" if other else "x", key="k"', "typed"),
        ("text_input", '"A", key="k", help="h" if other else None', "typed"),
        ("text_input", '"A", disabled=other', "typed"),
        ("text_input", '"A", label_visibility="hidden" if other else "visible"', "typed"),
        ("selectbox", '"S", ["b", "c"] if other else ["a", "b"], key="k"', "b"),
        ("number_input", '"N", 0, 5 if other else 9, key="k"', 4),
        ("slider", '"B" if other else "A", 0, 9, key="k"', 4),
    ],
)
def test_the_value_stays(kind: str, arguments: str, value: Any) -> None:
    assert value_after_the_switch(kind, arguments, value) == value


@pytest.mark.parametrize(
    ("kind", "arguments", "value", "default"),
    [
        ("text_input", '"B" if other else "A"', "typed", ""),
        ("text_input", '"A", "y" if other else "x"', "typed", "y"),
        ("text_input", '"A", key="k", max_chars=9 if other else 8', "typed", ""),
        ("text_input", '"A", key="l" if other else "k"', "typed", ""),
        ("selectbox", '"S", ["b", "c"] if other else ["a", "b"]', "b", "b"),
        ("selectbox", '"S", ["c", "d"] if other else ["a", "b"], key="k"', "b", "c"),
        ("number_input", '"N", 0, 3 if other else 9, key="k"', 4, 0),
        ("slider", '"A", 0, 8 if other else 9, key="k"', 4, 0),
    ],
)
def test_the_value_is_the_default_again(kind: str, arguments: str, value: Any, default: Any) -> None:
    assert value_after_the_switch(kind, arguments, value) == default


def test_containers_and_order_do_not_count() -> None:
    at = AppTest.from_string(
        """
        if st.checkbox("move"):
            with st.container():
                st.text("above")
                st.text_input("A")
        else:
            st.text_input("A")
        """
    ).run()
    at.text_input[0].set_value("typed").run()
    at.checkbox[0].check().run()
    assert at.text_input[0].value == "typed"


def test_the_sidebar_counts_without_a_key() -> None:
    at = AppTest.from_string(
        """
        side = st.checkbox("side")
        (st.sidebar if side else st).text_input("A")
        """
    ).run()
    at.text_input[0].set_value("typed").run()
    at.checkbox[0].check().run()
    assert at.sidebar.text_input[0].value == ""
