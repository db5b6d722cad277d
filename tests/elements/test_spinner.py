from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.place import CURRENT


def drawn_now() -> list[str]:
    run = CURRENT.get()
    assert run is not None
    return [e.kind for e in run.tree().walk() if not e.is_container]


def test_the_ring_turns_while_the_block_runs(app: Any) -> None:
    seen: list[str] = []

    def draw() -> None:
        with st.spinner("Wait", show_time=True):
            seen.extend(drawn_now())
            st.text("in")
        st.text("after")

    assert app(draw).kinds == ["empty", "text", "text"]
    assert seen == ["spinner"]


def test_nothing_is_drawn_before_the_block_is_entered(app: Any) -> None:
    assert app(lambda: st.spinner("x") and None).kinds == []


@pytest.mark.parametrize("leave", [st.stop, lambda: 1 / 0])
def test_the_ring_goes_however_the_block_ends(app: Any, leave: Any) -> None:
    def draw() -> None:
        with st.spinner("Wait"):
            leave()

    assert app(draw).kinds[0] == "empty"


def test_a_rerun_from_within_is_a_rerun(app: Any) -> None:
    def draw() -> None:
        if "again" not in st.session_state:
            st.session_state.again = True
            with st.spinner("Wait"):
                st.rerun()
        st.text("second")

    assert app(draw).kinds == ["text"]


def test_what_replaced_the_ring_stays(app: Any) -> None:
    def draw() -> None:
        with st.empty(), st.spinner("Wait"):
            st.text("done")

    assert app(draw).kinds == ["text"]


def test_it_may_mark_a_function(app: Any) -> None:
    def draw() -> str:
        mark: Any = st.spinner("Wait")
        return str(mark(lambda: ",".join(drawn_now()))())

    shown = app(draw)
    assert shown.value == "spinner"
    assert shown.kinds == ["empty"]
