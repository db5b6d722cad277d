"""Layouts: tabs, containers of fixed height, rows of tiles, spots that are overwritten, echo."""

import streamlit as st, pandas as pd, numpy as np
t1,t2,t3=st.tabs(["Cat","Dog :dog:","Owl"], default="Dog :dog:")
with t1: st.header("A cat"); st.image("https://static.streamlit.io/examples/cat.jpg", width=200)
with t2: st.header("dog", anchor="d", help="h")
t3.header("owl"); t3.write("x")
c = st.container(height=200, border=True, key="box")
for i in range(3): c.write(i)
left, mid, right = st.columns(3, gap="large", vertical_alignment="bottom", border=True)
left.text_input("Write something"); mid.button("Click", use_container_width=True); right.checkbox("Check me")
with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
    st.button("one"); st.button("two", type="tertiary")
row1=st.columns(3); row2=st.columns(3)
for col in row1+row2:
    tile=col.container(height=120); tile.title(":balloon:")
ph=st.empty(); ph.text("Hello"); ph.progress(50,"Wait"); ph.empty()
with ph.container(): st.write("a"); st.write("b")
ph2=st.empty(); ph2.line_chart({"data":[1,5,2,6]}); ph2.button("Do",key="do"); 
st.expander("See", expanded=True).write("inside")
with st.sidebar:
    with st.form("sf"): st.slider("s"); st.form_submit_button("Go", use_container_width=True)
    add = st.radio("Choose shipping", ("Standard (5-15 days)","Express"), captions=["a","b"], horizontal=True)
st.html("<p><span style='text-decoration: line-through double red;'>Oops</span>!</p>")
st.space("large"); st.badge("New", icon=":material/check:", color="green")
c2=st.container(); st.write("second"); c2.write("first")
with st.echo("below"):
    x=1
    st.write(x)
with st.echo():
    st.write('above')
st.columns([.7,.3]); st.columns(1)
g=st.empty(); g.write('z'); g.empty()
st.popover("P", icon="🔥", use_container_width=True, help='x', disabled=True).write('q')
