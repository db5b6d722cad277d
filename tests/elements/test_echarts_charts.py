"""Charts of ECharts: what travels of them, what is said of them, and what may be selected."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from jupyter_session_state._core.element import Element
from jupyter_session_state._jupyter.charts import traits
from jupyter_session_state._jupyter.markup import static_page, static_text
from jupyter_session_state.elements.echarts_selections import EChartsState, echarts_chart
from jupyter_session_state.elements.echarts_specs import TABLE, described, spec_text
from jupyter_session_state.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from jupyter_session_state.testing import AppTest

GROUP = {
    "series_index": 0,
    "series_id": None,
    "series_name": "s",
    "data_type": "main",
    "data_indices": [0, 2],
}
AREA = {"brush_index": 0, "brush_type": "rect", "coord_range": [[0, 2], [1, 2.5]]}


class Pyecharts:
    """What st.echarts_chart asks of a chart of pyecharts."""

    def __init__(self, text: str, width: str = "900px", height: str = "500px") -> None:
        self.text, self.width, self.height = text, width, height

    def dump_options(self) -> str:
        return self.text


def run(script: str) -> AppTest:
    return AppTest.from_string(f"import streamlit as st\n{script}").run()


def first(script: str) -> Any:
    app = run(script)
    assert not app.exception
    return app.get("echarts_chart")[0]


# -- what travels ------------------------------------------------------------------------------------------


def test_dicts_json_and_charts_of_pyecharts_are_the_same_description() -> None:
    wanted = {"series": [{"type": "bar", "data": [1, None]}]}
    text = json.dumps(wanted)
    for given in (wanted, text, Pyecharts(text)):
        assert described(given).option == wanted
    assert described(Pyecharts('{"series": [{"data": [NaN]}]}')).option == {"series": [{"data": [None]}]}


def test_values_become_what_json_has_and_the_authors_own_dict_stays_as_it_is() -> None:
    values: list[Any] = [np.int64(3), np.float32("nan"), float("inf"), Decimal("1.5"), Decimal("NaN")]
    values += [
        dt.date(2026, 1, 2),
        dt.datetime.fromisoformat("2026-01-02T03:04"),
        np.datetime64("2026-01-02"),
    ]
    values += [pd.NaT, pd.Timestamp("2026-01-02"), np.array([1, 2]), (1, float("nan")), range(2)]
    values += [{3: np.array([True])[0]}, dt.timedelta(seconds=2)]
    days = np.array(["2026-01-02"], "M8")
    given: dict[str, Any] = {
        "series": [{"data": values}],
        "color": pd.Series(["red"]),
        "xAxis": {"data": days},
    }
    kept = list(values)
    option = described(given).option
    assert option["series"][0]["data"] == [
        *(3, None, None, 1.5, None, "2026-01-02"),
        *("2026-01-02T03:04:00", "2026-01-02T00:00:00", None, "2026-01-02T00:00:00"),
        *([1, 2], [1, None], [0, 1], {"3": True}, 2000.0),
    ]
    assert (option["color"], option["xAxis"]["data"]) == (["red"], ["2026-01-02T00:00:00"])
    assert given["series"] == [{"data": kept}]
    assert json.loads(spec_text(option)) == option


def test_frames_of_data_sets_travel_apart_once_each_and_keep_the_order_of_their_columns() -> None:
    frame = pd.DataFrame({"b": [1, 2], "a": ["x", "y"]})
    found = described(
        {
            "dataset": [{"source": frame}, {"source": frame, "dimensions": ["b"]}, {"source": [["a"], [1]]}],
            "baseOption": {"dataset": {"source": np.ones((3, 2))}},
        }
    )
    one, again, plain = found.option["dataset"]
    assert one == {"source": {TABLE: "data-0"}, "dimensions": ["b", "a"]}
    assert again == {"source": {TABLE: "data-0"}, "dimensions": ["b"]}
    assert plain == {"source": [["a"], [1]]}
    assert found.option["baseOption"]["dataset"]["dimensions"] == ["0", "1"]
    assert {name: table.rows for name, table in found.tables.items()} == {"data-0": 2, "data-1": 3}


def test_equal_charts_of_two_runs_are_equal_and_other_data_are_not() -> None:
    script = (
        "import pandas as pd\nn = st.slider('n', 1, 5)\n"
        "st.echarts_chart({'dataset': {'source': pd.DataFrame({'a': [1, n]})}, 'series': {'type': 'bar'}})"
    )
    app = run(script)
    before = app.get("echarts_chart")[0]._element
    assert app.run().get("echarts_chart")[0]._element.props == before.props
    after = app.slider[0].set_value(2).run().get("echarts_chart")[0]._element
    assert after.props["spec"] == before.props["spec"]
    assert after.props["data"] != before.props["data"]
    assert after.id == before.id


def test_points_are_those_of_the_longest_state() -> None:
    frame = pd.DataFrame({"a": range(30)})
    assert described({"dataset": {"source": frame}, "series": [{}, {"data": [1, 2]}]}).points == 32
    assert described({"dataset": {"source": [[1]] * 4}, "series": {}}).points == 4
    options = [{"series": {"data": [1]}}, {"series": [{"data": [1] * 7}, "odd"]}]
    assert described({"baseOption": {"series": [{}]}, "options": options}).points == 7
    assert described({"baseOption": {"dataset": {"source": frame}}, "options": [{"series": {}}]}).points == 30
    assert described({}).points == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (5, "needs a description"),
        (None, "needs a description"),
        ("[1]", "needs a description"),
    ],
)
def test_what_is_no_description_is_refused(given: Any, words: str) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match=words):
        described(given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("{'a': 1}", "as JSON"),
        ('{"a": function (p) { return p; }}', "has a function"),
        ('{"title": "=> and function (", "b": x}', "as JSON"),
        ('{"a": p => p}', "has a function"),
        ({"series": [{"label": {"formatter": len}}]}, r"at `series\[0\].label.formatter`"),
        ({"a": type("JsCode", (), {"js_code": "1"})()}, "at `a`"),
        ({"series": [{"data": [object()]}]}, r"`series\[0\].data\[0\]`.*JSON does not have"),
        ({"series": [{"data": pd.DataFrame({"a": [1]})}]}, "source of `dataset`"),
        ({"dataset": {"source": pd.DataFrame([[1, 2]], columns=["a", "a"])}}, "several columns"),
        ({"series": {"type": "custom"}}, "custom"),
        ({"series": [{"type": "map"}]}, "lies on a map"),
        ({"geo": {}}, "lies on a map"),
        ({"series": [{"type": "scatter", "coordinateSystem": "geo"}]}, "lies on a map"),
        ({"options": [{"series": [{"type": "bar3D"}]}]}, "echarts-gl"),
        ({"baseOption": {"media": [{"option": {"globe": {}}}]}}, "echarts-gl"),
        ({"series": [{"type": "wordCloud"}]}, "echarts-wordcloud"),
    ],
)
def test_what_a_page_could_not_draw_says_why(given: Any, words: str) -> None:
    with pytest.raises(StreamlitAPIException, match=words):
        described(given)


def test_functions_that_pyecharts_wrote_as_texts_are_refused_and_texts_about_them_are_not() -> None:
    with pytest.raises(StreamlitAPIException, match="has a function"):
        spec_text(described('{"formatter": "--x_x--function (p) {}--x_x--"}').option)
    assert "--x_x--" in spec_text(described('{"title": "a --x_x-- b"}').option)


def test_a_description_without_an_end_is_refused() -> None:
    endless: dict[str, Any] = {}
    endless["a"] = [endless]
    with pytest.raises(StreamlitAPIException, match="contain itself"):
        described(endless)


# -- how it is drawn ---------------------------------------------------------------------------------------


def test_sizes_are_given_or_those_of_pyecharts_or_usual_ones() -> None:
    chart = "type('Bar', (), {'width': '%s', 'height': '%s', 'dump_options': lambda self: '{}'})()"
    for call, wanted in {
        "{}": ("stretch", 350),
        "{}, width='content'": (700, 350),
        "{}, width=300, height='stretch'": (300, "stretch"),
        f"{chart % ('900px', '500px')}, width='content'": (700, 350),
        f"{chart % ('640px', '100%')}, width='content'": (640, "stretch"),
        f"{chart % ('50em', '0')}, width='content'": (700, 350),
    }.items():
        drawn = first(f"st.echarts_chart({call})")
        assert (drawn.width, drawn.height) == wanted, call


def test_a_chart_is_called_as_its_author_says_or_by_its_title() -> None:
    named = {"aria": {"label": {"description": "Of the description"}}, "title": [{}, {"text": "Rain"}]}
    for call, wanted in {
        f"{named}, alt='Of the call'": "Of the call",
        f"{named}, alt=' '": "Of the description",
        "{'title': {'text': 'Rain'}}": "Rain",
        "{'baseOption': {'title': {'text': 'Snow'}}}": "Snow",
        "{'series': {'type': 'bar', 'data': [1]}, 'title': {'text': 5}}": "Chart, 1 point",
    }.items():
        assert traits(first(f"st.echarts_chart({call})")._element.props)["alt"] == wanted


def test_where_nothing_draws_words_say_what_it_is() -> None:
    script = (
        "st.echarts_chart({'title': {'text': '<b>Rain</b>'}, 'series': [{'type': 'bar'}, {'type': 'line'}]})"
    )
    element = first(script)._element
    root = Element("app", id="a", view="Block", children=(element,))
    words = "A chart of ECharts (<b>Rain</b>). Its series: bar, line."
    assert words in static_text(root)
    assert "&lt;b&gt;Rain&lt;/b&gt;" in static_page(root)
    assert element.props["options"]["words"] == words


@pytest.mark.parametrize("wrong", ["theme='dark'", "renderer='webgl'", "width=0", "height='high'"])
def test_what_is_no_such_thing_is_an_error(wrong: str) -> None:
    assert len(run(f"st.echarts_chart({{}}, {wrong})").exception) == 1


# -- selections --------------------------------------------------------------------------------------------


def test_a_chart_selects_in_streamlits_form_and_tells_nothing_else() -> None:
    app = run(
        "st.text(st.echarts_chart({}, key='e', on_select='rerun').selection.selected)\nst.echarts_chart({})"
    )
    assert app.session_state["e"] == EChartsState.of() == {"selection": {"selected": [], "areas": []}}
    assert [chart.value for chart in app.get("echarts_chart")] == [EChartsState.of(), None]
    assert app.text[0].value == "[]"


def control(**props: Any) -> Any:
    plain: dict[str, Any] = {
        "spec": "",
        "data": None,
        "theme": "",
        "alt": None,
        "options": {},
        "width": 1,
        "height": 1,
    }
    return echarts_chart.spec.declare({**plain, **props})  # type: ignore[attr-defined]


def test_what_a_chart_can_send_is_its_selection() -> None:
    found = control().decode({"selected": [GROUP, {**GROUP, "data_type": "edge"}], "areas": [AREA]})
    assert found.selection.selected[0]["data_indices"] == [0, 2]
    assert found.selection.areas == [AREA]
    lines = [{**AREA, "brush_type": "lineX", "coord_range": [0.5, 3]}]
    assert control().decode({"areas": lines}).selection.areas == lines
    assert control().decode({}) == EChartsState.of()


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {"else": []},
        {"selected": 5},
        {"selected": [5]},
        {"selected": [{**GROUP, "more": 1}]},
        {"selected": [{**GROUP, "data_type": "tree"}]},
        {"selected": [{**GROUP, "series_name": 5}]},
        {"selected": [{**GROUP, "data_indices": [True]}]},
        {"selected": [{**GROUP, "data_indices": [-1]}]},
        {"selected": [{**GROUP, "data_indices": {}}]},
        {"selected": [{**GROUP, "series_index": None}]},
        {"areas": [{}]},
        {"areas": [{**AREA, "brush_type": "circle"}]},
        {"areas": [{**AREA, "brush_type": []}]},
        {"areas": [{**AREA, "brush_index": "0"}]},
        {"areas": [{**AREA, "coord_range": 5}]},
        {"areas": [{**AREA, "coord_range": [[["deep"]]]}]},
        {"areas": [{**AREA, "coord_range": [[[1]]]}]},
        {"areas": [{**AREA, "coord_range": [float("nan")]}]},
    ],
)
def test_what_no_chart_can_send_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError):
        control().decode(wrong)


def test_a_selection_has_a_limit() -> None:
    with pytest.raises(ValueError, match="more than"):
        control().decode({"selected": [{**GROUP, "series_name": "x" * 5_000_000}]})


def test_with_a_key_a_selection_outlives_other_data_and_without_one_it_does_not() -> None:
    for key, kept in (("'e'", True), ("None", False)):
        app = run(
            "n = st.slider('n', 1, 5)\n"
            f"st.echarts_chart({{'series': {{'type': 'bar', 'data': [n]}}}}, key={key}, on_select='rerun')"
        )
        before = app.get("echarts_chart")[0]._element.id
        after = app.slider[0].set_value(2).run().get("echarts_chart")[0]._element.id
        assert (before == after) is kept
