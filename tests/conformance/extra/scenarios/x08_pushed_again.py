"""A value that lies under a widget from before is taken anew, and refused anew, when the widget was not on the page."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n % 2 == 0:
    st.checkbox('L', key='a')
else:
    ss.a = None
st.text((n, repr(ss.get('a'))))
"""

STEPS = [
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "rerun"},
]
