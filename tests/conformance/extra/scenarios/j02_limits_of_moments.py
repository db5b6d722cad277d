"""datetime_input: a mere date as max_value is its last minute, a text is midnight; what else a limit may be."""

SCRIPT = """
import datetime as dt
import streamlit as st
D, T, M = dt.date, dt.time, dt.datetime
start = M(2024, 5, 5, 8, 30)
limits = [
    (D(2024, 5, 5), D(2024, 5, 5)), ('2024-05-05', '2024-05-05'), (D(2024, 5, 6), None), (None, D(2024, 5, 4)),
    (M(2024, 6, 1), M(2024, 4, 1)), (T(8, 0), T(9, 0)), (T(8, 31), None), ('08:00', '9:00'), (' 08:00 ', '09:00'),
    (None, M(2024, 5, 5, 8, 30, 59)), (M(2024, 5, 5, 8, 30, 59), None), (None, 5), ('x', None),
    (M(2024, 5, 5, 8, 30, tzinfo=dt.timezone.utc), None), (None, M(2024, 5, 5, 9, tzinfo=dt.timezone.utc)),
]
for number, (low, high) in enumerate(limits):
    try:
        st.text(f"{number} {st.datetime_input(f'w{number}', start, low, high)}")
    except Exception as error:
        st.text(f"{number} {type(error).__name__}")
"""

STEPS = [
    {"do": "set", "kind": "datetime_input", "label": "w0", "value": {"$datetime": "2024-05-05T23:59"}},
    {"do": "set", "kind": "datetime_input", "label": "w0", "value": {"$datetime": "2024-05-06T00:00"}},
    {"do": "set", "kind": "datetime_input", "label": "w5", "value": {"$datetime": "2024-05-05T09:00"}},
    {"do": "set", "kind": "datetime_input", "label": "w5", "value": {"$datetime": "2024-05-05T09:01"}},
]
