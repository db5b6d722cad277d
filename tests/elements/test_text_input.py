from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({}, ""),
        ({"value": 5}, "5"),
        ({"value": None}, None),
        ({"value": "long", "max_chars": 3}, "lon"),
    ],
)
def test_the_default_is_a_text_or_none(app: Any, arguments: Any, value: Any) -> None:
    assert app(lambda: st.text_input("t", **arguments)).value == value


def test_none_shows_empty_and_an_emptied_field_is_an_empty_text(app: Any) -> None:
    shown = app(lambda: st.text_input("t", None, key="t"))
    assert shown.only.value == ""
    assert shown.run(t="a").value == "a"
    assert shown.run(t="").value == ""


def test_a_text_from_the_browser_is_cut_to_its_longest_length(app: Any) -> None:
    shown = app(lambda: st.text_input("t", max_chars=3, key="t")).run(t="abcdef")
    assert shown.value == "abc"
    assert shown.only.value == "abc"


def test_a_long_text_of_session_state_is_taken(app: Any) -> None:
    assert app(lambda: st.text_input("t", max_chars=3, key="t"), t="abcdef").value == "abcdef"


@pytest.mark.parametrize("wire", [5, ["a"], b"a", True])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.text_input("t", "x", key="t")).run(t=wire)
    assert shown.value == "x"
    assert len(shown.record.refused) == 1


def test_a_number_in_session_state_raises(app: Any) -> None:
    assert type(app(lambda: st.text_input("t", key="t"), t=5).error) is TypeError


def test_a_password_is_hidden_and_kept_out_of_the_record(app: Any) -> None:
    shown = app(lambda: st.text_input("t", type="password", key="t")).run(t="s3cret")
    assert shown.only.view == "Password"
    assert shown.value == "s3cret"
    assert "s3cret" not in str(shown.record)


@pytest.mark.parametrize(
    ("live", "pause"), [(False, None), (True, 250), ("300ms", 300), ("0.5s", 500), ("1m", 60000)]
)
def test_live_is_a_pause_in_milliseconds(app: Any, live: Any, pause: Any) -> None:
    assert app(lambda: st.text_input("t", live=live)).only.props["live"] == pause


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"type": "x"}, errors.StreamlitValueError),
        ({"validate": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"validate": ("a", 5)}, errors.StreamlitValueError),
        ({"live": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"live": "2m"}, errors.StreamlitValueOutOfRangeError),
        ({"live": "soon"}, errors.StreamlitValueError),
    ],
)
def test_arguments_that_cannot_be_raise(app: Any, arguments: Any, error: type[Exception]) -> None:
    assert type(app(lambda: st.text_input("t", **arguments)).error) is error


def test_another_longest_length_is_another_field(app: Any) -> None:
    longest = [10]
    shown = app(lambda: st.text_input("t", max_chars=longest[0], key="t")).run(t="abc")
    longest[0] = 5
    assert shown.run().value == ""


def test_only_the_pattern_of_validate_counts_for_the_identity(app: Any) -> None:
    message = ["no"]
    shown = app(lambda: st.text_input("t", validate=("a+", message[0]), key="t")).run(t="abc")
    message[0] = "not that"
    assert shown.run().value == "abc"
