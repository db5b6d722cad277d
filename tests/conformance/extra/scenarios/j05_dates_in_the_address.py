"""Dates, times and colours in the address: as people write them, and put right."""

SCRIPT = """
import datetime as dt
import streamlit as st
if 'opened' not in st.session_state:
    st.session_state.opened = True
    st.stop()
st.text(repr(st.date_input('a', dt.date(2024, 5, 5), key='a', bind='query-params')))
st.text(repr(st.date_input('b', (dt.date(2024, 5, 5),), key='b', bind='query-params')))
st.text(repr(st.date_input('c', None, key='c', bind='query-params')))
st.text(repr(st.time_input('d', dt.time(8, 30), key='d', bind='query-params')))
st.text(repr(st.datetime_input('e', dt.date(2024, 5, 5), key='e', bind='query-params')))
st.text(repr(st.color_picker('f', '#123', key='f', bind='query-params')))
st.text(dict(sorted(st.query_params.to_dict().items())))
"""

STEPS = [
    {
        "do": "batch",
        "steps": [
            {"do": "query", "key": "a", "value": "2024/04/04"},
            {"do": "query", "key": "b", "value": ["2024-06-01", "2024-06-01"]},
            {"do": "query", "key": "c", "value": "1066-10-14"},
            {"do": "query", "key": "d", "value": "9:15"},
            {"do": "query", "key": "e", "value": "2024/06/01, 10:00"},
            {"do": "query", "key": "f", "value": "ff8800"},
        ],
    },
    {"do": "set", "kind": "date_input", "key": "a", "value": {"$date": "2024-05-05"}},
    {"do": "set", "kind": "date_input", "key": "b", "value": []},
    {"do": "set", "kind": "color_picker", "key": "f", "value": "#00FF00"},
    {"do": "set_state", "key": "d", "value": {"$time": "10:00:00"}},
]
