"""A value that is assigned while a run that did not end left two widgets with one key belongs to both."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
def second(): ss.d = 2
st.button('act', key='act', on_click=second)
st.text(repr(st.slider('L', 0, 10 + n % 2, 3, key='d')))
if n % 3 == 0: st.stop()
st.text(sorted((k, repr(v)) for k, v in ss.items()))
"""

STEPS = [
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "act"},
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "rerun"},
]
