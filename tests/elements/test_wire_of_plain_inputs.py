"""Whatever a front end sends to plain inputs and buttons: it is sound, or the run refuses it before callbacks."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_

import jupyter_session_state as st
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state.elements.chat_values import ChatInputValue
from tests.elements.conftest import FunctionApp

ATOMS = any_.one_of(
    any_.none(),
    any_.booleans(),
    any_.integers(),
    any_.sampled_from([10**400, -(2**53), 2**53 + 1, math.nan, math.inf, -0.0, 1e308]),
    any_.floats(),
    any_.text(any_.characters(), max_size=5),  # lone surrogates, too
    any_.binary(max_size=3),
)
JUNK = any_.recursive(
    ATOMS,
    lambda inner: any_.one_of(
        any_.lists(inner, max_size=3),
        any_.dictionaries(any_.sampled_from(["text", "files", "audio", "id"]), inner, max_size=3),
        any_.tuples(inner, inner),
    ),
    max_leaves=6,
)


def is_sound_text(value: Any) -> bool:
    return isinstance(value, str) and value == value.encode().decode()


def is_message(value: Any) -> bool:
    return isinstance(value, ChatInputValue) and is_sound_text(value.text) and value.get("files", []) == []


def is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and -5 <= value <= 5


SOUND: list[tuple[str, dict[str, Any], Any]] = [
    ("checkbox", {}, lambda v: type(v) is bool),
    ("toggle", {}, lambda v: type(v) is bool),
    ("text_input", {"max_chars": 4}, lambda v: is_sound_text(v) and len(v) <= 4),
    ("text_input", {"value": None}, lambda v: v is None or is_sound_text(v)),
    ("text_area", {"max_chars": 4}, lambda v: is_sound_text(v) and len(v) <= 4),
    ("number_input", {"min_value": -5, "max_value": 5}, is_number),
    (
        "number_input",
        {"min_value": -5.0, "max_value": 5.0, "value": None},
        lambda v: v is None or is_number(v),
    ),
    ("slider", {"min_value": -5, "max_value": 5, "value": 0}, is_number),
    ("slider", {"min_value": -5.0, "max_value": 5.0, "value": (0.0, 1.0)}, lambda v: all(map(is_number, v))),
    ("button", {}, lambda v: type(v) is bool),
    ("download_button", {"data": "x"}, lambda v: type(v) is bool),
    ("menu_button", {"options": ["a", 1]}, lambda v: v in ("a", 1)),
    ("chat_input", {"max_chars": 4}, lambda v: is_sound_text(v) and len(v) <= 4),
    ("chat_input", {"accept_file": True, "accept_audio": True}, is_message),
]


@given(JUNK)
def test_a_value_is_sound_or_refused(wire: Any) -> None:
    for kind, arguments, is_sound in SOUND:
        more = {} if kind == "chat_input" else {"label": "label"}
        control = KINDS[kind].declare(**more, **arguments)
        try:
            value = control.decode(wire)
        except (ValueError, TypeError):
            continue
        assert is_sound(value), (kind, value)


def everything() -> dict[str, Any]:
    """All of them on one page; each callback notes that it was called."""
    heard = st.session_state.setdefault("heard", [])

    def note(key: str) -> dict[str, Any]:
        return {"key": key, "args": (key,), **dict.fromkeys(["on_change"], heard.append)}

    def clicked(key: str) -> dict[str, Any]:
        return {"key": key, "args": (key,), "on_click": heard.append}

    return {
        "checkbox": st.checkbox("b", **note("checkbox")),
        "toggle": st.toggle("b", **note("toggle")),
        "text_input": st.text_input("b", **note("text_input")),
        "text_area": st.text_area("b", **note("text_area")),
        "number_input": st.number_input("b", **note("number_input")),
        "slider": st.slider("b", **note("slider")),
        "selectbox": st.selectbox("b", ["x", "y"], **note("selectbox")),
        "button": st.button("b", **clicked("button")),
        "download_button": st.download_button("b", "x", **clicked("download_button")),
        "menu_button": st.menu_button("b", ["x", "y"], **clicked("menu_button")),
        "link_button": st.link_button("b", "/x", **clicked("link_button")),
        "chat_input": st.chat_input(key="chat_input", on_submit=heard.append, args=("chat_input",)),
    }


TRIGGERS = ("button", "download_button", "menu_button", "link_button", "chat_input")


@settings(max_examples=60)
@given(JUNK)
def test_a_refused_value_changes_nothing_and_calls_nobody(wire: Any) -> None:
    shown = FunctionApp(everything, {})
    before = shown.value
    for kind in before:
        shown.fire(kind, wire) if kind in TRIGGERS else shown.run(**{kind: wire})
        assert shown.record.ending == "completed"
        if shown.record.refused:
            assert shown.value[kind] == before[kind]
            assert kind not in shown.state.get("heard")


KEYS = ["k" * 10_000, "😀" * 500, "a\nb\r\n\x00c", " ", "__proto__", "<b>&\"'", "é\u202e\u0301"]


@pytest.mark.parametrize("key", KEYS, ids=range(len(KEYS)))
def test_any_text_can_be_a_key(app: Any, key: str) -> None:
    sent = {"checkbox": True, "toggle": True, "text_input": "a", "text_area": "a", "number_input": 1.0}
    for kind, wire in {**sent, "slider": [3], "selectbox": "y"}.items():
        more = (["x", "y"],) if kind == "selectbox" else ()
        shown = app(lambda kind=kind, more=more: getattr(st, kind)("b", *more, key=key))
        before = shown.value
        assert shown.run(**{key: wire}).value not in (before, None)
        assert shown.state.get(key) == shown.value
        assert shown.run().state.get(key) == shown.value
    shown = app(lambda: st.button("b", key=key))
    assert shown.fire(key).value is True
    shown = app(lambda: st.chat_input(key=key))
    assert shown.fire(key, "x").value == "x"


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("number_input", math.nan, True),
        ("number_input", math.inf, True),
        ("number_input", np.int64(3), True),
        ("number_input", np.float32(0.5), True),
        ("number_input", 10**30, True),
        ("number_input", 10**400, False),
        ("number_input", "3", False),
        ("checkbox", np.bool_(True), True),
        ("checkbox", math.nan, False),
        ("text_input", np.str_("x"), True),
        ("text_input", math.nan, False),
        ("text_area", np.str_("x"), True),
        ("slider", np.int64(3), True),
        ("slider", math.nan, False),
        ("slider", None, False),
        ("slider", "x", False),
    ],
)
def test_odd_values_that_the_program_assigns(app: Any, kind: str, value: Any, kept: bool) -> None:
    shown = app(lambda: getattr(st, kind)("Odd", key="odd"), odd=value)
    if kept:
        assert shown.error is None
        assert str(shown.value) == str(value)
        assert shown.run().error is None
    else:
        assert isinstance(shown.error, (TypeError, ValueError, OverflowError))
        assert shown.record.ending == "error"
