import streamlit as st

v = st.slider("s0", 0, 10_000, 0, key="k0")
for i in range(1000):
    st.text(f"text {i}: {v};")
