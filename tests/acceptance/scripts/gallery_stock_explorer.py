"""A gallery app with a main function: pages by a radio in the sidebar, indicators, altair, session state."""

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

TICKERS = {"ALFA": 11, "BETA": 23, "GAMA": 42}


@st.cache_data(show_spinner=False)
def prices(ticker: str, days: int) -> pd.DataFrame:
    rng = np.random.default_rng(TICKERS[ticker])
    steps = rng.normal(0.05, 1.0, days)
    frame = pd.DataFrame({"close": 100 + steps.cumsum()}, index=pd.bdate_range("2023-01-02", periods=days))
    frame.index.name = "day"
    return frame


def main() -> None:
    st.sidebar.title("Navigation")
    option = st.sidebar.radio("Go to", ["Visualize", "Recent Data", "Predict", "About"], key="page")
    st.title("Stock Price Explorer")
    st.sidebar.info("Created and designed by nobody in particular")
    pages = {"Visualize": visualize, "Recent Data": recent, "Predict": predict, "About": about}
    pages[option]()


def choose() -> tuple[str, int]:
    ticker = st.sidebar.selectbox("Enter a Stock Symbol", list(TICKERS), index=1, format_func=str.title)
    days = st.sidebar.number_input("Enter the duration", value=120, min_value=20, max_value=500, step=20)
    if st.sidebar.button("Send"):
        st.session_state["sent"] = st.session_state.get("sent", 0) + 1
        st.sidebar.success(f"Loaded {days} days of {ticker}")
    return ticker, days


def visualize() -> None:
    st.header("Technical Indicators")
    ticker, days = choose()
    data = prices(ticker, days)
    kind = st.radio("Choose a Technical Indicator to Visualize", ["Close", "BB", "SMA"], horizontal=True)
    if kind == "Close":
        st.write("Close Price")
        st.line_chart(data.close)
    elif kind == "BB":
        st.write("BollingerBands")
        mean, std = data.close.rolling(20).mean(), data.close.rolling(20).std()
        st.line_chart(pd.DataFrame({"low": mean - 2 * std, "close": data.close, "high": mean + 2 * std}))
    else:
        window = st.slider("Window", 2, 40, 10)
        st.write("Simple Moving Average", window)
        averaged = data.assign(sma=data.close.rolling(window).mean()).reset_index()
        chart = alt.Chart(averaged).mark_line().encode(x="day:T", y="sma:Q", tooltip=["day", "sma"])
        st.altair_chart(chart.interactive(), use_container_width=True)


def recent() -> None:
    st.header("Recent Data")
    ticker, days = choose()
    st.dataframe(prices(ticker, days).tail(10))


def predict() -> None:
    ticker, days = choose()
    model = st.radio("Choose a model", ["Mean", "Last value"])
    number = st.number_input("How many days forecast?", value=5, step=1)
    if st.button("Predict"):
        close = prices(ticker, days).close
        value = close.mean() if model == "Mean" else close.iloc[-1]
        for day in range(1, int(number) + 1):
            st.text(f"Day {day}: {value:.3f}")


def about() -> None:
    st.markdown(
        """
        ### About
        Times the data was sent: see below.
        """
    )
    st.write(st.session_state.get("sent", 0), st.session_state.page)


if __name__ == "__main__":
    main()
