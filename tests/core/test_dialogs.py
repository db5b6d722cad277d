"""Dialogs: windows above the app, whose content is a fragment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.element import Element


def window(rig: Any) -> Element | None:
    """The dialog on the page, if one is open."""
    found: Element | None = next((e for e in rig.app.tree.walk() if e.kind == "dialog"), None)
    return found


def asking(seen: list[Any], **terms: Any) -> Callable[[], None]:
    """A script with a button that opens a dialog."""

    def ask(item: str) -> None:
        seen.append("dialog")
        st.text(f"{item}: {st.text_input('Reason', key='reason') or 'none'}")
        if st.button("Send", key="send"):
            st.session_state.vote = (item, st.session_state.reason)
            st.rerun()

    def script() -> None:
        seen.append("script")
        if st.button("Open", key="open"):
            st.dialog("Why?", **terms)(ask)("A")
        st.text("page")

    return script


def test_a_call_opens_it_above_the_page(rig: Any) -> None:
    app = rig(asking([])).click("open").settle()
    assert app.texts == ["page", "A: none"]
    dialog = window(app)
    assert dialog is not None
    assert dialog.props["label"] == "Why?"
    assert [root.kind for root in app.app.tree.children if dialog in root.children] == ["event"]


def test_a_widget_in_it_runs_the_function_alone_and_it_stays_open(rig: Any) -> None:
    seen: list[Any] = []
    app = rig(asking(seen)).click("open").settle()
    seen.clear()
    app.edit("reason", "because").settle()
    assert seen == ["dialog"]
    assert app.texts == ["page", "A: because"]
    assert window(app) is not None


def test_rerun_in_it_closes_it_and_drops_its_widgets(rig: Any) -> None:
    app = rig(asking([])).click("open").settle().edit("reason", "because").settle().click("send").settle()
    assert window(app) is None
    assert app.state == {"open": False, "vote": ("A", "because")}


def test_a_run_of_everything_without_the_call_closes_it(rig: Any) -> None:
    app = rig(asking([])).click("open").settle()
    app.app.ask("a test")
    assert window(app.settle()) is None
    assert app.state == {"open": False}


def test_each_call_opens_it_again_though_its_user_may_have_closed_it(rig: Any) -> None:
    app = rig(asking([]))
    openings = []
    for _ in range(2):
        dialog = window(app.click("open").settle())
        assert dialog is not None
        openings.append(dialog.props["opening"])
    assert openings[0] != openings[1]


def test_a_run_of_its_content_does_not_open_it_again(rig: Any) -> None:
    app = rig(asking([])).click("open").settle()
    before = window(app)
    after = window(app.edit("reason", "because").settle())
    assert before is not None
    assert after is not None
    assert before.props is after.props


def test_what_the_function_returns_is_dropped(rig: Any) -> None:
    returned: list[Any] = []
    rig(lambda: returned.append(st.dialog("T")(lambda: 5)()))
    assert returned == [None]


def test_it_is_no_part_of_the_container_it_was_called_in(rig: Any) -> None:
    def script() -> None:
        with st.sidebar, st.form("f"):
            st.dialog("T")(lambda: st.button("In", key="in"))()
            st.form_submit_button("Send")

    app = rig(script)
    assert app.errors == []
    assert app.app.registrations[app.id("in")].form is None


# -- rules ---------------------------------------------------------------------------------------------------


def open_one(title: str = "One", **terms: Any) -> str:
    st.dialog(title, **terms)(lambda: st.text(title))()
    return title


def test_only_one_may_be_opened_in_a_run(rig: Any) -> None:
    app = rig(lambda: (open_one("One"), open_one("Two")))
    assert app.errors == ["StreamlitInvalidLayoutContextError"]
    assert app.texts == ["One"]


def test_the_same_one_twice_is_a_duplicate(rig: Any) -> None:
    assert rig(lambda: (open_one(), open_one())).errors == ["StreamlitDuplicateElementId"]


def test_one_in_another_is_refused(rig: Any) -> None:
    app = rig(st.dialog("Outer")(open_one))
    assert app.errors == ["StreamlitInvalidLayoutContextError"]


def test_a_run_of_its_content_may_not_open_another_one(rig: Any) -> None:
    def content() -> None:
        if st.checkbox("More"):
            open_one()

    app = rig(st.dialog("Outer")(content)).edit("More", True).settle()
    assert app.errors == ["StreamlitInvalidLayoutContextError"]


@pytest.mark.parametrize("title", ["", None])
def test_it_needs_a_title(title: Any) -> None:
    with pytest.raises(st.errors.StreamlitMissingRequiredParameterError, match="title"):
        st.dialog(title)


def test_without_parentheses_it_has_no_title() -> None:
    with pytest.raises(st.errors.StreamlitMissingRequiredParameterError):

        @st.dialog
        def ask() -> None: ...


@pytest.mark.parametrize(
    ("terms", "error"),
    [
        ({"width": "huge"}, "StreamlitValueError"),
        ({"width": 0}, "StreamlitValueError"),
        ({"width": True}, "StreamlitValueError"),
        ({"width": 2**32}, "StreamlitValueError"),
        ({"position": "up"}, "StreamlitValueError"),
        ({"on_dismiss": 5}, "StreamlitValueError"),
        ({"on_dismiss": None}, "StreamlitValueError"),
        ({"icon": "letters"}, "StreamlitAPIException"),
        ({"icon": 5}, "StreamlitInvalidParameterTypeError"),
    ],
)
def test_wrong_arguments_are_refused_when_it_is_opened(rig: Any, terms: Any, error: str) -> None:
    app = rig(lambda: open_one(**terms))
    assert app.errors == [error]
    assert window(app) is None


@pytest.mark.parametrize(
    "icon", [None, "", "🔥", ":material/thumb_up:", "spinner", "1️⃣", "\u2139\ufe0f", "🇩🇪", "👩‍👩‍👧"]
)
def test_icons(rig: Any, icon: str | None) -> None:
    app = rig(lambda: open_one(icon=icon, width=300, position="left"))
    dialog = window(app)
    assert dialog is not None
    assert dialog.props["icon"] == (icon or "")


def test_an_error_in_it_shows_in_it_and_ends_the_script(rig: Any) -> None:
    def fail() -> None:
        raise ValueError("broken")

    app = rig(lambda: (st.dialog("T")(fail)(), st.text("below")))
    dialog = window(app)
    assert dialog is not None
    assert [e.kind for e in dialog.children[0].children] == ["exception"]
    assert app.texts == []


# -- closed by its user --------------------------------------------------------------------------------------


def close(rig: Any) -> Any:
    """Close the dialog as its user does, with the button at its top."""
    dialog = window(rig)
    assert dialog is not None
    rig.app.dismiss(dialog.id)
    return rig.settle()


def test_nothing_follows_when_nobody_asked(rig: Any) -> None:
    seen: list[Any] = []
    app = rig(asking(seen)).click("open").settle()
    seen.clear()
    close(app)
    assert seen == []


def test_a_run_of_everything_follows_if_asked(rig: Any) -> None:
    seen: list[Any] = []
    app = rig(asking(seen, on_dismiss="rerun")).click("open").settle()
    seen.clear()
    assert window(close(app)) is None
    assert seen == ["script"]
    assert "'Why?' was closed" in app.app.why()


def test_a_function_is_called_before_that_run(rig: Any) -> None:
    seen: list[Any] = []
    app = rig(asking(seen, on_dismiss=lambda: seen.append("closed"))).click("open").settle()
    seen.clear()
    close(app)
    assert seen == ["closed", "script"]
    assert app.state == {"open": False}


def test_one_that_may_not_be_closed_is_not(rig: Any) -> None:
    seen: list[Any] = []
    app = rig(asking(seen, on_dismiss=lambda: seen.append("closed"), dismissible=False))
    app.click("open").settle()
    seen.clear()
    close(app)
    assert "closed" not in seen
    assert "disabled" in app.app.why()


# -- with fragments ------------------------------------------------------------------------------------------


def opener(runs: Counter[str]) -> Callable[[], None]:
    def content() -> None:
        runs["dialog"] += 1
        st.checkbox("In", key="in")

    def part() -> None:
        runs["part"] += 1
        if st.button("Open", key="open"):
            st.dialog("T", on_dismiss="rerun")(content)()
        st.checkbox("On", key="on")

    def script() -> None:
        runs["script"] += 1
        st.fragment(part)()

    return script


def test_a_fragment_opens_one_without_the_script(rig: Any) -> None:
    runs: Counter[str] = Counter()
    app = rig(opener(runs)).click("open").settle()
    assert runs == {"script": 1, "part": 2, "dialog": 1}
    assert window(app) is not None


def test_it_stays_while_the_fragment_that_opened_it_runs_again(rig: Any) -> None:
    runs: Counter[str] = Counter()
    app = rig(opener(runs)).click("open").settle().edit("on", True).settle()
    assert window(app) is not None
    app.edit("in", True).settle()
    assert runs == {"script": 1, "part": 3, "dialog": 2}
    assert app.state["in"] is True


def test_both_may_run_together(rig: Any) -> None:
    runs: Counter[str] = Counter()
    app = rig(opener(runs)).click("open").settle()
    runs.clear()
    app.edit("in", True).edit("on", True).settle()
    assert runs == {"part": 1, "dialog": 1}


@pytest.mark.parametrize("order", [["on", "in"], ["in", "on"]], ids=" ".join)
def test_a_fragment_that_opens_it_each_time_does_so_when_both_run(rig: Any, order: list[str]) -> None:
    def content() -> None:
        st.text(f"in: {st.checkbox('In', key='in')}")

    def part() -> None:
        st.checkbox("On", key="on")
        st.dialog("T")(content)()

    app = rig(st.fragment(part))
    for key in order:
        app.edit(key, True)
    app.settle()
    assert app.errors == []
    assert app.texts == ["in: True"]
    assert app.state == {"on": True, "in": True}


def test_it_is_opened_anew_by_the_fragment(rig: Any) -> None:
    runs: Counter[str] = Counter()
    app = rig(opener(runs)).click("open").settle().edit("in", True).settle().click("open").settle()
    assert app.errors == []
    dialogs = [e for e in app.app.tree.walk() if e.kind == "dialog"]
    assert len(dialogs) == 1
    assert app.value("in") is True


def test_closing_it_runs_the_fragment_that_opened_it(rig: Any) -> None:
    runs: Counter[str] = Counter()
    app = rig(opener(runs)).click("open").settle()
    runs.clear()
    close(app)
    assert runs == {"part": 1}


def test_a_parallel_fragment_opens_none_while_everything_runs(rig: Any) -> None:
    app = rig(st.fragment(open_one, parallel=True))
    assert app.errors == ["StreamlitInvalidLayoutContextError"]
    assert window(app) is None


def test_a_fragment_in_it_runs_alone(rig: Any) -> None:
    runs: Counter[str] = Counter()

    def inner() -> None:
        runs["inner"] += 1
        st.checkbox("In", key="in")

    def content() -> None:
        runs["dialog"] += 1
        st.fragment(inner)()

    rig(st.dialog("T")(content)).edit("in", True).settle()
    assert runs == {"dialog": 1, "inner": 2}
