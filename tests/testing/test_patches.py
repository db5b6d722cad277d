"""What a script assigns to the module ``st`` is its own: it stays to the script, and no other app sees it."""

from __future__ import annotations

import sys
import threading
from types import ModuleType
from typing import Any

from jupyter_session_state.testing import AppTest

st: Any = sys.modules["jupyter_session_state"]

PATCHING = """
import streamlit as st
st.caption(st.write.__name__)
def shout(text):
    st.text(text.upper())
def in_a_callback():
    st.write("called")
if "patched" not in st.session_state:
    st.session_state.patched = True
    st.write = shout
st.write("hello")
st.button("Call", on_click=in_a_callback)
"""


def test_what_a_script_assigns_stays_for_its_later_runs_and_its_callbacks() -> None:
    at = AppTest.from_string(PATCHING).run()
    assert (at.caption.values, at.text.values) == (["write"], ["HELLO"])
    at.button[0].click().run()
    assert (at.caption.values, at.text.values) == (["shout"], ["CALLED", "HELLO"])


def test_no_other_app_and_no_plain_cell_sees_it() -> None:
    before = (st.session_state, st.write)
    bad = AppTest.from_string(
        "import streamlit as st\nst.session_state = 5\nst.write = st.anything = print"
    ).run()
    good = AppTest.from_string(
        "import streamlit as st\nst.session_state.x = 1\nst.write(st.session_state.x)"
    ).run()
    assert [len(bad.exception), len(good.exception), good.markdown.values] == [0, 0, ["`1`"]]
    assert (st.session_state, st.write) == before
    assert "anything" not in vars(st)


def test_it_is_taken_away_though_the_script_fails() -> None:
    before = st.write
    at = AppTest.from_string("import streamlit as st\nst.write = print\nraise ValueError").run()
    assert len(at.exception) == 1
    assert st.write is before


def test_what_a_plain_cell_assigns_stays() -> None:
    st.anything = 5
    try:
        at = AppTest.from_string("import streamlit as st\nst.text(st.anything)\nst.anything = 6").run()
        assert (at.text.values, st.anything) == (["5"], 5)
    finally:
        del st.anything


def test_a_part_of_the_module_that_a_script_imports_stays_to_be_found() -> None:
    at = AppTest.from_string("import streamlit.dataframe_util\nstreamlit.text('there')").run()
    assert at.text.values == ["there"]
    assert isinstance(st.dataframe_util, ModuleType)


def test_what_a_thread_assigns_after_the_run_is_nobodys() -> None:
    at = AppTest.from_string(
        "import streamlit as st, threading\n"
        "from streamlit.runtime.scriptrunner import add_script_run_ctx\n"
        "go = st.session_state.setdefault('go', threading.Event())\n"
        "def late():\n"
        "    go.wait(20)\n"
        "    st.anything = 7\n"
        "st.session_state.thread = thread = add_script_run_ctx(threading.Thread(target=late))\n"
        "thread.start()\n"
    ).run()
    thread: threading.Thread = at.session_state["thread"]
    at.session_state["go"].set()
    thread.join(20)
    try:
        assert st.anything == 7
    finally:
        del st.anything
