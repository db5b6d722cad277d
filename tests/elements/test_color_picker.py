from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import jupyter_session_state as st
from jupyter_session_state import errors


@pytest.mark.parametrize(
    ("given", "value"), [(None, "#000000"), ("#abc", "#abc"), ("#ABCDEF", "#ABCDEF"), ("#1f77b4", "#1f77b4")]
)
def test_the_default_stays_as_it_was_written(app: Any, given: Any, value: str) -> None:
    assert app(lambda: st.color_picker("c", given)).value == value


@pytest.mark.parametrize("value", ["red", "abcdef", "#abcdef80", "#abcd", "", "#abcdef\n", "#gggggg"])
def test_what_is_no_colour_raises(app: Any, value: str) -> None:
    error = app(lambda: st.color_picker("Ink", value)).error
    assert type(error) is errors.StreamlitAPIException
    assert f"{value!r} of st.color_picker 'Ink'" in str(error)


def test_what_is_no_text_raises(app: Any) -> None:
    error = app(lambda: st.color_picker("c", 0xABCDEF)).error  # type: ignore[arg-type]
    assert type(error) is errors.StreamlitInvalidParameterTypeError


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        ("#FF8800", "#FF8800"),
        ("ff8800", "#ff8800"),
        ("#f80", "#f80"),
        *[(wire, "#123456") for wire in (None, "", "green", "#12345g", "#11223344", "#" + "1" * 10_000)],
    ],
)
def test_what_the_browser_sends_becomes_a_colour(app: Any, wire: Any, value: str) -> None:
    shown = app(lambda: st.color_picker("c", "#123456", key="c")).run(c="#000000").run(c=wire)
    assert shown.record.refused == []
    assert shown.value == value


@pytest.mark.parametrize("wire", [5, True, ["#ffffff"], b"#ffffff", {"r": 1}])
def test_what_no_browser_sends_is_refused(app: Any, wire: Any) -> None:
    shown = app(lambda: st.color_picker("c", key="c")).run(c=wire)
    assert shown.value == "#000000"
    assert len(shown.record.refused) == 1


@given(some.text() | some.from_regex(r"#?[0-9a-fA-F]{3,6}", fullmatch=True))
def test_any_text_that_is_sent_becomes_a_colour(wire: str) -> None:
    control: Any = st.color_picker.spec.declare("c")  # type: ignore[attr-defined]
    assert re.fullmatch(r"#([0-9a-fA-F]{3}){1,2}", control.decode(wire))


def test_a_text_of_session_state_is_not_checked(app: Any) -> None:
    assert app(lambda: st.color_picker("c", key="c"), c="red").value == "red"


@pytest.mark.parametrize("held", [None, 5])
def test_what_is_no_text_in_session_state_raises(app: Any, held: Any) -> None:
    assert type(app(lambda: st.color_picker("c", key="c"), c=held).error) is TypeError


def test_a_new_default_is_a_new_picker_without_a_key_only(app: Any) -> None:
    value = ["#111111"]
    shown = app(lambda: (st.color_picker("c", value[0]), st.color_picker("d", value[0], key="d")))
    value[0] = "#222222"
    assert shown.run().value == ("#222222", "#111111")


def test_it_is_never_narrower_than_its_patch(app: Any) -> None:
    assert app(lambda: st.color_picker("c", width=5)).only.props["width"] == 40
