"""Selections in a table: what the script reads, what a browser may send, what survives."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.testing import AppTest

DATA = {"a": [1, 2, 3], "b": ["x", "y", "z"]}
NOTHING: dict[str, list[Any]] = {"rows": [], "columns": [], "cells": []}


def wire(**parts: Any) -> dict[str, Any]:
    return {**NOTHING, **parts}


def test_a_selection_is_returned_and_is_session_state(app: Any) -> None:
    modes = ["multi-row", "multi-column", "multi-cell"]
    shown = app(lambda: st.dataframe(DATA, key="k", on_select="rerun", selection_mode=modes))
    assert shown.value == {"selection": NOTHING}
    shown.run(k=wire(rows=[2, 0], columns=["b"], cells=[[1, "a"]]))
    assert shown.value.selection.rows == [2, 0]
    assert shown.value.selection["columns"] == ["b"]
    assert shown.value["selection"]["cells"] == [(1, "a")]
    assert shown.state.get("k") == shown.value
    shown.run()
    assert shown.value.selection.rows == [2, 0]


def test_without_a_selection_a_table_is_no_input(app: Any) -> None:
    shown = app(lambda: [st.dataframe(DATA), st.dataframe(DATA)])
    assert shown.kinds == ["dataframe", "dataframe"]
    assert shown.run().record.elements_changed == 0


def test_a_table_in_a_spot_stays_the_same_one(app: Any) -> None:
    def script() -> None:
        place = st.empty()
        for n in range(3):
            place.dataframe([n])

    assert app(script).only.id.startswith("app/main/")


REFUSED = [
    (wire(rows=[3]), "multi-row"),
    (wire(rows=[True]), "multi-row"),
    (wire(rows=[-1]), "multi-row"),
    (wire(rows=["0"]), "multi-row"),
    (wire(rows=[0, 1]), "single-row"),
    (wire(rows=[0]), "multi-column"),
    (wire(columns=["c"]), "multi-column"),
    (wire(columns=["a", "b"]), "single-column"),
    (wire(cells=[[0]]), "multi-cell"),
    (wire(cells=[[0, "nope"]]), "multi-cell"),
    (wire(cells=[[0, "a"], [1, "a"]]), "single-cell"),
    ({"rows": 5}, "multi-row"),
    ({"more": []}, "multi-row"),
    (5, "multi-row"),
]


@pytest.mark.parametrize(("sent", "mode"), REFUSED, ids=str)
def test_a_selection_that_cannot_be_is_refused_before_any_callback(app: Any, sent: Any, mode: str) -> None:
    calls: list[int] = []
    shown = app(lambda: st.dataframe(DATA, key="k", on_select=lambda: calls.append(1), selection_mode=mode))
    shown.run(k=sent)
    assert calls == []
    assert shown.record.refused
    assert shown.value == {"selection": NOTHING}


def test_a_callback_hears_of_a_selection_before_the_script_runs(app: Any) -> None:
    heard: list[Any] = []

    def script() -> Any:
        return st.dataframe(DATA, key="k", on_select=lambda: heard.append(st.session_state.k.selection.rows))

    shown = app(script)
    shown.run(k=wire(rows=[1]))
    assert heard == [[1]]


@pytest.mark.parametrize(
    ("modes", "error"),
    [
        ("rows", errors.StreamlitValueError),
        (["multi-row", "single-row"], errors.StreamlitIncompatibleParametersError),
        (["multi-row", "single-row-required"], errors.StreamlitIncompatibleParametersError),
        (["multi-cell", "single-cell"], errors.StreamlitIncompatibleParametersError),
    ],
)
def test_modes_that_cannot_be_are_one_clear_error(app: Any, modes: Any, error: type[Exception]) -> None:
    shown = app(lambda: st.dataframe(DATA, on_select="rerun", selection_mode=modes))
    assert shown.only.props["type"] == error.__name__


def test_a_default_needs_selections(app: Any) -> None:
    shown = app(lambda: st.dataframe(DATA, selection_default={"selection": {"rows": [0]}}))
    assert "on_select is 'ignore'" in shown.only.props["message"]


def test_the_first_selection_is_what_the_author_says(app: Any) -> None:
    chosen = {"selection": {"rows": [1, 99]}}
    shown = app(lambda: st.dataframe(DATA, key="k", on_select="rerun", selection_default=chosen))
    assert shown.value.selection.rows == [1]


def test_a_row_that_must_be_selected_is_the_first_one_at_first(app: Any) -> None:
    shown = app(lambda: st.dataframe(DATA, key="k", on_select="rerun", selection_mode="single-row-required"))
    assert shown.value.selection.rows == [0]
    shown.run(k=wire(rows=[2]))
    assert shown.value.selection.rows == [2]


def test_a_program_may_select_too_and_what_is_not_there_is_left_out(app: Any) -> None:
    def script() -> Any:
        if "k" not in st.session_state:
            st.session_state.k = {"selection": {"rows": [2, 2, 9, "x"], "columns": ["a"]}}
        return st.dataframe(DATA, key="k", on_select="rerun")

    assert app(script).value == {"selection": {**NOTHING, "rows": [2]}}


@pytest.mark.parametrize("value", [5, {}, {"selection": 5}])
def test_what_is_no_selection_is_one_clear_error(app: Any, value: Any) -> None:
    def script() -> Any:
        if st.session_state.get("k") is None:
            st.session_state.k = value
        return st.dataframe(DATA, key="k", on_select="rerun")

    assert "The selection of a st.dataframe cannot be" in app(script).only.props["message"]


def test_with_a_key_a_selection_stays_when_data_changes_as_far_as_it_can(app: Any) -> None:
    rows = [[1], [2], [3]]
    shown = app(lambda: st.dataframe(rows, key="k", on_select="rerun"))
    shown.run(k=wire(rows=[0, 2]))
    rows[1] = [9]
    assert shown.run().value.selection.rows == [0, 2]
    del rows[2]
    assert shown.run().value.selection.rows == [0]


SCRIPT = """
import streamlit as st
left, right = st.columns(2)
n = st.session_state.setdefault("n", 0)
event = left.dataframe({"a": [1, 2, n]}, on_select="rerun")
st.text(f"rows {event.selection.rows}")
with st.form("f"):
    inner = st.dataframe([1, 2], key="inner", on_select="rerun", selection_mode="single-row")
    st.form_submit_button("Send")
