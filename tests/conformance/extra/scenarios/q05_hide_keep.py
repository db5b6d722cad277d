"""A bound widget that is hidden keeps its value; its parameter goes and comes back with it."""

SCRIPT = """
import streamlit as st
if st.toggle('show', True, key='show') if hasattr(st, 'toggle') else st.checkbox('show', True, key='show'):
    st.slider('S', 0, 10, 3, key='s', bind='query-params')
    st.text_input('T', key='t')
st.json(st.query_params.to_dict())
st.write(st.session_state.get('s', 'none'), st.session_state.get('t', 'none'))
st.button('prog', key='prog', on_click=lambda: st.session_state.update(s=8))
""".replace("st.toggle('show', True, key='show') if hasattr(st, 'toggle') else ", "")

STEPS = [
    {"do": "set", "kind": "slider", "key": "s", "value": 5},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": True},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": True},
    {"do": "set", "kind": "slider", "key": "s", "value": 3},
    {"do": "set", "kind": "slider", "key": "s", "value": 6},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {"do": "query", "key": "s", "value": "1"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": True},
    {"do": "rerun"},
]
