"""Fragments beside each other, a rerun of one and of all, a dialog that is answered."""

import streamlit as st
from time import sleep
st.title("Fragments")
@st.fragment
def counter(name):
    if name not in st.session_state: st.session_state[name]=0
    if st.button("Add", key=f"b{name}"): st.session_state[name]+=1
    st.metric(name, st.session_state[name])
    if st.session_state[name]==2:
        st.session_state[name]=3; st.rerun()
    if st.button("scoped", key=f"s{name}"): st.rerun(scope="fragment")
c=st.columns(2)
with c[0]: counter("left")
with c[1]: counter("right")
@st.fragment(run_every=None)
def clock(): st.write("tick")
clock()
@st.dialog("Cast your vote", width="large")
def vote(item):
    st.write(f"Why is {item} your favorite?")
    reason = st.text_input("Because...")
    if st.button("Submit"):
        st.session_state.vote={"item":item,"reason":reason}; st.rerun()
if "vote" not in st.session_state:
    if st.button("A"): vote("A")
else: st.write(f"You voted {st.session_state.vote['item']} because {st.session_state.vote['reason']}")
st.write(st.session_state.left + st.session_state.right)
