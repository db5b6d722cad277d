"""A fragment draws in containers that are not its own; one with parallel=True may not."""

SCRIPT = """
import streamlit as st
box = st.container()
ph = st.empty()
t = st.text('t')
@st.fragment
def f():
    box.write('in box')
    with st.sidebar:
        st.write('in side')
        st.checkbox('C', key='c')
    st.sidebar.write('side too')
    ph.write('one')
    ph.write('two')
    t.text('t2')
    box.button('B', key='b')
    with box:
        with st.container():
            st.write('deep')
    st.write('own')
box.write('before')
f()
box.write('after')
st.sidebar.write('side after')
try:
    @st.fragment(parallel=True)
    def p():
        st.write('p')
        box.write('no')
        st.write('not reached')
    st.write(p())
except Exception as e:
    st.write(type(e).__name__)
st.write('end')
"""
STEPS = [
    {"do": "click", "kind": "button", "key": "b"},
    {"do": "set", "kind": "checkbox", "key": "c", "value": True},
]
