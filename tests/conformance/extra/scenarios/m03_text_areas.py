"""Text areas: values, limits, heights, identity, callbacks."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def ch(*a): st.text(f"cb {a} {ss.get('a')!r}")
def show(v): st.text(f"{v!r}")
show(st.text_area("A", "first", key="a", on_change=ch, args=["x"], max_chars=None if n < 6 else 5, height=100 + n))
show(st.text_area("B", None, key="b"))
show(st.text_area("C", None))
show(st.text_area("D", 5))
show(st.text_area("E", "longer than four", max_chars=4, key="e"))
show(st.text_area("F", height=100 if n < 3 else 200))
show(st.text_area("G", placeholder="p" if n < 4 else "q", required=n > 4))
show(st.text_area("H", key="h", on_change="ignore"))
show(st.text_area("I", "x", key="i", disabled=True))
show(st.text_area("J", key="j", persist_state="session") if n % 2 else "hidden")
with st.form("f", clear_on_submit=True):
    show(st.text_area("form", "dd", key="ff"))
    st.form_submit_button("go", on_click=lambda: st.text(f"submit {ss.ff!r}"))
for kw in ({"height": 0}, {"height": "tall"}, {"height": "content"}, {"height": "stretch"}, {"height": 1.5}, {"height": True}, {"width": "content"}, {"max_chars": 0}, {"max_chars": 1}):
    try: show(st.text_area("err" + repr(kw), "abc", **kw))
    except Exception as e: st.text(f"{kw} {type(e).__name__}")
"""
STEPS = [
    {"do": "set", "kind": "text_area", "key": "a", "value": "typed\nmore"},
    {"do": "set", "kind": "text_area", "key": "b", "value": "bb"},
    {"do": "set", "kind": "text_area", "key": "b", "value": ""},
    {"do": "set", "kind": "text_area", "key": "e", "value": "abcdefgh"},
    {"do": "set", "kind": "text_area", "label": "F", "value": "kept?"},
    {"do": "set", "kind": "text_area", "key": "h", "value": "quiet"},
    {"do": "set", "kind": "text_area", "key": "j", "value": "jj"},
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "set_state", "key": "a", "value": "much longer than five"},
    {"do": "set_state", "key": "b", "value": None},
    {"do": "set_state", "key": "e", "value": None},
    {"do": "set", "kind": "text_area", "key": "e", "value": "q"},
    {"do": "set", "kind": "text_area", "key": "ff", "value": "formed"},
    {"do": "submit", "form": "f"},
    {"do": "submit", "form": "f"},
    {"do": "set", "kind": "text_area", "key": "i", "value": "no"},
    {"do": "set", "kind": "text_area", "key": "b", "value": None},
]
