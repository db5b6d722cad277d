"""Ranges over options: put in order when sent, reset when an end is gone, a list assigned from outside."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

n = st.number_input('n', 0, 5, 0, key='n')
opts = [['a', 'b', 'c', 'd'], ['d', 'c', 'b', 'a'], ['b', 'd'], ['x', 'y'], ['x'], ['a']][n]
s = st.select_slider('S', opts, value=(opts[0], opts[-1]), key='w', on_change=cb, args=('s',))
t = st.select_slider('T', opts, key='t', on_change=cb, args=('t',))
st.text(repr([s, t]))
st.write(st.session_state.log)
"""

STEPS = [
    {"do": "set", "kind": "select_slider", "key": "w", "value": ["d", "b"]},
    {"do": "set", "kind": "select_slider", "key": "t", "value": "d"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 1},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 2},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 3},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 4},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 0},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 5},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 0},
    {"do": "rerun"},
    {"do": "set_state", "key": "w", "value": ("c", "b")},
    {"do": "set_state", "key": "w", "value": ["c", "d"]},
]
