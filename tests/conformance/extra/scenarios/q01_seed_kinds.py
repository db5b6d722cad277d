"""The first query step seeds nothing drawn already; a widget drawn later is seeded."""

SCRIPT = """
import streamlit as st
show = st.checkbox('show', key='show')
if show:
    v = st.slider('S', 0, 10, 3, key='s', bind='query-params')
    t = st.text_input('T', 'dflt', key='t', bind='query-params', max_chars=4)
    n = st.number_input('N', 0, 50, 5, key='n', bind='query-params')
    f = st.number_input('F', key='f', bind='query-params')
    c = st.checkbox('C', key='c', bind='query-params')
    b = st.selectbox('B', ['x','y','z'], key='b', bind='query-params')
    b2 = st.selectbox('B2', ['x','y','z'], index=None, key='b2', bind='query-params')
    r = st.slider('R', 0.0, 1.0, (0.2, 0.4), key='r', bind='query-params')
    st.write([v,t,n,f,c,b,b2,r])
st.json(st.query_params.to_dict())
st.write(len(st.query_params), list(st.query_params))
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "s", "value": "7"},
            {"do": "query", "key": "t", "value": "longer"},
            {"do": "query", "key": "n", "value": "99"},
            {"do": "query", "key": "f", "value": "2.50"},
            {"do": "query", "key": "c", "value": "TRUE"},
            {"do": "query", "key": "b", "value": "z"},
            {"do": "query", "key": "b2", "value": ""},
            {"do": "query", "key": "r", "value": ["0.1", "0.9"]},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
    {"do": "set", "kind": "slider", "key": "s", "value": 3},
    {"do": "set", "kind": "slider", "key": "s", "value": 9},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {"do": "set", "kind": "checkbox", "key": "show", "value": True},
    {"do": "rerun"},
    {"do": "query", "key": "s", "value": "1"},
    {"do": "query", "key": "t", "value": "ab"},
]
