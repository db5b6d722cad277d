"""What type checkers make of inputs with options; checked, never run."""

from __future__ import annotations

import enum
from typing import Literal

from typing_extensions import assert_type

import jupyter_session_state as st


class Size(enum.Enum):
    S = 1
    M = 2


words = ["a", "b"]
assert_type(st.radio("r", words), str)
assert_type(st.radio("r", words, 1), str)
assert_type(st.radio("r", [1, 2], None), int | None)
assert_type(st.radio("r", Size, index=None), Size | None)
assert_type(st.selectbox("s", words), str)
assert_type(st.selectbox("s", {"a": 1}, None), str | None)
assert_type(st.selectbox("s", [1, 2], accept_new_options=True), int | str)
assert_type(st.selectbox("s", [1, 2], None, accept_new_options=True), int | str | None)
assert_type(st.multiselect("m", [1, 2]), list[int])
assert_type(st.multiselect("m", Size), list[Size])
assert_type(st.multiselect("m", [1, 2], accept_new_options=True), list[int | str])
assert_type(st.select_slider("s", words), str)
assert_type(st.select_slider("s", words, "a"), str)
assert_type(st.select_slider("s", words, ("a", "b")), tuple[str, str])
assert_type(st.select_slider("s", words, ["a", "b"]), tuple[str, str])
assert_type(st.pills("p", words), str | None)
assert_type(st.pills("p", words, default="a"), str | None)
assert_type(st.pills("p", words, default="a", required=True), str)
assert_type(st.pills("p", [1], selection_mode="multi", default=[1]), list[int])
assert_type(st.sidebar.segmented_control("p", [1], selection_mode="multi"), list[int])
assert_type(st.feedback(), Literal[0, 1] | None)
assert_type(st.feedback("stars"), Literal[0, 1, 2, 3, 4] | None)
assert_type(st.sidebar.radio("r", words), str)
