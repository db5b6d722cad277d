"""A form that clears itself goes back to declared defaults; a field without one is empty again, not an empty text."""

SCRIPT = """
import streamlit as st
with st.form('f', clear_on_submit=True):
    st.text(repr(st.text_input('A', None)))
    st.text(repr(st.text_input('B', 'b', key='b')))
    st.text(repr(st.number_input('C', value=None)))
    st.text(repr(st.selectbox('D', ['u', 'v'], None)))
    st.form_submit_button('go')
"""

STEPS = [
    {"do": "set", "kind": "text_input", "label": "A", "value": "typed"},
    {"do": "set", "kind": "text_input", "key": "b", "value": "typed"},
    {"do": "set", "kind": "number_input", "label": "C", "value": 4},
    {"do": "set", "kind": "selectbox", "label": "D", "value": "v"},
    {"do": "submit", "form": "f"},
    {"do": "submit", "form": "f"},
    {"do": "submit", "form": "f"},
]
