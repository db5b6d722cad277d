"""A persisting widget that only a run cut off by st.rerun() drew."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n % 3 == 2:
    st.text_input('T', 'default', key='t', persist_state='session')
    st.number_input('N', 0, 9, 3, key='k')
    st.rerun()
if n > 6:
    st.text(st.text_input('T', 'default', key='t', persist_state='session'))
st.text((n, sorted(ss)))
"""

STEPS = [
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "rerun"},
]
