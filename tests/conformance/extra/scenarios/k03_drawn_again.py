"""What cached functions draw is drawn again."""

SCRIPT = """
import streamlit as st
@st.cache_data
def nested(n):
    st.text('in nested')
    st.write('n', n)
    return n
@st.cache_data
def f(n):
    print('f', n)
    st.sidebar.write('side')
    with st.container():
        st.write('in container')
        c1, c2 = st.columns(2)
        c1.write('left')
        with c2:
            st.write('right')
    e = st.empty()
    e.write('one')
    e.write('two')
    with st.spinner('turning'):
        pass
    nested(n)
    p = st.progress(0)
    p.progress(50)
    st.session_state.counter = st.session_state.get('counter', 0) + 1
    return n
f(1)
with st.expander('E'):
    f(1)
with st.sidebar:
    f(1)
box = st.container()
@st.cache_data
def outer():
    box.write('into a box outside')
    return 1
try:
    st.text(str(outer()))
    st.text(str(outer()))
except Exception as e:
    st.text(type(e).__name__)
spot = st.empty()
@st.cache_data
def over():
    spot.write('over')
    return 1
try:
    st.text(str(over()))
    st.text(str(over()))
except Exception as e:
    st.text(type(e).__name__)
@st.cache_data
def fails():
    st.text('before')
    raise ValueError('x')
for _ in range(2):
    try:
        fails()
    except ValueError as e:
        st.text('caught')
@st.cache_resource
def res():
    st.text('resource drawn')
    st.warning('w')
    return [1]
r = res()
res().append(2)
st.text(repr(r) + str(r is res()))
"""
STEPS = [{"do": "rerun"}]
