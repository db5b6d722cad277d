"""Extensions that are not allowed."""
SCRIPT = """
import streamlit as st
st.session_state.n = st.session_state.get('n', 0) + 1
f = st.file_uploader('W', type=['txt'], key='w', on_change=lambda: print('cb'))
g = st.file_uploader('G', type='image', key='g')
h = st.file_uploader('H', type=['image/*', 'csv'], key='h')
st.text([x and x.name for x in (f, g, h)])
"""
def up(k, n): return {"do": "upload", "kind": "file_uploader", "key": k, "files": [[n, 'x', "text/plain"]]}
STEPS = [up('w', 'a.txt'), up('w', 'a.exe'), {"do": "rerun"}, up('w', 'b.TXT'), up('g', 'x.exe'), up('h', 'x.exe'), {"do": "rerun"}]
