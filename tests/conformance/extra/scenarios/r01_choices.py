"""Choices bound to the address: seeded, filtered, cut, cleared, written back."""

SCRIPT = """
import streamlit as st
if st.checkbox('show', key='show'):
    a = st.multiselect('A', ['x','y','z'], key='a', bind='query-params')
    b = st.multiselect('B', ['x','y','z'], ['x'], key='b', bind='query-params', max_selections=2)
    c = st.multiselect('C', ['x'], key='c', accept_new_options=True, bind='query-params')
    d = st.select_slider('D', ['lo','mid','hi'], key='d', bind='query-params')
    e = st.select_slider('E', ['lo','mid','hi'], ('lo','mid'), key='e', bind='query-params')
    f = st.radio('F', ['r','s'], key='f', bind='query-params')
    g = st.radio('G', ['r','s'], index=None, key='g', bind='query-params')
    h = st.pills('H', ['1','2'], key='h', bind='query-params')
    i = st.pills('I', ['1','2','3'], selection_mode='multi', default=['1'], key='i', bind='query-params')
    j = st.segmented_control('J', [1,2], format_func=lambda v: f'n{v}', key='j', bind='query-params')
    k = st.feedback('stars', key='k', bind='query-params')
    st.write(str([a,b,c,d,e,f,g,h,i,j,k]))
    st.write(str({n: st.query_params.get_all(n) for n in sorted(st.query_params)}))
st.button('prog', key='prog', on_click=lambda: st.session_state.update(a=['z','x'], d='hi', g='r', h='1', k=4))
st.button('none', key='none', on_click=lambda: st.session_state.update(a=[], d='lo', g='s', h=None, k=None))
"""


def q(**kw):
    return [{"do": "query", "key": k, "value": v} for k, v in kw.items()]


STEPS = [
    {
        "do": "batch",
        "steps": [
            *q(
                a=["y", "nope", "y", "x"],
                b=["z", "y", "x"],
                c=["own", "x", "own"],
                d="mid",
                e=["mid", "hi"],
                f="s",
                g="zz",
                h="2",
                i=["3", "9"],
                j="n2",
                k="2",
            ),
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "click", "kind": "button", "key": "prog"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "none"},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {
        "do": "batch",
        "steps": [
            *q(a="", b="", c="", d="", e=["hi", "nope"], f="", g="", h="", i="", j="n9", k="9"),
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
    {"do": "set", "kind": "multiselect", "key": "a", "value": ["y"]},
    {"do": "set", "kind": "checkbox", "key": "show", "value": False},
    {
        "do": "batch",
        "steps": [
            *q(
                a=["nope"],
                b=["x"],
                d="xx",
                e="mid",
                f="r",
                g="r",
                h=["1", "2"],
                i=["2", "2", "1"],
                j="",
                k="1.5",
            ),
            {"do": "set", "kind": "checkbox", "key": "show", "value": True},
        ],
    },
    {"do": "rerun"},
]
