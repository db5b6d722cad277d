"""Which parameters make another uploader."""
SCRIPT = """
import streamlit as st
n = st.session_state.get('n', 0)
def more(): st.session_state.n = st.session_state.get('n', 0) + 1
st.button('more', key='more', on_click=more)
variants = [dict(), dict(help='h'), dict(label='L2'), dict(disabled=True), dict(label_visibility='hidden'), dict(width=300), dict(on_change='ignore'), dict(type='txt'), dict(type=['txt']), dict(max_upload_size=5), dict(accept_multiple_files=True), dict(accept_multiple_files='directory')]
v = variants[min(n, len(variants) - 1)]
f = st.file_uploader(**{'label': 'L', 'key': 'w', **v})
g = st.file_uploader(**{'label': 'L', **v})
st.text(f'{n} {v} {f and (f[0] if isinstance(f, list) else f).name} {g and (g[0] if isinstance(g, list) else g).name}')
"""
F = [["a.txt", "hello", "text/plain"]]
STEPS = []
for i in range(12):
    STEPS += [{"do": "batch", "steps": [{"do": "upload", "kind": "file_uploader", "key": "w", "files": F}, {"do": "upload", "kind": "file_uploader", "index": 1, "files": F}]}, {"do": "click", "kind": "button", "key": "more"}]
