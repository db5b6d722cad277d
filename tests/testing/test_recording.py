"""A recorded session is a test that is green as written, under our AppTest and under Streamlit's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest as Theirs

from jupyter_session_state._testing.recording import MARK, recorded
from jupyter_session_state.testing import AppTest
from tests.acceptance.edits import EDITS
from tests.conformance.ours import Ours

SCRIPTS = Path(__file__).resolve().parents[1] / "acceptance" / "scripts"

BOTH = (
    *("docs_caching_and_state", "docs_flow", "docs_inputs", "docs_layout", "docs_status"),
    *("errors", "guessing_game", "password_page", "template_chatbot", "todo_list"),
)


def record(script: Path) -> str:
    """Play a script as its user would, and record that."""
    ours = Ours(script)
    for step in [None, *EDITS.get(script.stem, [])]:
        ours.play(step)
    return recorded(ours.at._session.app)


def run(text: str, app_test: type) -> None:
    """Run the one test of a module, with this AppTest."""
    names: dict[str, Any] = {"__name__": "recorded"}
    exec(compile(text, "recorded.py", "exec"), names)
    names["AppTest"] = app_test
    test = next(value for name, value in names.items() if name.startswith("test_"))
    test()


@pytest.mark.parametrize("name", BOTH)
def test_a_recorded_session_is_green_under_both(name: str) -> None:
    text = record(SCRIPTS / f"{name}.py")
    assert text.startswith(MARK)
    run(text, AppTest)
    run(text, Theirs)


def played(source: str, *edits: Callable[[AppTest], object]) -> str:
    """Record what somebody does with a script; the lines after it."""
    at = AppTest.from_string(source).run()
    for edit in edits:
        edit(at)
        at.run()
    text = recorded(at._session.app)
    run(text, AppTest)
    return text[text.index("def test_") :]


def test_a_recorded_test_does_and_asserts_what_was_seen() -> None:
    text = played(
        "n = st.number_input('Rows', 1, 9)\nst.slider('Speed', 0, 5, key='speed')\nif st.button('Go'):\n"
        "    st.session_state.gone = [n]\nst.text(f'{n} rows')",
        lambda at: at.number_input[0].set_value(3),
        lambda at: (at.slider(key="speed").set_value(4), at.button[0].click()),
    )
    assert (
        text
        == """def test_app() -> None:
    at = AppTest.from_string(SCRIPT, default_timeout=30)
    at.run()
    assert not at.exception
    assert at.session_state["speed"] == 0
    assert at.text.values == ["1 rows"]

    at.number_input[0].set_value(3)  # Rows
    at.run()
    assert not at.exception
    assert at.text.values == ["3 rows"]

    at.slider(key="speed").set_value(4)
    at.button[0].click()  # Go
    at.run()
    assert not at.exception
    assert at.session_state["speed"] == 4
    assert at.session_state["gone"] == [3]
"""
    )


def test_secrets_are_left_out_and_said_so() -> None:
    text = played(
        "st.text_input('Word', type='password', key='word')\nst.text_input('Name')",
        lambda at: (at.text_input(key="word").set_value("hunter2"), at.text_input[1].set_value("Ada")),
    )
    assert "hunter2" not in text
    assert "# st.text_input 'Word' was filled in: what is secret is not recorded" in text
    assert 'at.text_input[1].set_value("Ada")  # Name' in text


def test_what_is_by_chance_is_not_asserted() -> None:
    text = played("import random\nst.session_state.n = random.random()\nst.text(random.random())")
    assert "at.text.values" not in text
    assert "it is not so each time" in text


def test_an_error_the_session_did_not_have_is_told_and_not_asserted() -> None:
    at = AppTest.from_string("import streamlit as st\nst.text(f'{rows} rows')")
    at._session.have({"rows": 3})
    text = recorded(at.run()._session.app)
    run(text, AppTest)
    assert "at.exception" not in text
    assert (
        "# in the session the script raised nothing here, but in the test: name 'rows' is not defined" in text
    )


def test_a_recorded_test_has_the_style_of_ruff() -> None:
    text = record(SCRIPTS / "todo_list.py")
    ruff = [sys.executable, "-m", "ruff", "format", "--isolated", "-"]
    done = subprocess.run(ruff, input=text, capture_output=True, text=True, check=True)
    assert done.stdout == text