st.text(f"sent {inner.selection.rows}")
st.table([[1, 2]])
st.dataframe([5])
"""


def test_without_a_key_a_selection_is_reset_when_data_changes_and_forms_hold_it_back() -> None:
    at = AppTest.from_string(SCRIPT).run()
    assert at.dataframe[0].value.shape == (3, 1)
    at.dataframe[0].select(rows=[1]).run()
    assert at.text[0].value == "rows [1]"
    at.session_state.n = 5
    at.run()
    assert at.text[0].value == "rows []"
    at.dataframe[1].select(rows=[1])
    assert at.text[1].value == "sent []"
    at.button[0].click().run()
    assert at.text[1].value == "sent [1]"
    assert at.table[0].value.shape == (1, 2)
    assert at.dataframe[2].editing_mode == "read_only"
    assert "dataframe" in repr(at.dataframe[0])


def test_a_selection_has_the_index_of_its_frame_only_where_it_says_something(app: Any) -> None:
    shown = app(lambda: st.dataframe(pd.DataFrame(DATA), on_select="rerun"))
    assert [c.name for c in shown.only.props["grid"].value.columns] == ["a", "b"]
    named = app(lambda: st.dataframe(pd.DataFrame(DATA, index=list("pqr")), on_select="rerun"))
    assert [c.name for c in named.only.props["grid"].value.columns] == ["_index", "a", "b"]
