"""Containers of the docs: columns, tabs, expanders, popovers, placeholders, the sidebar, nested."""

import random

import numpy as np
import streamlit as st

random.seed(1)
rng = np.random.default_rng(1)

with st.sidebar:
    st.title("Sidebar")
    add_selectbox = st.selectbox("How would you like to be contacted?", ("Email", "Home phone", "Mobile phone"))
    with st.expander("More settings"):
        add_radio = st.radio("Choose a shipping method", ("Standard (5-15 days)", "Express (2-5 days)"))
    with st.container(border=True):
        st.write("In a box")

col1, col2, col3 = st.columns([3, 1, 1], gap="small", vertical_alignment="bottom", border=True)
col1.text_input("Write something")
col2.button("Press me!", use_container_width=True)
with col3:
    st.checkbox("Check me")
    with st.container():
        st.write("nested")

for row in (st.columns(3), st.columns(3)):
    for col in row:
        tile = col.container(height=120, border=False)
        tile.title(":balloon:")

tab1, tab2, tab3 = st.tabs(["📈 Chart", "🗃 Data", ":material/info: About"], default="🗃 Data")
data = rng.standard_normal((10, 1))
tab1.subheader("A tab with a chart")
tab1.line_chart(data)
tab2.subheader("A tab with the data")
tab2.write(data)
with tab3:
    st.write("Something about it")
    inner = st.tabs(["Inner one", "Inner two"])
    inner[1].button("Inner button", key="inner")

with st.expander("See explanation", expanded=True, icon=":material/psychology:"):
    st.write("""
        The chart above shows some numbers I picked for you.
        I rolled actual dice for these, so they're *guaranteed* to
        be random.
    """)
    st.button("More")

with st.popover("Open popover", icon=":material/menu:", help="It opens", use_container_width=True):
    st.markdown("Hello World 👋")
    name = st.text_input("What's your name?")
st.write("Your name:", name)
st.popover("Disabled", disabled=True).write("not seen")

placeholder = st.empty()
placeholder.text("Hello")
placeholder.line_chart({"data": [1, 5, 2, 6, 2, 1]})
with placeholder.container():
    st.write("This is one element")
    st.write("This is another")
second = st.empty()
second.progress(10)
second.empty()
with st.empty():
    for seconds in range(3):
        st.write(f"⏳ {seconds} seconds have passed")
    st.write(":material/check: 3 seconds over!")

with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="medium"):
    for label in ("One", "Two", "Three"):
        st.button(label, key=f"flex_{label}")
flex = st.container(horizontal=True, border=True, key="named-box", height=100, width=300)
for card in range(3):
    flex.button(f"Button {card + 1}")

container = st.container(border=True)
container.write("This is inside the container")
st.write("This is outside the container")
container.write("This is inside too")
st.bottom.write("At the foot")
left, right = container.columns(2)
left.metric("Left", 1)
right.metric("Right", 2, 1)
