"""A value of a wrong type in a disabled control of which the browser never spoke: it does not have to fit."""

SCRIPT = """
import streamlit as st
ss = st.session_state
def wrong(): ss.a = 5
x = st.checkbox('x', key='x')
st.button('act', key='act', on_click=wrong)
st.text(repr(st.text_area('L', key='a', disabled=x)))
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "act"},
    {"do": "set", "kind": "checkbox", "key": "x", "value": True},
    {"do": "rerun"},
    {"do": "rerun"},
]
