"""None in the state of a slider without an empty state: the browser sends its default back."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n == 2:
    ss.a = ss.b = ss.c = None
st.text((repr(ss.get('a')), repr(ss.get('b')), repr(ss.get('c'))))
st.text(repr(st.select_slider('A', ['u', 'v'], key='a')))
st.text(repr(st.select_slider('B', ['u', 'v', 'w'], ('u', 'v'), key='b')))
st.text(repr(st.selectbox('C', ['u', 'v'], key='c')))
"""

STEPS = [
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "set_state", "key": "a", "value": None},
    {"do": "rerun"},
]
