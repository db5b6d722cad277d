"""What goes wrong: caught and shown, wrong arguments, keys that are there twice, an error that ends the script."""

import traceback

import pandas as pd
import streamlit as st
from streamlit.errors import DuplicateWidgetID, StreamlitAPIException

st.title("Errors")


class ShopError(Exception):
    """An error of the app itself."""

    def __init__(self, item: str) -> None:
        super().__init__(f"there is no {item} in the shop")


def tried(action, *kinds):
    try:
        action()
    except kinds as error:
        st.error(f"{type(error).__name__} was caught", icon="🚨")
        return error
    st.success("nothing happened")
    return None


tried(lambda: st.session_state.not_there, AttributeError)
tried(lambda: st.session_state["not there"], KeyError)
tried(lambda: st.selectbox("Index", ["a", "b"], index=5), StreamlitAPIException)
tried(lambda: st.slider("Order", 10, 0), StreamlitAPIException)
tried(lambda: st.number_input("Range", 0, 10, 20), StreamlitAPIException)
tried(lambda: st.columns(0), StreamlitAPIException)
tried(lambda: st.multiselect("Default", ["a"], default=["z"]), StreamlitAPIException)
tried(lambda: st.progress(3.0), StreamlitAPIException)
tried(lambda: st.text_input("same", key="twice"), StreamlitAPIException)
tried(lambda: st.text_input("same", key="twice"), DuplicateWidgetID)
tried(lambda: st.radio("same label", [1]), StreamlitAPIException)
tried(lambda: st.radio("same label", [1]), DuplicateWidgetID)
tried(lambda: st.session_state.update({"x": 1}), AttributeError, TypeError)
tried(lambda: st.tabs([]), StreamlitAPIException)
tried(lambda: st.date_input("Day", "not a day"), StreamlitAPIException, ValueError)
tried(lambda: st.form_submit_button("Outside"), StreamlitAPIException)
tried(lambda: pd.DataFrame({"a": [1]})["b"], KeyError)
with st.form("form"):
    tried(lambda: st.button("Inside"), StreamlitAPIException)
    st.form_submit_button("Send")

try:
    raise ShopError("cheese")
except ShopError as error:
    st.exception(error)
    with st.expander("Traceback"):
        st.code(traceback.format_exception_only(type(error), error)[-1])

how = st.selectbox("How shall it end?", ["well", "ShopError", "ZeroDivisionError", "set late"])
if how == "ShopError":
    raise ShopError("bread")
if how == "ZeroDivisionError":
    print(1 / 0)
if how == "set late":
    st.session_state.twice = "too late"
st.write("The end")
