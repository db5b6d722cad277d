"""Files as arguments of cached functions."""
SCRIPT = """
import streamlit as st
@st.cache_data
def size(f):
    print('computed', f.name)
    return len(f.read())
f = st.file_uploader('F', key='f')
if f:
    st.text(size(f))
    f.seek(0)
    st.text(size(f))
    f.seek(1)
    st.text(size(f))
fs = st.file_uploader('G', accept_multiple_files=True, key='g')
@st.cache_data
def names(fs):
    print('computed names')
    return [f.name for f in fs]
st.text(names(fs))
"""
A, B, C = ["a.txt", "hello", "text/plain"], ["b.txt", "hello", "text/plain"], ["a.txt", "hello!", "text/plain"]
def up(k, *f): return {"do": "upload", "kind": "file_uploader", "key": k, "files": list(f)}
STEPS = [up('f', A), {"do": "rerun"}, up('f', A), up('f', B), up('f', C), up('g', A, B), up('g', A, B), up('g', B, A)]
