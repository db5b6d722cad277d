"""Multiple files: list, callback on each change, same files again."""
SCRIPT = """
import streamlit as st
def cb(a, b=0):
    st.session_state.log = st.session_state.get('log', []) + [[f.name for f in st.session_state.w] + [a, b]]
fs = st.file_uploader('W', ['txt', '.CSV', 'jpg'], True, key='w', on_change=cb, args=(1,), kwargs={'b': 2})
st.text(type(fs).__name__ + repr([(f.name, f.type, f.size, f.read()) for f in fs]))
st.text(str(st.session_state.get('log')))
st.text(fs is st.session_state.w)
st.text(fs == st.session_state.w)
"""
A, B, C = ["a.txt", "hello", "text/plain"], ["B.CSV", "1,2", ""], ["c.JPEG", "xx", "image/jpeg"]
def up(*f): return {"do": "upload", "kind": "file_uploader", "key": "w", "files": list(f)}
STEPS = [up(A, B), {"do": "rerun"}, up(A), up(A, B, C), up(), up(), {"do": "rerun"}, up(A), up(A)]
