"""Tabs and expanders bound to the address."""

SCRIPT = """
import streamlit as st
if st.checkbox('show', key='show'):
    a, b, c = st.tabs(['A', 'B', 'C'], key='t', bind='query-params')
    e = st.expander('E', key='e', bind='query-params')
    st.write(str([a.open, b.open, c.open, e.open]))
st.json(st.query_params.to_dict())
st.button('set', key='set', on_click=lambda: st.session_state.update(t='B', e=True))
st.button('back', key='back', on_click=lambda: st.session_state.update(t='A', e=False))
st.button('bad', key='bad', on_click=lambda: st.session_state.update(t='Z'))
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "t", "value": "C"},
            {"do": "query", "key": "e", "value": "true"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "set"},
    {"do": "click", "kind": "button", "key": "back"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "set"},
    {"do": "click", "kind": "button", "key": "bad"},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "t", "value": "Q"},
            {"do": "query", "key": "e", "value": "1"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
]
