"""What lasts one run: clicks, choices in menus, messages. And what the program may say under their keys."""

from __future__ import annotations

from typing import Any

import jupyter_session_state as st
from jupyter_session_state._core.reconcile import Update


def drafts(app: Any) -> list[Any]:
    """Texts that the last flush put into a field."""
    return [
        op.props["draft"] for op in app.front.ops if isinstance(op, Update) and "draft" in (op.props or {})
    ]


def draw_chat() -> Any:
    if st.button("suggest"):
        st.session_state.c = "What now?"
    st.text(f"said {st.chat_input(key='c')!r}, {st.session_state.c!r}")


def test_a_message_lasts_one_run(rig: Any) -> None:
    app = rig(draw_chat)
    app.app.click(app.id("c"), "hello")
    assert app.settle().texts == ["said 'hello', 'hello'"]
    app.click("suggest").settle()
    assert app.texts == ["said None, None"]


def test_a_text_that_the_script_assigns_waits_in_the_field(rig: Any) -> None:
    app = rig(draw_chat).click("suggest").settle()
    assert app.texts == ["said None, None"]
    assert drafts(app) == ["What now?"]
    app.app.click(app.id("c"), "well")
    assert app.settle().texts == ["said 'well', 'well'"]
    assert drafts(app) == [None]


def test_a_text_that_a_plain_cell_assigns_waits_in_the_field(rig: Any) -> None:
    app = rig(draw_chat)
    app.app.state.set("c", "From afar")
    app.app.ask("a plain cell assigned")
    assert app.settle().texts == ["said None, None"]
    assert drafts(app) == ["From afar"]
    app.app.ask("once more")
    assert app.settle().texts == ["said None, None"]


def test_a_text_is_put_into_the_field_again_when_it_is_assigned_again(rig: Any) -> None:
    app = rig(draw_chat).click("suggest").settle()
    app.app.ask("between")
    app.settle().click("suggest").settle()
    assert drafts(app) == ["What now?"]


def test_a_text_that_a_callback_assigns_waits_in_the_field(rig: Any) -> None:
    def put() -> None:
        st.session_state.c = "again: " + st.session_state.c

    def draw() -> None:
        st.text(f"said {st.chat_input(key='c', on_submit=put)!r}")

    app = rig(draw)
    app.app.click(app.id("c"), "hello")
    assert app.settle().texts == ["said None"]
    assert drafts(app) == ["again: hello"]


def test_other_values_under_the_key_of_a_chat_input_are_neither_shown_nor_sent(rig: Any) -> None:
    def draw() -> None:
        st.session_state.setdefault("c", 5)
        st.text(f"said {st.chat_input(key='c')!r}")

    app = rig(draw)
    assert (app.texts, app.errors) == (["said None"], [])


def test_a_button_whose_key_is_assigned_raises_until_the_key_is_deleted(rig: Any) -> None:
    def draw() -> None:
        if st.checkbox("free") and "b" in st.session_state:
            del st.session_state.b
        st.session_state.setdefault("started", True)
        st.text(str(st.button("b", key="b")))

    app = rig(draw)
    app.app.state.set("b", True)
    app.app.ask("a plain cell assigned")
    assert app.settle().errors == ["StreamlitValueAssignmentNotAllowedError"]
    assert app.edit("free", True).settle().texts == ["False"]


def test_a_foreign_value_stays_until_the_browser_sends_the_control(rig: Any) -> None:
    calls: list[Any] = []

    def draw() -> None:
        st.session_state.setdefault("k", 2)
        st.text(repr(st.checkbox("k", key="k", on_change=lambda: calls.append(st.session_state.k))))
        st.button("other")

    app = rig(draw)
    assert (app.texts, app.value("k")) == (["2"], True)
    app.click("other").settle()
    assert app.texts == ["True"]  # a browser sends every control with every interaction
    assert calls == [True]
    app.click("other").settle()
    assert calls == [True]


def test_what_comes_while_another_field_is_disabled_is_refused_alone(rig: Any) -> None:
    def draw() -> None:
        st.text(f"{st.text_input('a', key='a', disabled=True)} {st.text_input('b', key='b')}")

    app = rig(draw).edit("a", "x").edit("b", "y").settle()
    assert app.texts == ["y"]
    assert len(app.last.refused) == 1
    assert app.value("a") == ""


def test_a_disabled_control_may_say_what_it_shows_and_nothing_else(rig: Any) -> None:
    calls: list[Any] = []

    def draw() -> None:
        st.session_state.setdefault("k", 3)
        st.text(repr(st.checkbox("k", key="k", disabled=True, on_change=calls.append, args=(1,))))

    app = rig(draw).edit("k", False).settle()
    assert (app.texts, len(app.last.refused)) == (["3"], 1)
    app.edit("k", True).settle()
    assert (app.texts, app.last.refused, calls) == (["3"], [], [])
