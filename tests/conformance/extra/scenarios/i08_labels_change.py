"""A format_func that gives other labels keeps the values."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

n = st.checkbox('n', key='n')
f = (lambda x: x.upper()) if n else (lambda x: x)
r = st.radio('R', ['a', 'b'], format_func=f, key='w', on_change=cb, args=('r',))
m = st.multiselect('M', ['a', 'b'], ['a'], format_func=f, key='m', on_change=cb, args=('m',))
s = st.select_slider('S', ['a', 'b'], format_func=f, key='s', on_change=cb, args=('s',))
p = st.pills('P', ['a', 'b'], format_func=f, key='p', on_change=cb, args=('p',))
g = st.pills('G', ['a', 'b'], format_func=f, selection_mode='multi', key='g', on_change=cb, args=('g',))
st.text(repr([r, m, s, p, g]))
st.write(st.session_state.log)
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "w", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "m", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "s", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "p", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "g", "value": ["b", "a"]},
        ],
    },
    {"do": "set", "kind": "checkbox", "key": "n", "value": True},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "n", "value": False},
    {"do": "rerun"},
]
