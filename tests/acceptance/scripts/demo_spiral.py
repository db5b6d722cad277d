"""The page of a fresh deployment: a welcome text as a bare string, two sliders, an altair chart."""

import math
from collections import namedtuple

import altair as alt
import pandas as pd
import streamlit as st

"""
# Welcome to the spiral!

Edit this file to customize this app to your heart's desire :heart:

If you have any questions, ask somebody who knows.

In the meantime, below is an example of what you can do with just a few lines of code:
"""

with st.echo(code_location="below"):
    total_points = st.slider("Number of points in spiral", 1, 5000, 2000)
    num_turns = st.slider("Number of turns in spiral", 1, 100, 9)

    Point = namedtuple("Point", "x y")
    data = []

    points_per_turn = total_points / num_turns

    for curr_point_num in range(total_points):
        curr_turn, i = divmod(curr_point_num, points_per_turn)
        angle = (curr_turn + 1) * 2 * math.pi * i / points_per_turn
        radius = curr_point_num / total_points
        x = radius * math.cos(angle)
        y = radius * math.sin(angle)
        data.append(Point(x, y))

    st.altair_chart(
        alt.Chart(pd.DataFrame(data), height=500, width=500)
        .mark_circle(color="#0068c9", opacity=0.5)
        .encode(x="x:Q", y="y:Q")
    )
