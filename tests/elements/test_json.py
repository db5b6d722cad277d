from __future__ import annotations

from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ({"b": 1, "a": [None, True]}, '{"b": 1, "a": [null, true]}'),
        ('{"b":1}', '{"b":1}'),
        ("no json", "no json"),
        (5, "5"),
        (None, "null"),
        ((1, 2), "[1, 2]"),
        ({1: {2}}, '{"1": [2]}'),
        (range(2), "[0, 1]"),
        ({"f": 1j}, '{"f": "1j"}'),
    ],
)
def test_data_becomes_json(app: Any, value: Any, body: str) -> None:
    assert app(lambda: st.json(value)).only.props["body"] == body


def test_keys_that_json_does_not_have_are_left_out_with_a_warning(app: Any) -> None:
    shown = app(lambda: st.json({"a": 1, (1, 2): 5}))
    assert shown.kinds == ["warning", "json"]
    assert shown.drawn[1].props["body"] == '{"a": 1}'


@pytest.mark.parametrize("expanded", [True, False, 2])
def test_expanded_is_kept(app: Any, expanded: Any) -> None:
    assert app(lambda: st.json({}, expanded=expanded)).only.props["expanded"] is expanded


def test_expanded_of_another_type_raises(app: Any) -> None:
    wrong: Any = "all"
    assert type(app(lambda: st.json({}, expanded=wrong)).error) is errors.StreamlitInvalidParameterTypeError


def test_a_model_of_pydantic_is_its_fields(app: Any) -> None:
    class Model:
        def model_dump(self) -> dict[str, int]:
            return {"x": 1}

    assert app(lambda: st.json([Model()])).only.props["body"] == '[{"x": 1}]'
