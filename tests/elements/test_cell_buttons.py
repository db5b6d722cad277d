"""Buttons in the cells of a table: inputs that a table shows, a trigger for each column that has a key."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state.elements.button_labels import labels_of
from jupyter_session_state.elements.cell_buttons import ButtonColumnClickState, click_on
from jupyter_session_state.elements.grid_cells import LONGEST
from jupyter_session_state.elements.grid_data import GridData
from jupyter_session_state.testing import AppTest

ROWS = {"name": ["Ada", "Grace"], "do": ["Open", ["Edit", "Delete"]]}


def column(**said: Any) -> dict[str, Any]:
    return {"do": st.column_config.ButtonColumn("Do", **said)}


def grid(app: Any) -> GridData:
    data: GridData = app.drawn[-1].props["grid"].value
    return data


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        ("Open", ["Open"]),
        ("", []),
        (None, []),
        (float("nan"), []),
        (pd.NaT, []),
        (2, ["2"]),
        (2.0, ["2"]),
        (2.5, ["2.5"]),
        (1e300, ["1e+300"]),
        (True, ["true"]),
        (["Edit", "", None, False, 1.0], ["Edit", "false", "1"]),
        (("a", "b"), ["a", "b"]),
        ([], []),
        (pd.Series(["a", 1]).to_numpy(), ["a", "1"]),
        ('["a", 2]', ["a", "2"]),
        (" [not, json] ", [" [not, json] "]),
        ("[" * 100_000 + "]" * 100_000, ["[" * 100_000 + "]" * 100_000]),
        (Decimal("1.50"), ["1.50"]),
        (dt.date(2024, 1, 2), ["2024-01-02"]),
        ({"a": 1}, ['{"a": 1}']),
    ],
)
def test_what_is_in_a_cell_is_what_its_button_says(value: Any, labels: list[str]) -> None:
    assert labels_of(value) == labels


def test_the_page_is_told_what_buttons_say_and_whether_they_can_be_clicked(app: Any) -> None:
    rows = {"do": ["x" * 10_000, None]}
    shown = app(lambda: st.dataframe(rows, column_config=column(key="k", type="primary")))
    told = grid(shown).columns[-1].told()
    assert (told["type"], told["button_type"], told["clickable"]) == ("button", "primary", True)
    assert grid(shown).first()["columns"][-1] == [["x" * LONGEST], None]
    silent = app(lambda: st.dataframe(rows, column_config=column()))
    assert "clickable" not in grid(silent).columns[-1].told()


def test_a_click_is_in_session_state_for_one_run(app: Any) -> None:
    def script() -> Any:
        st.dataframe(ROWS, column_config=column(key="k"))
        return st.session_state.k

    shown = app(script)
    assert shown.value is None
    shown.fire("k", {"row": 1, "label": "Delete"})
    click: Any = shown.value
    assert (click, click.row, click["label"]) == ({"row": 1, "label": "Delete"}, 1, "Delete")
    assert type(click) is ButtonColumnClickState
    assert shown.record.cause == "st.column_config.ButtonColumn 'Do' was clicked"
    assert shown.run().value is None


def test_its_callback_comes_before_the_script_and_sees_the_click(app: Any) -> None:
    seen: list[Any] = []

    def clicked(*args: Any, **kwargs: Any) -> None:
        seen.append((args, kwargs, dict(st.session_state.k)))

    def script() -> None:
        config = column(key="k", on_click=clicked, args=(7,), kwargs={"x": 8})
        st.dataframe(ROWS, column_config=config, key="t", on_select="rerun")
        seen.append("script")

    app(script).fire("k", {"row": 0, "label": "Open"})
    assert seen == ["script", ((7,), {"x": 8}, {"row": 0, "label": "Open"}), "script"]


@pytest.mark.parametrize(
    "wire",
    [True, "x", {"row": 0}, {"row": -1, "label": "x"}, {"row": True, "label": "x"}, {"row": 0, "label": 5}],
)
def test_what_no_button_says_is_refused(wire: Any, app: Any) -> None:
    shown = app(lambda: st.dataframe(ROWS, column_config=column(key="k")))
    shown.fire("k", wire)
    assert shown.record.refused
    assert shown.app.state.get("k") is None


def test_a_click_is_on_a_button_that_is_there(app: Any) -> None:
    shown = app(lambda: st.dataframe(ROWS, column_config=column(key="k"), hide_index=True))
    assert click_on(grid(shown), 0, 1, 0) == ("k", {"row": 0, "label": "Open"})
    assert click_on(grid(shown), 1, 1, 1) == ("k", {"row": 1, "label": "Delete"})
    for row, number, entry in [
        (2, 1, 0),
        (0, 2, 0),
        (0, 0, 0),
        (0, 1, 1),
        (1, 1, 2),
        (-1, 1, 0),
        ("0", 1, 0),
    ]:
        with pytest.raises(ValueError, match="expected a number below"):
            click_on(grid(shown), row, number, entry)


def test_an_editor_has_buttons_too_unless_nothing_can_be_edited(app: Any) -> None:
    def script(disabled: bool) -> Callable[[], Any]:
        return lambda: st.data_editor(
            pd.DataFrame({"do": ["Open"], "n": [1]}),
            key="t",
            disabled=disabled,
            column_config=column(key="k"),
        )

    shown = app(script(False))
    shown.run(t={"edited_rows": {"0": {"n": 5}}, "added_rows": [], "deleted_rows": []})
    shown.fire("k", {"row": 0, "label": "Open"})
    assert shown.value["n"].tolist() == [5]
    assert shown.record.cause == "st.column_config.ButtonColumn 'Do' was clicked"
    assert "k" not in app(script(True)).app.drawn.keys


def test_a_button_in_a_form_needs_no_submit_and_takes_no_callback(app: Any) -> None:
    seen: list[Any] = []

    def script(**more: Any) -> Callable[[], None]:
        def draw() -> None:
            with st.form("f"):
                st.dataframe(ROWS, column_config=column(key="k", **more))
                st.form_submit_button("Send")
            seen.append(st.session_state.k)

        return draw

    app(script()).fire("k", {"row": 0, "label": "Open"})
    assert seen == [None, {"row": 0, "label": "Open"}]
    refused = app(script(on_click=print))
    assert "ButtonColumn" in str(refused.error)
    assert isinstance(refused.error, errors.StreamlitAPIException)


def test_a_key_is_for_one_column_and_is_not_assigned(app: Any) -> None:
    def twice() -> None:
        st.dataframe(ROWS, column_config=column(key="k"))
        st.dataframe(ROWS, column_config=column(key="k"))

    with pytest.raises(errors.StreamlitDuplicateElementKey, match=r"st\.column_config\.ButtonColumn"):
        _ = app(twice).value
    assigned = app(lambda: st.dataframe(ROWS, column_config=column(key="k")), k=1)
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError, match="takes no value"):
        _ = assigned.value
    mode: Any = "rerun"
    with pytest.raises(errors.StreamlitAPIException, match="on_click"):
        _ = app(lambda: st.dataframe(ROWS, column_config=column(key="k", on_click=mode))).value


def test_a_fragment_runs_alone_after_a_click_in_it(app: Any) -> None:
    seen: list[str] = []

    def script() -> None:
        seen.append("script")

        @st.fragment
        def part() -> None:
            st.dataframe(ROWS, column_config=column(key="k"))
            seen.append(f"part {st.session_state.k and st.session_state.k.row}")

        part()

    shown = app(script)
    shown.app.click(shown.id_of("k"), {"row": 1, "label": "Edit"})
    shown.app.answer()
    assert seen == ["script", "part None", "part 1"]


def test_a_cached_function_warns_of_it(app: Any) -> None:
    @st.cache_data
    def table() -> None:
        st.dataframe(ROWS, column_config=column(key="k"))

    assert "exception" in app(table).kinds


def test_a_click_can_be_kept_but_not_changed() -> None:
    click = ButtonColumnClickState({"row": 1, "label": "x"})
    assert pickle.loads(pickle.dumps(click)) == copy.deepcopy(click) == click
    with pytest.raises(TypeError, match="cannot be changed"):
        click["row"] = 2


def test_a_script_in_apptest_reads_that_nothing_was_clicked() -> None:
    script = (
        "import streamlit as st\nfrom streamlit.typing import ButtonColumnClickState\n"
        "st.dataframe({'do': ['x']}, column_config={'do': st.column_config.ButtonColumn(key='k')})\n"
        "click: ButtonColumnClickState | None = st.session_state.k\nst.write(f'{click}')"
    )
    at = AppTest.from_string(script).run()
    assert not at.exception
    assert (at.markdown[0].value, at.session_state["k"], len(at.dataframe)) == ("None", None, 1)
