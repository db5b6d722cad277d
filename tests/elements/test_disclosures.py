"""Tabs, expanders and popovers: containers that may have a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.reconcile import Update, reconcile
from jupyter_session_state.testing import AppTest
from tests.elements.conftest import FunctionApp

CALLED: list[tuple[Any, ...]] = []
MAKERS: dict[str, Callable[..., Any]] = {
    "tabs": lambda **more: st.tabs(["A", "B"], **more)[1],
    "expander": lambda **more: st.expander("E", **more),
    "popover": lambda **more: st.popover("P", **more),
}
SENT = {"tabs": "B", "expander": True, "popover": True}


def container(app: FunctionApp, kind: str) -> Element:
    return next(e for e in app.tree.walk() if e.kind == kind)


@pytest.mark.parametrize("kind", MAKERS)
def test_nobody_is_told_unless_asked(app: Any, kind: str) -> None:
    shown = app(lambda: MAKERS[kind](key="k").open)
    assert shown.value is None
    assert "k" not in shown.state
    assert container(shown, kind).value is None


@pytest.mark.parametrize("kind", MAKERS)
def test_what_a_person_does_runs_the_app_with_a_value(app: Any, kind: str) -> None:
    shown = app(lambda: MAKERS[kind](key="k", on_change="rerun").open)
    assert shown.value is False
    assert shown.run(k=SENT[kind]).value is True
    assert shown.state.get("k") == SENT[kind]
    assert shown.run().value is True


@pytest.mark.parametrize("kind", MAKERS)
def test_a_callback_runs_before_the_script_and_sees_the_value(app: Any, kind: str) -> None:
    def told(*args: Any) -> None:
        CALLED.append((*args, st.session_state["k"]))

    CALLED.clear()
    shown = app(lambda: MAKERS[kind](key="k", on_change=told, args=("a",)))
    assert CALLED == []
    shown.run(k=SENT[kind]).run(k=SENT[kind])
    assert [("a", SENT[kind])] == CALLED


@pytest.mark.parametrize("kind", MAKERS)
def test_a_program_opens_it_and_the_page_is_told(app: Any, kind: str) -> None:
    shown = app(lambda: MAKERS[kind](key="k", on_change="rerun").open)
    before = shown.tree
    shown.state.set("k", SENT[kind])
    assert shown.run().value is True
    (update,) = [op for op in reconcile(before, shown.tree) if isinstance(op, Update)]
    assert (update.element.kind, update.value) == (kind, SENT[kind])


@pytest.mark.parametrize("kind", MAKERS)
def test_what_the_browser_did_itself_is_not_sent_back(app: Any, kind: str) -> None:
    shown = app(lambda: MAKERS[kind](key="k", on_change="rerun"))
    before = shown.tree
    shown.run(k=SENT[kind])
    browser = {shown.id_of("k"): SENT[kind]}
    assert [op for op in reconcile(before, shown.tree, browser) if isinstance(op, Update)] == []


@pytest.mark.parametrize("kind", MAKERS)
@settings(deadline=None, max_examples=40)  # an app runs in each, perhaps on a busy machine
@given(
    wire=some.none() | some.integers() | some.floats() | some.text() | some.lists(some.booleans(), max_size=2)
)
def test_what_no_browser_sends_is_refused(kind: str, wire: Any) -> None:
    def told() -> None:
        CALLED.append(("called",))

    shown = FunctionApp(lambda: MAKERS[kind](key="k", on_change=told).open, {})
    CALLED.clear()
    if wire != "A":
        assert shown.run(k=wire).value is (wire == "B" and kind == "tabs")
        assert bool(shown.record.refused) is not (wire == "B" and kind == "tabs")


def test_a_disabled_popover_stays_closed(app: Any) -> None:
    shown = app(lambda: st.popover("P", key="k", on_change="rerun", disabled=True).open)
    assert shown.run(k=True).value is False


@pytest.mark.parametrize("kind", MAKERS)
def test_in_a_form_it_works_at_once(app: Any, kind: str) -> None:
    def draw() -> bool | None:
        with st.form("f"):
            opened: bool | None = MAKERS[kind](key="k", on_change="rerun").open
            st.form_submit_button()
        return opened

    shown = app(draw)
    shown.app.receive(shown.id_of("k"), SENT[kind])
    shown.app.answer()
    assert shown.value is True


def test_what_is_in_it_is_drawn_whatever_its_value(app: Any) -> None:
    def draw() -> None:
        with st.expander("E", on_change="rerun"):
            st.text("inside")
        first, second = st.tabs(["A", "B"], on_change="rerun")
        first.text("one")
        second.text("two")

    assert [e.props["body"] for e in app(draw).drawn] == ["inside", "one", "two"]


def test_only_what_opens_can_be_asked_whether_it_is_open(app: Any) -> None:
    def draw() -> list[bool]:
        with st.expander("E") as fold:
            text = st.text("t")
            return [
                hasattr(place, "open")
                for place in (fold, text, fold.container(), st.empty(), st.columns(1)[0])
            ]

    assert app(draw).value == [True, False, False, False, False]


def test_with_a_key_it_stays_the_same_wherever_it_is_drawn(app: Any) -> None:
    deep = [False]

    def draw() -> None:
        with st.container() if deep[0] else st.columns(1)[0]:
            st.tabs(["A"], key="t")
            st.expander("E", key="e", on_change="rerun")

    shown = app(draw)
    before = {key: shown.id_of(key) for key in "te"}
    deep[0] = True
    shown.run()
    assert {key: shown.id_of(key) for key in "te"} == before


@pytest.mark.parametrize("first", ["button", *MAKERS, "container"])
@pytest.mark.parametrize("second", ["button", *MAKERS, "container"])
@pytest.mark.parametrize("mode", ["ignore", "rerun"])
def test_a_key_is_for_one(app: Any, first: str, second: str, mode: str) -> None:
    def make(kind: str) -> None:
        if kind in MAKERS:
            MAKERS[kind](key="k", on_change=mode)
        else:
            getattr(st, kind)(**({"label": "b"} if kind == "button" else {}), key="k")

    def draw() -> None:
        make(first)
        make(second)

    assert isinstance(app(draw).error, errors.StreamlitDuplicateElementKey)


def test_a_key_that_is_taken_says_by_what_and_where() -> None:
    at = AppTest.from_string("st.container(key='k')\nst.button('b', key='k')\n").run()
    assert "st.container (line 1)" in at.exception[0].value


NONE: Any = None
ODD: Any = 7
HUGE: Any = "huge"


@pytest.mark.parametrize(
    ("draw", "error", "words"),
    [
        (lambda: st.tabs([]), errors.StreamlitMissingRequiredParameterError, "at least one label"),
        (lambda: st.tabs([ODD]), errors.StreamlitInvalidParameterTypeError, "a str for each tab"),
        (lambda: st.tabs(["A"], default="B"), errors.StreamlitValueError, "default is 'B'.*'A'"),
        (lambda: st.tabs(["A", "A"], key="k", bind="query-params"), errors.StreamlitValueError, "all differ"),
        (lambda: st.tabs(["A"], on_change=NONE), errors.StreamlitValueError, "on_change of st.tabs"),
        (
            lambda: st.expander(NONE),
            errors.StreamlitMissingRequiredParameterError,
            "st.expander needs a label",
        ),
        (
            lambda: st.popover(NONE),
            errors.StreamlitMissingRequiredParameterError,
            "st.popover needs a label",
        ),
        (lambda: st.expander("E", type=ODD), errors.StreamlitValueError, "7.*'compact'"),
        (lambda: st.popover("P", type=ODD), errors.StreamlitValueError, "7.*'tertiary'"),
        (lambda: st.space(HUGE), errors.StreamlitValueError, "'huge'.*'large'"),
        (lambda: st.space(0), errors.StreamlitValueError, "above 0"),
    ],
)
def test_what_cannot_be_says_why(
    app: Any, draw: Callable[[], Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        _ = app(draw).value


def test_in_tests_tabs_are_found_one_by_one_and_containers_by_their_key() -> None:
    at = AppTest.from_string("""
        one, two = st.tabs(["One", "Two"], key="t")
        two.text("in two")
        st.expander("E", key="e").text("in e")
        st.popover("P", key="p", on_change="rerun").text("in p")
        st.container(key="c").text("in c")
        with st.form("f"):
            st.form_submit_button()
        st.space("large")
    """).run()
    assert [tab.label for tab in at.tabs] == ["One", "Two"]
    assert at.tabs[1].text[0].value == "in two"
    assert at.get_by_key("t").type == "tab_container"
    assert [at.get_by_key(key).text[0].value for key in "epc"] == ["in e", "in p", "in c"]
    assert at.get("popover")[0].label == "P"
    assert at.get_by_key("f").type == "form"
    assert at.space[0].value == "large"
