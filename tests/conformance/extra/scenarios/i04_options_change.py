"""Options that change under the values of button groups and multiselect."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

n = st.number_input('n', 0, 5, 0, key='n')
opts = [['a', 'b', 'c'], ['b', 'x'], ['q', 'r'], [], ['c', 'b', 'a'], ['a']][n]
p = st.pills('P', opts, key='w', on_change=cb, args=('p',))
d = st.pills('D', opts, default=opts[0] if opts else None, key='d', on_change=cb, args=('d',))
m = st.pills('M', opts, selection_mode='multi', key='m', on_change=cb, args=('m',))
g = st.segmented_control('G', opts, selection_mode='multi', default=opts[:2], key='g', on_change=cb, args=('g',))
u = st.multiselect('U', opts, opts[:2], key='u', on_change=cb, args=('u',))
st.text(repr([p, d, m, g, u]))
st.write(st.session_state.log)
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "button_group", "key": "w", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "c"},
            {"do": "set", "kind": "button_group", "key": "m", "value": ["b", "a"]},
            {"do": "set", "kind": "button_group", "key": "g", "value": ["c"]},
            {"do": "set", "kind": "multiselect", "key": "u", "value": ["c", "b"]},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 1},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 0},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 4},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 2},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 3},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 0},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 5},
    {"do": "rerun"},
]
