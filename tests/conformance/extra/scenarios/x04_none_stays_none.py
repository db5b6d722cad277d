"""A field that was emptied by session state stays empty, in a form too, though it has a default."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n == 1:
    ss.d = ss.e = ss.f = ss.g = None
st.text(repr(st.text_input('D', key='d')))
st.text(repr(st.number_input('G', 0, 9, 3, key='g')))
st.text(repr(st.text_input('E', 'x', key='e', on_change=lambda: print('e changed'))))
with st.form('F'):
    st.text(repr(st.text_input('T', 'x', key='f')))
    st.form_submit_button()
"""

STEPS = [
    {"do": "rerun"},
    {"do": "submit", "form": "F"},
    {"do": "set", "kind": "text_input", "key": "e", "value": "new"},
    {"do": "rerun"},
]
