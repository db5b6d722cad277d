"""A gallery dashboard: filters in the sidebar, figures with deltas, charts, a table, a download."""

import datetime as dt

import numpy as np
import pandas as pd
import streamlit as st

st.set_page_config(page_title="Sales Dashboard", page_icon=":bar_chart:", layout="wide")

REGIONS = ["North", "South", "East", "West"]


@st.cache_data(ttl=3600, show_spinner="Loading sales ...")
def load_data(rows: int = 400) -> pd.DataFrame:
    rng = np.random.default_rng(7)
    days = pd.date_range("2024-01-01", periods=rows, freq="D")
    return pd.DataFrame({
        "date": days,
        "region": rng.choice(REGIONS, rows),
        "product": rng.choice(["Tea", "Coffee", "Cocoa"], rows),
        "units": rng.integers(1, 50, rows),
        "price": rng.uniform(2, 9, rows).round(2),
    })


@st.cache_data
def convert(df: pd.DataFrame) -> bytes:
    return df.to_csv(index=False).encode("utf-8")


df = load_data()
df["revenue"] = (df["units"] * df["price"]).round(2)

st.sidebar.header("Please Filter Here:")
region = st.sidebar.multiselect("Select the Region:", options=df["region"].unique(), default=REGIONS[:3])
product = st.sidebar.selectbox("Product", ["All", *sorted(df["product"].unique())])
start, end = st.sidebar.date_input(
    "Period", value=(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), key="period", format="DD.MM.YYYY"
)
show_raw = st.sidebar.checkbox("Show raw data", value=False)

selection = df.query("region == @region")
if product != "All":
    selection = selection[selection["product"] == product]
selection = selection[selection["date"].between(pd.Timestamp(start), pd.Timestamp(end))]

if selection.empty:
    st.warning("No data available based on the current filter settings!", icon="⚠️")
    st.stop()

st.title(":bar_chart: Sales Dashboard")
st.markdown("##")

total, average = int(selection["revenue"].sum()), round(selection["revenue"].mean(), 2)
left, middle, right = st.columns(3)
with left:
    st.subheader("Total Sales:")
    st.subheader(f"US $ {total:,}")
with middle:
    st.subheader("Rows:")
    st.subheader(f"{len(selection)} {':star:' * int(round(average / 40))}")
with right:
    st.metric("Average sale", f"${average}", delta=f"{average - 100:.2f}", delta_color="inverse", border=True)
st.markdown("""---""")

by_month = selection.groupby(selection["date"].dt.month)["revenue"].sum()
by_product = selection.groupby("product")[["revenue"]].sum().sort_values("revenue")
a, b = st.columns(2, gap="large")
a.line_chart(by_month, height=250)
b.bar_chart(by_product, use_container_width=True, horizontal=True)

if show_raw:
    st.subheader("Raw data")
    st.dataframe(
        selection,
        hide_index=True,
        use_container_width=True,
        column_config={
            "date": st.column_config.DateColumn("Day", format="YYYY-MM-DD"),
            "price": st.column_config.NumberColumn("Price (in USD)", format="$%.2f"),
            "units": st.column_config.ProgressColumn("Units", min_value=0, max_value=50),
        },
    )

st.download_button("Download CSV", convert(selection), "sales.csv", "text/csv", key="download-csv")

hide_st_style = """
            <style>
            #MainMenu {visibility: hidden;}
            footer {visibility: hidden;}
            header {visibility: hidden;}
            </style>
            """
st.markdown(hide_st_style, unsafe_allow_html=True)
