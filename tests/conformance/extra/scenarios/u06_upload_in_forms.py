"""In a form: drafts, submit, clear on submit, edits kept over other runs."""
SCRIPT = """
import streamlit as st
with st.form('f', clear_on_submit=True):
    a = st.file_uploader('A', key='a')
    b = st.file_uploader('B', accept_multiple_files=True, key='b')
    go = st.form_submit_button('Go', on_click=lambda: print('cb', st.session_state.a and st.session_state.a.name, len(st.session_state.b)))
st.button('out', key='out')
st.text(f'{a and a.name} {[x.name for x in b]} {go}')
"""
def up(k, *f): return {"do": "upload", "kind": "file_uploader", "key": k, "files": list(f)}
A, B = ["a.txt", "hello", "text/plain"], ["b.txt", "1,2", "text/plain"]
S = {"do": "submit", "form": "f"}
STEPS = [up('a', A), {"do": "click", "kind": "button", "key": "out"}, S, {"do": "rerun"}, S, up('b', A, B), up('a', B), S, up('b', A), S, S]
