"""Toasts stand in the event area, in the run that draws them only."""

SCRIPT = """
import streamlit as st
def t(f):
    try: f(); st.text('ok')
    except Exception as e: st.text(type(e).__name__)
def cb():
    st.toast('from callback')
if st.button('b', key='b', on_click=cb):
    st.toast('**hi**  ', icon='🎉', duration='long')
    m = st.toast('one')
    m.toast('two', duration=3)
    with st.sidebar:
        st.toast('in with')
st.sidebar.toast('of sidebar')
st.container().toast('of box')
t(lambda: st.toast(''))
t(lambda: st.toast('x', duration='forever'))
t(lambda: st.toast('x', duration=0))
t(lambda: st.toast('x', duration=1.5))
t(lambda: st.toast('y', duration='infinite'))
t(lambda: st.toast(5))
t(lambda: st.toast(' '))
"""

STEPS = [{"do": "click", "kind": "button", "key": "b"}, {"do": "rerun"}]
