"""Charts of Vega-Lite and Altair: what travels of them, and what is selected."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pytest

from jupyter_session_state.elements.chart_selections import (
    Rules,
    VegaLiteState,
    check_state,
    modes_of,
    selections_in,
)
from jupyter_session_state.elements.chart_specs import altair_spec, given_spec, is_many_views, spec_text
from jupyter_session_state.errors import StreamlitAPIException, StreamlitMissingRequiredParameterError
from jupyter_session_state.testing import AppTest

FRAME = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
PICK = {"name": "pick", "select": "point"}


def test_data_goes_beside_the_description() -> None:
    for data, spec in (
        (FRAME, {"mark": "bar"}),
        (None, {"mark": "bar", "data": FRAME}),
        (None, {"mark": "bar", "data": {"values": [{"a": 1, "b": 3}, {"a": 2, "b": 4}]}}),
        ({"mark": "bar", "data": FRAME}, None),
    ):
        said, tables = given_spec("vega_lite_chart", data, spec)
        assert said == {"mark": "bar", "data": {"name": "source"}}
        assert list(tables["source"].columns) == ["a", "b"]


def test_named_data_sets_go_beside_it_and_shapes_stay() -> None:
    shapes = {"type": "FeatureCollection", "features": []}
    said, tables = given_spec("c", None, {"mark": "bar", "datasets": {"rows": [{"a": 1}], "land": shapes}})
    assert said["datasets"] == {"land": shapes}
    assert list(tables) == ["rows"]


def test_addresses_and_shapes_stay_where_they_are() -> None:
    for data in (
        {"url": "x.csv"},
        {"values": {"type": "Feature", "geometry": None}},
        {"values": "a,b", "format": {"type": "csv"}},
    ):
        said, tables = given_spec("c", None, {"mark": "bar", "data": data})
        assert said["data"] == data
        assert tables == {}


def test_values_of_python_in_a_description_are_those_of_json() -> None:
    odd = {
        "a": np.int64(1),
        "b": np.array([1.5, np.nan]),
        "c": dt.date(2024, 1, 2),
        "d": Decimal("1.5"),
        "e": {1: (2,)},
    }
    said, _ = given_spec("c", None, {"mark": "bar", "usermeta": {**odd, "f": float("inf"), "g": object}})
    meta = said["usermeta"]
    assert meta.pop("g").startswith("<class")
    assert meta == {"a": 1, "b": [1.5, None], "c": "2024-01-02", "d": 1.5, "e": {"1": [2]}, "f": None}


def test_a_description_in_itself_is_refused() -> None:
    spec: dict[str, Any] = {"mark": "bar"}
    spec["layer"] = [spec]
    with pytest.raises(StreamlitAPIException, match="Does it contain itself"):
        given_spec("vega_lite_chart", None, spec)


@pytest.mark.parametrize(("data", "spec"), [(None, None), (FRAME, {}), (FRAME, None)])
def test_a_chart_needs_a_description(data: Any, spec: Any) -> None:
    with pytest.raises(StreamlitMissingRequiredParameterError, match="needs a description"):
        given_spec("vega_lite_chart", data, spec)


@pytest.mark.parametrize("chart", [None, 5, "bar", [1]])
def test_what_is_no_chart_of_altair_is_refused(chart: Any) -> None:
    with pytest.raises(StreamlitAPIException, match="cannot read"):
        altair_spec("altair_chart", chart)


def test_a_chart_of_altair_may_have_more_rows_than_altair_allows() -> None:
    data = pd.DataFrame({"a": range(6_000)})
    both = alt.Chart(data).mark_bar().encode(x="a:Q") & alt.Chart(data).mark_line().encode(x="a:Q")
    said, tables = altair_spec("altair_chart", both)
    assert [table.rows for table in tables.values()] == [6_000]  # the same frame goes once
    assert "datasets" not in said
    assert alt.data_transformers.active == "default"


@pytest.mark.filterwarnings(
    "ignore:Automatically deduplicated"
)  # two charts of one selection are what it is about
def test_the_same_chart_made_again_says_the_same() -> None:
    def made() -> str:
        zoomed = alt.Chart(FRAME).mark_bar().encode(x="a:Q").interactive()
        return spec_text(altair_spec("altair_chart", zoomed | zoomed.mark_line())[0])

    assert made() == made()
    assert '"param_1"' in made()


def test_selections_are_found_wherever_they_are() -> None:
    brush = {"name": "brush", "select": {"type": "interval"}}
    spec = {
        "params": [PICK, {"name": "slider", "value": 5}],
        "hconcat": [{"layer": [{"params": [brush]}]}],
        "spec": {"params": [PICK]},
    }
    assert set(selections_in(spec)) == {"pick", "brush"}
    assert modes_of("c", spec, None) == ("brush", "pick")
    assert modes_of("c", spec, "pick") == ("pick",)
    with pytest.raises(StreamlitAPIException, match="selections are `brush`, `pick`"):
        modes_of("c", spec, ["other"])
    with pytest.raises(StreamlitAPIException, match="its chart has no selection"):
        modes_of("altair_chart", {"mark": "bar"}, None)


def test_what_a_browser_selects_is_read_with_care() -> None:
    rules = Rules(("brush", "pick"))
    state = rules.decode({"pick": [{"a": 1}]})
    assert state == {"selection": {"brush": {}, "pick": [{"a": 1}]}}
    assert state.selection.pick == [{"a": 1}]
    assert state["selection"]["brush"] == {}
    values: list[Any] = [None, [], {"other": []}, {"pick": 5}, {"pick": "x" * 10}]
    for wrong in values:
        with pytest.raises(TypeError):
            rules.decode(wrong)
    with pytest.raises(ValueError, match="more than"):
        rules.decode({"pick": ["x" * 5_000_000]})
    with pytest.raises(StreamlitAPIException, match="another key"):
        check_state("text")
    with pytest.raises(TypeError, match="cannot be changed"):
        state["selection"] = {}


APP = """
import streamlit as st
rows = st.session_state.get("rows", 2)
SPEC = {"mark": "bar", "params": [{"name": "pick", "select": "point"}], "encoding": {"x": {"field": "a"}}}
event = st.vega_lite_chart({"a": list(range(rows))}, SPEC, key="chart", on_select="rerun")
st.write(event.selection.pick)
"""


def test_a_selection_is_in_session_state_and_returned() -> None:
    app = AppTest.from_string(APP).run()
    assert not app.exception
    assert app.session_state["chart"] == VegaLiteState.of(["pick"])
    assert app.get("vega_lite_chart")[0].key == "chart"


def test_with_a_key_other_data_is_the_same_chart() -> None:
    app = AppTest.from_string(APP).run()
    first = app.get("vega_lite_chart")[0]._element
    app.session_state["rows"] = 3
    app.run()
    second = app.get("vega_lite_chart")[0]._element
    assert first.id == second.id
    assert first.props["data"] != second.props["data"]


def test_session_state_cannot_select() -> None:
    app = AppTest.from_string(APP)
    app.session_state["chart"] = {"selection": {}}
    app.run()
    assert "chart" in app.exception[0].value


def test_a_selection_in_a_form_has_no_callback() -> None:
    app = AppTest.from_string(
        "import streamlit as st\nwith st.form('f'):\n    st.vega_lite_chart({'mark': 'bar', 'params': "
        "[{'name': 'p', 'select': 'point'}]}, on_select=print)\n    st.form_submit_button()"
    ).run()
    assert "on_select" in app.exception[0].value or "callback" in app.exception[0].value


def test_charts_beside_each_other_keep_their_own_width() -> None:
    assert is_many_views({"hconcat": []})
    assert is_many_views({"mark": "bar", "encoding": {"row": {"field": "a"}}})
    assert is_many_views({"vconcat": [{"layer": []}]})
    assert not is_many_views({"vconcat": [{"mark": "bar"}]})
    app = AppTest.from_string(
        "import streamlit as st\nst.vega_lite_chart({'hconcat': []})\nst.vega_lite_chart({'mark': 'bar'})\n"
        "st.vega_lite_chart({'mark': 'bar'}, use_container_width=False)"
    ).run()
    assert [chart.width for chart in app.get("vega_lite_chart")] == ["content", "stretch", "content"]


def test_write_draws_a_chart_of_altair() -> None:
    app = AppTest.from_string(
        "import streamlit as st, altair as alt\nst.write(alt.Chart({'values': [{'a': 1}]}).mark_bar())"
    ).run()
    (drawn,) = app.get("vega_lite_chart")
    assert json.loads(drawn.spec)["mark"] == {"type": "bar"}


def test_an_unknown_theme_is_refused() -> None:
    app = AppTest.from_string(
        "import streamlit as st\nst.vega_lite_chart({'mark': 'bar'}, theme='dark')"
    ).run()
    assert "theme" in app.exception[0].value
