"""Media of the docs, made of arrays and bytes: images, sound, video, a logo, a frame."""

import base64
import io

import numpy as np
import streamlit as st
import streamlit.components.v1 as components
from PIL import Image, ImageDraw

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>'


@st.cache_data
def picture(size: int, seed: int = 0) -> Image.Image:
    canvas = Image.new("RGB", (size, size), (240, 240, 255))
    ImageDraw.Draw(canvas).ellipse((seed, seed, size - seed, size - seed), fill=(200, 30, 60))
    return canvas


st.logo(picture(48), size="large", link="https://example.org", icon_image=picture(24))
st.title("Media")
size = st.slider("Size", 16, 256, 64, step=16)
grey = st.checkbox("Grey")

image = picture(size, 4)
if grey:
    image = image.convert("L")
st.image(image, caption="A disc", width=size)
st.image(np.asarray(image), caption="The same as array", channels="RGB", output_format="PNG")
st.image(np.linspace(0, 1, 400).reshape(20, 20), clamp=True, use_container_width=True)
st.image([picture(32), picture(32, 8)], caption=["one", "two"], width=32)
st.image(PIXEL, width="stretch")
st.image(SVG)
buffer = io.BytesIO()
image.save(buffer, format="PNG")
st.image(buffer, caption="Bytes in a buffer :sunglasses:")

sample_rate = 8000
seconds = 0.1
t = np.linspace(0, seconds, int(seconds * sample_rate), False)
note_la = np.sin(440 * t * 2 * np.pi)
st.audio(note_la, sample_rate=sample_rate)
st.audio(b"RIFF....WAVE", format="audio/wav", start_time=1, loop=True)
st.video(b"not really a film", format="video/mp4", start_time=0, muted=True)

components.html(
    """
    <div id="box" style="background: #eef; padding: 8px">Hello from <b>a frame</b></div>
    <script>document.getElementById("box").title = "seen";</script>
    """,
    height=80,
    scrolling=True,
)
components.iframe("data:text/html,<p>Framed</p>", height=60)

columns = st.columns(3)
for number, column in enumerate(columns):
    column.image(picture(32, number), caption=f"{number}")
    column.download_button("Save", buffer.getvalue(), f"{number}.png", "image/png", key=f"save{number}")
with st.expander("Details"):
    st.write(image.size, image.mode)
    st.json({"size": list(image.size), "mode": image.mode}, expanded=1)
