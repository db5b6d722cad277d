"""Text inputs: types, rules, live, identity, arguments."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def show(v): st.text(repr(v))
for t in ("default", "password", "email", "url", "phone", "search"):
    show(st.text_input(t, type=t, key=t))
show(st.text_input("k", key="k", validate="a+" if n < 4 else "b+"))
show(st.text_input("m", key="m", validate=("a+", f"m{n}"), live=n > 3, required=n > 4, icon="🎉" if n > 2 else None, type="email" if n > 2 else "default", autocomplete=f"a{n}"))
show(st.text_input("nk", required=n > 4))
show(st.text_input("nk2", live=True if n < 5 else "250ms"))
show(st.text_input("nk3", icon=None if n < 4 else "🎉"))
show(st.text_input("nk4", placeholder=None if n < 5 else "None"))
bad = [{"type": "x"}, {"type": None}, {"validate": 5}, {"validate": ("a",)}, {"validate": ["a", "b"]}, {"validate": ("a", 5)}, {"validate": "("}, {"live": 5}, {"live": 0.5}, {"live": None}, {"live": "0"}, {"live": "0ms"}, {"live": "61s"}, {"live": "1m"}, {"live": "0.1ms"}, {"icon": "x"}, {"icon": 5}, {"width": "content"}, {"width": 0}, {"max_chars": 0}, {"max_chars": 2}, {"bind": "query-params"}, {"bind": "x"}, {"label": None}, {"label": 5}, {"placeholder": 5}, {"help": 5}, {"value": [1, 2]}, {"value": b"ab"}, {"value": False}, {"persist_state": "page"}]
for i, kw in enumerate(bad):
    try: show(st.text_input(**{"label": f"b{i}", "value": "abc", **kw}))
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
"""
STEPS = [
    {"do": "set", "kind": "text_input", "key": "email", "value": "nonsense"},
    {"do": "set", "kind": "text_input", "key": "m", "value": "mm"},
    {"do": "set", "kind": "text_input", "key": "k", "value": "kk"},
    {"do": "set", "kind": "text_input", "label": "nk", "value": "1"},
    {"do": "set", "kind": "text_input", "label": "nk2", "value": "2"},
    {"do": "set", "kind": "text_input", "label": "nk3", "value": "3"},
    {"do": "rerun"},
    {"do": "set_state", "key": "m", "value": "zz"},
    {"do": "rerun"},
]
