"""Date and time sliders, None text, whole floats."""

SCRIPT = """
import streamlit as st
import datetime as dt
if st.checkbox('show', key='show'):
    a = st.slider('A', dt.date(2024,1,1), dt.date(2024,12,31), dt.date(2024,5,5), key='a', bind='query-params')
    b = st.slider('B', dt.time(0), dt.time(23), dt.time(12), key='b', bind='query-params')
    c = st.slider('C', 0, 10, (2, 5), key='c', bind='query-params')
    d = st.text_input('D', value=None, key='d', bind='query-params')
    e = st.number_input('E', value=1.5, key='e', bind='query-params')
    f = st.checkbox('F', True, key='f', bind='query-params')
    st.write(str([a,b,c,d,e,f]))
st.write(sorted(st.query_params))
st.button('prog', key='prog', on_click=lambda: st.session_state.update(d='dd'))
if 'show' in st.session_state and st.session_state.show:
    st.json({k: st.query_params.get_all(k) for k in 'cdef'})
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "a", "value": "2024-06-07"},
            {"do": "query", "key": "b", "value": "13:30"},
            {"do": "query", "key": "c", "value": ["7", "8.5"]},
            {"do": "query", "key": "d", "value": ""},
            {"do": "query", "key": "e", "value": "2"},
            {"do": "query", "key": "f", "value": "False"},
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "rerun"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {"do": "set", "kind": "checkbox", "key": "show", "value": True},
]
