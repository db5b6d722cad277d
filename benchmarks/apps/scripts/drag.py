import time

import streamlit as st

v = st.slider("s0", 0, 10_000, 0, key="k0")
time.sleep(0.05)
st.text(f"row 0: {v * v};")
