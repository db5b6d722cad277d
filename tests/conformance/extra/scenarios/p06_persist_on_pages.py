"""persist_state over pages: "page" goes with the page, "session" stays."""

SCRIPT = """
import streamlit as st
def one():
    st.text_input('P', key='p', persist_state='page')
    st.text_input('S', key='s', persist_state='session')
    if not st.session_state.get('hide'):
        st.text_input('H', key='h', persist_state='page')
    st.checkbox('hide', key='hide')
    if st.button('go2', key='go2'): st.switch_page(p2)
def two():
    st.write(sorted(st.session_state.items(), key=str))
    st.text_input('S', key='s', persist_state='session')
    if st.button('go1', key='go1'): st.switch_page(p1)
    if st.button('go3', key='go3'): st.switch_page(p3)
def three():
    st.write(sorted(st.session_state.items(), key=str))
    st.text_input('P', key='p', persist_state='page')
    if st.button('go1', key='go1'): st.switch_page(p1)
st.text_input('E', key='e', persist_state='page')
p1, p2, p3 = st.Page(one), st.Page(two), st.Page(three)
st.navigation({'A': [p1, p2], 'B': [p3]}).run()
"""
STEPS = [
    {
        "do": "batch",
        "steps": [{"do": "set", "kind": "text_input", "key": k, "value": k + "!"} for k in "pshe"],
    },
    {"do": "set", "kind": "checkbox", "key": "hide", "value": True},
    {"do": "click", "kind": "button", "key": "go2"},
    {"do": "set", "kind": "text_input", "key": "s", "value": "again"},
    {"do": "click", "kind": "button", "key": "go1"},
    {"do": "set", "kind": "text_input", "key": "p", "value": "p2"},
    {"do": "click", "kind": "button", "key": "go2"},
    {"do": "click", "kind": "button", "key": "go3"},
    {"do": "click", "kind": "button", "key": "go1"},
]
