"""Inputs with options in a form that clears itself."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

with st.form('f', clear_on_submit=True):
    r = st.radio('R', ['a', 'b'], index=1, key='r')
    m = st.multiselect('M', ['a', 'b'], ['a'], key='m')
    s = st.select_slider('S', ['a', 'b', 'c'], value=('a', 'b'), key='s')
    p = st.pills('P', ['a', 'b'], default='a', key='p')
    g = st.segmented_control('G', ['a', 'b'], selection_mode='multi', key='g')
    fb = st.feedback('stars', default=2, key='fb')
    st.form_submit_button('go', on_click=cb)
st.text(repr([r, m, s, p, g, fb]))
"""

STEPS = [
    {"do": "set", "kind": "radio", "key": "r", "value": "a"},
    {"do": "set", "kind": "multiselect", "key": "m", "value": ["b", "a"]},
    {"do": "set", "kind": "select_slider", "key": "s", "value": ["c", "b"]},
    {"do": "set", "kind": "button_group", "key": "p", "value": "b"},
    {"do": "set", "kind": "button_group", "key": "g", "value": ["b"]},
    {"do": "set", "kind": "feedback", "key": "fb", "value": 4},
    {"do": "submit", "form": "f"},
    {"do": "submit", "form": "f"},
    {"do": "set", "kind": "button_group", "key": "p", "value": None},
    {"do": "set", "kind": "feedback", "key": "fb", "value": None},
    {"do": "submit", "form": "f"},
    {"do": "submit", "form": "f"},
]
