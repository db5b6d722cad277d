"""A key deleted below its widget: the recording AppTest cannot read its value back, and runs no more."""

SCRIPT = """
import streamlit as st
st.text_input('A', 'x', key='a')
if st.checkbox('del', key='d'):
    del st.session_state['a']
st.write('a' in st.session_state)
"""

STEPS = [
    {"do": "set", "kind": "text_input", "key": "a", "value": "typed"},
    {"do": "set", "kind": "checkbox", "key": "d", "value": True},
    {"do": "rerun"},
    {"do": "set", "kind": "text_input", "key": "a", "value": "again"},
    {"do": "set", "kind": "checkbox", "key": "d", "value": False},
]
