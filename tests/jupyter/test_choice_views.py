"""From what an input with options says to the traits of its view, and from what its browser half sends back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets
import pytest
import traitlets

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state._jupyter.inputs import VIEWS
from jupyter_session_state._jupyter.markup.values import value_text
from jupyter_session_state._jupyter.views import ButtonGroup, MultiSelect, SelectSlider


def drawn(kind: str, *args: Any, value: Any = ..., **kwargs: Any) -> Element:
    """Return the element of a call."""
    control = KINDS[kind].declare(*args, **kwargs)
    wire = control.encode(control.default if value is ... else value)
    return Element(kind, {"label": "L", **control.props}, kind, control.view, wire)


def traits(element: Element) -> dict[str, Any]:
    """Return the traits that its view gets."""
    view = VIEWS[element.view]
    return {**view.all_traits(element), **view.value_trait(element, element.value)}


CALLS: list[tuple[type[Any], Element]] = [
    (ButtonGroup, drawn("radio", "L", ["a", "b"], captions=["x"])),
    (ButtonGroup, drawn("pills", "L", ["a", "b"], default="b")),
    (ButtonGroup, drawn("segmented_control", "L", ["a"], selection_mode="multi")),
    (ButtonGroup, drawn("feedback", "faces", default=3)),
    (MultiSelect, drawn("multiselect", "L", ["a", "b"], ["b", "a"], max_selections=2)),
    (SelectSlider, drawn("select_slider", "L", ["a", "b"], ("a", "b"))),
]


@pytest.mark.parametrize(("view", "element"), CALLS, ids=lambda each: getattr(each, "kind", ""))
def test_every_trait_is_one_of_the_view(view: type[Any], element: Element) -> None:
    assert VIEWS[element.view].make is view
    known = view.class_traits()
    given = traits(element)
    assert all(known[name].metadata.get("sync") for name in given)
    bare = type("Bare", (traitlets.HasTraits,), {name: known[name] for name in given})
    holder = bare(**given)
    assert {name: getattr(holder, name) for name in given} == given


@pytest.mark.parametrize(("view", "element"), CALLS, ids=lambda each: getattr(each, "kind", ""))
def test_what_the_browser_holds_comes_back(view: type[Any], element: Element) -> None:
    shown = VIEWS[element.view]
    assert shown.from_trait(traits(element)["value"], element.props) == element.value


def test_an_option_travels_by_its_label_and_is_shown_as_markdown() -> None:
    options = traits(drawn("pills", "L", ["plain", "**b**", "<i>"]))["options"]
    assert options == [
        {"label": "plain"},
        {"label": "**b**", "html": "<strong>b</strong>"},
        {"label": "<i>", "html": "&lt;i&gt;"},
    ]


def test_captions_stand_at_their_options() -> None:
    options = traits(drawn("radio", "L", ["a", "b", "c"], captions=[None, "*x*"]))["options"]
    assert options == [{"label": "a"}, {"label": "b", "caption": "<em>x</em>"}, {"label": "c"}]


def test_empty_fields_say_what_to_do() -> None:
    placeholders = [
        traits(drawn("multiselect", "L", ["a"], **how))["placeholder"]
        for how in ({}, {"accept_new_options": True}, {"placeholder": "Pick"}, {"placeholder": ""})
    ]
    assert placeholders == ["Choose options", "Choose or add options", "Pick", " "]


@pytest.mark.parametrize("kind", ["radio", "feedback"])
@pytest.mark.parametrize("sent", [None, "a", 1, ["a", "b"], {"a": 1}])
def test_what_one_choice_cannot_be_is_refused(kind: str, sent: Any) -> None:
    element = drawn("radio", "L", ["a", "b"]) if kind == "radio" else drawn("feedback")
    with pytest.raises(ValueError, match="expected"):
        VIEWS[element.view].from_trait(sent, element.props)


@pytest.mark.parametrize("sent", [["x"], ["10"], [""], [3]])
def test_what_no_grade_can_be_is_refused(sent: Any) -> None:
    with pytest.raises(ValueError, match=r"grade|invalid"):
        VIEWS["Feedback"].from_trait(sent, {})


def dropdown(**how: Any) -> tuple[ipywidgets.Dropdown, Callable[[Any], Any]]:
    """Return a drop-down, and what its index means."""
    element = drawn("selectbox", "L", ["a", "b"], **how)
    widget = VIEWS["Dropdown"].make(**traits(element))
    sent = {"options": list(widget._options_labels), "clearable": widget.clearable}
    return widget, lambda index: VIEWS["Dropdown"].from_trait(index, sent)


def test_a_box_without_a_choice_has_an_entry_for_it() -> None:
    widget, meant = dropdown(index=None, placeholder="Which?")
    assert widget._options_labels == ("Which?", "a", "b")
    assert widget.index == 0
    assert [meant(index) for index in (None, 0, 1, 2)] == [None, None, "a", "b"]


@pytest.mark.parametrize("how", [{}, {"index": None, "required": True}])
def test_a_box_that_always_has_a_choice_or_needs_one_has_no_such_entry(how: Any) -> None:
    widget, meant = dropdown(**how)
    assert widget._options_labels == ("a", "b")
    assert widget.index == (None if how else 0)
    assert [meant(index) for index in (0, 1)] == ["a", "b"]
    with pytest.raises(ValueError, match="option number"):
        meant(2)


@pytest.mark.parametrize(
    ("element", "text"),
    [
        (drawn("multiselect", "L", ["a", "b"], ["b", "a"]), "b, a"),
        (drawn("select_slider", "L", ["a", "b"], ("a", "b")), "a to b"),
        (drawn("pills", "L", ["a"]), ""),
        (drawn("radio", "L", ["a"], None), ""),
        (drawn("feedback", "stars", default=3), "4 stars"),
        (drawn("feedback"), ""),
    ],
)
def test_the_saved_picture_says_what_was_chosen(element: Element, text: str) -> None:
    assert value_text(element) == text
