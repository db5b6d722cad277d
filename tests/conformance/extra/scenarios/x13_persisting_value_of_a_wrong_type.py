"""A value that persists is put back on the page when it was not sent from there; it has to fit then."""

SCRIPT = """
import streamlit as st
ss = st.session_state
def stop(): st.stop()
def wrong(): ss.b = True
st.text(repr(st.checkbox('A', key='a', on_change=stop, persist_state='session')))
st.text(repr(st.color_picker('B', key='b', on_change=wrong, persist_state='session')))
"""

STEPS = [
    {"do": "set", "kind": "checkbox", "key": "a", "value": True},
    {"do": "set_state", "key": "a", "value": "#123456"},
    {"do": "set_state", "key": "a", "value": False},
    {"do": "set", "kind": "color_picker", "key": "b", "value": "#ff0000"},
    {"do": "rerun"},
    {"do": "rerun"},
]
