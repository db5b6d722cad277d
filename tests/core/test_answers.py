"""How an app answers what its user does."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.reconcile import STALE_FROM


class OwnError(BaseException):
    """As some libraries have it."""


def element(rig: Any, label: str) -> Element:
    found: Element = next(e for e in rig.app.tree.walk() if e.props.get("label") == label)
    return found


# -- callbacks -----------------------------------------------------------------------------------------------


def test_callbacks_run_in_page_order_and_each_sees_all_new_values(rig: Any) -> None:
    seen: list[Any] = []

    def note(name: str) -> None:
        seen.append((name, st.session_state.a, st.session_state.b))

    def script() -> None:
        seen.append("script")
        st.checkbox("A", key="a", on_change=note, args=("a",))
        st.sidebar.checkbox("S", key="s", on_change=note, args=("s",))
        st.checkbox("B", key="b", on_change=note, args=["b"])

    app = rig(script)
    del seen[:]
    app.edit("S", True).edit("B", True).edit("A", True).settle()
    assert seen == [("a", True, True), ("b", True, True), ("s", True, True), "script"]


def test_a_callback_fires_for_a_change_only(rig: Any) -> None:
    calls: list[int] = []
    app = rig(lambda: st.checkbox("A", on_change=calls.append, args=(1,)))
    app.edit("A", False).settle()
    assert calls == []
    app.edit("A", True).settle()
    assert calls == [1]


def test_an_assignment_fires_no_callback(rig: Any) -> None:
    calls: list[int] = []
    app = rig(lambda: st.checkbox("A", key="a", on_change=calls.append, args=(1,)))
    app.app.state.set("a", True)
    app.app.ask("a test")
    app.settle()
    assert app.value("A") is True
    assert calls == []


def test_arguments_are_those_of_the_run_that_drew_the_widget(rig: Any) -> None:
    seen: list[Any] = []

    def script() -> None:
        box = st.checkbox("A", key="a")
        st.checkbox(
            "B",
            key="b",
            on_change=lambda value, **kw: seen.append((value, kw)),
            args=(box,),
            kwargs={"k": box},
        )

    app = rig(script)
    app.edit("A", True).edit("B", True).settle()
    assert seen == [(False, {"k": False})]


def test_a_callback_may_assign_any_widget_and_beats_what_its_user_did(rig: Any) -> None:
    def swap() -> None:
        st.session_state.a = False
        st.session_state.b = True

    def script() -> None:
        st.checkbox("A", key="a", on_change=swap)
        st.checkbox("B", key="b")

    app = rig(script)
    app.edit("A", True).settle()
    assert (app.value("A"), app.value("B")) == (False, True)


def test_what_a_callback_draws_stands_above_the_page(rig: Any) -> None:
    def script() -> None:
        st.text("script")

        def say() -> None:
            st.text("callback")

        st.button("Go", on_click=say)

    app = rig(script)
    assert app.click("Go").settle().texts == ["callback", "script"]
    app.app.ask("a test")
    assert app.settle().texts == ["script"]


def test_an_error_in_a_callback_is_shown_instead_of_the_page(rig: Any) -> None:
    calls: list[str] = []

    def fail() -> None:
        st.session_state.before = 1
        raise RuntimeError("broken")

    def script() -> None:
        calls.append("script")
        st.checkbox("A", key="a", on_change=fail)
        st.checkbox("B", key="b", on_change=calls.append, args=("b",))

    app = rig(script)
    app.edit("A", True).edit("B", True).settle()
    assert app.errors == ["RuntimeError"]
    assert calls == ["script"]
    assert app.state == {"a": True, "b": True, "before": 1}
    assert app.last.ending == "error"
    assert "broken" in app.last.error
    app.app.ask("a test")
    assert app.settle().errors == []


def test_arguments_that_do_not_fit_are_an_error_when_they_are_used(rig: Any) -> None:
    app = rig(lambda: st.button("Go", on_click=lambda: None, args=(1,)))
    assert app.errors == []
    assert app.click("Go").settle().errors == ["TypeError"]


def test_stop_in_a_callback_ends_the_interaction(rig: Any) -> None:
    app = rig(lambda: (st.button("Go", key="go", on_click=st.stop), st.text("script")))
    app.click("Go").settle()
    assert app.texts == []
    assert app.last.ending == "stopped"
    app.app.ask("a test")
    assert app.settle().texts == ["script"]
    assert app.state == {"go": False}


def test_rerun_in_a_callback_runs_the_script_once_without_the_click(rig: Any) -> None:
    seen: list[Any] = []

    def script() -> None:
        seen.append(st.button("Go", on_click=st.rerun))

    app = rig(script)
    app.click("Go").settle()
    assert seen == [False, False]


def test_callbacks_after_one_that_reruns_still_run(rig: Any) -> None:
    calls: list[str] = []

    def script() -> None:
        st.checkbox("A", on_change=st.rerun)
        st.checkbox("B", on_change=calls.append, args=("b",))

    rig(script).edit("A", True).edit("B", True).settle()
    assert calls == ["b"]


# -- how a run ends ------------------------------------------------------------------------------------------


def test_stop_leaves_what_was_drawn(rig: Any) -> None:
    app = rig(lambda: (st.text("one"), st.stop(), st.text("two")))
    assert app.texts == ["one"]
    assert app.last.ending == "stopped"


def test_system_exit_ends_a_script_without_a_word(rig: Any) -> None:
    def script() -> None:
        st.text("one")
        raise SystemExit(3)

    assert rig(script).texts == ["one"]


def test_an_error_stands_below_what_was_drawn_outside_of_open_containers(rig: Any) -> None:
    def script() -> None:
        with st.container():
            st.text("in the container")
            raise ValueError("here")

    app = rig(script)
    main = next(e for e in app.app.tree.walk() if e.kind == "main")
    assert [child.kind for child in main.children] == ["container", "exception"]


def test_a_traceback_shows_the_frames_of_the_script_only(rig: Any) -> None:
    def script() -> None:
        raise ValueError("here")

    app = rig(script)
    (shown,) = (e for e in app.app.tree.walk() if e.kind == "exception")
    assert any('raise ValueError("here")' in line for line in shown.props["traceback"])
    assert not any("answer.py" in line for line in shown.props["traceback"])


def test_an_interrupt_ends_the_run_and_leaves_the_state_sound(rig: Any) -> None:
    def script() -> None:
        st.checkbox("A", key="a")
        if st.session_state.a:
            raise KeyboardInterrupt

    app = rig(script).edit("A", True).settle()
    assert app.last.ending == "interrupted"
    assert app.edit("A", False).settle().last.ending == "completed"
    assert app.state == {"a": False}


def test_scripts_cannot_swallow_what_ends_a_run(rig: Any) -> None:
    def script() -> None:
        try:
            st.stop()
        except Exception:  # noqa: BLE001 - as careless scripts do
            st.text("swallowed")

    assert rig(script).texts == []


def test_rerun_shows_the_last_run_only_and_forgets_the_click(rig: Any) -> None:
    def script() -> None:
        st.text(f"clicked {st.session_state.get('n', 0)}")
        if st.button("Go"):
            st.session_state.n = st.session_state.get("n", 0) + 1
            st.rerun()

    assert rig(script).click("Go").settle().texts == ["clicked 1"]


def test_a_rerun_for_a_missing_fragment_says_so(rig: Any) -> None:
    assert rig(lambda: st.rerun(scope="fragment")).errors == ["StreamlitInvalidLayoutContextError"]


def test_a_run_gives_way_to_newer_input_and_keeps_widgets_below(rig: Any) -> None:
    app: Any = None

    def script() -> None:
        st.checkbox("A", key="a")
        if app is not None and st.session_state.a and not st.session_state.get("b"):
            app.loop.newer = True
        st.checkbox("B", key="b")

    app = rig(script)
    app.edit("A", True)
    app.app.answer()
    assert app.last.ending == "aborted"
    assert app.state == {"a": True, "b": False}
    assert app.value("B") is False
    main = next(e for e in app.app.tree.walk() if e.kind == "main")
    assert main.props[STALE_FROM] == 1
    app.loop.newer = False
    app.edit("B", True).settle()
    assert app.last.ending == "completed"
    assert app.state == {"a": True, "b": True}


@pytest.mark.parametrize("then", ["", "error", "stop", "exit"])
def test_a_run_told_to_give_way_does_so_though_a_bare_except_swallows_it(rig: Any, then: str) -> None:
    app: Any = None
    swallowed: list[str] = []

    def careless(label: str) -> None:
        try:
            st.checkbox(label, key=label)
        except:  # noqa: E722 - careless it is
            swallowed.append(label)
            app.loop.newer = False  # asked again, the loop would let this run finish

    def script() -> None:
        overtaken = st.checkbox("A")
        if overtaken:
            app.loop.newer = True
        careless("B")
        careless("C")
        if overtaken and then == "error":
            raise ValueError("what it needs is not there")
        if overtaken and then == "stop":
            st.stop()
        if overtaken and then == "exit":
            sys.exit()

    app = rig(script)
    app.edit("B", True).settle()
    app.edit("A", True)
    app.app.answer()
    assert swallowed == ["B", "C"]
    assert app.last.ending == "aborted"
    assert app.state == {"B": True, "C": False}, "what it did not draw is not gone"
    assert app.errors == []


def test_a_callback_is_done_once_and_whole_though_newer_input_waits(rig: Any) -> None:
    app: Any = None
    done: list[str] = []

    def changed(name: str) -> None:
        done.append(f"{name} begins")
        app.loop.newer = True
        st.text("drawn in the callback")
        done.append(f"{name} ends")

    def script() -> None:
        for name in "AB":
            st.checkbox(name, on_change=changed, args=(name,))
        st.text("drawn in the script")

    app = rig(script)
    app.edit("A", True).edit("B", True)
    app.app.answer()
    assert done == ["A begins", "A ends", "B begins", "B ends"]
    assert app.last.ending == "aborted", "the script itself gives way"


@pytest.mark.parametrize("where", ["script", "callback", "fragment"])
@pytest.mark.parametrize(
    "error", [GeneratorExit, asyncio.CancelledError, MemoryError, type("Own", (BaseException,), {})]
)
def test_no_exception_passes_through_an_app(rig: Any, where: str, error: type[BaseException]) -> None:
    def bad() -> None:
        if st.session_state.go:
            raise error("no good")

    def script() -> None:
        st.checkbox("Go", key="go", on_change=bad if where == "callback" else None)
        if where == "script":
            bad()
        if where == "fragment":
            st.fragment(bad)()

    app = rig(script).edit("Go", True).settle()
    assert app.errors == [error.__name__]
    assert app.last.ending == "error"
    assert app.app.running is None
    assert app.edit("Go", False).settle().errors == []


def test_an_error_that_cannot_say_what_it_is_is_shown(rig: Any) -> None:
    class MuteError(Exception):
        __notes__: Any = 5

        def __str__(self) -> str:
            raise KeyError("text")

    def script() -> None:
        raise MuteError

    app = rig(script)
    assert app.errors == ["MuteError"]
    assert "str() raised KeyError" in app.last.error


def test_containers_without_end_are_one_clear_error(rig: Any) -> None:
    def deeper() -> None:
        with st.container():
            deeper()

    def script() -> None:
        st.text("above")
        deeper()

    app = rig(script)
    assert app.errors == ["StreamlitInvalidLayoutContextError"]
    assert "more than 100 containers" in app.last.error
    assert app.texts == ["above"]


def test_a_run_that_answers_a_click_is_never_given_up(rig: Any) -> None:
    app: Any = None
    clicks: list[int] = []

    def script() -> None:
        clicked = st.button("Go")
        if app is not None:
            app.loop.newer = True
        st.text("further")
        if clicked:
            clicks.append(1)

    app = rig(script)
    app.click("Go")
    app.app.answer()
    assert clicks == [1]
    assert app.last.ending == "completed"


def test_no_click_is_lost(rig: Any) -> None:
    counts = {"A": 0, "B": 0}

    def script() -> None:
        for name in counts:
            counts[name] += st.button(name)

    app = rig(script)
    for name in "ABAAB":
        app.click(name)
    app.settle()
    assert counts == {"A": 3, "B": 2}


def test_drawing_outside_of_a_run_says_what_to_do() -> None:
    with pytest.raises(st.errors.NoRunError, match=r"%%stateapp"):
        st.text("x")


# -- input that is refused -----------------------------------------------------------------------------------


def test_a_disabled_control_takes_no_input_and_shows_its_own_value_again(rig: Any) -> None:
    calls: list[int] = []
    app = rig(lambda: st.checkbox("A", key="a", disabled=True, on_change=calls.append, args=(1,)))
    app.edit("A", True).settle()
    assert (app.state, calls) == ({"a": False}, [])
    assert app.value("A") is False
    assert "disabled" in app.last.refused[0]


def test_a_disabled_button_does_not_fire(rig: Any) -> None:
    seen: list[bool] = []
    app = rig(lambda: seen.append(st.button("Go", disabled=True)))
    app.click("Go").settle()
    assert seen == [False, False]


@pytest.mark.parametrize("wire", ["c", 1, None, ["a"]])
def test_what_is_none_of_the_options_is_refused(rig: Any, wire: Any) -> None:
    app = rig(lambda: st.selectbox("S", ["a", "b"], key="s"))
    app.edit("S", wire).settle()
    assert app.state == {"s": "a"}
    assert app.value("S") == "a"


@pytest.mark.parametrize("wire", ["yes", 1, None])
def test_values_of_another_type_are_refused(rig: Any, wire: Any) -> None:
    app = rig(lambda: st.checkbox("A", key="a"))
    app.edit("A", wire).settle()
    assert app.state == {"a": False}
    assert "'A'" in app.last.refused[0]


def test_input_of_unknown_controls_is_ignored(rig: Any) -> None:
    app = rig(lambda: st.checkbox("A", key="a"))
    app.app.receive("$$ID-unknown", True)
    app.settle()
    assert app.state == {"a": False}


# -- forms ---------------------------------------------------------------------------------------------------


def form_script(*, clear: bool = False) -> Any:
    def script() -> None:
        st.session_state.runs = st.session_state.get("runs", 0) + 1
        with st.form("f", clear_on_submit=clear):
            st.text_input("T", "first", key="t")
            st.form_submit_button("Send", key="send")
        st.checkbox("outside", key="outside")

    return script


def test_a_draft_wakes_nobody_and_survives_other_runs(rig: Any) -> None:
    app = rig(form_script())
    woken = app.loop.woken
    app.edit("T", "draft")
    assert app.loop.woken == woken
    app.edit("outside", True).settle()
    assert app.state["t"] == "first"
    assert app.value("T") == "draft"
    assert app.front.updated() == []


def test_submit_sends_the_drafts_of_its_form(rig: Any) -> None:
    app = rig(form_script())
    app.edit("T", "draft").click("Send").settle()
    assert app.state == {"runs": 2, "t": "draft", "send": False, "outside": False}


def test_a_form_that_clears_itself_shows_defaults_and_keeps_the_values_in_state(rig: Any) -> None:
    app = rig(form_script(clear=True))
    app.edit("T", "sent").click("Send").settle()
    assert app.state["t"] == "sent"
    assert app.value("T") == "first"
    app.click("Send").settle()
    assert app.state["t"] == "first"


def test_a_program_value_discards_the_draft_of_its_field(rig: Any) -> None:
    script = form_script()

    def assigning() -> None:
        if st.session_state.get("outside"):
            st.session_state.t = "program"
        script()

    app = rig(assigning)
    app.edit("T", "draft").edit("outside", True).settle()
    assert app.value("T") == "program"
    app.click("Send").settle()
    assert app.state["t"] == "program"


def test_a_mode_that_ignores_changes_waits_for_another_run(rig: Any) -> None:
    def script() -> None:
        st.checkbox("A", key="a", on_change="ignore")
        st.checkbox("B", key="b")

    app = rig(script)
    woken = app.loop.woken
    app.edit("A", True).settle()
    assert (app.loop.woken, app.state["a"]) == (woken, False)
    app.edit("B", True).settle()
    assert app.state == {"a": True, "b": True}


# -- what the page gets --------------------------------------------------------------------------------------


def test_nothing_is_sent_for_a_run_that_changes_nothing(rig: Any) -> None:
    app = rig(lambda: (st.checkbox("A"), st.text("x")))
    app.edit("A", True).settle()
    assert app.front.ops == []
    assert app.last.elements_changed == 0


def test_only_the_control_that_the_program_changed_is_sent(rig: Any) -> None:
    def script() -> None:
        if st.checkbox("A", key="a"):
            st.session_state.b = True
        st.checkbox("B", key="b")
        st.checkbox("C", key="c")

    app = rig(script)
    app.edit("A", True).settle()
    assert app.front.updated() == ["B"]
