"""st.status: a box that says how something long goes."""

from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.place import CURRENT
from jupyter_session_state.testing import AppTest


def box_of(app: Any) -> Element:
    found: Element = next(e for e in app.tree.walk() if e.kind == "status")
    return found


def state_now() -> Any:
    run = CURRENT.get()
    assert run is not None
    return next(e for e in run.tree().walk() if e.kind == "status").props["state"]


def test_a_block_runs_and_is_complete_when_it_ends(app: Any) -> None:
    seen: list[Any] = []

    def draw() -> None:
        with st.status("Load") as box:
            st.text("in")
            seen.append(state_now())
            box.caption("in too")
        st.text("after")

    shown = app(draw)
    assert seen == ["running"]
    assert box_of(shown).props["state"] == "complete"
    assert [child.kind for child in box_of(shown).children] == ["text", "caption"]


@pytest.mark.parametrize("leave", [st.stop, lambda: 1 / 0])
def test_a_block_that_does_not_come_to_its_end_has_failed(app: Any, leave: Any) -> None:
    def draw() -> None:
        with st.status("Load"):
            leave()

    assert box_of(app(draw)).props["state"] == "error"


def test_a_state_that_was_set_is_not_overruled_by_the_end_of_the_block(app: Any) -> None:
    def draw() -> None:
        with st.status("Load") as box:
            box.update(state="error")

    assert box_of(app(draw)).props["state"] == "error"


def test_an_update_changes_what_it_names_and_nothing_else(app: Any) -> None:
    def draw() -> None:
        box = st.status("Load", expanded=True)
        box.text("in")
        box.update(label="Loading 1 of 2")
        box.update(expanded=False, state="complete")

    shown = box_of(app(draw))
    assert (shown.props["label"], shown.props["expanded"], shown.props["state"]) == (
        "Loading 1 of 2",
        False,
        "complete",
    )
    assert len(shown.children) == 1


def test_what_is_drawn_in_it_has_no_state_of_its_own(app: Any) -> None:
    def draw() -> list[bool]:
        box = st.status("Load")
        return [hasattr(handle, "update") for handle in (box, box.container(), box.text("x"))]

    assert app(draw).value == [True, False, False]


@pytest.mark.parametrize("wrong", [{"state": "done"}, {"type": "big"}])
def test_what_is_no_state_or_type_is_refused(app: Any, wrong: Any) -> None:
    assert isinstance(app(lambda: st.status("L", **wrong) and None).error, errors.StreamlitValueError)


def test_an_unknown_state_is_refused_by_an_update_too(app: Any) -> None:
    def draw() -> None:
        st.status("L").update(state="done")  # type: ignore[arg-type]

    shown = app(draw)
    assert isinstance(shown.error, errors.StreamlitValueError)
    assert box_of(shown).props["state"] == "running"


KEPT: list[Any] = []


def test_the_handle_of_a_run_that_is_over_changes_nothing(app: Any) -> None:
    def draw() -> None:
        if KEPT:
            KEPT[0].update(label="late")
        KEPT.append(st.status("now"))

    KEPT.clear()
    shown = app(draw).run()
    assert shown.error is None
    assert [e.props["label"] for e in shown.tree.walk() if e.kind == "status"] == ["now"]


SCRIPT = """
import streamlit as st
with st.status("Done") as done:
    st.text("in")
st.status("On").update(label="Going on")
try:
    with st.status("Bad"):
        1 / 0
except ZeroDivisionError:
    pass
"""


def test_apptest_shows_label_state_icon_and_content() -> None:
    from streamlit.testing.v1 import AppTest as TheirAppTest

    def seen(test: Any) -> list[Any]:
        test.run()
        return [
            [(s.label, s.state, s.icon, s.type) for s in test.status],
            [t.value for t in test.status[0].text],
            len(test.expander),
        ]

    ours = seen(AppTest.from_string(SCRIPT))
    assert ours[0][0] == ("Done", "complete", ":material/check:", "status")
    assert ours == seen(TheirAppTest.from_string(SCRIPT))
