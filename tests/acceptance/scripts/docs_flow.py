"""Execution flow of the docs: forms, fragments, dialogs, rerun, stop."""

import streamlit as st

st.session_state.setdefault("app_runs", 0)
st.session_state.setdefault("fragment_runs", 0)
st.session_state.app_runs += 1

with st.form("my_form", clear_on_submit=True, border=False, enter_to_submit=False):
    st.write("Inside the form")
    slider_val = st.slider("Form slider", key="form_slider")
    checkbox_val = st.checkbox("Form checkbox")
    left, right = st.columns(2)
    submitted = left.form_submit_button("Submit", type="primary", icon=":material/send:")
    cancelled = right.form_submit_button("Cancel")
    if submitted:
        st.write("slider", slider_val, "checkbox", checkbox_val)
    if cancelled:
        st.write("never mind")
st.write("Outside the form")

form = st.form("other_form")
form.slider("Inside the other", 0, 10, 5, key="other")
st.slider("Outside it")
form.form_submit_button("Send")


@st.fragment
def fragment():
    st.session_state.fragment_runs += 1
    with st.container(border=True):
        st.button("Rerun fragment")
        st.write(f"Fragment says it ran {st.session_state.fragment_runs} times.")
        st.text_input("Fragment text", key="in_fragment")


fragment()
st.button("Rerun full app")
st.write(f"Full app says it ran {st.session_state.app_runs} times.")


@st.fragment(run_every="10s")
def clock(label, *, loud=False):
    st.caption(f"{label}{'!' if loud else '.'}")


clock("Tick", loud=True)


@st.dialog("Cast your vote", width="large", icon=":material/how_to_vote:")
def vote(item):
    st.write(f"Why is {item} your favorite?")
    reason = st.text_input("Because...", key="reason")
    if st.button("Submit", key="submit_vote"):
        st.session_state.vote = {"item": item, "reason": reason}
        st.rerun()


if "vote" not in st.session_state:
    st.write("Vote for your favorite")
    if st.button("A"):
        vote("A")
    if st.button("B"):
        vote("B")
else:
    f"You voted for {st.session_state.vote['item']} because {st.session_state.vote['reason']}"

if st.checkbox("Stop here", key="stop"):
    st.warning("Stopped.")
    st.stop()

if "value" not in st.session_state:
    st.session_state.value = "Title"
st.header(st.session_state.value)
if st.button("Foo"):
    st.session_state.value = "Foo"
    st.rerun()
st.success("The end")
