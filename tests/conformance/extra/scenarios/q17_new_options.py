"""accept_new_options and index None with bind."""

SCRIPT = """
import streamlit as st
if st.checkbox('show', key='show'):
    a = st.selectbox('A', ['x','y'], key='a', accept_new_options=True, bind='query-params')
    b = st.selectbox('B', ['x','y'], index=None, key='b', accept_new_options=True, bind='query-params')
    c = st.selectbox('C', [1, 2], index=None, key='c', format_func=lambda v: f'no {v}', bind='query-params')
    st.write(str([a, b, c]))
st.json(st.query_params.to_dict())
st.button('prog', key='prog', on_click=lambda: st.session_state.update(a='own', c=1))
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "a", "value": "new"},
            {"do": "query", "key": "b", "value": "newer"},
            {"do": "query", "key": "c", "value": "no 2"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "c", "value": "2"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
]
