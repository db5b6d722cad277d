"""Magic and `st.write`: bare expressions of all sorts, tuples, helpers, generators, help of objects."""

import datetime
import decimal
from collections import OrderedDict, namedtuple

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import streamlit as st

"# My first app"

df = pd.DataFrame({"first column": [1, 2, 3, 4], "second column": [10, 20, 30, 40]})
df  # 👈 Draw the dataframe

x = 10
"x", x  # 👈 Draw the string 'x' and then the value of x
x
[1, 2, {"a": (3, 4)}]
{"name": "dict"}
None
"""A multi-line
string with **bold**"""
st.write  # a function is described
df["first column"].sum()
lambda y: y + 1

Point = namedtuple("Point", "x y")


class Animal:
    """An animal that speaks."""

    def __init__(self, name):
        self.name = name

    def speak(self, times=1):
        """Say it."""
        return "Moo " * times


def function(a, b=2):
    """Add."""
    "a string in a function is text"
    return a + b


if x > 5:
    "inside an if"
    for i in range(2):
        i
with st.sidebar:
    "in the sidebar"

st.write("Hello, *World!* :sunglasses:")
st.write(1234)
st.write(df)
st.write("1 + 1 = ", 2)
st.write("Below is a DataFrame:", df, "Above is a dataframe.")
st.write(["a", "list"], ("a", "tuple"), {"a": "set"})
st.write(OrderedDict(a=1), Point(1, 2), decimal.Decimal("1.50"), datetime.date(2024, 2, 29))
st.write(ValueError("not raised"))
st.write(np.float64(2.5), np.array([1, 2, 3]), np.bool_(True))
st.write(pd.Series([1, 2], name="s"), df.style.highlight_max(), df.index)
st.write(b"bytes", 3 + 4j, ..., range(3))
st.write(function)
st.write(Animal)
st.write((c for c in "stream of text"))
figure, axes = plt.subplots()
axes.plot([1, 2, 3])
st.write(figure)
plt.close(figure)
st.write()
st.write("")
st.write(function(1), unsafe_allow_html=True)
st.write("<b>bold</b>", "as HTML", unsafe_allow_html=True)

st.help(Animal)
st.help(Animal("Moo").speak)
st.help(pd.DataFrame.head)
cow = Animal("Cow")
st.help(cow)
