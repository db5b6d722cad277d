"""Options that change under a bound select box."""

SCRIPT = """
import streamlit as st
n = st.number_input('n', 1, 3, 3, key='n')
v = st.selectbox('B', ['a','b','c'][:n], key='b', bind='query-params')
st.json(st.query_params.to_dict())
st.write(v)
st.button('prog', key='prog', on_click=lambda: st.session_state.update(b='c'))
st.button('bad', key='bad', on_click=lambda: st.session_state.update(b='q'))
st.button('none', key='none', on_click=lambda: st.session_state.update(b=None))
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 2},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 3},
    {"do": "set", "kind": "selectbox", "key": "b", "value": "b"},
    {"do": "click", "kind": "button", "key": "bad"},
    {"do": "rerun"},
]
