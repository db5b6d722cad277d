"""Hidden uploader loses its file; stop and error keep it; rerun in the script."""
SCRIPT = """
import streamlit as st
mode = st.selectbox('m', ['show', 'hide', 'stop', 'error', 'rerun', 'disabled'], key='m')
if mode == 'stop': st.stop()
if mode == 'error': 1/0
if mode == 'rerun' and not st.session_state.get('done'):
    st.session_state.done = True
    st.rerun()
if mode != 'hide':
    f = st.file_uploader('W', key='w', disabled=mode == 'disabled', on_change=lambda: print('cb'))
    g = st.file_uploader('G', disabled=mode == 'disabled')
    st.text(f'{f and f.read()} {g and g.read()}')
st.text(str(st.session_state.get('w') and st.session_state.w.name))
"""
F = [["a.txt", "hello", "text/plain"]]
def m(v): return {"do": "set", "kind": "selectbox", "key": "m", "value": v}
U = {"do": "batch", "steps": [{"do": "upload", "kind": "file_uploader", "key": "w", "files": F}, {"do": "upload", "kind": "file_uploader", "index": 1, "files": F}]}
STEPS = [U, m('stop'), m('show'), m('error'), m('show'), m('rerun'), m('disabled'), U, m('show'), m('hide'), m('show'), {"do": "rerun"}]
