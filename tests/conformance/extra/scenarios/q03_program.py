"""Program changes are written back; the first run's assignment is not; to the default takes it away."""

SCRIPT = """
import streamlit as st
if 's' not in st.session_state:
    st.session_state.s = 4
st.json(st.query_params.to_dict())
v = st.slider('S', 0, 10, key='s', bind='query-params')
st.button('seven', key='seven', on_click=lambda: st.session_state.update(s=7))
st.button('zero', key='zero', on_click=lambda: st.session_state.update(s=0))
st.button('del', key='del', on_click=lambda: st.session_state.pop('s'))
st.json(st.query_params.to_dict())
st.write(v)
"""

STEPS = [
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "seven"},
    {"do": "rerun"},
    {"do": "set", "kind": "slider", "key": "s", "value": 2},
    {"do": "click", "kind": "button", "key": "zero"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "seven"},
    {"do": "click", "kind": "button", "key": "del"},
    {"do": "rerun"},
    {"do": "set_state", "key": "s", "value": 6},
    {"do": "rerun"},
]
