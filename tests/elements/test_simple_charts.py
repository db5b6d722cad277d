"""Charts of one line: which columns they draw, and as what."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from jupyter_session_state._core.reconcile import reconcile
from jupyter_session_state.elements.chart_builder import HOVERED, SimpleChart
from jupyter_session_state.errors import StreamlitAPIException, StreamlitValueError
from jupyter_session_state.testing import AppTest

FRAME = pd.DataFrame({"n": [1, 2], "m": [1.5, 2.5], "t": ["x", "y"], "d": pd.date_range("2024", periods=2)})


def chart(kind: str = "line_chart", data: Any = FRAME, **asked: Any) -> SimpleChart:
    return SimpleChart.of(kind, data, asked)


def encoding(kind: str = "line_chart", data: Any = FRAME, **asked: Any) -> dict[str, Any]:
    spec = chart(kind, data, **asked).spec()
    json.dumps(spec)  # it can travel
    found: dict[str, Any] = spec["layer"][0]["encoding"] if "layer" in spec else spec["encoding"]
    return found


def test_all_columns_are_drawn_along_the_index_one_after_the_other() -> None:
    drawn = chart(data={"a": [1, 2], "b": [3, 4]})
    assert drawn.table.stack is not None
    assert drawn.table.stack.names == ("a", "b")
    assert drawn.table.points == 4
    channels = encoding(data={"a": [1, 2], "b": [3, 4]})
    assert channels["y"]["field"] == "y"
    assert channels["color"]["field"] == "series"
    assert channels["x"]["title"] == channels["y"]["title"] == ""


def test_axes_are_called_after_their_columns_unless_they_have_labels() -> None:
    channels = encoding(x="d", y="m")
    assert (channels["x"]["title"], channels["x"]["type"]) == ("d", "temporal")
    assert (channels["y"]["title"], channels["y"]["type"]) == ("m", "quantitative")
    channels = encoding(x="d", y="m", x_label="Day", y_label="")
    assert (channels["x"]["title"], channels["y"]["title"]) == ("Day", "")


def test_whole_numbers_have_whole_ticks() -> None:
    channels = encoding(x="n", y="m")
    assert channels["x"]["axis"]["tickMinStep"] == 1
    assert "tickMinStep" not in channels["y"]["axis"]


def test_a_column_tells_lines_apart() -> None:
    channels = encoding(x="d", y="m", color="t")
    assert channels["color"]["field"] == "c2"
    assert channels["color"]["title"] == "t"
    assert [told["title"] for told in channels["tooltip"]] == ["d", "m", "t"]


def test_the_page_is_told_how_long_the_names_of_a_legend_are() -> None:
    wide = {"a": [1], "much longer": [2]}
    assert encoding(data=wide)["color"]["legend"]["columns"] == "jss:columns:11"
    assert encoding(data=wide, color=["red", "blue"])["color"]["legend"]["columns"] == "jss:columns:11"
    assert encoding(x="d", y="m", color="t")["color"]["legend"]["columns"].startswith("jss:columns:")


def test_a_column_of_colours_is_used_as_they_are() -> None:
    data = {"x": [1, 2], "y": [1, 2], "c": ["#ff0000", "#00ff00"], "rgb": [(255, 0, 0), (0, 0, 1.0)]}
    for name, colors in (("c", ["#ff0000", "#00ff00"]), ("rgb", ["rgb(255, 0, 0)", "rgb(0, 0, 255)"])):
        channel = encoding("scatter_chart", data, x="x", y="y", color=name)["color"]
        assert list(channel["scale"]["range"]) == colors
        assert channel["legend"] is None


def test_given_colours_are_one_for_each_column() -> None:
    wide = {"a": [1], "b": [2]}
    assert encoding(y="m", color="#abc")["color"] == {"value": "#abc"}
    assert encoding(y="m", color=(1.0, 0.5, 0.0, 0.5))["color"] == {"value": "rgba(255, 128, 0, 0.5)"}
    assert encoding(data=wide, color=["red", "#00f"])["color"]["scale"] == {
        "domain": ["a", "b"],
        "range": ["jss:red", "#00f"],
    }
    with pytest.raises(StreamlitAPIException, match=r"color has 1 colours for 2 columns \(`a`, `b`\)"):
        chart(data=wide, color="#00f").spec()
    for wrong in ("nothing", ["#00f", "nothing"], 5, [5]):
        with pytest.raises(StreamlitAPIException, match="is no colour"):
            chart(y="m", color=wrong).spec()


def test_bars_lie_stand_beside_each_other_and_are_sorted() -> None:
    lying = encoding("bar_chart", x="t", y="n", horizontal=True, sort="-n")
    assert (lying["y"]["field"], lying["x"]["field"]) == ("x", "c0")
    assert lying["y"]["sort"] == {"field": "c0", "order": "descending"}
    beside = encoding("bar_chart", {"a": [1], "b": [2]}, stack=False)
    assert beside["xOffset"] == {"field": "series"}
    assert beside["y"]["stack"] is False
    assert encoding("bar_chart", x="t", y="n", sort=False)["x"]["sort"] is None
    assert encoding("bar_chart", x="n", y="m")["x"]["type"] == "ordinal"
    assert encoding("bar_chart", x="d", y="m")["x"]["type"] == "temporal"
    assert encoding("bar_chart", {"a": [1], "b": [2]}, stack="layered")["opacity"] == {"value": 0.7}


def test_areas_lie_over_each_other_unless_they_shall_not() -> None:
    assert encoding("area_chart", {"a": [1], "b": [2]})["y"]["stack"] is False
    assert encoding("area_chart", {"a": [1], "b": [2]}, stack=True)["y"]["stack"] is True
    assert "stack" not in encoding("bar_chart", {"a": [1], "b": [2]})["y"]


def test_points_have_sizes() -> None:
    assert encoding("scatter_chart", x="n", y="m")["size"] == {"value": 100}
    assert encoding("scatter_chart", x="n", y="m", size=5)["size"] == {"value": 5}
    assert encoding("scatter_chart", x="n", y="m", size="n")["size"]["field"] == "x"
    with pytest.raises(StreamlitValueError, match="size"):
        chart("scatter_chart", x="n", y="m", size="nothing").spec()


def test_ordered_categories_keep_their_order() -> None:
    sizes = pd.Categorical(["S", "L"], ["S", "L"], ordered=True)
    assert encoding(data={"x": sizes, "y": [1, 2]}, x="x", y="y")["x"]["sort"] == ["S", "L"]


def test_a_chart_of_many_points_says_nothing_of_them() -> None:
    assert "layer" in chart(data=range(10)).spec()
    crowded = chart(data=range(HOVERED + 1)).spec()
    assert "layer" not in crowded
    assert crowded["mark"] == {"type": "line", "tooltip": None}
    assert "tooltip" not in crowded["encoding"]


def test_no_data_is_an_empty_chart() -> None:
    empty: list[Any] = [None, [], {}]
    for data in (*empty, pd.DataFrame(), pd.DataFrame({"a": []})):
        drawn = chart(data=data)
        assert drawn.table.points == 0
        json.dumps(drawn.spec())


def test_names_that_mean_something_to_vega_are_only_labels() -> None:
    channels = encoding(data={"a.b[0]": [1], "c'\"\\": [2]}, x="a.b[0]", y="c'\"\\")
    assert (channels["x"]["field"], channels["x"]["title"]) == ("x", "a.b[0]")
    assert channels["y"]["title"] == "c'\"\\"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            {"x": "z"},
            r"x of st\.line_chart is 'z', but the data has no such column. It has: `n`, `m`, `t`, `d`",
        ),
        ({"y": ["n", "z"]}, "y of st.line_chart is 'z'"),
        ({"x": 5}, "x of st.line_chart must be the name of a column"),
        ({"sort": "-z"}, "sort of st.line_chart is 'z'"),
    ],
)
def test_a_column_that_is_not_there_is_named(asked: dict[str, Any], words: str) -> None:
    with pytest.raises(StreamlitAPIException, match=words):
        chart(**asked)


def test_columns_of_the_same_name_cannot_be_told_apart() -> None:
    twice = pd.DataFrame([[1, 2, 3]], columns=["a", "a", "b"])
    with pytest.raises(StreamlitAPIException, match="several columns called `a`"):
        chart(data=twice)
    with pytest.raises(StreamlitAPIException, match="several columns called `a`"):
        chart(data=twice, x="a")
    assert chart(data=twice, y="b").table.points == 1


def test_columns_of_several_types_share_an_axis_of_few_names() -> None:
    assert encoding(data={"a": [1, 2], "b": ["x", "y"]})["y"]["type"] == "nominal"
    with pytest.raises(StreamlitAPIException, match="values of several types"):
        chart(data={"a": range(200), "b": list("xy") * 100})


APP = """
import streamlit as st
st.line_chart({"a": [1, 2], "b": [3, 4]}, width=300, height=200, alt=" Two lines ")
st.sidebar.bar_chart([1, 2, 3])
spot = st.empty()
for n in range(3):
    spot.area_chart([n] * 3)
