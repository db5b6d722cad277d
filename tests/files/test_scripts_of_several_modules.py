"""A script that is a file, with modules beside it that import streamlit themselves."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jupyter_session_state.testing import AppTest

APP = """
import streamlit as st
from helpers import counter
import parts.charts as charts

counter()
charts.show()
"""
HELPERS = '''
"""Widgets of the app."""
from __future__ import annotations
import streamlit as st

"no module shows what stands alone in it"

def counter():
    st.slider("N", 0, 10, key="n")
    st.text(f"n is {st.session_state.n}")
'''
CHARTS = """
import streamlit
from streamlit import session_state
from helpers import counter

def show():
    streamlit.text(f"chart of {session_state.n} in {__name__}, {counter.__module__}")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "helpers.py").write_text(HELPERS)
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "charts.py").write_text(CHARTS)
    before = (dict(sys.modules), list(sys.path), list(sys.meta_path))
    yield tmp_path
    assert (sys.path, sys.meta_path) == (before[1], before[2])
    for name in sys.modules.keys() - before[0].keys():
        if name.partition(".")[0] in ("helpers", "parts"):
            del sys.modules[name]


def change(file: Path, text: str) -> None:
    """Write a file that is seen to be another one, however coarse the clock of the disk is."""
    file.write_text(text)
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 2_000_000_000))


def test_modules_that_import_streamlit_draw_in_the_app(folder: Path) -> None:
    at = AppTest.from_file(folder / "app.py").run()
    assert not at.exception
    at.slider(key="n").set_value(4).run()
    assert at.text.values == ["n is 4", "chart of 4 in parts.charts, helpers"]
    assert at.markdown.values == []


def test_nothing_of_it_is_left_for_other_code(folder: Path) -> None:
    there = "streamlit" in sys.modules
    AppTest.from_file(folder / "app.py").run()
    assert not {"helpers", "parts", "parts.charts"} & sys.modules.keys()
    assert ("streamlit" in sys.modules) == there
    assert not list(folder.rglob("*.pyc"))


def test_a_module_that_other_code_imported_stays_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(folder))
    (folder / "helpers.py").write_text("NAME = 'of the notebook'\ndef counter(): pass")
    theirs = importlib.import_module("helpers")
    change(folder / "helpers.py", HELPERS)
    at = AppTest.from_file(folder / "app.py").run()
    assert at.text[0].value == "n is 0"
    assert sys.modules["helpers"] is theirs
    assert theirs.NAME == "of the notebook"
    sys.path.remove(str(folder))
    monkeypatch.undo()


def test_a_module_lasts_from_run_to_run_until_it_is_changed(folder: Path) -> None:
    at = AppTest.from_file(folder / "app.py")
    change(
        folder / "helpers.py",
        "import streamlit as st\nseen = []\ndef counter():\n    seen.append(1)\n    st.session_state.n = len(seen)\n"
        "    st.text(len(seen))\n",
    )
    at.run().run()
    assert at.text[0].value == "2"
    change(folder / "helpers.py", HELPERS.replace("n is", "n became"))
    assert at.run().text[0].value == "n became 2"


def test_the_script_is_read_again_when_it_was_changed(folder: Path) -> None:
    at = AppTest.from_file(folder / "app.py").run()
    change(folder / "app.py", APP + "\nst.text('one more')")
    assert at.run().text.values[-1] == "one more"
    change(folder / "app.py", "this is no Python")
    assert at.run().exception[0].value.startswith("invalid syntax")
    change(folder / "app.py", APP)
    assert not at.run().exception


def test_an_error_in_a_module_names_its_line(folder: Path) -> None:
    change(folder / "helpers.py", HELPERS + "\n\ndef broken(:\n")
    at = AppTest.from_file(folder / "app.py").run()
    assert "helpers.py" in "\n".join(at.exception[0].stack_trace)
    change(folder / "helpers.py", "import streamlit.does_not_exist\n")
    assert "streamlit.does_not_exist" in at.run().exception[0].value


def test_callbacks_import_modules_too(folder: Path) -> None:
    change(
        folder / "app.py",
        "import streamlit as st\ndef more():\n    import late\n    st.session_state.seen = late.NAME\n"
        "st.button('More', on_click=more)\nst.text(st.session_state.get('seen', 'nothing'))",
    )
    (folder / "late.py").write_text("import streamlit\nNAME = streamlit.__name__")
    at = AppTest.from_file(folder / "app.py").run()
    at.button[0].click().run()
    assert at.text[0].value == "jupyter_session_state"


@pytest.mark.parametrize(
    "script", ["n = 1\n'shown'\n[1].pop()", "n = 1\n'shown'\n[1].pop();", "n = 1\n'shown';"]
)
def test_the_last_line_of_a_file_is_no_more_than_any_other(tmp_path: Path, script: str) -> None:
    (tmp_path / "app.py").write_text(script)
    at = AppTest.from_file(tmp_path / "app.py").run()
    assert [node.value for node in at.main.children.values()] == ["shown"]
    (tmp_path / "app.py").write_text(f"{script}\n")
    assert [node.value for node in at.run().main.children.values()] == ["shown"]
