"""Messages that come and go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.testing import AppTest
from tests.elements.conftest import FunctionApp


def toasts(app: FunctionApp) -> list[dict[str, Any]]:
    area = next(e for e in app.tree.children if e.kind == "event")
    return [dict(e.props) for e in area.children]


@pytest.mark.parametrize(
    ("duration", "seconds"), [("short", 4), ("long", 10), ("infinite", 0), (1, 1), (90, 90)]
)
def test_durations(app: Any, duration: Any, seconds: int) -> None:
    assert toasts(app(lambda: st.toast("t", duration=duration)))[0]["duration"] == seconds


@pytest.mark.parametrize("duration", ["forever", 0, -1, 1.5, None, [4]])
def test_durations_that_cannot_be(app: Any, duration: Any) -> None:
    assert isinstance(app(lambda: st.toast("t", duration=duration)).error, errors.StreamlitValueError)


def test_a_toast_has_to_say_something(app: Any) -> None:
    assert isinstance(app(lambda: st.toast("")).error, errors.StreamlitMissingRequiredParameterError)


def test_it_stands_in_the_event_area_wherever_it_is_called(app: Any) -> None:
    def draw() -> None:
        with st.sidebar, st.expander("E"):
            st.toast("one")

    assert [t["body"] for t in toasts(app(draw))] == ["one"]


def test_its_handle_changes_it(app: Any) -> None:
    def draw() -> None:
        message = st.toast("one")
        st.toast("two")
        message.toast("three", icon="🎉")

    assert [(t["body"], t["icon"]) for t in toasts(app(draw))] == [("three", "🎉"), ("two", None)]


def test_the_same_toast_in_the_next_run_is_another_one(app: Any) -> None:
    shown = app(lambda: st.toast("t"))
    first = toasts(shown)
    assert toasts(shown.run()) != first


@pytest.mark.parametrize(("draw", "flushes"), [(lambda: st.toast("t"), True), (lambda: st.text("t"), False)])
def test_a_toast_is_shown_though_a_rerun_follows_at_once(draw: Callable[[], Any], flushes: bool) -> None:
    shown: list[bool] = []

    def script() -> None:
        if not shown:
            draw()
            shown.append(False)
            st.rerun()

    app = FunctionApp(lambda: None, {})
    screen, drawn = app.app.screen, []
    screen.shown_at = app.app.scheduler.clock()
    original = screen.show
    screen.show = lambda run, **more: drawn.append(run.app.starts) or original(run, **more)  # type: ignore[method-assign, func-returns-value]
    app.body.function = script
    app.run()
    assert len(drawn) == 1 + flushes


def test_in_tests_it_is_found_with_its_text() -> None:
    at = AppTest.from_string("if st.button('b'):\n    st.toast('**Saved**', icon='💾')").run()
    assert at.toast.len == 0
    at.button[0].click().run()
    assert (at.toast[0].value, at.toast[0].icon) == ("**Saved**", "💾")
    assert at.run().toast.len == 0
