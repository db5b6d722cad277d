"""A number of the other type is taken as it is; the next interaction makes it one of the field's own, which is no change."""

SCRIPT = """
import streamlit as st
ss = st.session_state
st.number_input('F', key='f', on_change=lambda: print('f changed'))
st.slider('S', 0, 10, 3, key='s', on_change=lambda: print('s changed'))
st.text((repr(ss.f), repr(ss.s)))
"""

STEPS = [
    {"do": "set_state", "key": "f", "value": 2},
    {"do": "rerun"},
    {"do": "set_state", "key": "s", "value": 2.0},
    {"do": "rerun"},
    {"do": "set_state", "key": "s", "value": 2.5},
    {"do": "rerun"},
]
