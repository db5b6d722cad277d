"""dates, times and colours seeded from the address"""
SCRIPT = '''
import streamlit as st
import datetime as dt
if st.checkbox("draw", key="draw"):
    day = dt.date(2024, 1, 2)
    st.date_input("d", day, key="d", bind="query-params")
    st.date_input("r", (day, dt.date(2024, 1, 5)), key="r", bind="query-params")
    st.time_input("t", dt.time(8), key="t", bind="query-params")
    st.datetime_input("m", dt.datetime(2024, 1, 2, 3, 4), key="m", bind="query-params")
    st.color_picker("c", "#aabbcc", key="c", bind="query-params")
st.text(repr({k: st.query_params.get_all(k) for k in "drtmc"}))
'''
STEPS = [{"do":"query","key":"d","value":"nope"},{"do":"query","key":"r","value":["2024-03-04","2024-03-09"]},
{"do":"query","key":"t","value":"25:99"},{"do":"query","key":"m","value":"1066-01-01T00:00"},{"do":"query","key":"c","value":"red"},
{"do":"set","kind":"checkbox","key":"draw","value":True},{"do":"rerun"}]
