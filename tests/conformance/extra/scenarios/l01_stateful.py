"""Tabs, expander and popover with state: open, entries, program values, callbacks do not fire."""

SCRIPT = """
import streamlit as st
def cb(x): print('cb', x)
a, b = st.tabs(['A', 'B'], key='t', on_change='rerun')
e = st.expander('E', expanded=True, key='e', on_change=cb, args=('e',))
p = st.popover('P', key='p', on_change='rerun')
st.write(str([a.open, b.open, e.open, p.open]))
with a:
    st.checkbox('in a', key='ca')
with b:
    st.checkbox('in b', key='cb')
with e:
    st.write('in e', e.open)
p.write('in p')
st.button('set', key='set', on_click=lambda: st.session_state.update(t='B', e=False, p=True))
st.button('bad', key='bad', on_click=lambda: st.session_state.update(t='nope'))
n1, n2 = st.tabs(['x', 'y'])
n3 = st.expander('plain', key='pe')
st.write(str([n1.open, n3.open, 'pe' in st.session_state]))
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "set"},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "bad"},
    {"do": "set_state", "key": "e", "value": True},
    {"do": "del_state", "key": "t"},
    {"do": "rerun"},
]
