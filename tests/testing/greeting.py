"""An app in a file."""

import streamlit as st

st.title("Hello")
