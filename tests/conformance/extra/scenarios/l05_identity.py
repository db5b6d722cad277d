"""With a key too, every parameter counts in the identity of tabs and expanders."""

SCRIPT = """
import streamlit as st
n = st.number_input('n', 2, 3, 2, key='n')
a, *rest = st.tabs(['A', 'B', 'C'][:n], key='t', on_change='rerun')
e = st.expander(f'E{n}', key='e', on_change='rerun')
p = st.popover('P', key='p', on_change='rerun', disabled=n == 3)
st.write(str([a.open, e.open, p.open]))
st.button('set', key='set', on_click=lambda: st.session_state.update(t='B', e=True, p=True))
"""

STEPS = [
    {"do": "click", "kind": "button", "key": "set"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 3},
    {"do": "rerun"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 2},
    {"do": "click", "kind": "button", "key": "set"},
]
