"""A machine learning playground: parameters in a sidebar form, clusters by numpy, matplotlib, the code shown."""

import inspect

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import streamlit as st

matplotlib.use("Agg")
plt.style.use("ggplot")


@st.cache_data
def blobs(samples: int, centers: int, spread: float, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    middles = rng.uniform(-5, 5, (centers, 2))
    return np.vstack([rng.normal(m, spread, (samples // centers, 2)) for m in middles])


@st.cache_data(persist=False)
def kmeans(points: np.ndarray, k: int, rounds: int = 10):
    middles = points[:: max(1, len(points) // k)][:k]
    for _ in range(rounds):
        labels = ((points[:, None] - middles) ** 2).sum(-1).argmin(1)
        middles = np.array([points[labels == i].mean(0) if (labels == i).any() else middles[i] for i in range(k)])
    return labels, middles


st.title("Clustering *playground*")
st.write("## Which number of clusters is best?")

with st.sidebar.form(key="parameters"):
    st.markdown("### Parameters")
    samples = st.number_input("Samples", 30, 600, 120, step=30)
    centers = st.slider("Centers", 2, 6, 3)
    spread = st.select_slider("Spread", options=[0.2, 0.5, 1.0, 2.0], value=0.5)
    algorithm = st.radio("Start", ("even", "odd"), horizontal=True)
    k = st.slider("Clusters", 2, 6, 3, key="k")
    st.form_submit_button(label="Apply", use_container_width=True)

points = blobs(samples, centers, spread, seed=algorithm == "odd")
labels, middles = kmeans(points, k)
st.write("Shape of dataset:", points.shape)
st.write("number of clusters:", len(np.unique(labels)))

fig = plt.figure(figsize=(6, 4))
plt.scatter(points[:, 0], points[:, 1], c=labels, alpha=0.8, cmap="viridis")
plt.scatter(middles[:, 0], middles[:, 1], marker="x", c="red")
plt.xlabel("x")
plt.ylabel("y")
st.pyplot(fig)
plt.close("all")

frame = pd.DataFrame(points, columns=["x", "y"]).assign(label=labels)
left, right = st.columns(2)
left.dataframe(frame.groupby("label").mean().round(2), use_container_width=True)
right.bar_chart(frame.label.value_counts())

with st.expander("Show the algorithm"):
    st.code(inspect.getsource(blobs.__wrapped__), language="python")
    st.latex(r"J = \sum_{i=1}^{k} \sum_{x \in S_i} \lVert x - \mu_i \rVert^2")
if st.sidebar.checkbox("Describe", key="describe"):
    st.subheader("Description")
    st.write(frame.describe())
    st.text(str(frame.dtypes))
