import time

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import streamlit as st

began = time.time() * 1e3
level = st.slider("Level", 0, 100, 50)
st.text(f"reading {level}; began {began:.1f};")
st.slider("Width", 0, 100, 20)
st.slider("Depth", 0, 100, 30)
st.selectbox("Region", ["north", "south", "west"])
st.selectbox("Product", ["tea", "coffee", "milk"])
st.checkbox("Grid")
st.checkbox("Legend")
st.text_input("Title", "Sales")
st.text_input("Note")
st.number_input("Count", 0, 100, 5)
x = np.linspace(0, 10, 200)
fig, ax = plt.subplots(figsize=(5, 3), dpi=100)
ax.plot(x, np.sin(x * (1 + level / 20)))
st.pyplot(fig, dpi=100)
plt.close(fig)
st.dataframe(pd.DataFrame(np.arange(100.0).reshape(20, 5), columns=list("abcde")))
st.text(f"finished {level}; ended {time.time() * 1e3:.1f};")
