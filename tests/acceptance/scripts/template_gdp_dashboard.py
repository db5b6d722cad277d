"""A template with bare strings as text: magic, a range slider, a chart by colour, metrics in a loop."""

import io
import math

import pandas as pd
import streamlit as st

st.set_page_config(
    page_title="GDP dashboard",
    page_icon=":earth_americas:",
)


@st.cache_data
def get_gdp_data():
    """Grab GDP data. In a real app this is a file."""
    lines = ["Country Code," + ",".join(str(year) for year in range(1990, 2023))]
    for number, code in enumerate(["DEU", "FRA", "GBR", "BRA", "MEX", "JPN"], start=1):
        values = (f"{number * 1e11 * (1.02 + number / 100) ** k:.0f}" for k in range(33))
        lines.append(f"{code}," + ",".join(values))
    raw = pd.read_csv(io.StringIO("\n".join(lines)))
    gdp = raw.melt(["Country Code"], [str(x) for x in range(1990, 2023)], "Year", "GDP")
    gdp["Year"] = pd.to_numeric(gdp["Year"])
    return gdp


gdp_df = get_gdp_data()

# Set the title that appears at the top of the page.
"""
# :earth_americas: GDP dashboard

Browse GDP data from nowhere. As you'll notice, the data only
goes to 2022 right now, and datapoints for certain years are often missing.
"""

# Add some spacing
""
""

min_value = gdp_df["Year"].min()
max_value = gdp_df["Year"].max()

from_year, to_year = st.slider(
    "Which years are you interested in?",
    min_value=min_value,
    max_value=max_value,
    value=[min_value, max_value],
    key="years",
)

countries = gdp_df["Country Code"].unique()
if not len(countries):
    st.warning("Select at least one country")

selected_countries = st.multiselect(
    "Which countries would you like to view?", countries, ["DEU", "FRA", "GBR", "BRA"], key="countries"
)
""
""
filtered_gdp_df = gdp_df[
    (gdp_df["Country Code"].isin(selected_countries))
    & (gdp_df["Year"] <= to_year)
    & (from_year <= gdp_df["Year"])
]

st.header("GDP over time", divider="gray")
""
st.line_chart(filtered_gdp_df, x="Year", y="GDP", color="Country Code")
""
""
first_year = gdp_df[gdp_df["Year"] == from_year]
last_year = gdp_df[gdp_df["Year"] == to_year]

st.header(f"GDP in {to_year}", divider="gray")
""
cols = st.columns(4)
for i, country in enumerate(selected_countries):
    col = cols[i % len(cols)]
    with col:
        first_gdp = first_year[first_year["Country Code"] == country]["GDP"].iat[0] / 1000000000
        last_gdp = last_year[last_year["Country Code"] == country]["GDP"].iat[0] / 1000000000
        if math.isnan(first_gdp):
            growth, delta_color = "n/a", "off"
        else:
            growth, delta_color = f"{last_gdp / first_gdp:,.2f}x", "normal"
        st.metric(label=f"{country} GDP", value=f"{last_gdp:,.0f}B", delta=growth, delta_color=delta_color)
