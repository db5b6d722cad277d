"""Values and options change in one interaction: callbacks see the values, the script the new options."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

n = st.checkbox('n', key='n')
opts = ['a', 'b'] if not n else ['x', 'y']
r = st.radio('R', opts, key='w', on_change=cb, args=('r',))
m = st.multiselect('M', opts, key='m', on_change=cb, args=('m',))
p = st.pills('P', opts, key='p', on_change=cb, args=('p',))
s = st.select_slider('S', opts, key='s', on_change=cb, args=('s',))
z = st.selectbox('Z', opts, key='z', on_change=cb, args=('z',))
st.text(repr([r, m, p, s, z]))
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
            {"do": "set", "kind": "selectbox", "key": "z", "value": "b"},
            {"do": "set", "kind": "checkbox", "key": "n", "value": True},
        ],
    },
    {"do": "rerun"},
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "radio", "key": "w", "value": "y"},
            {"do": "set", "kind": "multiselect", "key": "m", "value": ["y"]},
            {"do": "set", "kind": "select_slider", "key": "s", "value": "y"},
            {"do": "set", "kind": "button_group", "key": "p", "value": "y"},
            {"do": "set", "kind": "selectbox", "key": "z", "value": "y"},
            {"do": "set", "kind": "checkbox", "key": "n", "value": False},
        ],
    },
    {"do": "rerun"},
]
