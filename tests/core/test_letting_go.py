"""What nobody shows any more is let go at once: values can be as large as files."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.files import StoredFile


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What lives in cycles stays for the time of a test."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def uploaded(rig: Any) -> weakref.ref[Any]:
    """Upload a file; tells later whether it is still there."""
    rig.edit("f", (StoredFile.new("a.txt", "", b"hello"),)).settle()
    return weakref.ref(rig.state["f"])


@pytest.mark.usefixtures("no_collector")
def test_a_file_that_is_removed(rig: Callable[..., Any]) -> None:
    shown = rig(lambda: st.file_uploader("F", key="f", on_change=print))
    file = uploaded(shown)
    assert file() is not None
    shown.edit("f", ()).settle()
    assert file() is None


@pytest.mark.usefixtures("no_collector")
def test_a_file_whose_control_is_hidden(rig: Callable[..., Any]) -> None:
    shown = rig(lambda: st.checkbox("Hide") or st.file_uploader("F", key="f"))
    file = uploaded(shown)
    shown.edit("Hide", True).settle()
    assert file() is None


@pytest.mark.usefixtures("no_collector")
def test_a_file_that_its_form_cleared(rig: Callable[..., Any]) -> None:
    def script() -> None:
        with st.form("form", clear_on_submit=True):
            st.file_uploader("F", key="f")
            st.form_submit_button("Go")

    shown = rig(script)
    shown.edit("f", (StoredFile.new("a.txt", "", b"hello"),)).click("Go").settle()
    file = weakref.ref(shown.state["f"])
    assert shown.value("f") == ()
    assert file() is not None
    shown.click("Go").settle()
    assert file() is None


@pytest.mark.usefixtures("no_collector")
def test_a_file_the_script_stopped_before(rig: Callable[..., Any]) -> None:
    def script() -> None:
        st.file_uploader("F", key="f")
        if st.session_state.f is None:
            st.stop()
        st.text("read")

    shown = rig(script)
    file = uploaded(shown)
    shown.edit("f", ()).settle()
    assert file() is None


def test_a_file_is_anew_in_each_interaction(rig: Callable[..., Any]) -> None:
    read: list[bytes] = []

    def script() -> None:
        st.checkbox("Again")
        st.file_uploader("F", key="f", on_change=lambda: read.append(b"changed"))
        if st.session_state.f:
            read.append(st.session_state.f.read())

    shown = rig(script)
    uploaded(shown)
    shown.edit("Again", True).settle()
    assert read == [b"changed", b"hello", b"hello"]
