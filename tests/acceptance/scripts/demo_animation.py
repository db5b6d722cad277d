"""The animation of the hello demo: progress, text and image redrawn in a loop, in places made before."""

from typing import Any

import numpy as np
import streamlit as st
from streamlit.hello.utils import show_code  # as the demo itself has it


def animation_demo() -> None:
    iterations = st.sidebar.slider("Level of detail", 2, 20, 10, 1)
    separation = st.sidebar.slider("Separation", 0.7, 2.0, 0.7885)

    progress_bar = st.sidebar.progress(0)
    frame_text = st.sidebar.empty()
    image = st.empty()

    m, n, s = 96, 64, 400
    x = np.linspace(-m / s, m / s, num=m).reshape((1, m))
    y = np.linspace(-n / s, n / s, num=n).reshape((n, 1))

    for frame_num, a in enumerate(np.linspace(0.0, 4 * np.pi, 20)):
        progress_bar.progress(frame_num * 5)
        frame_text.text(f"Frame {frame_num + 1}/20")

        c = separation * np.exp(1j * a)
        z = np.tile(x, (n, 1)) + 1j * np.tile(y, (1, m))
        c_matrix: Any = np.full((n, m), c)
        mask: Any = np.full((n, m), True, dtype=bool)
        steps: Any = np.zeros((n, m))
        for i in range(iterations):
            z[mask] = z[mask] * z[mask] + c_matrix[mask]
            mask[np.abs(z) > 2] = False
            steps[mask] = i
        image.image(1.0 - (steps / steps.max()), use_container_width=True)

    progress_bar.empty()
    frame_text.empty()
    st.button("Rerun")


def plotting_demo() -> None:
    progress_bar = st.sidebar.progress(0)
    status_text = st.sidebar.empty()
    rng = np.random.default_rng(3)
    last_rows = rng.standard_normal((1, 1))
    chart = st.line_chart(last_rows)
    for i in range(1, 21):
        new_rows = last_rows[-1, :] + rng.standard_normal((5, 1)).cumsum(axis=0)
        status_text.text(f"{i * 5}% complete")
        chart.line_chart(new_rows)
        progress_bar.progress(i * 5)
        last_rows = new_rows
    progress_bar.empty()


st.set_page_config(page_title="Animation Demo", page_icon=":material/animation:")
st.title("Animation Demo")
st.write(
    """
    This app shows how you can use Streamlit to build cool animations.
    It displays an animated fractal based on the the Julia Set. Use the slider
    to tune different parameters.
    """
)
which = st.sidebar.selectbox("Choose a demo", ["Animation", "Plotting"])
if which == "Animation":
    animation_demo()
    show_code(animation_demo)
else:
    plotting_demo()
    show_code(plotting_demo)
