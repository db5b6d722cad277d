"""A None from the browser where state holds nothing is no change; any other value is one."""

SCRIPT = """
import streamlit as st
ss = st.session_state
st.selectbox('A', ['u', 'v'], None, key='a', on_change=lambda: print('a changed'))
st.selectbox('B', ['u', 'v'], None, key='b', on_change=lambda: print('b changed'))
if st.checkbox('x', key='x'):
    del ss.a, ss.b
st.text(sorted(ss))
"""

STEPS = [
    {"do": "set", "kind": "checkbox", "key": "x", "value": True},
    {"do": "batch", "steps": [{"do": "set", "kind": "selectbox", "key": "a", "value": None}, {"do": "set", "kind": "selectbox", "key": "b", "value": "v"}]},
]
