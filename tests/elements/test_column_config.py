"""``st.column_config`` has Streamlit's names, signatures and results."""

from __future__ import annotations

import datetime as dt
import inspect
from typing import Any

import pytest
import streamlit as theirs

import jupyter_session_state as st
from jupyter_session_state import errors

NAMES = sorted(theirs.column_config.__all__)
#: What to pass for a parameter, so that its effect is seen.
GIVEN: dict[str, Any] = {
    "label": "L",
    "width": "small",
    "help": "h",
    "disabled": True,
    "required": True,
    "pinned": True,
    "alignment": "right",
    "format": "f",
    "max_chars": 3,
    "validate": "x",
    "display_text": "d",
    "y_min": 1,
    "y_max": 2,
    "color": "#123456",
    "timezone": "UTC",
    "accept_new_options": True,
    "options": ["a", "b"],
    "format_func": str.upper,
    "type": "primary",
}
MOMENTS: dict[str, Any] = {
    "DateColumn": dt.date(2024, 1, 2),
    "TimeColumn": dt.time(3, 4),
    "DatetimeColumn": dt.datetime(2024, 1, 2, 3, 4),  # noqa: DTZ001 - fields have no zones
}


def arguments(name: str, parameters: Any) -> dict[str, Any]:
    moment = MOMENTS.get(name, 5)
    more = {"min_value": moment, "max_value": moment, "default": moment, "step": 2}
    if name in ("ListColumn", "MultiselectColumn"):
        more["default"] = ("a",)
    known = {**GIVEN, **more}
    return {p: known[p] for p in parameters if p in known}


def test_all_names_are_there() -> None:
    assert sorted(st.column_config.__all__) == NAMES
    assert len(NAMES) == 21


@pytest.mark.parametrize("name", NAMES)
def test_a_signature_is_streamlits(name: str) -> None:
    def shape(module: Any) -> list[tuple[str, Any, Any]]:
        parameters = inspect.signature(getattr(module.column_config, name)).parameters.values()
        return [(p.name, p.kind, p.default) for p in parameters]

    assert shape(st) == shape(theirs)


@pytest.mark.parametrize("name", NAMES)
def test_a_result_is_streamlits(name: str) -> None:
    function = getattr(st.column_config, name)
    for given in ({}, arguments(name, inspect.signature(function).parameters)):
        assert function(**given) == getattr(theirs.column_config, name)(**given)


def test_lengths_of_time_are_steps_and_colours_go_round() -> None:
    made: Any = st.column_config.TimeColumn(step=dt.timedelta(minutes=1))
    assert made["type_config"]["step"] == 60
    several: Any = st.column_config.MultiselectColumn(options="abc", color=["red", "blue"])
    assert [option["color"] for option in several["type_config"]["options"]] == ["red", "blue", "red"]


@pytest.mark.parametrize("name", ["LineChartColumn", "BarChartColumn", "AreaChartColumn", "ProgressColumn"])
@pytest.mark.parametrize("color", ["nope", "url(x)", "#12", 5])
def test_what_is_no_colour_is_refused(name: str, color: Any) -> None:
    with pytest.raises(errors.StreamlitValueError, match="which is none"):
        getattr(st.column_config, name)(color=color)


def test_buttons_with_a_callback_need_a_key() -> None:
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="needs a key"):
        st.column_config.ButtonColumn(on_click=print)
    made: Any = st.column_config.ButtonColumn("B", key="k", on_click=print)
    assert (made.key, made.on_click, made.config["label"]) == ("k", print, "B")
