"""A few random sessions against Streamlit itself; `differential.py` plays as many as one likes."""

from __future__ import annotations

import pytest

pytest.importorskip("streamlit.testing.v1", reason="Streamlit is the reference, and not installed")

from tests.conformance.differential import difference


@pytest.mark.parametrize("number", range(6))
def test_a_random_session_of_a_random_app_agrees_with_streamlit(number: int) -> None:
    assert difference(number) == ""
