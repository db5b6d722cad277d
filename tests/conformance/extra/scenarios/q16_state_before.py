"""The address beats what the program assigned before the widget was drawn first."""

SCRIPT = """
import streamlit as st
if st.checkbox('show', key='show'):
    if st.checkbox('assign', key='assign'):
        st.session_state.s = 8
    v = st.slider('S', 0, 10, key='s', bind='query-params')
    st.write(v, st.session_state.s)
elif st.button('early', key='early'):
    st.session_state.s = 6
st.json(st.query_params.to_dict())
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "early"},
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "s", "value": "5"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "set", "kind": "checkbox", "key": "assign", "value": True},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "assign", "value": False},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "s", "value": "1"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
]
