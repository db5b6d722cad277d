"""State and caches of the docs: callbacks, dataclasses, generic caches, resources, query parameters."""

import time
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import streamlit as st


@dataclass
class Counter:
    value: int = 0
    history: list[int] = field(default_factory=list)

    def add(self, amount: int) -> None:
        self.value += amount
        self.history.append(self.value)


class Connection:
    """Something that is made once."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.queries = 0

    def query(self, text: str) -> pd.DataFrame:
        self.queries += 1
        return pd.DataFrame({"query": [text], "number": [self.queries]})


@st.cache_resource(ttl="1h", max_entries=3)
def connect(url: str) -> Connection:
    return Connection(url)


@st.cache_data(max_entries=10, hash_funcs={Counter: lambda c: c.value})
def summary(counter: Counter, _connection: Connection, *, scale: float = 1.0) -> dict:
    time.sleep(0.001)
    return {"value": counter.value * scale, "mean": float(np.mean(counter.history or [0]))}


@st.cache_data
def load(name: str, rows: int = 3) -> pd.DataFrame:
    return pd.DataFrame({name: np.arange(rows)})


if "counter" not in st.session_state:
    st.session_state.counter = Counter()
counter: Counter = st.session_state.counter


def increment(amount: int, label: str = "") -> None:
    counter.add(amount)
    st.session_state.last = label or f"+{amount}"


def sync() -> None:
    st.session_state.celsius = round((st.session_state.fahrenheit - 32) / 1.8, 2)
    st.query_params.f = st.session_state.fahrenheit


st.title("Counter Example using Callbacks")
amount = st.number_input("Enter a value", value=1, step=1)
st.button("Increment", on_click=increment, args=(amount,))
st.button("Ten", on_click=increment, kwargs={"amount": 10, "label": "ten"})
st.write("Count = ", counter.value)
st.write("Last:", st.session_state.get("last", "nothing"), counter.history)

st.session_state.setdefault("celsius", 0.0)
st.number_input("Fahrenheit", value=32.0, key="fahrenheit", on_change=sync)
st.write("Celsius:", st.session_state.celsius)

db = connect("db://here")
st.dataframe(db.query("SELECT 1"))
st.json(summary(counter, db, scale=2.0))
st.write(load("x"), load(name="y", rows=2))
if st.button("Clear"):
    load.clear()
    st.cache_resource.clear()
    st.toast("All is new")

with st.expander("State"):
    st.write({k: v for k, v in sorted(st.session_state.items()) if isinstance(v, (int, float, str))})
    st.write("Parameters", st.query_params.to_dict())
for name in ("temporary", "other"):
    st.session_state[name] = name.upper()
del st.session_state.other
st.write("temporary" in st.session_state, "other" in st.session_state, len(st.session_state) > 2)
