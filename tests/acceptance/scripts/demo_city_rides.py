"""A demo with maps: pick-ups by hour, the address holds the hour, two columns with maps, a histogram."""

import numpy as np
import pandas as pd
import pydeck as pdk
import streamlit as st

st.set_page_config(layout="wide", page_title="Ride sharing demo", page_icon=":taxi:")


@st.cache_resource
def load_data() -> pd.DataFrame:
    rng = np.random.default_rng(0)
    size = 2000
    stamps = pd.Timestamp("2014-09-01") + pd.to_timedelta(rng.integers(0, 24 * 60, size), unit="min")
    return pd.DataFrame({
        "date/time": stamps,
        "lat": 40.73 + rng.normal(0, 0.05, size),
        "lon": -73.95 + rng.normal(0, 0.05, size),
    })


def draw_map(data, lat, lon, zoom):
    st.pydeck_chart(
        pdk.Deck(
            map_style=None,
            initial_view_state={"latitude": lat, "longitude": lon, "zoom": zoom, "pitch": 50},
            layers=[
                pdk.Layer(
                    "HexagonLayer",
                    data=data,
                    get_position=["lon", "lat"],
                    radius=100,
                    elevation_scale=4,
                    elevation_range=[0, 1000],
                    pickable=True,
                    extruded=True,
                ),
            ],
        )
    )


@st.cache_data
def filterdata(df, hour_selected):
    return df[df["date/time"].dt.hour == hour_selected]


@st.cache_data
def mpoint(lat, lon):
    return (np.average(lat), np.average(lon))


@st.cache_data
def histdata(df, hr):
    filtered = df[(df["date/time"].dt.hour >= hr) & (df["date/time"].dt.hour < (hr + 1))]
    hist = np.histogram(filtered["date/time"].dt.minute, bins=60, range=(0, 60))[0]
    return pd.DataFrame({"minute": range(60), "pickups": hist})


data = load_data()
row1_1, row1_2 = st.columns((2, 3))

if not st.session_state.get("url_synced", False):
    try:
        st.session_state["pickup_hour"] = int(st.query_params["pickup_hour"])
        st.session_state["url_synced"] = True
    except KeyError:
        pass


def update_query_params():
    st.query_params["pickup_hour"] = st.session_state["pickup_hour"]


with row1_1:
    st.title("Ridesharing Data")
    hour_selected = st.slider(
        "Select hour of pickup", 0, 23, key="pickup_hour", on_change=update_query_params
    )
with row1_2:
    st.write(
        """
    ##
    Examining how pickups vary over time in the city and at its major airports.
    By sliding the slider on the left you can view different slices of time.
    """
    )

row2_1, row2_2 = st.columns((2, 1))
midpoint = mpoint(data["lat"], data["lon"])
with row2_1:
    st.write(f"""**All of the city from {hour_selected}:00 and {(hour_selected + 1) % 24}:00**""")
    draw_map(filterdata(data, hour_selected), midpoint[0], midpoint[1], 11)
with row2_2:
    st.write("**Everywhere, flat**")
    st.map(data.head(100), size=20, color="#0044ff")

chart_data = histdata(data, hour_selected)
st.write(f"**Breakdown of rides per minute between {hour_selected}:00 and {(hour_selected + 1) % 24}:00**")
st.area_chart(chart_data, x="minute", y="pickups", color="#ff4b4b")
