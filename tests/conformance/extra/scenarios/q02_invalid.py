"""Values that cannot be are dropped from the address."""

SCRIPT = """
import streamlit as st
show = st.checkbox('show', key='show')
if show:
    v = st.slider('S', 0, 10, 3, key='s', bind='query-params')
    n = st.number_input('N', 0, 50, 5, key='n', bind='query-params')
    f = st.number_input('F', key='f', value=None, bind='query-params')
    c = st.checkbox('C', key='c', bind='query-params')
    b = st.selectbox('B', ['x','y','z'], key='b', bind='query-params')
    r = st.slider('R', 0.0, 1.0, (0.2, 0.4), key='r', bind='query-params')
    t = st.text_input('T', 'dflt', key='t', bind='query-params')
    st.write([v,n,f,c,b,r,t])
st.json(st.query_params.to_dict())
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "s", "value": "11"},
            {"do": "query", "key": "n", "value": "abc"},
            {"do": "query", "key": "f", "value": ""},
            {"do": "query", "key": "c", "value": "yes"},
            {"do": "query", "key": "b", "value": "w"},
            {"do": "query", "key": "r", "value": "0.5"},
            {"do": "query", "key": "t", "value": ""},
            {"do": "query", "key": "other", "value": "stays"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "s", "value": "nan"},
            {"do": "query", "key": "n", "value": "-3"},
            {"do": "query", "key": "f", "value": "1e3"},
            {"do": "query", "key": "c", "value": "false"},
            {"do": "query", "key": "b", "value": ["x", "y"]},
            {"do": "query", "key": "r", "value": ["0.9", "0.1"]},
            {"do": "query", "key": "t", "value": "dflt"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
]
