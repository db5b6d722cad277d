from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors

HALF = "\ud83d"
"""Half a surrogate pair: no message can carry it."""


@pytest.mark.parametrize(
    ("arguments", "value"),
    [({}, ""), ({"value": 5}, "5"), ({"value": None}, None), ({"value": "a\nbc", "max_chars": 3}, "a\nb")],
)
def test_the_default_is_a_text_or_none(app: Any, arguments: Any, value: Any) -> None:
    assert app(lambda: st.text_area("t", **arguments)).value == value


def test_none_shows_empty_and_an_emptied_area_is_an_empty_text(app: Any) -> None:
    shown = app(lambda: st.text_area("t", None, key="t"))
    assert shown.only.value == ""
    assert shown.run(t="a\nb").value == "a\nb"
    assert shown.run(t="").value == ""


def test_a_text_from_the_browser_is_cut_but_one_of_session_state_is_not(app: Any) -> None:
    def draw() -> Any:
        return st.text_area("t", max_chars=3, key="t")

    assert app(draw).run(t="abcdef").value == "abc"
    assert app(draw, t="abcdef").value == "abcdef"


@pytest.mark.parametrize("area", [st.text_area, st.text_input])
@pytest.mark.parametrize("wire", [5, ["a"], b"a", {"text": "a"}, HALF, True])
def test_what_no_browser_sends_is_refused(app: Any, area: Any, wire: Any) -> None:
    shown = app(lambda: area("t", "x", key="t")).run(t=wire)
    assert shown.value == "x"
    assert len(shown.record.refused) == 1


@pytest.mark.parametrize("area", [st.text_area, st.text_input])
@pytest.mark.parametrize(("value", "error"), [(5, TypeError), ([], TypeError), (HALF, UnicodeEncodeError)])
def test_session_state_may_assign_texts_and_none(
    app: Any, area: Any, value: Any, error: type[Exception]
) -> None:
    assert type(app(lambda: area("t", key="t"), t=value).error) is error
    assert app(lambda: area("t", key="t"), t=None).value is None
    assert app(lambda: area("t", key="t"), t=b"bytes").value == b"bytes"


@pytest.mark.parametrize("text", ["", "\x00", "é😀\u202e", "\r\n", "<b>&", "a" * 100_000])
def test_every_text_comes_back_as_it_is(app: Any, text: str) -> None:
    assert app(lambda: st.text_area("t", "x", key="t")).run(t=text).value == text


@pytest.mark.parametrize("height", [None, "content", "stretch", 68, 300])
def test_heights(app: Any, height: Any) -> None:
    shown = app(lambda: st.text_area("t", height=height))
    assert shown.only.props["height"] == (height or shown.only.props["height"])


@pytest.mark.parametrize("height", ["tall", 0, -5, 10.5, "10"])
def test_a_height_that_is_none_raises(app: Any, height: Any) -> None:
    error = app(lambda: st.text_area("t", height=height)).error
    assert type(error) is errors.StreamlitInvalidHeightError
    assert "text_area" in str(error)


def test_another_longest_length_is_another_area(app: Any) -> None:
    longest = [10]
    shown = app(lambda: st.text_area("t", max_chars=longest[0], key="t")).run(t="abc")
    longest[0] = 5
    assert shown.run().value == ""
