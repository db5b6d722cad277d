"""The page that accessibility, security and sizes are tried on has all that can be drawn on it."""

from __future__ import annotations

import re

import pytest

from jupyter_session_state.testing import AppTest
from tests.elements.test_table_of_kinds import METHODS
from tests.every_element import PARTS, SCRIPT

NOT_INSTALLED = {"plotly_chart"}
"""Its library is in no environment of the tests; tests/browser/test_charts.py."""


def test_it_draws_every_element() -> None:
    used = set(re.findall(r"\b(?:st|left|right)\.([a-z_]+)\(", SCRIPT)) | {"bottom"}
    alerts = {"error", "warning", "info", "success"}
    assert set(METHODS) - used - alerts == NOT_INSTALLED


@pytest.mark.parametrize("part", PARTS)
def test_each_part_runs_alone_and_says_nothing_is_missing(part: str) -> None:
    at = AppTest.from_string(PARTS[part]).run()
    assert [e.message for e in at.exception] == (["raised on purpose"] if part == "alerts" else [])
    notes = [
        note.value for note in at.get("note") if "nobody" not in note.value and "st.foo" not in note.value
    ]
    assert all("not drawn" in note or "Mermaid" in note for note in notes), notes
