"""What says how wide, how high and where is refused if it is no such thing, as in Streamlit."""

from __future__ import annotations

import pytest

from jupyter_session_state.testing import AppTest

#: What is wrong with ``width``, and whether ``"content"`` is.
FULL_WIDTH = [
    "columns(2, ",
    "tabs(['a'], ",
    "expander('a', ",
    "status('a', ",
    "error('a', ",
    "warning('a', ",
    "info('a', ",
    "success('a', ",
    "exception(ValueError(), ",
    "help(len, ",
    "json({}, ",
    "progress(3, ",
]
ANY_WIDTH = ["container(", "form('f', ", "popover('a', "]
HEIGHTS = ["container(", "form('f', ", "tabs(['a'], "]


def error_of(call: str) -> list[str]:
    at = AppTest.from_string(f"import streamlit as st\nst.{call}").run()
    return [error.exception_type for error in at.exception if error.exception_type != "ValueError"]


@pytest.mark.parametrize("call", [*FULL_WIDTH, *ANY_WIDTH])
@pytest.mark.parametrize("width", ["0", "-1", "'wide'", "None", "2.5"])
def test_a_width_that_is_none_is_refused(call: str, width: str) -> None:
    assert error_of(f"{call}width={width})") == ["StreamlitInvalidWidthError"]


@pytest.mark.parametrize("call", [*FULL_WIDTH, *ANY_WIDTH])
def test_only_what_has_content_to_go_by_may_be_as_wide_as_it(call: str) -> None:
    refused = [] if call in ANY_WIDTH else ["StreamlitInvalidWidthError"]
    assert error_of(f"{call}width='content')") == refused
    assert error_of(f"{call}width=300)") == error_of(f"{call}width='stretch')") == []


@pytest.mark.parametrize("call", HEIGHTS)
def test_a_height_that_is_none_is_refused(call: str) -> None:
    for height in ("0", "-1", "'tall'", "None"):
        assert error_of(f"{call}height={height})") == ["StreamlitInvalidHeightError"]
    for height in ("100", "'stretch'", "'content'"):
        assert error_of(f"{call}height={height})") == []


@pytest.mark.parametrize(
    "call",
    [
        "columns(2, gap='no')",
        "columns(2, vertical_alignment='distribute')",
        "container(gap='no')",
        "container(vertical_alignment='no')",
        "container(horizontal_alignment='no')",
        "header('a', divider='pink')",
        "subheader('a', divider='pink')",
    ],
)
def test_words_that_mean_nothing_are_refused(call: str) -> None:
    assert error_of(call) == ["StreamlitValueError"]


@pytest.mark.parametrize("spec", ["None", "'no'", "[None]", "2.5"])
def test_columns_that_are_no_numbers_are_refused(spec: str) -> None:
    assert error_of(f"columns({spec})") == ["StreamlitInvalidParameterTypeError"]


def test_what_words_mean_something_is_drawn() -> None:
    assert error_of("columns([1, 2.5], gap=None, vertical_alignment='bottom')") == []
    assert error_of("container(gap='xxlarge', horizontal_alignment='distribute')") == []
    assert error_of("header('a', divider='rainbow')") == error_of("header('a', divider=True)") == []
