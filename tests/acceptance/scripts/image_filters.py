"""Image filters: a picture made or uploaded, filtered by Pillow, several pictures at once, files that are not there."""

import streamlit as st, numpy as np, io
from PIL import Image, ImageFilter, ImageOps, ImageEnhance
st.title("Image filters")
up = st.file_uploader("Choose an image...", type=["jpg","png","jpeg"], accept_multiple_files=False)
img = Image.open(up) if up is not None else Image.fromarray((np.indices((64,64)).sum(0)*2).astype('uint8')).convert('RGB')
f = st.sidebar.radio("Filter", ["Original","Gray","Blur","Contour","Invert"])
amt = st.sidebar.slider("Amount", .1, 3., 1., .1)
out = {"Original":lambda i:i,"Gray":ImageOps.grayscale,"Blur":lambda i:i.filter(ImageFilter.GaussianBlur(amt)),"Contour":lambda i:i.filter(ImageFilter.CONTOUR),"Invert":ImageOps.invert}[f](img)
c1,c2=st.columns(2)
c1.image(img, caption="Original", use_container_width=True)
with c2:
    st.image(out, caption=f, width=200)
    st.image([img,out], caption=["a","b"], width=100)
    st.image(np.array(out), clamp=True, channels="RGB", output_format="PNG")
st.write(img)
st.write(img.size, img.mode, f"{img.size[0]} x {img.size[1]}")
buf=io.BytesIO(); out.save(buf,"PNG")
st.download_button("Download image", buf.getvalue(), file_name="o.png", mime="image/png")
cam = st.camera_input("Take", disabled=not st.checkbox("Enable"))
if cam: st.image(cam)
aud = st.audio_input("Record"); st.audio(np.sin(np.arange(800)/10), sample_rate=8000)
st.image(np.random.default_rng(0).random((10,10)))
try: st.image(np.zeros((3,)))
except Exception as e: st.error(type(e).__name__)
try: st.image("nope.png")
except Exception as e: st.error(type(e).__name__)
