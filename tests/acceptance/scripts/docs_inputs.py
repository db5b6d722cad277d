"""The input widgets of the docs, each with many of its parameters."""

import datetime
from enum import Enum

import streamlit as st


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


st.header("Buttons", anchor="buttons", divider=True, help="All of them")
if st.button("Say hello", type="primary", help="It is polite", icon=":material/waving_hand:", key="hello"):
    st.write("Why hello there")
else:
    st.write("Goodbye")
st.button("Aloha", type="tertiary", width="stretch")
st.button("Stretched", disabled=True, use_container_width=True, icon="🚫")
st.link_button("Go to gallery", "https://example.org/gallery", type="primary", icon=":material/link:")
st.download_button("Download text", "some text", file_name="a.txt", mime="text/plain", on_click="ignore")

st.header("Selections")
agree = st.checkbox("I agree", value=True, label_visibility="visible", help="**Really**")
on = st.toggle("Activate feature", key="feature")
genre = st.radio(
    "What's your favorite movie genre",
    [":rainbow[Comedy]", "***Drama***", "Documentary :movie_camera:"],
    index=None,
    captions=["Laugh out loud.", "Get the popcorn.", "Never stop learning."],
    key="genre",
)
contact = st.selectbox(
    "How would you like to be contacted?",
    ("Email", "Home phone", "Mobile phone"),
    index=None,
    placeholder="Select contact method...",
    accept_new_options=True,
    key="contact",
)
colors = st.multiselect(
    "What are your favorite colors?",
    list(Color),
    default=[Color.RED, Color.BLUE],
    format_func=lambda c: c.name.title(),
    max_selections=2,
    key="colors",
)
sentiment_mapping = ["one", "two", "three", "four", "five"]
selected = st.feedback("stars", key="stars")
if selected is not None:
    st.markdown(f"You selected {sentiment_mapping[selected]} star(s).")
pills = st.pills("Directions", ["North", "East", "South", "West"], selection_mode="multi", default=["East"])
segment = st.segmented_control(
    "Zoom",
    options=[0, 1, 2],
    format_func={0: ":material/add:", 1: ":material/zoom_in:", 2: ":material/zoom_out:"}.get,
    key="zoom",
)
start_color, end_color = st.select_slider(
    "Select a range of color wavelength", options=["red", "orange", "yellow", "green"], value=("red", "yellow")
)
color = st.color_picker("Pick A Color", "#00f900")

st.header("Numbers and dates")
number = st.number_input("Insert a number", value=None, placeholder="Type a number...", key="number")
count = st.number_input("Count", 0, 10, 3, step=2, format="%d", icon=":material/tag:")
values = st.slider("Select a range of values", 0.0, 100.0, (25.0, 75.0), format="%0.1f")
appointment = st.slider(
    "Schedule your appointment:", value=(datetime.time(11, 30), datetime.time(12, 45)), key="appointment"
)
start_time = st.slider(
    "When do you start?",
    min_value=datetime.datetime(2020, 1, 1),
    max_value=datetime.datetime(2020, 1, 31),
    value=datetime.datetime(2020, 1, 1, 9, 30),
    format="MM/DD/YY - hh:mm",
)
d = st.date_input(
    "When's your birthday", datetime.date(2019, 7, 6), min_value=datetime.date(2000, 1, 1), key="birthday"
)
vacation = st.date_input("Vacation", (datetime.date(2025, 1, 1), datetime.date(2025, 1, 7)), format="MM.DD.YYYY")
t = st.time_input("Set an alarm for", datetime.time(8, 45), step=300, key="alarm")
w = st.datetime_input("Schedule", datetime.datetime(2025, 11, 19, 16, 45), key="schedule")

st.header("Text")
title = st.text_input("Movie title", "Life of Brian", max_chars=40, autocomplete="off", key="movie")
hidden = st.text_input("hidden", label_visibility="collapsed", placeholder="This is a placeholder", type="password")
txt = st.text_area("Text to analyze", "It was the best of times, it was the worst of times", height=120)
st.write(f"You wrote {len(txt)} characters.")
st.write("Chosen:", agree, on, genre, contact, colors, pills, segment, start_color, end_color, color)
st.write("Numbers:", number, count, values, "dates:", d, str(vacation), str(t), str(w))
st.write(str(appointment), start_time, title)
