"""Widgets and a form in a dialog, which the script keeps open or not."""

SCRIPT = """
import streamlit as st
def bye(): print('bye')
@st.dialog('T', on_dismiss=bye)
def ask(who, *, n=1):
    st.write('ask', who, n)
    a = st.text_input('A', 'x', key='a')
    with st.form('f'):
        st.number_input('N', key='n')
        sent = st.form_submit_button('Send')
    if sent:
        st.session_state.result = (a, st.session_state.n)
        st.rerun()
    if st.button('Stay', key='stay'):
        st.write('stayed')
if st.button('open', key='open') or st.session_state.get('keep'):
    st.write(ask('me', n=2))
st.checkbox('keep', key='keep')
st.write(st.session_state.get('result'), sorted(st.session_state.keys()))
"""
STEPS = [
    {"do": "click", "kind": "button", "key": "open"},
    {"do": "set", "kind": "checkbox", "key": "keep", "value": True},
    {"do": "set", "kind": "text_input", "key": "a", "value": "why"},
    {"do": "click", "kind": "button", "key": "stay"},
    {"do": "set", "kind": "number_input", "key": "n", "value": 4},
    {"do": "submit", "form": "f"},
    {"do": "rerun"},
]
