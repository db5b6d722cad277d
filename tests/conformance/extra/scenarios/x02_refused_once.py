"""A value that a widget cannot show is refused in the run that assigns it, not in later ones; the script then gets it as it is."""

SCRIPT = """
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
def attempt(f, *args, **kwargs):
    try:
        st.text(f'{kwargs["key"]} returns {f(*args, **kwargs)!r}')
    except Exception as e:
        st.text(f'{kwargs["key"]} {type(e).__name__}')
if n == 2:
    ss.c, ss.t, ss.s, ss.low, ss.m, ss.o = None, 5, '3', -1, None, 'gone'
attempt(st.checkbox, 'C', key='c')
attempt(st.text_input, 'T', key='t')
attempt(st.slider, 'S', 0, 10, 3, key='s')
attempt(st.slider, 'L', 0, 10, 3, key='low')
attempt(st.multiselect, 'M', ['a', 'b'], key='m')
attempt(st.selectbox, 'O', ['a', 'b'], key='o')
"""

STEPS = [
    {"do": "rerun"},
    {"do": "rerun"},
    {"do": "rerun"},
]
