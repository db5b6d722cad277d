"""Query parameters when the page changes, bound widgets too."""

SCRIPT = """
import streamlit as st
def show():
    st.write(st.query_params.to_dict())
def one():
    st.write('one'); show()
    st.query_params.x = '1'
    st.text_input('B', key='b', bind='query-params')
    show()
    for name, q in [('plain', None), ('dict', {'q': 'v', 'r': ['1', '2']}), ('pairs', [('a', 'b')]), ('bad', 'abc'), ('bad2', 5), ('value', {'d': {}})]:
        if st.button(name, key=name):
            try:
                st.switch_page(p2, query_params=q)
            except Exception as e:
                st.write(type(e).__name__)
    for q in [{'q': 'v'}, 'abc', 5, [('a', ['b', 'c'])], {}]:
        try:
            st.page_link(p2, query_params=q)
        except Exception as e:
            st.write(repr(q), type(e).__name__)
def two():
    st.write('two'); show()
    st.text_input('C', 'dflt', key='c', bind='query-params')
    show()
    if st.button('back', key='back'): st.switch_page(p1)
st.text_input('E', key='e', bind='query-params')
p1, p2 = st.Page(one), st.Page(two)
st.navigation([p1, p2]).run()
"""
STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "set", "kind": "text_input", "key": "b", "value": "bb"},
            {"do": "set", "kind": "text_input", "key": "e", "value": "ee"},
        ],
    },
    {"do": "click", "kind": "button", "key": "bad"},
    {"do": "click", "kind": "button", "key": "bad2"},
    {"do": "click", "kind": "button", "key": "value"},
    {"do": "click", "kind": "button", "key": "plain"},
    {"do": "set", "kind": "text_input", "key": "c", "value": "cc"},
    {"do": "click", "kind": "button", "key": "back"},
    {"do": "click", "kind": "button", "key": "dict"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "back"},
    {"do": "click", "kind": "button", "key": "pairs"},
]
