"""Charts as widgets and in the saved picture."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jupyter_session_state._core.element import Blob, Element
from jupyter_session_state._jupyter.charts import CHART, traits
from jupyter_session_state._jupyter.markup import static_page, static_text
from jupyter_session_state._jupyter.markup.charts import chart_name


def props(**more: Any) -> dict[str, Any]:
    told = {"engine": "vega", "spec": "{}", "data": None, "theme": "", "points": 0, "alt": None}
    return {**told, "width": "stretch", "height": "content", **more}


def test_what_travels_is_the_description_the_bytes_and_the_sizes() -> None:
    made = traits(props(data=Blob(b"bytes", "x"), modes=("pick",), options={"empty": True}, spec='"\ud800"'))
    assert made["data"] == b"bytes"
    assert made["options"] == {"width": "stretch", "height": "content", "modes": ["pick"], "empty": True}
    assert made["spec"].isprintable()
    assert traits(props())["data"] == b""
    assert set(made) <= set(CHART.make.class_trait_names(sync=True))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"alt": "Sales"}, "Sales"),
        ({"spec": json.dumps({"title": "A title"})}, "A title"),
        ({"spec": json.dumps({"title": {"text": ["Two", "lines"]}})}, "Two lines"),
        ({"spec": json.dumps({"description": "Told"})}, "Told"),
        ({"engine": "plotly", "spec": json.dumps({"layout": {"title": {"text": "P"}}})}, "P"),
        ({"engine": "graphviz", "spec": "graph {}", "what": "Graph"}, "Graph"),
        ({"what": "Line chart", "points": 1_200}, "Line chart, 1,200 points"),
        ({"spec": "no json", "points": 1}, "Chart, 1 point"),
    ],
)
def test_a_chart_has_a_name_for_those_who_cannot_see_it(told: dict[str, Any], name: str) -> None:
    assert chart_name(props(**told)) == name


def test_the_saved_picture_says_what_a_chart_shows() -> None:
    chart = Element("vega_lite_chart", props(what="Bar chart", alt="<Sales>", points=3), "c", "Chart")
    page = Element("app", id="a", view="Block", children=(chart,))
    assert "Bar chart: <strong>&lt;Sales&gt;, 3 points</strong>. Run the cell to see it." in static_page(page)
    assert "[Bar chart: <Sales>, 3 points]" in static_text(page)
