from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


@pytest.mark.parametrize(
    ("value", "percent"),
    [(0, 0), (100, 100), (37, 37), (0.5, 50), (1.0, 100), (1.0000000000000002, 100), (-1e-12, 0), (True, 1)],
)
def test_a_value_is_a_percentage(app: Any, value: Any, percent: int) -> None:
    assert app(lambda: st.progress(value)).only.props["value"] == percent


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (101, errors.StreamlitValueOutOfRangeError),
        (-1, errors.StreamlitValueOutOfRangeError),
        (1.5, errors.StreamlitValueOutOfRangeError),
        (float("nan"), errors.StreamlitValueOutOfRangeError),
        ("a", errors.StreamlitInvalidParameterTypeError),
        (None, errors.StreamlitInvalidParameterTypeError),
    ],
)
def test_values_that_cannot_be_raise(app: Any, value: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.progress(value)).error) is error


def test_a_text_must_be_a_text(app: Any) -> None:
    text: Any = 5
    assert type(app(lambda: st.progress(5, text)).error) is errors.StreamlitInvalidParameterTypeError


def test_the_handle_moves_the_bar_on_in_its_place(app: Any) -> None:
    def draw() -> None:
        bar = st.progress(0, "a")
        st.text("below")
        bar.progress(0.4, "b")

    first, second = app(draw).drawn
    assert (first.props["value"], first.props["text"]) == (40, "b")
    assert second.kind == "text"


def test_the_handle_can_be_emptied(app: Any) -> None:
    assert app(lambda: st.progress(0).empty()).kinds == ["empty"]
