"""Values of the program come back in the type of their widget: in forms, hidden, disabled, after callbacks."""

SCRIPT = """
import streamlit as st
ss = st.session_state
ss.n = ss.get("n", 0) + 1
n = ss.n
def cb(k): st.text(f"cb {k} {ss[k]!r}")
if n == 2:
    for k in "abcde": ss[k] = 3
if n == 4: ss.a = True; ss.d = True
def setter():
    ss.a = 5; ss.b = 0; ss.hid = 2
st.button("set", key="set", on_click=setter)
st.checkbox("a", key="a", on_change=cb, args=("a",))
st.checkbox("b", key="b", disabled=n in (2, 3), on_change=cb, args=("b",))
with st.form("f"):
    st.checkbox("c", key="c")
    st.form_submit_button("go")
st.number_input("d", key="d", on_change=cb, args=("d",))
if n % 2 == 0: st.text_input("tt", key="tt", on_change=cb, args=("tt",))
if n == 3: ss.tt = b"bytes"
st.number_input("e", 0, 10, key="e", on_change=cb, args=("e",))
if n > 5: st.toggle("hid", key="hid", on_change=cb, args=("hid",))
if n == 5: ss.e2 = 4.5
if n >= 7: st.number_input("e2", 0, 10, key="e2", on_change=cb, args=("e2",))
st.text(repr({k: ss.get(k) for k in ("a", "b", "c", "d", "e", "tt", "hid", "e2")}))
"""
STEPS = [
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "set"},
    {"do": "rerun"},
    {"do": "submit", "form": "f"},
    {"do": "set", "kind": "checkbox", "key": "a", "value": True},
    {"do": "rerun"},
    {"do": "rerun"},
]
