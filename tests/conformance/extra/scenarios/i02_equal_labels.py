"""Of two options with one label the last one counts, also when an untouched value is sent again; for multiselect the first."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

OPTS = [1, 2, 3]
f = lambda n: 'same' if n < 3 else 'other'
r = st.radio('R', OPTS, format_func=f, key='w', on_change=cb, args=('r',))
s = st.selectbox('S', OPTS, format_func=f, key='s', on_change=cb, args=('s',))
m = st.multiselect('M', OPTS, [1], format_func=f, key='m', on_change=cb, args=('m',))
w = st.select_slider('W', OPTS, format_func=f, key='ss', on_change=cb, args=('ss',))
z = st.select_slider('Z', OPTS, value=(1, 2), format_func=f, key='z', on_change=cb, args=('z',))
p = st.pills('P', OPTS, format_func=f, default=1, key='p', on_change=cb, args=('p',))
g = st.segmented_control('G', OPTS, selection_mode='multi', default=[1, 3], format_func=f, key='g', on_change=cb, args=('g',))
st.text(repr([r, s, m, w, z, p, g]))
st.write(st.session_state.log)
"""

STEPS = [
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "set", "kind": "radio", "key": "w", "value": 3},
    {"do": "set", "kind": "radio", "key": "w", "value": 1},
    {"do": "set", "kind": "multiselect", "key": "m", "value": [2]},
    {"do": "set", "kind": "button_group", "key": "p", "value": 3},
    {"do": "set", "kind": "button_group", "key": "p", "value": 1},
    {"do": "set", "kind": "select_slider", "key": "ss", "value": 3},
    {"do": "set", "kind": "select_slider", "key": "ss", "value": 1},
]
