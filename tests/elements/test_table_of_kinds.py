# ruff: noqa: DTZ001 - fields for dates have no zones
"""What every kind has in common, asked of each."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state._core.element import Blob, Held, Table, same
from jupyter_session_state._core.files import StoredFile
from jupyter_session_state._core.spec import KINDS
from jupyter_session_state.elements import DeltaGenerator
from jupyter_session_state.elements.chart_selections import VegaLiteState
from jupyter_session_state.elements.echarts_selections import EChartsState
from jupyter_session_state.elements.editor_state import DataEditorState
from jupyter_session_state.elements.frames import grid_of
from jupyter_session_state.elements.grid_columns import columns_of
from jupyter_session_state.elements.grid_data import GridData
from jupyter_session_state.elements.plotly_selections import PlotlyState
from jupyter_session_state.elements.pydeck_selections import PydeckState
from jupyter_session_state.elements.selections import DataframeState
from jupyter_session_state.elements.uploaded_file import UploadedFile

OURS = ("bind", "widget")  # for plain ipywidgets, which Streamlit does not have
FUNCTIONS = sorted(n for n in st.__all__ if inspect.isfunction(getattr(st, n)) and n not in OURS)
NO_PLACE = (
    "connection",
    "dialog",
    "echo",
    "fragment",
    "get_option",
    "login",
    "logo",
    "logout",
    "navigation",
    "rerun",
    "set_option",
    "set_page_config",
    "stop",
    "switch_page",
)  # not drawn where they are called
METHODS = sorted(n for n in FUNCTIONS if n not in NO_PLACE)
UTC = dt.timezone.utc


def a_file(name: str) -> UploadedFile:
    return UploadedFile(StoredFile.new(name, "", b"1"))


def table_props() -> dict[str, Any]:
    grid = grid_of({"a": [1, 2]})
    data = GridData(grid, lambda: columns_of(grid, {}, None, hide_index=None), "1")
    return {"grid": Held(data, "1")}


CHART: dict[str, Any] = {"spec": "{}", "data": Blob(b"", "x"), "theme": "", "alt": None}
FIGURE: dict[str, Any] = {**CHART, "options": {}, "width": "stretch", "height": "content"}
MAP: dict[str, Any] = {**FIGURE, "options": {"selectable": ["towns"]}}
SAMPLES: dict[str, list[tuple[dict[str, Any], list[Any]]]] = {
    "button": [({"label": "b"}, [True])],
    "form_submit_button": [({}, [True])],
    "checkbox": [({"label": "c"}, [True, False])],
    "chat_input": [({}, ["said"])],
    "download_button": [({"label": "d", "data": b"x"}, [True])],
    "menu_button": [({"label": "m", "options": [1, "a"]}, [1, "a"])],
    "toggle": [({"label": "t"}, [True, False])],
    "slider": [
        ({"label": "s"}, [0, 100, 7]),
        ({"label": "s", "value": 0.5}, [0.25, 1.0]),
        ({"label": "s", "value": (1, 2)}, [(3, 4)]),
        ({"label": "s", "value": dt.date(2024, 1, 2)}, [dt.date(2024, 1, 9)]),
        ({"label": "s", "value": dt.time(8)}, [dt.time.max, dt.time(0, 30)]),
        (
            {"label": "s", "value": dt.datetime(2024, 1, 2, tzinfo=UTC)},
            [dt.datetime(2024, 1, 3, 4, tzinfo=UTC)],
        ),
    ],
    "color_picker": [({"label": "c"}, ["#ffffff", "#0fa"])],
    "date_input": [
        ({"label": "d"}, []),
        ({"label": "d", "value": dt.date(2024, 5, 17)}, [dt.date(2024, 5, 18), None]),
        ({"label": "d", "value": None}, [None]),
        ({"label": "d", "value": []}, [()]),
        (
            {"label": "d", "value": (dt.date(2024, 5, 17),)},
            [(dt.date(2024, 5, 18), dt.date(2024, 5, 19)), ()],
        ),
    ],
    "datetime_input": [
        ({"label": "m"}, []),
        ({"label": "m", "value": dt.datetime(2024, 5, 17)}, [dt.datetime(2024, 5, 18, 8, 45)]),
        ({"label": "m", "value": None}, [None]),
    ],
    "time_input": [
        ({"label": "t"}, []),
        ({"label": "t", "value": dt.time(8)}, [dt.time(9, 30)]),
        ({"label": "t", "value": None, "step": 1}, [None, dt.time(9, 30, 15)]),
    ],
    "number_input": [
        ({"label": "n"}, [1.5, -1e300]),
        ({"label": "n", "value": 1}, [5, -(2**53) + 1]),
        ({"label": "n", "value": None}, [None, 2.5]),
    ],
    "file_uploader": [
        ({"label": "f"}, [None, a_file("a.txt")]),
        ({"label": "f", "accept_multiple_files": True}, [[], [a_file("a"), a_file("b")]]),
        ({"label": "f", "type": "csv", "accept_multiple_files": "directory"}, [[a_file("d/a.CSV")]]),
    ],
    "camera_input": [({"label": "c", "resolution": "720p"}, [None, a_file("a.jpg")])],
    "audio_input": [({"label": "a", "sample_rate": None}, [None, a_file("a.wav")])],
    "text_area": [({"label": "t"}, ["", "é\n\x00 😀"])],
    "text_input": [({"label": "t"}, ["", "é\n\x00 😀"])],
    "radio": [
        ({"label": "r", "options": [1, "a", (2, 3)]}, [1, "a", (2, 3)]),
        ({"label": "r", "options": ["a"], "index": None}, [None, "a"]),
        ({"label": "r", "options": []}, [None]),
    ],
    "pagination": [
        ({"num_pages": 12}, [1, 12]),
        ({"num_pages": 3, "default": 2, "max_visible_pages": None}, [3]),
    ],
    "multiselect": [
        ({"label": "m", "options": [1, "a", (2, 3)]}, [[], ["a", 1], [(2, 3), 1, "a"], [1, 1]]),
        ({"label": "m", "options": ["a"], "default": ["a"], "max_selections": 1}, [[]]),
        ({"label": "m", "options": ["a"], "accept_new_options": True}, [["new", "a"]]),
    ],
    "select_slider": [
        ({"label": "s", "options": [1, "a", (2, 3)]}, [1, "a", (2, 3)]),
        ({"label": "s", "options": [3, 2, 1], "value": (2, 1)}, [(3, 1), (2, 2)]),
    ],
    "pills": [
        ({"label": "p", "options": [1, "a"]}, [None, 1, "a"]),
        ({"label": "p", "options": [1, "a"], "selection_mode": "multi", "default": "a"}, [[], ["a", 1]]),
    ],
    "segmented_control": [({"label": "p", "options": [1, "a"], "default": 1, "required": True}, [None, "a"])],
    "feedback": [
        ({}, [None, 0, 1]),
        ({"options": "stars", "default": 4}, [None, 0]),
        ({"options": "faces"}, [3]),
    ],
    "dataframe": [
        (
            {"props": table_props(), "selection_mode": ("multi-row", "single-column")},
            [DataframeState.of(rows=[0, 1]), DataframeState.of(columns=["a"])],
        ),
        ({"props": table_props(), "selection_mode": ("multi-cell",)}, [DataframeState.of(cells=[(1, "a")])]),
    ],
    "data_editor": [
        ({"data": {"a": [1]}}, [DataEditorState.of({0: {"a": 5}})]),
        ({"data": [1], "num_rows": "dynamic"}, [DataEditorState.of(added=[{"value": 2}, {}], deleted=[0])]),
    ],
    "plotly_chart": [
        (
            {"props": FIGURE, "selection_mode": ("points", "box")},
            [
                PlotlyState.of({"points": [{"x": 1}], "point_indices": [0], "box": [{"x": [0, 1]}]}),
                PlotlyState.of(),
            ],
        ),
    ],
    "pydeck_chart": [
        (
            {"props": MAP, "selection_mode": "multi-object"},
            [
                PydeckState.of({"indices": {"towns": [2, 0]}, "objects": {"towns": [{"a": 1}, {}]}}),
                PydeckState.of(),
            ],
        ),
    ],
    "echarts_chart": [
        (
            {"props": {**MAP, "theme": "", "data": None}},
            [
                EChartsState.of(
                    {
                        "selected": [
                            {
                                "series_index": 0,
                                "series_id": None,
                                "series_name": "s",
                                "data_type": "main",
                                "data_indices": [0, 2],
                            }
                        ],
                        "areas": [
                            {"brush_index": 0, "brush_type": "rect", "coord_range": [[0, 2], [1, 2.5]]}
                        ],
                    }
                ),
                EChartsState.of(),
            ],
        ),
    ],
    "vega_lite_chart": [
        (
            {"props": CHART, "selection_mode": ("pick", "range")},
            [
                VegaLiteState.of(("pick", "range"), {"pick": [{"a": 1}], "range": {"x": [0, 1.5]}}),
                VegaLiteState.of(("pick", "range")),
            ],
        ),
    ],
    "selectbox": [
        ({"label": "s", "options": [1, "a", (2, 3)]}, [1, "a", (2, 3)]),
        ({"label": "s", "options": ["a"], "index": None}, [None, "a"]),
        ({"label": "s", "options": ["a"], "accept_new_options": True}, ["new"]),
    ],
}


def shape(function: Callable[..., Any]) -> list[tuple[str, Any, Any]]:
    parameters = inspect.signature(function).parameters.values()
    return [(p.name, p.kind, default(p.default)) for p in parameters]


def default(value: Any) -> Any:
    """A default as it can be compared: that of `st.help` is the package that was asked, that of `ttl` a sentinel."""
    if inspect.ismodule(value):
        return "itself"
    return "unset" if repr(value) == "<unset>" else value


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_signature_is_streamlits(name: str) -> None:
    streamlit = pytest.importorskip("streamlit")
    assert shape(getattr(st, name)) == shape(getattr(streamlit, name))


@pytest.mark.parametrize("name", ["cache_data", "cache_resource"])
def test_the_decorators_have_streamlits_signatures_and_methods(name: str) -> None:
    theirs, ours = getattr(pytest.importorskip("streamlit"), name), getattr(st, name)
    assert shape(ours) == shape(type(theirs).__call__)[1:]
    assert [n for n in dir(ours) if n[0] != "_"] == [n for n in dir(theirs) if n[0] != "_"]
    assert f"Mirrors ``streamlit.{name}``" in (inspect.getdoc(ours) or "")


@pytest.mark.parametrize("name", METHODS)
def test_each_function_is_a_method_of_containers_with_the_same_signature(name: str) -> None:
    _, *parameters = shape(getattr(DeltaGenerator, name))
    assert parameters == shape(getattr(st, name))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_has_an_example_and_the_source_it_mirrors(name: str) -> None:
    doc = inspect.getdoc(getattr(st, name)) or ""
    assert ">>> " in doc
    assert f"Mirrors ``streamlit.{name}``" in doc


def test_every_input_has_samples_and_is_offered() -> None:
    assert KINDS.keys() == SAMPLES.keys()
    assert KINDS.keys() <= set(FUNCTIONS)


CASES = [(name, arguments, values) for name, rows in SAMPLES.items() for arguments, values in rows]


@pytest.mark.parametrize(("name", "arguments", "values"), CASES)
def test_a_value_that_was_sent_there_comes_back(name: str, arguments: Any, values: Any) -> None:
    control = KINDS[name].declare(**arguments)
    for value in [control.default, *values]:
        if control.trigger:
            continue
        assert same(control.decode(control.encode(value)), value)


@pytest.mark.parametrize(("name", "arguments", "values"), CASES)
def test_what_travels_and_the_props_are_plain(name: str, arguments: Any, values: Any) -> None:
    control = KINDS[name].declare(**arguments)
    assert is_plain(control.props)
    assert all(is_plain(control.encode(value)) for value in values)


def is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(k, str) and is_plain(v) for k, v in value.items())
    if isinstance(value, (list, tuple)):
        return all(map(is_plain, value))
    return value is None or type(value) in (str, bool, int, float, Blob, Held, StoredFile, Table)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_all_identity_parameters_exist(name: str) -> None:
    spec = KINDS[name]
    for arguments, _ in SAMPLES[name]:
        control = spec.declare(**arguments)
        assert set(control.identity) <= set(spec.parameters)
        assert set(control.identity_with_key) <= set(spec.parameters)
