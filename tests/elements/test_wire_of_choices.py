"""Whatever a front end sends: an input takes what its options allow, and refuses the rest before any callback."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as any_

from jupyter_session_state._core.spec import KINDS

LABELS = ["a", "b", "c", "1", ""]
OPTIONS = ["a", "b", "c", 1, ""]
ATOMS = any_.one_of(
    any_.none(),
    any_.booleans(),
    any_.integers(),
    any_.floats(),
    any_.text(max_size=3),
    any_.binary(max_size=3),
    any_.sampled_from(LABELS),
)
JUNK = any_.recursive(
    ATOMS,
    lambda inner: any_.one_of(
        any_.lists(inner, max_size=4),
        any_.dictionaries(any_.text(max_size=2), inner, max_size=2),
        any_.tuples(inner, inner),
    ),
    max_leaves=6,
)
WIRES = any_.one_of(JUNK, any_.sampled_from(LABELS), any_.lists(any_.sampled_from(LABELS), max_size=4))


def taken(kind: str, wire: Any, **arguments: Any) -> Any:
    """Return what an input makes of a wire value in a list; an empty list if it refuses it."""
    control = KINDS[kind].declare("label", OPTIONS, **arguments)
    try:
        return [control.decode(wire)]
    except (TypeError, ValueError):
        return []


def is_one(value: Any) -> bool:
    return any(value is option for option in OPTIONS)


@given(WIRES)
def test_one_of_the_options_or_none(wire: Any) -> None:
    for kind in ("radio", "selectbox"):
        assert all(value is None or is_one(value) for value in taken(kind, wire, index=None))
        assert all(is_one(value) for value in taken(kind, wire))


@given(WIRES)
def test_a_text_or_one_of_the_options(wire: Any) -> None:
    for value in taken("selectbox", wire, accept_new_options=True):
        assert is_one(value) or value == wire


@given(WIRES)
def test_several_of_the_options_and_no_more_than_allowed(wire: Any) -> None:
    for value in taken("multiselect", wire, max_selections=2):
        assert len(value) <= 2
        assert all(map(is_one, value))
    for value in taken("multiselect", wire, accept_new_options=True):
        assert all(is_one(item) or isinstance(item, str) for item in value)


@given(WIRES)
def test_one_place_of_a_slider_or_two_in_order(wire: Any) -> None:
    assert all(is_one(value) for value in taken("select_slider", wire))
    for low, high in taken("select_slider", wire, value=("a", "b")):
        assert OPTIONS.index(low) <= OPTIONS.index(high)


@given(WIRES)
def test_what_can_be_pressed_in_a_group(wire: Any) -> None:
    for kind in ("pills", "segmented_control"):
        assert all(value is None or is_one(value) for value in taken(kind, wire))
        assert all(is_one(item) for value in taken(kind, wire, selection_mode="multi") for item in value)


@given(WIRES)
def test_a_grade_or_none(wire: Any) -> None:
    control = KINDS["feedback"].declare("stars")
    try:
        value = control.decode(wire)
    except (TypeError, ValueError):
        return
    assert value is None or (type(value) is int and 0 <= value < 5)
