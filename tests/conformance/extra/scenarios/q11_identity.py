"""A new identity under the same key; two widgets of one key in turn."""

SCRIPT = """
import streamlit as st
top = st.number_input('top', 5, 20, 10, key='top')
kind = st.checkbox('text', key='kind')
if kind:
    v = st.text_input('K', key='k', bind='query-params')
else:
    v = st.slider('K', 0, top, key='k', bind='query-params')
st.json(st.query_params.to_dict())
st.write(v)
st.button('prog', key='prog', on_click=lambda: st.session_state.update(k=4))
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "set", "kind": "number_input", "key": "top", "value": 12},
    {"do": "rerun"},
    {"do": "set", "kind": "slider", "key": "k", "value": 11},
    {"do": "set", "kind": "number_input", "key": "top", "value": 10},
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "set", "kind": "checkbox", "key": "kind", "value": True},
    {"do": "rerun"},
]
