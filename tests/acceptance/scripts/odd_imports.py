"""Imports that scripts really have, beside `import streamlit`: types, errors, loggers, contexts, old places."""

import threading
from typing import TYPE_CHECKING

import streamlit as st
import streamlit.components.v1 as components
from streamlit import session_state as state
from streamlit.components.v1 import html
from streamlit.delta_generator import DeltaGenerator
from streamlit.errors import StreamlitAPIException
from streamlit.logger import get_logger
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from streamlit.elements.lib.column_types import ColumnConfig

LOGGER = get_logger(__name__)


def card(place: DeltaGenerator, title: str, body: str) -> None:
    with place.container(border=True):
        st.markdown(f"**{title}**")
        st.caption(body)


def columns_with(labels: "list[str]") -> "dict[str, ColumnConfig]":
    return {label: st.column_config.TextColumn(label.title()) for label in labels}


def size(file: "UploadedFile | None") -> int:
    return 0 if file is None else file.size


def in_a_thread(place: DeltaGenerator, results: list) -> None:
    results.append(sum(range(100)))
    place.write(f"a thread counted {results[-1]}")


st.title("Odd imports")
LOGGER.debug("started")
state.setdefault("visits", 0)
state.visits += 1
st.write("Visits:", state.visits)
left, right = st.columns(2)
card(left, "Left", "with help of `DeltaGenerator`")
card(right, "Right", "the same")
right.write(isinstance(left, DeltaGenerator))

results: list[int] = []
thread = threading.Thread(target=in_a_thread, args=(st.empty(), results))
add_script_run_ctx(thread, get_script_run_ctx())
thread.start()
thread.join()
st.write("Results", results)
st.write(get_script_run_ctx() is not None, st.runtime.exists())

html("<b>A frame</b>", height=40)
components.html("<i>Another</i>", width=200, height=40)
st.write(size(st.file_uploader("A file", type=["csv", "txt"])))
st.dataframe({"name": ["a"], "city": ["b"]}, column_config=columns_with(["name", "city"]))
try:
    st.columns(-1)
except StreamlitAPIException:
    st.warning("No such columns")
st.write(issubclass(AppTest, object), st.__version__.count(".") >= 1)
st.button("Again", key="again")
st.write(st.get_option("client.showErrorDetails") is not None)
