"""Reading through session state moves the stored file's position in that run; the next run starts anew."""
SCRIPT = """
import streamlit as st
if 'w' in st.session_state and st.session_state.w:
    st.text('before ' + repr(st.session_state.w.read()))
f = st.file_uploader('W', key='w')
if f:
    st.text(f'copy at {f.tell()}')
    f.seek(0)
    st.text(repr(f.read()) + repr(st.session_state.w.tell()))
    st.session_state.w.seek(0)
    st.text('again ' + repr(st.session_state.w.read()))
    st.text(repr(f == st.session_state.w) + repr(f != st.session_state.w) + repr(hash(f) == hash(st.session_state.w)) + repr(f == 5))
st.button('b', key='b')
"""
STEPS = [
    {"do": "upload", "kind": "file_uploader", "key": "w", "files": [["a.txt", "hello", "text/plain"]]},
    {"do": "rerun"},
    {"do": "click", "kind": "button", "key": "b"},
]
