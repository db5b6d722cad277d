"""Tests of apps that are cells: of a notebook's file, or of the kernel they live in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import jupyter_session_state as st
from jupyter_session_state import apps
from jupyter_session_state._core.kernel import current_kernel, set_current_kernel
from jupyter_session_state._testing.recording import recorded
from jupyter_session_state.testing import AppTest, AppTestError

APP = "%%stateapp total --scope app\nst.text(sum(rows))\nst.button('More', on_click=rows.append, args=(4,))"


def notebook(folder: Path, *cells: str) -> Path:
    file = folder / "lesson.ipynb"
    found = [{"cell_type": "code", "source": cell.splitlines(keepends=True)} for cell in cells]
    file.write_text(
        json.dumps({"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "# A"}, *found]})
    )
    return file


def test_an_app_finds_what_the_cells_above_it_make(tmp_path: Path) -> None:
    file = notebook(
        tmp_path,
        "%load_ext jupyter_session_state\n!ls\nrows = [1, 2]\nrows?",
        "%%bash\nexit 1",
        "%%stateapp other\nrows.clear()",
        APP,
        "rows = None",
    )
    at = AppTest.from_notebook(file, "total").run()
    assert at.text[0].value == "3"
    at.button[0].click().run()
    assert at.text[0].value == "7"


def test_what_is_no_app_of_the_notebook_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(AppTestError, match="Apps in it: total"):
        AppTest.from_notebook(notebook(tmp_path, APP), "totals")
    (tmp_path / "no.ipynb").write_text("{}")
    with pytest.raises(AppTestError, match="is no notebook"):
        AppTest.from_notebook(tmp_path / "no.ipynb", "total")
    with pytest.raises(FileNotFoundError):
        AppTest.from_notebook("nowhere.ipynb", "total")


def test_a_plain_cell_that_raises_is_named(tmp_path: Path) -> None:
    at = AppTest.from_notebook(notebook(tmp_path, "\n1 / 0", APP), "total")
    with pytest.raises(AppTestError, match=r"begins '1 / 0', there was a ZeroDivisionError"):
        at.run()


@pytest.fixture
def lively() -> Iterator[AppTest]:
    """An app that is one of the current kernel's."""
    before = current_kernel()
    at = AppTest.from_string("import streamlit as st\nn = st.slider('N', 0, 9, key='n')\nst.text(n)").run()
    set_current_kernel(at._session.app.kernel)
    yield at
    set_current_kernel(before)


def test_a_test_of_a_live_app_has_a_state_of_its_own(lively: AppTest) -> None:
    lively.slider[0].set_value(3).run()
    at = AppTest.from_app("app").run()
    assert at.text[0].value == "0"
    with pytest.raises(AppTestError, match="Apps: app"):
        AppTest.from_app("other")


def test_apps_are_handled_by_name(lively: AppTest) -> None:
    lively.slider[0].set_value(3).run()
    app = apps["app"]
    assert (list(apps), len(apps), repr(apps), repr(app)) == (
        ["app"],
        1,
        "<apps: app>",
        "<app 'app': 2 runs>",
    )
    app.undo()
    assert lively.session_state.n == 0
    app.redo()
    app.set("n", 5)
    assert app.state_after(2) == {"n": 3}
    assert lively.session_state.n == 5
    app.replay(without=2)
    assert (lively.session_state.n, len(app.history)) == (5, 2)
    app.goto(1)
    app.rerun()
    assert "rerun() was called" in app.why()
    app.delete("n")
    assert lively.session_state.n == 0
    assert app.name == "app"


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda app: app.undo(), "nothing to undo"),
        (lambda app: app.redo(), "nothing to redo"),
        (lambda app: app.goto(9), "no run 9"),
        (lambda app: app.state_after(9), "no run 9"),
        (lambda app: app.replay(without=1), "first that is kept"),
        (lambda app: app.set("n", 99), "cannot have that value"),
        (lambda app: app.delete("m"), "no key 'm'"),
        (lambda app: app.record(), "nothing to record"),
    ],
)
def test_what_cannot_be_done_is_an_error_that_says_why(lively: AppTest, ask: object, why: str) -> None:
    with pytest.raises(st.errors.StreamlitAPIException, match=why):
        ask(apps["app"])  # type: ignore[operator]
    with pytest.raises(KeyError, match="Apps: app"):
        apps["other"]


def test_an_app_is_not_undone_while_one_runs(lively: AppTest) -> None:
    script = "import jupyter_session_state\njupyter_session_state.apps['app'].undo()"
    at = AppTest.from_string(script).run()
    assert "Call it in another cell" in at.exception[0].message
    assert "test_app" in recorded(lively._session.app)
