"""Status elements of the docs: alerts, exceptions, progress, spinner, status, toasts, celebrations."""

import time

import streamlit as st

st.success("This is a success message!", icon="✅")
st.info("This is a purely informational message", icon=":material/info:")
st.warning("This is a *warning*", width=400)
st.error("This is an error", icon="🚨", title="Oh no")
e = RuntimeError("This is an exception of type RuntimeError")
st.exception(e)

my_bar = st.progress(0, text="Operation in progress. Please wait.")
for percent_complete in range(0, 100, 25):
    time.sleep(0.001)
    my_bar.progress(percent_complete + 1, text="Operation in progress. Please wait.")
my_bar.progress(1.0, text="Done")
st.progress(0.3)
gone = st.progress(50)
gone.empty()

with st.spinner("Wait for it...", show_time=True):
    time.sleep(0.001)
st.success("Done!")

with st.status("Downloading data...", expanded=True) as status:
    st.write("Searching for data...")
    time.sleep(0.001)
    st.write("Found URL.")
    time.sleep(0.001)
    st.write("Downloading data...")
    status.update(label="Download complete!", state="complete", expanded=False)

failed = st.status("Trying", state="running")
failed.write("This will not do")
failed.update(label="Did not do", state="error")


@st.cache_data(show_spinner="Counting ...")
def count(limit):
    st.write("Counted, drawn from a cached function")
    return sum(range(limit))


st.write(count(10), count(10))

if st.button("Three cheers", icon="🎉"):
    st.toast("Hip!")
    time.sleep(0.001)
    st.toast("Hip! Hip!", icon="🎉")
    st.toast("Hooray!", icon=":material/celebration:", duration="long")
    st.balloons()
if st.toggle("Winter"):
    st.snow()

left, right = st.columns(2)
left.warning("In a column", icon=":material/warning:")
right.error("In another one")
with right:
    with st.spinner():
        time.sleep(0.001)

if st.checkbox("Show what went wrong"):
    try:
        {}["missing"]
    except KeyError as error:
        st.exception(error)
        st.error(f"{type(error).__name__}: {error}")
