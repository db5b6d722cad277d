"""Dates and times without a key: different ways to write one default are one widget, or not."""

SCRIPT = """
import datetime as dt
import streamlit as st
D, T, M = dt.date, dt.time, dt.datetime
n = int(st.number_input('n', 0, 9, key='n'))
day = [D(2024, 5, 5), M(2024, 5, 5), '2024-05-05', M(2024, 5, 5, 1, 2), '2024-05-05T00:00'][n]
time = [T(8, 30), M(2024, 5, 5, 8, 30), '08:30', T(8, 30, 15), '08:30:00'][n]
both = [M(2024, 5, 5), D(2024, 5, 5), '2024-05-05', M(2024, 5, 5, 0, 0, 9), '2024-05-05T00:00'][n]
span = [(D(2024, 5, 5), D(2024, 5, 6)), [M(2024, 5, 5, 9), D(2024, 5, 6)], ('2024-05-05', '2024-05-06'),
        (D(2024, 5, 5),), ()][n]
st.write(repr(st.date_input('day', day)))
st.write(repr(st.time_input('time', time)))
st.write(repr(st.datetime_input('both', both, D(2020, 1, 1), D(2040, 1, 1))))
st.write(repr(st.date_input('span', span)))
"""

EDITS = {
    "do": "batch",
    "steps": [
        {"do": "set", "kind": "date_input", "label": "day", "value": {"$date": "2024-06-06"}},
        {"do": "set", "kind": "time_input", "label": "time", "value": {"$time": "11:45:00"}},
        {"do": "set", "kind": "datetime_input", "label": "both", "value": {"$datetime": "2024-06-06T10:30"}},
        {
            "do": "set",
            "kind": "date_input",
            "label": "span",
            "value": [{"$date": "2024-06-06"}, {"$date": "2024-06-07"}],
        },
    ],
}

STEPS = [
    step
    for number in range(1, 5)
    for step in (EDITS, {"do": "set", "kind": "number_input", "key": "n", "value": number})
]
