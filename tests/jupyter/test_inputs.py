"""How what a declaration says becomes the traits of a view."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state._jupyter.inputs import VIEWS

DAY = dt.date(2024, 5, 17)
SHARED = {"required": False, "disabled": False, "description": "x"}


@pytest.mark.parametrize(
    ("kind", "arguments", "traits"),
    [
        (
            *("date_input", {"value": [DAY], "format": "DD.MM.YYYY"}),
            {
                "mode": "date",
                "is_range": True,
                "format": "DD.MM.YYYY",
                "step": 60,
                "value": ["2024-05-17"],
                "empty": ["2024-05-17"],
                "min": "2014-05-17",
                "max": "2034-05-17",
            },
        ),
        (
            *("time_input", {"value": dt.time(8, 45), "format": "12h"}),
            {
                "mode": "time",
                "is_range": False,
                "format": "12h",
                "step": 900,
                "value": ["08:45"],
                "empty": ["08:45"],
                "min": "",
                "max": "",
            },
        ),
        (
            *("datetime_input", {"value": DAY, "max_value": DAY, "step": 3600}),
            {
                "mode": "datetime",
                "is_range": False,
                "format": "YYYY/MM/DD",
                "step": 3600,
                "value": ["2024-05-17T00:00"],
                "empty": ["2024-05-17T00:00"],
                "min": "2014-05-17T00:00",
                "max": "2024-05-17T23:59",
            },
        ),
    ],
)
def test_a_field_for_moments_has_the_traits_that_its_arguments_ask_for(
    kind: str, arguments: dict[str, Any], traits: dict[str, Any]
) -> None:
    control = KINDS[kind].declare("x", **arguments)
    props = {"label": "x", "disabled": False, **control.props}
    element = Element(kind, props, "id", control.view, control.encode(control.default))
    view = VIEWS[control.view]
    made = {**view.all_traits(element), **view.value_trait(element, element.value)}
    assert made == {**SHARED, **traits}
    assert all(hasattr(view.make, name) for name in made)


def test_a_range_shows_two_dates_of_however_many_session_state_has() -> None:
    element = Element("date_input", {}, "id", "MomentInput", ["2024-05-17"] * 3)
    assert VIEWS["MomentInput"].value_trait(element, element.value) == {"value": ["2024-05-17"] * 2}
