"""Every kind of element once whose name in AppTest is another one, or that stands elsewhere on the page."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pydeck as pdk
import streamlit as st
import streamlit.components.v1 as components

frame = pd.DataFrame({"a": [1, 2, 3], "b": [4.0, 5.0, 6.0]})
st.html("<style>a{}</style>")
st.html("<style>a{}</style>words")
st.container().html(" <!-- none --> <style>b{}</style>")
st.echarts_chart({"series": [{"type": "bar", "data": [1, 2]}]})
st.pydeck_chart(pdk.Deck(layers=[]))
st.pydeck_chart(pdk.Deck(layers=[]), on_select="rerun", key="deck")
spec = {
    "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
    "params": [{"name": "brush", "select": "interval"}],
}
st.vega_lite_chart(frame, spec, on_select="rerun", key="points")
figure, axes = plt.subplots()
axes.plot([1, 2])
st.pyplot(figure)
st.write(figure)
figure
st.image(np.zeros((4, 4, 3), dtype="uint8"), caption="black")
components.html("<b>x</b>", height=50)
st.audio(np.sin(np.arange(800) / 10), sample_rate=8000)
try:
    st.columns(2)[0].write("several", 1)
except Exception as error:
    st.write(type(error).__name__)
with st.empty():
    st.write("several", frame)
for kind in (st.image, st.audio, st.video):
    try:
        kind("not_there.bin")
    except Exception as error:
        st.write(type(error).__name__)
st.write(st.session_state["deck"], st.session_state["points"])
