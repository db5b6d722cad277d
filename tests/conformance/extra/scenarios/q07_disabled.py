"""A disabled widget is seeded anew in every run."""

SCRIPT = """
import streamlit as st
off = st.checkbox('off', key='off')
st.slider('S', 0, 10, key='s', bind='query-params', disabled=off)
st.json(st.query_params.to_dict())
st.button('prog', key='prog', on_click=lambda: st.session_state.update(s=8))
"""

STEPS = [
    {"do": "set", "kind": "checkbox", "key": "off", "value": True},
    {"do": "query", "key": "s", "value": "5"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "rerun"},
    {"do": "query", "key": "s", "value": "1"},
    {"do": "set", "kind": "checkbox", "key": "off", "value": False},
    {"do": "query", "key": "s", "value": "2"},
]
