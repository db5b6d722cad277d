"""What type checkers make of every public call; checked, never run.

Inputs of numbers are in numbers.py, those with options in choices.py, fragments, dialogs and pages in scopes.py.
"""

from __future__ import annotations

import datetime as dt

from typing_extensions import assert_type

import jupyter_session_state as st
from jupyter_session_state import DeltaGenerator
from jupyter_session_state.elements.handle_kinds import GridContainer
from jupyter_session_state.elements.selections import DataframeState
from jupyter_session_state.typing import UploadedFile

DAY, TIME, MOMENT = dt.date(2024, 1, 2), dt.time(8), dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc)


def changed(*args: object, **kwargs: object) -> None:
    """A callback."""


# -- inputs --------------------------------------------------------------------------------------------------

assert_type(st.button("b", "key", "help", changed, (1,), {"a": 1}, type="primary", disabled=True), bool)
assert_type(st.download_button("d", b"x", "x.bin", on_click="ignore"), bool)
assert_type(st.form_submit_button("s", on_click=changed), bool)
st.link_button("l", "https://example.org")
assert_type(st.checkbox("c", True, key=1, on_change="ignore"), bool)
assert_type(st.toggle("t", on_change=changed, args=[1]), bool)
assert_type(st.text_input("t"), str)
assert_type(st.text_input("t", "a", 10, type="password", live="300ms"), str)
assert_type(st.text_input("t", None), str | None)
assert_type(st.text_area("t", height=100), str)
assert_type(st.text_area("t", None), str | None)
assert_type(st.chat_input("c"), str | None)
assert_type(st.date_input("d"), dt.date)
assert_type(st.date_input("d", DAY, min_value="2020-01-01"), dt.date)
assert_type(st.date_input("d", None), dt.date | None)
assert_type(st.time_input("t"), dt.time)
assert_type(st.time_input("t", None), dt.time | None)
assert_type(st.datetime_input("m", MOMENT), dt.datetime)
assert_type(st.datetime_input("m", None), dt.datetime | None)
assert_type(st.color_picker("c", "#ff0000"), str)
assert_type(st.file_uploader("f"), UploadedFile | None)
assert_type(st.file_uploader("f", ["csv"], True), list[UploadedFile])
assert_type(st.camera_input("c"), UploadedFile | None)
assert_type(st.audio_input("a"), UploadedFile | None)
assert_type(st.data_editor([1, 2], num_rows="dynamic"), list[int])

# -- to show things ------------------------------------------------------------------------------------------

for drawn in (
    st.markdown("m", unsafe_allow_html=True),
    st.title("t", anchor=False),
    st.header("h", divider="blue"),
    st.subheader("s", help="h"),
    st.caption("c"),
    st.text("t"),
    st.json({"a": 1}, expanded=1),
    st.dataframe({"a": [1]}),
    st.error("e", icon=":material/error:"),
    st.warning("w"),
    st.info("i"),
    st.success("s"),
    st.exception(ValueError("x")),
    st.progress(0.5, "half"),
    st.toast("t", duration="long"),
    st.space("small"),
    st.help(len),
):
    assert_type(drawn, DeltaGenerator)
assert_type(st.dataframe({"a": [1]}, on_select="rerun"), DataframeState)
st.write("a", 1, unsafe_allow_html=False)
with st.spinner("s", show_time=True):
    pass

# -- to arrange them -----------------------------------------------------------------------------------------

assert_type(st.container(border=True, height=100), DeltaGenerator)
assert_type(st.empty(), DeltaGenerator)
assert_type(st.form("f", clear_on_submit=True), DeltaGenerator)
assert_type(st.columns(2)[0], DeltaGenerator)
assert_type(st.sidebar, DeltaGenerator)
assert_type(st.sidebar.text_input("t", None), str | None)
with st.expander("e", expanded=True), st.popover("p"):
    for tab in st.tabs(["a", "b"], default="b"):
        tab.write("w")

# -- state and caches ----------------------------------------------------------------------------------------

st.session_state["a"] = st.session_state.get("b", 1)
st.session_state.c = 2
assert_type(st.query_params["a"], str)
assert_type(st.query_params.get_all("a"), list[str])


@st.cache_data(ttl="1h", max_entries=3)
def square(n: int) -> int:
    """A cached function."""
    return n * n


assert_type(square(3), int)
square("3")  # type: ignore[arg-type]
square.clear()
st.cache_data.clear()

# -- what is misspelt ----------------------------------------------------------------------------------------

st.button("b", on_clik=changed)  # type: ignore[call-arg]
st.checkbox("c", vale=True)  # type: ignore[call-arg]
st.toggle("t", disable=True)  # type: ignore[call-arg]
st.color_picker("c", valu="#000")  # type: ignore[call-arg]
st.container(boarder=True)  # type: ignore[call-arg]
st.text_input("t", pasword=True)  # type: ignore[call-overload]
st.date_input("d", formt="x")  # type: ignore[call-overload]
st.file_uploader("f", typ="csv")  # type: ignore[call-overload]
st.container().checkbox("c", vale=True)  # type: ignore[call-arg]

# what shows things
assert_type(st.image("x.png"), DeltaGenerator)
assert_type(st.metric("a", 1), DeltaGenerator)
assert_type(st.chat_message("user"), DeltaGenerator)
assert_type(st.grid(3), GridContainer)
assert_type(st.grid(3).cell(), DeltaGenerator)
assert_type(st.pagination(3), int)
assert_type(st.sidebar.code("x"), DeltaGenerator)
