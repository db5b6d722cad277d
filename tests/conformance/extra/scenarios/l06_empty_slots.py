"""What a spot of st.empty can hold, one after the other."""

SCRIPT = """
import streamlit as st
a = st.empty()
a.write('first')
with a.container():
    st.write('one'); st.write('two')
b = st.empty()
with b:
    st.write('x'); st.write('y')
c = st.empty()
c.container().write('in c')
c.text('replaced')
d = st.empty()
left, right = d.columns(2)
left.write('l'); right.write('r')
e = st.empty()
with e.expander('ex'):
    st.write('inside')
f = st.empty()
with f.form('ff'):
    st.text_input('t', key='t')
    st.form_submit_button('s')
g = st.empty()
t1, t2 = g.tabs(['1', '2'])
t2.write('tab two')
h = st.empty()
h.slider('S', key='s')
if st.button('over', key='over'):
    h.text('gone')
i = st.container()
j = i.empty()
i.write('after')
j.write('before')
i.empty()
k = st.empty()
k.empty().write('k')
"""

STEPS = [
    {"do": "set", "kind": "slider", "key": "s", "value": 7},
    {"do": "click", "kind": "button", "key": "over"},
    {"do": "rerun"},
]
