"""What a disabled control is said to hold is dropped, and its value put back on the page; it has to fit then."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
ss.setdefault('c', None)
st.text(repr(st.checkbox('L', key='c', disabled=bool(n % 2 and n > 2))))
"""

STEPS = [
    {"do": "rerun"},
    {"do": "set_state", "key": "c", "value": True},
    {"do": "rerun"},
    {"do": "set_state", "key": "c", "value": "t"},
    {"do": "rerun"},
    {"do": "rerun"},
]
