"""An explorer for a file that the user sends: pandas, choices that depend on it, nothing without a file."""

import io

import pandas as pd
import streamlit as st

st.set_page_config("CSV explorer", "🔎")
st.title("CSV explorer")

with st.sidebar:
    uploaded_file = st.file_uploader("Choose a CSV file", type="csv", key="file", help="With a header line")
    separator = st.radio("Separator", [",", ";"], format_func={",": "comma", ";": "semicolon"}.get)
    st.divider()
    many = st.file_uploader("Or several", accept_multiple_files=True, key="many")


@st.cache_data
def parse(text: str, separator: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text), sep=separator)


for other in many:
    st.write("filename:", other.name, "bytes:", len(other.read()))

if uploaded_file is None:
    st.info("👈 Upload a CSV file to begin")
    st.caption("For example:")
    st.code("city,year,people\nBerlin,2020,3664088\nParis,2020,2145906", language="csv")
    st.stop()

text = uploaded_file.getvalue().decode("utf-8")
try:
    df = parse(text, separator)
except Exception as error:
    st.error(f"This is no CSV file: {error}")
    st.stop()

st.success(f"{uploaded_file.name} ({uploaded_file.type}): {len(df)} rows")
overview, columns, raw = st.tabs(["Overview", "Columns", "Raw"])
with overview:
    a, b, c = st.columns(3)
    a.metric("Rows", len(df))
    b.metric("Columns", df.shape[1])
    c.metric("Missing", int(df.isna().sum().sum()))
    st.dataframe(df.head(st.number_input("Rows to show", 1, 100, 5)))
with columns:
    chosen = st.multiselect("Columns", df.columns.tolist(), default=df.columns[0])
    if chosen:
        st.write(df[chosen].describe(include="all"))
    numeric = df.select_dtypes("number").columns
    if len(numeric):
        column = st.selectbox("Plot", numeric)
        low, high = st.slider("Range", float(df[column].min()), float(df[column].max()) + 1, (0.0, 1e6))
        st.bar_chart(df[df[column].between(low, high)], y=column)
with raw:
    st.text(text)
    st.download_button("Give it back", text, "copy.csv")
