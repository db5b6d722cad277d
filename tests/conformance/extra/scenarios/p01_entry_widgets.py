"""Widgets around the pages lose their values when the program switches, and a switch in a callback."""

SCRIPT = """
import streamlit as st
def one():
    st.text_input('T', key='t')
    if st.button('to two', key='go2'):
        st.switch_page(p2)
def two():
    st.write('two', st.session_state.get('c'), st.session_state.get('t'))
    if st.button('to one', key='go1'):
        st.switch_page(p1)
    st.button('cb to one', key='cb', on_click=lambda: st.switch_page(p1))
st.checkbox('C', key='c')
st.slider('S')
p1 = st.Page(one, default=True, title='First', icon='🔥')
p2 = st.Page(two)
pg = st.navigation([p1, p2])
st.write(pg.title, pg.url_path, pg.icon, p2.url_path, p2.title, pg is p1)
pg.run()
st.write('end', sorted(st.session_state.keys()))
"""
STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "checkbox", "key": "c", "value": True},
            {"do": "set", "kind": "slider", "label": "S", "value": 7},
        ],
    },
    {"do": "set", "kind": "text_input", "key": "t", "value": "typed"},
    {"do": "click", "kind": "button", "key": "go2"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "cb"},
    {"do": "rerun"},
]
