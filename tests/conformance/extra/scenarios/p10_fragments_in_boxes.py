"""Fragments in and around containers that have keys and values."""

SCRIPT = """
import streamlit as st
@st.fragment
def part(n):
    with st.expander('E', key=f'e{n}', on_change='rerun'):
        st.text_input(f'T{n}', key=f't{n}')
    a, b = st.tabs(['a', 'b'], key=f'tabs{n}', on_change='rerun')
    a.write('in a')
    with b:
        st.checkbox(f'C{n}', key=f'c{n}')
    with st.popover('P', key=f'p{n}'):
        st.write('pop')
    st.toast(f'toast {n}')
    st.write(sorted(k for k in st.session_state))
with st.container(key='box'):
    part(1)
with st.expander('Outer', key='outer'):
    part(2)
st.sidebar.write('x')
with st.sidebar:
    part(3)
"""
STEPS = [
    {"do": "set", "kind": "text_input", "key": "t1", "value": "bb"},
    {"do": "set", "kind": "checkbox", "key": "c2", "value": True},
    {"do": "rerun"},
]
