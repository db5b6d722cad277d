"""A slider without a default whose key holds no number is one with two handles; what it holds comes back as its ends."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n % 2:
    ss.a, ss.b, ss.c = '3', [1, 2], '3'
    st.text(repr(st.slider('A', key='a')))
    st.text(repr(st.slider('B', key='b')))
    st.text(repr(st.slider('C', 0, 10, 5, key='c')))
st.text((repr(ss.get('a')), repr(ss.get('b')), repr(ss.get('c'))))
"""

STEPS = [{"do": "rerun"}, {"do": "rerun"}, {"do": "rerun"}]
