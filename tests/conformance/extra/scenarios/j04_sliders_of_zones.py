"""slider: moments with zones come back in the zone of the first value, the clock on the wall unchanged;
what lies beyond the bounds, or is too few, becomes the default."""

SCRIPT = """
import datetime as dt
import streamlit as st
T, M = dt.time, dt.datetime
utc, india = dt.timezone.utc, dt.timezone(dt.timedelta(hours=5, minutes=30))
def tell(key, *args, **kwargs):
    try:
        st.text(f'{key} {st.slider(key, *args, key=key, **kwargs)!r}')
    except Exception as error:
        st.text(f'{key} {type(error).__name__}')
tell('one', value=M(2024, 5, 5, 8, 30, tzinfo=india))
tell('two', value=(M(2024, 5, 5, 8, 30, tzinfo=india), M(2024, 5, 7, 8, 30, tzinfo=india)))
tell('mixed', value=(M(2024, 5, 5, 8, 30, tzinfo=india), M(2024, 5, 7, 8, 30, tzinfo=utc)))
tell('limits', M(2024, 5, 1, tzinfo=utc), M(2024, 5, 9, tzinfo=utc), M(2024, 5, 5, 8, 30, tzinfo=india))
tell('time', value=T(12, 30, 15, 17, tzinfo=india))
tell('half', M(2024, 5, 1), M(2024, 5, 9), M(2024, 5, 5, 8, 30, tzinfo=india))
"""

STEPS = [
    {"do": "set", "kind": "slider", "key": "one", "value": {"$datetime": "2024-05-06T10:00+05:30"}},
    {"do": "set", "kind": "slider", "key": "one", "value": {"$datetime": "2024-05-06T11:00+00:00"}},
    {"do": "set", "kind": "slider", "key": "one", "value": {"$datetime": "2024-05-06T12:00"}},
    {
        "do": "set",
        "kind": "slider",
        "key": "mixed",
        "value": [{"$datetime": "2024-05-05T10:00+00:00"}, {"$datetime": "2024-05-05T11:00+05:30"}],
    },
    {"do": "set", "kind": "slider", "key": "time", "value": {"$time": "13:00:00"}},
    {"do": "set", "kind": "slider", "key": "one", "value": {"$datetime": "2034-05-06T12:00"}},
    {"do": "set", "kind": "slider", "key": "two", "value": [{"$datetime": "2024-05-06T12:00"}]},
    {"do": "rerun"},
]
