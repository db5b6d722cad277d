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


def test_options_without_equality_call_back_only_when_one_is_chosen(rig: Any) -> None:
    class Thing:
        def __init__(self, name: str) -> None:
            self.name = name

    calls: list[str] = []

    def draw() -> None:
        things = [Thing("a"), Thing("b")]
        chosen = st.selectbox(
            "x", things, format_func=lambda t: t.name, on_change=lambda: calls.append("changed")
        )
        st.text(chosen.name)
        st.checkbox("other", key="c")

    app = rig(draw)
    app.edit("c", True).settle()
    app.app.ask("a plain cell")
    app.settle()
    assert (app.texts, calls) == (["a"], [])
    app.edit("x", "b").settle()
    app.edit("c", False).settle()
    assert (app.texts, calls) == (["b"], ["changed"])
