"""A field that is drawn with None has no default: a number beyond its limits empties it again."""

SCRIPT = """
import datetime as dt
import streamlit as st
ss = st.session_state
n = ss.n = ss.get('n', 0) + 1
if n % 2:
    ss.a = ss.b = None
st.text((repr(ss.get('a')), repr(ss.get('b'))))
st.text(repr(st.number_input('A', 0.0, 1.0, 0.5, key='a')))
st.text(repr(st.datetime_input('B', dt.datetime(2020, 5, 1), dt.datetime(2020, 1, 1), dt.datetime(2020, 12, 31), key='b')))
"""

STEPS = [
    {"do": "set", "kind": "number_input", "key": "a", "value": 3.0},
    {"do": "set", "kind": "number_input", "key": "a", "value": 3.0},
    {"do": "set", "kind": "number_input", "key": "a", "value": 0.25},
    {"do": "set", "kind": "datetime_input", "key": "b", "value": {"$datetime": "2020-06-01T10:00:00"}},
]
