import time

began = time.perf_counter_ns()  # one clock for all processes

import streamlit as st  # noqa: E402 - the clock comes first

v = st.slider("s0", 0, 10_000, 0, key="k0")
for step in range(40):
    time.sleep(0.02)
    st.text(f"step {step} of {v}")
st.text(f"row 0: {v * v}; began {began};")
