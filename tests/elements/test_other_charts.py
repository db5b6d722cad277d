"""Charts of Plotly, graphs and maps."""

from __future__ import annotations

import importlib.util
import json
import sys
import types
from typing import Any

import pytest

from jupyter_session_state.elements.graphviz_charts import LONGEST
from jupyter_session_state.elements.plotly_charts import figure_text
from jupyter_session_state.elements.plotly_selections import PlotlyState, plotly_chart
from jupyter_session_state.errors import StreamlitAPIException
from jupyter_session_state.testing import AppTest


def run(script: str) -> AppTest:
    return AppTest.from_string(f"import streamlit as st\n{script}").run()


@pytest.fixture
def plotly(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Plotly were installed, with the one function that is asked of it."""
    package, io = types.ModuleType("plotly"), types.ModuleType("plotly.io")
    io.to_json = lambda figure, **_: json.dumps(figure)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "plotly", package)
    monkeypatch.setitem(sys.modules, "plotly.io", io)
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: True if name == "plotly" else found(name, *rest)
    )


# -- Plotly ------------------------------------------------------------------------------------------------


def test_without_plotly_one_line_says_what_to_install_and_the_script_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda *_: None)
    app = run("st.plotly_chart({'data': []})\nst.write(st.plotly_chart([], on_select='rerun'))")
    assert [note._element.props["body"] for note in app.get("note")] == [
        "`st.plotly_chart` needs plotly, which is not installed here: `pip install plotly`"
    ] * 2
    assert not app.exception


@pytest.mark.usefixtures("plotly")
def test_figures_are_dicts_traces_or_figures() -> None:
    figure = types.new_class("Figure", (type("BaseFigure", (), {"__module__": "plotly.basedatatypes"}),))()
    figure.to_json = lambda **_: '{"data": [1]}'
    assert figure_text(figure) == '{"data": [1]}'
    assert json.loads(figure_text({"data": [], "layout": {"title": "T"}}))["layout"] == {"title": "T"}
    assert (
        json.loads(figure_text([{"y": [1]}])) == json.loads(figure_text({"y": [1]})) == {"data": [{"y": [1]}]}
    )
    for wrong in (None, 5, "x", [5]):
        with pytest.raises(StreamlitAPIException, match="needs a figure of Plotly"):
            figure_text(wrong)


@pytest.mark.usefixtures("plotly")
def test_a_chart_of_plotly_selects_in_streamlits_form() -> None:
    app = run("st.plotly_chart([{'y': [1]}], key='p', on_select='rerun', selection_mode='points')")
    assert app.session_state["p"] == PlotlyState.of()
    assert list(app.session_state["p"].selection) == ["points", "point_indices", "box", "lasso"]
    assert app.get("plotly_chart")[0].key == "p"
    control: Any = plotly_chart.spec.declare(  # type: ignore[attr-defined]
        {"spec": "", "theme": "", "alt": None, "options": {}, "width": 1, "height": 1},
        selection_mode=("points", "box"),
    )
    assert control.decode({"points": [{"x": 1}]}).selection.points == [{"x": 1}]
    values: list[Any] = [None, {"else": []}, {"points": 5}]
    for wrong in values:
        with pytest.raises(TypeError):
            control.decode(wrong)
    with pytest.raises(ValueError, match="area"):
        control.decode({"lasso": [{}]})
    with pytest.raises(ValueError, match="more than"):
        control.decode({"points": ["x" * 5_000_000]})


@pytest.mark.usefixtures("plotly")
@pytest.mark.parametrize(
    ("second", "error"),
    [
        ("st.plotly_chart([{'y': [1]}])", "StreamlitDuplicateElementId"),
        ("st.plotly_chart([{'y': [2]}])", ""),
        ("st.sidebar.plotly_chart([{'y': [1]}])", ""),
        ("st.plotly_chart([{'y': [1]}], key='own')", ""),
        ("st.plotly_chart([{'y': [1]}], width=300)", ""),
        ("st.plotly_chart([{'y': [2]}], key='first')", "StreamlitDuplicateElementKey"),
        ("st.text_input('t', key='first')", "StreamlitDuplicateElementKey"),
    ],
)
def test_charts_of_plotly_are_told_apart_by_key_or_by_what_they_show(second: str, error: str) -> None:
    app = run(f"st.plotly_chart([{{'y': [1]}}], key='first')\nst.plotly_chart([{{'y': [1]}}])\n{second}")
    assert [e.exception_type for e in app.exception] == [error] * bool(error)
    assert app.get("plotly_chart")[0].key == "first"
    assert "first" not in app.session_state or second.startswith("st.text")
    assert not app.run().get("plotly_chart")[1].key


@pytest.mark.usefixtures("plotly")
@pytest.mark.parametrize("wrong", ["selection_mode='zoom'", "theme='dark'", "width=0", "height='high'"])
def test_what_plotly_cannot_is_an_error(wrong: str) -> None:
    assert len(run(f"st.plotly_chart([], {wrong})").exception) == 1


# -- graphs ------------------------------------------------------------------------------------------------


def test_a_graph_is_its_text_and_who_lays_it_out() -> None:
    app = run(
        "class Graph:\n    source, engine = 'graph { a }', 'neato'\n"
        "st.graphviz_chart(Graph())\nst.graphviz_chart('digraph { a -> b }', use_container_width=True, alt='Two')"
    )
    first, second = app.get("graphviz_chart")
    assert (first.spec, first.options) == ("graph { a }", {"layout": "neato"})
    assert (second.options, second.width, second.alt) == ({"layout": "dot"}, "stretch", "Two")


@pytest.mark.parametrize(
    ("graph", "words"), [("5", "needs a graph"), (f"'x' * {LONGEST + 1}", "Draw a part")]
)
def test_what_is_no_graph_or_too_large_is_refused(graph: str, words: str) -> None:
    assert words in run(f"st.graphviz_chart({graph})").exception[0].value


# -- maps --------------------------------------------------------------------------------------------------


def layers(script: str) -> tuple[Any, dict[str, Any]]:
    (drawn,) = run(script).get("deck_gl_json_chart")
    return drawn, json.loads(drawn.spec)


def test_a_map_fits_its_places_and_asks_no_server() -> None:
    drawn, spec = layers("st.map({'lat': [50, 60], 'LON': [0, 20]})")
    assert spec["projection"]["center"][0] == 10
    assert 55 < spec["projection"]["center"][1] < 56  # the middle of the picture, not of the degrees
    assert "width" in spec["projection"]["scale"]["expr"]
    assert "http" not in drawn.spec
    assert (drawn.points, drawn.height) == (2, 500)


def test_a_zoom_is_that_of_maps_of_streets() -> None:
    _, spec = layers("st.map({'lat': [50], 'lon': [0]}, zoom=3)")
    assert spec["projection"]["scale"]["expr"] == f"{512 * 2**3!r}.0 / (2 * PI)".replace(".0.0", ".0")
    _, spec = layers("st.map()")
    assert spec["projection"]["center"] == [0, 0]


def test_points_have_sizes_in_metres_and_colours() -> None:
    data = "{'lat': [1, 2], 'lon': [1, 2], 's': [10, 20], 'c': ['#f00', (0, 0, 255)]}"
    _, spec = layers(f"st.map({data}, size='s', color='c')")
    circles = spec["layer"][-1]
    assert circles["encoding"]["color"]["field"] == "color"
    assert "datum.size" in circles["transform"][0]["calculate"]
    _, spec = layers(f"st.map({data}, size=5, color='#0f0')")
    assert spec["layer"][-1]["encoding"]["color"] == {"value": "#0f0"}
    assert spec["layer"][-1]["mark"]["size"]["expr"].startswith("PI * pow(max(3, 5 / ")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("{'lat': [1], 'y': [2]}", "finds no longitude in the data"),
        ("{'lat': [1, None], 'lon': [1, 2]}", "missing values"),
        ("{'lat': ['x'], 'lon': [1]}", "missing values"),
        ("{'lat': [1], 'lon': [1]}, color='nothing'", "is no colour"),
        ("{'lat': [1], 'lon': [1], 'c': [5]}, color='c'", "is no colour"),
        ("{'lat': [1], 'lon': [1]}, size='nothing'", "size"),
    ],
)
def test_a_map_that_cannot_be_drawn_says_why(call: str, words: str) -> None:
    assert words in run(f"st.map({call})").exception[0].value
