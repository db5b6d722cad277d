"""What a browser says of controls nobody touched: its own value, whatever became of the one in session state."""

from __future__ import annotations

from typing import Any

import jupyter_session_state as st


def test_a_list_changed_in_place_after_its_widget_is_what_the_browser_shows_again(rig: Any) -> None:
    calls: list[Any] = []

    def draw() -> None:
        st.multiselect(
            "m", ["a", "b"], ["a"], key="m", on_change=lambda: calls.append(list(st.session_state.m))
        )
        if st.checkbox("mutate", key="c"):
            st.session_state.m.append("b")

    app = rig(draw)
    app.edit("c", True).settle()
    assert app.state["m"] == ["a", "b"]
    assert calls == []
    app.edit("c", False).settle()
    assert app.state["m"] == ["a"]
    assert calls == [["a"]]


def test_a_list_assigned_after_the_run_is_not_taken_back(rig: Any) -> None:
    app = rig(lambda: st.multiselect("m", ["a", "b"], key="m"))
    app.app.state.set("m", ["b"])
    app.app.ask("a plain cell assigned")
    app.settle()
    assert app.state["m"] == ["b"]
    assert app.value("m") == ["b"]


def test_a_list_that_was_not_changed_is_not_sent_again(rig: Any) -> None:
    calls: list[str] = []

    def draw() -> None:
        st.multiselect("m", ["a", "b"], ["a"], key="m", on_change=lambda: calls.append("changed"))
        st.checkbox("other", key="c")

    rig(draw).edit("c", True).settle()
    assert calls == []
