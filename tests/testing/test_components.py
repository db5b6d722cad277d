"""Components in a test: it plays what their pages would do."""

from __future__ import annotations

import pytest

from jupyter_session_state.testing import AppTest, AppTestError

SCRIPT = """
import streamlit as st
import streamlit.components.v1 as v1
log = st.session_state.setdefault("log", [])
show = st.components.v2.component("rating", html="<b>")
got = show(key="rating", default={"stars": 3}, on_stars_change=lambda: log.append("stars"),
           on_sent_change=lambda: log.append("sent"))
st.text(f"{got.stars} {got.get('more')} {got.sent}")
slider = v1.declare_component("slider", url="https://a.example")
st.text(slider(default=5, key="slider"))
"""


def test_a_test_plays_what_components_set_and_fire() -> None:
    at = AppTest.from_string(SCRIPT).run()
    assert at.text.values == ["3 None None", "5"]
    (rating,) = at.get("bidi_component")
    rating.set_state("stars", 4).set_state("more", [1]).fire("sent", "x").run()
    assert at.text.values == ["4 [1] x", "5"]
    assert at.session_state.log == ["stars", "sent"]
    assert at.get("bidi_component")[0].value == {"stars": 4, "more": [1]}
    at.get("component_instance")[0].set_value(b"7").run()
    assert at.text.values == ["4 [1] None", "b'7'"]
    at.get("bidi_component")[0].set_value({}).run()
    assert at.text.values[0] == "3 None None"


def test_what_no_page_can_set_is_refused() -> None:
    at = AppTest.from_string(SCRIPT).run()
    with pytest.raises(AppTestError, match="rating"):
        at.get("bidi_component")[0].set_state("stars", object())


def test_a_component_that_is_gone_says_so() -> None:
    source = "import streamlit as st\nif st.checkbox('on', True): st.components.v2.component('x')(key='x')"
    at = AppTest.from_string(source).run()
    (gone,) = at.get("bidi_component")
    at.checkbox[0].uncheck().run()
    with pytest.raises(AppTestError, match="'x'"):
        gone.set_state("n", 1)


def test_in_a_form_what_is_not_submitted_is_forgotten() -> None:
    source = """
import streamlit as st
with st.form("f"):
    got = st.components.v2.component("x")(key="x", on_n_change=lambda: None)
    st.form_submit_button("Send")
st.text(got.n)
"""
    at = AppTest.from_string(source).run()
    at.get("bidi_component")[0].set_state("n", 1).run()
    assert at.text.values == ["None"]
    at.get("bidi_component")[0].set_state("n", 2)
    at.button[0].click().run()
    assert at.text.values == ["2"]


@pytest.mark.parametrize(
    ("call", "height"),
    [
        ("components.html('<script></script>', height=0)", 0),
        ("components.html('x', width=0, height=2.5)", 2),
        ("components.html('x', height='100%')", "stretch"),
        ("components.iframe('https://example.org', width='content')", 150),
    ],
)
def test_frames_take_any_height(call: str, height: object) -> None:
    at = AppTest.from_string(f"import streamlit.components.v1 as components\n{call}").run()
    assert at.get("iframe")[0]._element.props["height"] == height


@pytest.mark.parametrize("height", ["0", "2.5", "None", "'x'"])
def test_components_take_any_height(height: str) -> None:
    at = AppTest.from_string(
        f"import streamlit as st\nst.components.v2.component('c', html='x')(key='c', height={height})"
    ).run()
    assert not at.exception
    assert len(at.get("bidi_component")) == 1


def test_no_frame_is_less_than_nothing() -> None:
    at = AppTest.from_string("import streamlit.components.v1 as c\nc.html('x', height=-1)").run()
    assert at.exception[0].exception_type == "ValueError"
