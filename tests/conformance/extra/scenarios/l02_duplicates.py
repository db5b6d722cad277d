"""Keys of containers are unique among everything drawn; keyless stateful ones by their parameters."""

SCRIPT = """
import streamlit as st
def t(f):
    try:
        f()
        st.text('ok')
    except Exception as e:
        st.text(type(e).__name__)
st.container(key='k')
t(lambda: st.container(key='k'))
t(lambda: st.button('b', key='k'))
t(lambda: st.expander('e', key='k'))
t(lambda: st.tabs(['a'], key='k'))
t(lambda: st.popover('p', key='k', on_change='rerun'))
st.button('b', key='b')
t(lambda: st.container(key='b'))
t(lambda: st.expander('x', on_change='rerun'))
t(lambda: st.expander('x', on_change='rerun'))
t(lambda: st.expander('x'))
t(lambda: st.tabs(['x'], on_change='rerun'))
t(lambda: st.tabs(['x'], on_change='rerun'))
t(lambda: st.form('k'))
t(lambda: st.container(key=1))
t(lambda: st.button('1', key='1'))
st.session_state.k = 'free'
t(lambda: st.session_state.update(k='assigned after'))
"""

STEPS = [{"do": "rerun"}]
