"""Nesting of every container in every other, inside and outside of with."""

SCRIPT = """
import streamlit as st
with st.sidebar:
    with st.expander('se'):
        x, y = st.tabs(['1', '2'])
        with y:
            st.popover('sp').checkbox('deep', key='deep')
            c1, c2 = st.columns(2)
            c1.text('c1')
            with c2.container(border=True, key='box'):
                st.text('boxed')
x.text('late in tab one')
p = st.popover('p')
with p.expander('pe'):
    st.text('pe')
with p:
    with st.sidebar:
        st.text('sidebar from popover')
    st.text('popover again')
st.sidebar.tabs(['s'])[0].text('st')
st.space('large')
st.container(horizontal=True).space(5)
def t(f):
    try: f(); st.text('ok')
    except Exception as e: st.text(type(e).__name__)
t(lambda: st.space('huge'))
t(lambda: st.space(-1))
t(lambda: st.space(True))
t(lambda: st.space('stretch'))
"""

STEPS = [{"do": "set", "kind": "checkbox", "key": "deep", "value": True}]
