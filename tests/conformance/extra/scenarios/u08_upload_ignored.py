"""ignore keeps the file in the browser until another run; two files for a single uploader."""
SCRIPT = """
import streamlit as st
f = st.file_uploader('W', key='w', on_change='ignore')
g = st.file_uploader('G', key='g', on_change=lambda: print('cb g', st.session_state.g and st.session_state.g.name))
st.text(f'{f and f.name} {g and g.name}')
st.text([f == g, f is None])
st.button('b', key='b')
"""
A, B = ["a.txt", "hello", "text/plain"], ["b.txt", "1,2", "text/plain"]
STEPS = [{"do": "upload", "kind": "file_uploader", "key": "w", "files": [A]}, {"do": "click", "kind": "button", "key": "b"},
 {"do": "upload", "kind": "file_uploader", "key": "g", "files": [A, B]}, {"do": "rerun"}, {"do": "upload", "kind": "file_uploader", "key": "g", "files": []},
 {"do": "upload", "kind": "file_uploader", "key": "w", "files": []}, {"do": "click", "kind": "button", "key": "b"},{"do": "upload", "kind": "file_uploader", "key": "g", "files": []}]
