"""Errors and st.stop() in a fragment that runs with the script: both end the script, unless it catches the error."""

SCRIPT = """
import streamlit as st
@st.fragment
def bad():
    with st.container():
        st.write('before')
        if st.session_state.get('stop'):
            st.stop()
        if st.session_state.get('fail'):
            raise ValueError('x')
    return 5
try:
    st.write('got', bad())
except Exception as e:
    st.write('caught', type(e).__name__)
st.button('B', key='b')
st.checkbox('stop', key='stop')
st.checkbox('fail', key='fail')
if st.session_state.get('fail'):
    bad()
st.write('after')
"""
STEPS = [
    {"do": "set", "kind": "checkbox", "key": "fail", "value": True},
    {"do": "set", "kind": "checkbox", "key": "fail", "value": False},
    {"do": "set", "kind": "checkbox", "key": "stop", "value": True},
    {"do": "rerun"},
]
