"""Query parameters in callbacks; a bound widget's own callback."""

SCRIPT = """
import streamlit as st
def cb():
    st.session_state.seen = dict(st.query_params)
    st.query_params['log'] = str(st.session_state.s)
def set_other():
    st.session_state.t = 'auto'
st.slider('S', 0, 10, key='s', bind='query-params', on_change=cb)
st.text_input('T', key='t', bind='query-params', on_change=set_other)
st.json(st.query_params.to_dict())
st.write(st.session_state.get('seen'))
st.button('del', key='del', on_click=lambda: st.session_state.pop('s'))
"""

STEPS = [
    {"do": "set", "kind": "slider", "key": "s", "value": 5},
    {"do": "set", "kind": "text_input", "key": "t", "value": "x"},
    {"do": "query", "key": "s", "value": "9"},
    {"do": "set", "kind": "slider", "key": "s", "value": 4},
    {"do": "click", "kind": "button", "key": "del"},
    {"do": "rerun"},
]
