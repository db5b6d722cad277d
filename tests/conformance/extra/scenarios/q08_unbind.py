"""A widget that stops being bound takes its parameter away."""

SCRIPT = """
import streamlit as st
on = st.checkbox('on', True, key='on')
st.slider('S', 0, 10, key='s', bind='query-params' if on else None)
st.json(st.query_params.to_dict())
st.button('prog', key='prog', on_click=lambda: st.session_state.update(s=8))
if not on:
    st.query_params['s'] = 'free'
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "set", "kind": "checkbox", "key": "on", "value": False},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "on", "value": True},
    {"do": "rerun"},
]
