"""Charts of the docs: the built-in ones, Vega-Lite, Altair, matplotlib, Graphviz, maps, Plotly if it is there."""

import altair as alt
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import streamlit as st

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.standard_normal((20, 3)), columns=["a", "b", "c"])
long = pd.DataFrame({
    "col1": list(range(20)) * 3,
    "col2": rng.standard_normal(60),
    "col3": ["a"] * 20 + ["b"] * 20 + ["c"] * 20,
})

st.area_chart(df, x_label="Row", y_label="Value", stack="center")
st.bar_chart(df, color=["#f00", "#0f0", "#00f"], stack=False)
st.bar_chart(long, x="col1", y="col2", color="col3", sort="-col2")
st.line_chart(df, y=["a", "b"], height=200)
st.line_chart(long, x="col1", y="col2", color="col3", use_container_width=True)
st.scatter_chart(df.assign(size=rng.integers(1, 9, 20)), x="a", y=["b", "c"], size="size", color=["#FF0000", "#0000FF"])
st.line_chart([1, 2, 3])
st.bar_chart({"x": [1, 2], "y": [3, 4]})
st.line_chart(df.a)

c = alt.Chart(df).mark_circle().encode(x="a", y="b", size="c", color="c", tooltip=["a", "b", "c"])
st.altair_chart(c, width="stretch", theme=None)
st.write(c)
brush = alt.selection_point(name="point_selection")
event = st.altair_chart(
    alt.Chart(long).mark_point().encode(x="col1", y="col2", color="col3:N").add_params(brush),
    key="alt_chart",
    on_select="rerun",
)
st.write(event.selection)
st.vega_lite_chart(
    df,
    {
        "mark": {"type": "circle", "tooltip": True},
        "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}},
    },
)

fig, ax = plt.subplots()
ax.hist(rng.normal(1, 1, size=100), bins=20)
st.pyplot(fig)
st.pyplot(fig, clear_figure=True, use_container_width=False)
plt.close(fig)

st.graphviz_chart("""
    digraph {
        run -> intr
        intr -> runbl
        runbl -> run
    }
""")
st.map(pd.DataFrame(rng.standard_normal((50, 2)) / [50, 50] + [37.76, -122.4], columns=["lat", "lon"]))
st.map(
    pd.DataFrame({"col1": [37.7, 37.8], "col2": [-122.4, -122.5], "col3": [10, 50], "col4": ["#ff0000", "#00ff00"]}),
    latitude="col1", longitude="col2", size="col3", color="col4", zoom=9,
)
try:
    import plotly.express as px
except ImportError:
    st.caption("Plotly is not installed")
else:
    st.plotly_chart(px.scatter(long, x="col1", y="col2", color="col3"), key="iris")
if st.checkbox("Once more"):
    st.subheader("Again")
    st.line_chart(df)
