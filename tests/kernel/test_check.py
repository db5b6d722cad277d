"""`make demo CHECK=1` says what is wrong, and does not pass by mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from notebooks import check

pytestmark = pytest.mark.kernel
APP = "%load_ext jupyter_session_state"


def _notebook(folder: Path, *sources: str) -> Path:
    cells = [_cell(number, source) for number, source in enumerate(sources)]
    path = folder / "made.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


def _cell(number: int, source: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": f"cell-{number}", "source": [source]}


@pytest.mark.parametrize("name", check.NOTEBOOKS)
def test_a_notebook_does_what_it_must(name: str) -> None:
    check.check(check.HERE / name, check.NOTEBOOKS[name])


def test_a_failing_cell_is_named(tmp_path: Path) -> None:
    notebook = _notebook(tmp_path, "1 / 0")
    with pytest.raises(check.MismatchError, match="'cell-0' failed: ZeroDivisionError"):
        check.check(notebook, lambda person: None)


def test_an_app_that_does_not_answer_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = _notebook(tmp_path, APP, "%%stateapp app\nst.slider('Level', 0, 10, 5)\nst.write('deaf')")
    monkeypatch.setattr(check, "PATIENCE", 2.0)
    with pytest.raises(
        check.MismatchError, match=r"'Level' is set to 7, but something did not appear: level 7"
    ):
        check.check(notebook, lambda person: person.moves("app", "Level", 7, "level 7"))


def test_a_figure_that_stays_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "%%stateapp app\nst.button('Draw')\nst.text('no figure')"
    monkeypatch.setattr(check, "PATIENCE", 2.0)

    def use(person: check.Person) -> None:
        control = person.screen.control("app", "Draw")
        person.does("app", "a click", lambda: person.kernel.click(control), figure=True)

    with pytest.raises(check.MismatchError, match="another figure"):
        check.check(_notebook(tmp_path, APP, script), use)
