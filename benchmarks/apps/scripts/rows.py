import os

import streamlit as st

for i in range(int(os.environ["BENCH_N"])):
    v = st.slider(f"s{i}", 0, 10_000, 0, key=f"k{i}")
    st.text(f"row {i}: {v * v};")
