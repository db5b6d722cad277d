"""del before, after, from a callback, from outside."""
SCRIPT = """
import streamlit as st
def drop():
    del st.session_state.w
st.button('drop', key='d', on_click=drop)
if st.button('del before', key='b') and 'w' in st.session_state:
    del st.session_state.w
f = st.file_uploader('W', key='w', on_change=lambda: st.session_state.setdefault('n', []).append(1))
if st.button('del after', key='a'):
    del st.session_state.w
st.text(str(f and f.name))
st.text(len(st.session_state.get('n', [])))
"""
U = {"do": "upload", "kind": "file_uploader", "key": "w", "files": [["a.txt", "hello", "text/plain"]]}
STEPS = [U,
    {"do": "click", "kind": "button", "key": "d"}, {"do": "rerun"}, U,
    {"do": "click", "kind": "button", "key": "b"}, {"do": "rerun"}, U,
    {"do": "click", "kind": "button", "key": "a"}, {"do": "rerun"}, {"do": "rerun"}, U,
    {"do": "del_state", "key": "w"}, {"do": "rerun"},
]
