"""With a key only selection_mode, max_selections, accept_new_options and the style of feedback make another widget."""

SCRIPT = """
import streamlit as st
n = st.number_input('n', 0, 9, 0, key='n')
a = st.radio('R' + str(n), ['a', 'b'], horizontal=n == 1, captions=['x', 'y'] if n == 2 else None, help='h' if n == 3 else None, key='a')
b = st.multiselect('M', ['a', 'b'], max_selections=2 if n == 1 else None, accept_new_options=n == 2, placeholder='p' if n == 3 else None, key='b')
c = st.select_slider('S', ['a', 'b'], value='b' if n == 1 else None, help='h' if n == 2 else None, key='c')
c2 = st.select_slider('S', ['a', 'b'], value=('a', 'b') if n == 1 else None, key='c2')
d = st.pills('P', ['a', 'b'], required=n == 1, help='h' if n == 2 else None, default='a' if n == 3 else None, key='d')
e = st.segmented_control('E', ['a', 'b'], selection_mode='multi' if n == 4 else 'single', key='e')
f = st.feedback('stars' if n != 5 else 'thumbs', default=1 if n == 3 else None, key='f')
st.text(repr([a, b, c, c2, d, e, f]))
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "a", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "b", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "c", "value": "b"},
            {"do": "set", "kind": "select_slider", "key": "c2", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "b"},
            {"do": "set", "kind": "feedback", "key": "f", "value": 3},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 1},
    {"do": "set", "kind": "button_group", "key": "e", "value": "a"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "a", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "b", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "c", "value": "b"},
            {"do": "set", "kind": "select_slider", "key": "c2", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "b"},
            {"do": "set", "kind": "feedback", "key": "f", "value": 3},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 2},
    {"do": "set", "kind": "button_group", "key": "e", "value": "a"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "a", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "b", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "c", "value": "b"},
            {"do": "set", "kind": "select_slider", "key": "c2", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "b"},
            {"do": "set", "kind": "feedback", "key": "f", "value": 3},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 3},
    {"do": "set", "kind": "button_group", "key": "e", "value": "a"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "a", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "b", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "c", "value": "b"},
            {"do": "set", "kind": "select_slider", "key": "c2", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "b"},
            {"do": "set", "kind": "feedback", "key": "f", "value": 3},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 4},
    {"do": "rerun"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "a", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "b", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "c", "value": "b"},
            {"do": "set", "kind": "select_slider", "key": "c2", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "b"},
            {"do": "set", "kind": "feedback", "key": "f", "value": 3},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 5},
    {"do": "set", "kind": "button_group", "key": "e", "value": "a"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "a", "value": "b"},
            {"do": "set", "kind": "multiselect", "key": "b", "value": ["b"]},
            {"do": "set", "kind": "select_slider", "key": "c", "value": "b"},
            {"do": "set", "kind": "select_slider", "key": "c2", "value": "b"},
            {"do": "set", "kind": "button_group", "key": "d", "value": "b"},
            {"do": "set", "kind": "feedback", "key": "f", "value": 3},
        ],
    },
    {"do": "set", "kind": "number_input", "key": "n", "value": 0},
    {"do": "set", "kind": "button_group", "key": "e", "value": "a"},
]
