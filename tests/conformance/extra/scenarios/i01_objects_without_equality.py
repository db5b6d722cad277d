"""Options of a class without ==: values are copies, and an untouched value that is sent again counts as changed."""

SCRIPT = """
import streamlit as st
if 'log' not in st.session_state:
    st.session_state.log = []
def cb(*args, **kwargs):
    st.session_state.log.append([repr(st.session_state.get('w')), list(args), kwargs])

class P:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'P' + str(self.n)
OPTS = [P(1), P(2), P(3)]
f = lambda p: 'p%d' % p.n
r = st.radio('R', OPTS, format_func=f, key='w', on_change=cb, args=('r',))
s = st.selectbox('S', OPTS, format_func=f, key='s', on_change=cb, args=('s',))
m = st.multiselect('M', OPTS, OPTS[:1], format_func=f, key='m', on_change=cb, args=('m',))
w = st.select_slider('W', OPTS, format_func=f, key='ss', on_change=cb, args=('ss',))
z = st.select_slider('Z', OPTS, value=(OPTS[0], OPTS[1]), format_func=f, key='z', on_change=cb, args=('z',))
p = st.pills('P', OPTS, format_func=f, key='p', on_change=cb, args=('p',))
q = st.pills('Q', OPTS, default=OPTS[1], format_func=f, key='q', on_change=cb, args=('q',))
g = st.segmented_control('G', OPTS, selection_mode='multi', default=OPTS[:2], format_func=f, key='g', on_change=cb, args=('g',))
st.text(repr([r, s, m, w, z, p, q, g]))
st.text(repr([r is OPTS[0], s in OPTS, m and m[0] in OPTS, p in OPTS]))
st.write(st.session_state.log)
"""

STEPS = [{"do": "rerun"}, {"do": "rerun"}]