st.session_state.runs = st.session_state.get("runs", 0) + 1
"""


def test_charts_are_what_streamlits_apptest_calls_them() -> None:
    app = AppTest.from_string(APP).run()
    assert not app.exception
    drawn = app.get("vega_lite_chart")
    assert [element.type for element in drawn] == ["vega_lite_chart"] * 3
    assert (drawn[0].width, drawn[0].height, drawn[0].alt) == (300, 200, "Two lines")


def test_nothing_is_sent_of_charts_that_are_the_same() -> None:
    app = AppTest.from_string(APP).run()
    before = app._tree.app.tree
    app.run()
    after = app._tree.app.tree
    assert before is not None
    assert after is not None
    assert before is not after
    assert reconcile(before, after) == []


def test_a_chart_drawn_again_in_a_spot_is_the_same_one() -> None:
    app = AppTest.from_string(APP).run()
    before = [element._element.id for element in app.get("vega_lite_chart")]
    app.run()
    assert [element._element.id for element in app.get("vega_lite_chart")] == before
    assert "@" in before[1]


def test_a_cached_function_draws_its_chart_again() -> None:
    app = AppTest.from_string(
        "import streamlit as st\n@st.cache_data\ndef draw():\n    st.line_chart([1, 2])\n    return 1\n"
        "draw()\nst.bar_chart([1])\ndraw()"
    ).run()
    assert not app.exception
    for _ in range(2):
        drawn = app.get("vega_lite_chart")
        assert [json.loads(c.spec)["layer" if n != 1 else "mark"] != "" for n, c in enumerate(drawn)] == [
            True
        ] * 3
        assert len({c._element.id for c in drawn}) == 3
        app.run()


@pytest.mark.parametrize(
    "call", ["st.bar_chart([1], stack='up')", "st.area_chart([1], stack=5)", "st.line_chart([1], width=0)"]
)
def test_what_cannot_be_is_an_error_at_its_place(call: str) -> None:
    app = AppTest.from_string(f"import streamlit as st\n{call}\nst.text('never')").run()
    assert len(app.exception) == 1
    assert not app.text
