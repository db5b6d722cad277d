"""A persisting value follows its key to a widget of another identity, once that one is drawn in its place."""
SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n % 2:
    st.text(repr(st.text_input('A', 'one', key='a', max_chars=5 + n, persist_state='session')))
else:
    st.text(repr(st.text_input('A', 'two', key='a', max_chars=5 + n, persist_state='session')))
st.text(repr(ss.a))
"""
STEPS = [{"do":"rerun"},{"do":"set","kind":"text_input","key":"a","value":"typed"},{"do":"rerun"},{"do":"rerun"},{"do":"rerun"}]
