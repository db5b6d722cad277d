"""One fragment called twice, nested, with arguments, in a form and in the sidebar; a key drawn twice."""

SCRIPT = """
import streamlit as st
@st.fragment()
def row(n, *, extra=''):
    v = st.number_input(f'N{n}', key=f'n{n}')
    st.write(n, v, extra)
    @st.fragment(run_every='1s')
    def inner():
        st.button(f'B{n}', key=f'b{n}')
        return n
    return inner(), v
st.write(row(1), row.__name__)
with st.sidebar:
    row(2, extra='side')
with st.form('f'):
    row3 = st.fragment(lambda: st.text_input('in form'))
    row3()
    st.form_submit_button()
row(1)
"""
STEPS = [
    {"do": "set", "kind": "number_input", "key": "n1", "value": 4},
    {"do": "click", "kind": "button", "key": "b2"},
]
