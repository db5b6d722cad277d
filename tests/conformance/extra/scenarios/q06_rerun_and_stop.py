"""st.rerun and st.stop with a bound widget."""

SCRIPT = """
import streamlit as st
st.session_state.runs = st.session_state.get('runs', 0) + 1
if st.session_state.runs == 1:
    st.query_params['s'] = '9'
    st.rerun()
if st.button('stop', key='stop'):
    st.json(st.query_params.to_dict())
    st.stop()
v = st.slider('S', 0, 10, 3, key='s', bind='query-params')
st.json(st.query_params.to_dict())
if st.button('again', key='again', on_click=lambda: st.session_state.update(s=2)):
    st.rerun()
"""

STEPS = [
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "again"},
    {"do": "click", "kind": "button", "key": "stop"},
    {"do": "rerun"},
    {"do": "set", "kind": "slider", "key": "s", "value": 3},
    {"do": "click", "kind": "button", "key": "stop"},
    {"do": "rerun"},
]
