"""None as a value, cleared choices, and None assigned from outside."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

r = st.radio('R', ['a', 'b'], index=None, key='w', on_change=cb, args=('r',))
s = st.selectbox('S', ['a', 'b'], index=None, key='s', on_change=cb, args=('s',))
s2 = st.selectbox('S2', ['a', 'b'], key='s2', on_change=cb, args=('s2',))
p = st.pills('P', ['a', 'b'], default='a', key='p', on_change=cb, args=('p',))
q = st.pills('Q', ['a', 'b'], default=['a'], selection_mode='multi', key='q', on_change=cb, args=('q',))
f = st.feedback('stars', default=2, key='f', on_change=cb, args=('f',))
m = st.multiselect('M', ['a', 'b'], ['a'], key='m', on_change=cb, args=('m',))
st.text(repr([r, s, s2, p, q, f, m]))
st.write(st.session_state.log)
"""

STEPS = [
    {"do": "set", "kind": "radio", "key": "w", "value": "b"},
    {"do": "set", "kind": "radio", "key": "w", "value": None},
    {"do": "set", "kind": "selectbox", "key": "s", "value": "b"},
    {"do": "set", "kind": "selectbox", "key": "s", "value": None},
    {"do": "set", "kind": "selectbox", "key": "s2", "value": None},
    {"do": "set", "kind": "button_group", "key": "p", "value": None},
    {"do": "rerun"},
    {"do": "set", "kind": "button_group", "key": "p", "value": "b"},
    {"do": "set", "kind": "button_group", "key": "q", "value": []},
    {"do": "rerun"},
    {"do": "set", "kind": "feedback", "key": "f", "value": None},
    {"do": "rerun"},
    {"do": "set", "kind": "feedback", "key": "f", "value": 4},
    {"do": "set", "kind": "multiselect", "key": "m", "value": []},
    {"do": "rerun"},
    {"do": "set_state", "key": "w", "value": None},
    {"do": "set_state", "key": "s2", "value": None},
    {"do": "rerun"},
    {"do": "set_state", "key": "p", "value": None},
    {"do": "set_state", "key": "f", "value": None},
    {"do": "set_state", "key": "q", "value": []},
]
