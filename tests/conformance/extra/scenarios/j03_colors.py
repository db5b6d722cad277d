"""color_picker: what is a colour, given, sent and in session state."""

SCRIPT = """
import streamlit as st
log = st.session_state.setdefault('log', [])
def called(key):
    st.session_state.log.append(f'{key} {st.session_state[key]}')
for value in ['#abc', '#ABCDEF', 'red', 'abcdef', '#abcdef80', '#abcd', '', 5, None]:
    try:
        st.text(f"{value!r} {st.color_picker(f'given {value!r}', value)}")
    except Exception as error:
        st.text(f"{value!r} {type(error).__name__}")
for key, value in {'name': 'red', 'bare': 'abcdef'}.items():
    if key not in st.session_state:
        st.session_state[key] = value
    st.text(st.color_picker(key, key=key, on_change=called, args=(key,)))
st.text(st.color_picker('ink', '#123456', key='ink', on_change=called, args=('ink',)))
st.write(log)
"""

STEPS = [
    {"do": "rerun"},
    *[
        {"do": "set", "kind": "color_picker", "key": "ink", "value": value}
        for value in ("#FFF", "fff", "green", "", "#12345g", "#123456", "#11223344")
    ],
]
