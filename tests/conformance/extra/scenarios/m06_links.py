"""Links: plain ones, those that tell of clicks, arguments, keys."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
r = st.link_button("plain", "https://a.b")
st.text(type(r).__name__)
st.text(repr(st.link_button("rer", "https://a.b", on_click="rerun", key="r")))
st.text(repr(st.link_button("cb", "javascript:alert(1)", on_click=lambda: 1, key="cb")))
st.link_button("key", "relative/path", key="k")
st.text("k" in ss)
st.text(repr(sorted(ss)))
st.link_button("plain", "https://a.b")
for kw in ({"on_click": 5}, {"on_click": None}, {"on_click": "x"}, {"type": "x"}, {"icon": "x"}, {"key": "k"}, {"key": "r"}, {"width": "x"}, {"shortcut": "a"}, {"url": 5}, {"url": None}, {"disabled": True}, {"label": None}):
    try: st.text(type(st.link_button(**{"label": "err" + repr(kw), "url": "u", **kw})).__name__)
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
with st.form("f"):
    st.link_button("in form", "u")
    try: st.text(repr(st.link_button("in form r", "u", on_click="rerun")))
    except Exception as e: st.text(type(e).__name__)
    try: st.link_button("in form 2", "a", on_click=lambda: 1)
    except Exception as e: st.text(type(e).__name__)
    st.form_submit_button("go")
try: st.link_button("rer2", "x", on_click="rerun"); st.link_button("rer2", "x", on_click="rerun")
except Exception as e: st.text(type(e).__name__)
try: ss.r = 5
except Exception as e: st.text(type(e).__name__)
"""
STEPS = [{"do": "rerun"}]
