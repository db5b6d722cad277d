"""Small things that public scripts do, played under Streamlit's AppTest and ours: each was once different."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.edits import RERUN, click
from tests.acceptance.playing import play
from tests.conformance.driver import Step

WAITING_TEXT = """
import streamlit as st
def fill():
    st.session_state.said = "Hello"
st.button("Fill", key="fill", on_click=fill)
st.text(repr(st.chat_input("Say", key="said")))
"""

LINK_TO_ITSELF = """
import streamlit as st
st.text(st.session_state.setdefault("runs", 0))
st.session_state.runs += 1
if st.button("Again", key="again"):
    st.switch_page("app.py")
st.page_link("app.py", label="Home")
st.text("below")
"""

COMPONENT = """
import streamlit as st
show = st.components.v2.component("hello", html="<b>Hi</b>", js="export default function (c) {}")
st.text(show(data=1, default={"n": 3}, on_n_change=lambda: None).n)
st.write(show(key="second", on_clicked_change=lambda: None, on_nothing=lambda: None))
"""

STATE_OF_A_COMPONENT = """
import streamlit as st
show = st.components.v2.component("hello")
if "k" not in st.session_state:
    st.session_state.k = {"n": 5, "more": [1]}
if st.button("set", key="set"):
    st.session_state.k["n"] = 9
if st.button("whole", key="whole"):
    st.session_state.k = {"more": 7}
got = show(key="k", default={"n": 1, "m": 2}, on_n_change=lambda: None, on_m_change=lambda: None)
st.write(got.n, got.m, got.more)
st.text(str(dict(st.session_state.k)))
if st.button("late", key="late"):
    try:
        st.session_state.k["n"] = 3
    except st.errors.StreamlitAPIException:
        st.text("too late")
if st.button("leave", key="leave"):
    del st.session_state.k
"""

ERRORS_OF_COMPONENTS = """
import streamlit as st
show = st.components.v2.component("hello")
for name, call in {
    "a default without a callback": lambda: show(default={"n": 1}),
    "a callback that is none": lambda: show(default={"n": 1}, on_n_change=None),
    "a callback of nothing": lambda: show(on__change=print),
    "of an underline": lambda: show(on___change=print),
    "one that is no callback": lambda: show(on_change=print),
    "a width": lambda: show(width=0),
    "a key": lambda: show(key="a", data={1: 2, "x": None}),
    "the same key": lambda: show(key="a"),
    "a list": lambda: show(data=[1]),
    "the same list": lambda: show(data=[1]),
    "an object": lambda: show(data=object()),
}.items():
    try:
        st.text(f"{name}: {dict(call())}")
    except Exception as error:
        st.text(f"{name}: {type(error).__name__}")
"""

SCRIPTS: dict[str, tuple[str, list[Step]]] = {
    "a text assigned to a chat input waits in it": (WAITING_TEXT, [click("fill"), RERUN]),
    "a component of version 2": (COMPONENT, [RERUN]),
    "the state of a component": (
        STATE_OF_A_COMPONENT,
        [RERUN, click("set"), RERUN, click("whole"), RERUN, click("late"), click("leave"), RERUN],
    ),
    "errors of components": (ERRORS_OF_COMPONENTS, [RERUN]),
    "a link to the script's own file": (LINK_TO_ITSELF, [RERUN, click("again"), RERUN]),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_it_does_as_under_streamlit(name: str, tmp_path: Path) -> None:
    source, steps = SCRIPTS[name]
    script = tmp_path / "app.py"
    script.write_text(source, encoding="utf-8")
    told = [line for played in play(script, steps) for line in [*played.refused, *played.differing()]]
    assert told == []
