"""Camera and audio: None at first, in forms, callbacks refused there, uploads by the recorder refused."""
SCRIPT = """
import streamlit as st
c = st.camera_input('C', key='c', on_change=lambda: print('c'))
a = st.audio_input('A', key='a', on_change=lambda: print('a'))
with st.form('f'):
    st.camera_input('FC', key='fc')
    st.audio_input('FA', key='fa')
    try:
        st.audio_input('x', on_change=print)
    except Exception as e:
        st.text(type(e).__name__)
    st.form_submit_button()
st.camera_input('C')
st.audio_input('C', disabled=True, help='h')
st.text([c, a])
"""
STEPS = [{"do": "upload", "kind": "camera_input", "key": "c", "files": [["a.jpg", "x", "image/jpeg"]]}, {"do": "upload", "kind": "camera_input", "key": "c", "files": []},
 {"do": "upload", "kind": "audio_input", "key": "a", "files": [["a.wav", "x", "audio/wav"], ["b.wav", "x", "audio/wav"]]}, {"do": "submit", "form": "f"}]
