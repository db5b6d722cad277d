"""Empty parameters clear what can be cleared."""

SCRIPT = """
import streamlit as st
if st.checkbox('show', key='show'):
    b = st.multiselect('B', ['x','y','z'], ['x'], key='b', bind='query-params')
    h = st.pills('H', ['1','2'], default='1', key='h', bind='query-params')
    i = st.pills('I', ['1','2','3'], selection_mode='multi', default=['1'], key='i', bind='query-params')
    k = st.feedback('stars', default=3, key='k', bind='query-params')
    e = st.select_slider('E', ['lo','mid','hi'], ('lo','mid'), key='e', bind='query-params')
    st.write(str([b,h,i,k,e]))
    st.write(str({n: st.query_params.get_all(n) for n in sorted(st.query_params)}))
"""


def q(**kw):
    return [{"do": "query", "key": k, "value": v} for k, v in kw.items()]


STEPS = [
    {
        "do": "batch",
        "steps": [
            *q(b="", h="", i="", k="", e=["hi", "mid"]),
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
    {"do": "set", "kind": "multiselect", "key": "b", "value": ["y"]},
]
