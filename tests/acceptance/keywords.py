"""Calls of every function that draws, one for each of its keywords and values that are right, odd and wrong.

What is tried comes of Streamlit's own signatures: all that a ``Literal`` names, and for well-known keywords the
values below. A script makes the calls of one function and keeps what became of each.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import streamlit as real

FRAME = "pd.DataFrame({'a': [1, 2, 3], 'b': [4.5, 5.5, 6.5], 'c': ['x', 'y', 'z']})"


def _same(names: str, given: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), given)


BASE: dict[str, str] = {
    **_same("text markdown title header subheader caption code latex html badge", "'words'"),
    **_same("success info warning error toast write", "'words'"),
    **_same("button checkbox toggle text_input text_area number_input slider date_input", "'Label'"),
    **_same("time_input datetime_input color_picker file_uploader camera_input audio_input", "'Label'"),
    **_same("expander popover", "'Label'"),
    **_same("radio selectbox multiselect select_slider pills", "'Label', ['one', 'two', 'three']"),
    **_same("segmented_control menu_button", "'Label', ['one', 'two', 'three']"),
    **_same("line_chart area_chart bar_chart scatter_chart dataframe data_editor table", FRAME),
    **_same("divider balloons snow container empty spinner chat_input feedback skeleton space", ""),
    "json": "{'a': [1, 2]}",
    "exception": "ValueError('wrong')",
    "metric": "'Label', 5",
    "progress": "30",
    "status": "'Working'",
    "columns": "2",
    "tabs": "['one', 'two']",
    "chat_message": "'user'",
    "link_button": "'Label', 'https://example.org'",
    "download_button": "'Label', 'data'",
    "page_link": "'https://example.org', label='Label'",
    "pagination": "5",
    "image": "np.zeros((4, 4, 3), dtype='uint8')",
    "audio": "b'RIFF', 'audio/wav'",
    "video": "b'film', 'video/mp4'",
    "logo": "np.zeros((4, 4, 3), dtype='uint8')",
    "iframe": "'https://example.org'",
    "map": "pd.DataFrame({'lat': [1.0, 2.0], 'lon': [3.0, 4.0]})",
    "graphviz_chart": "'digraph { a -> b }'",
    "mermaid_chart": "'graph TD; A-->B'",
    "vega_lite_chart": FRAME
    + ", {'mark': 'point', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}}}",
    "altair_chart": f"alt.Chart({FRAME}).mark_point().encode(x='a', y='b')",
    "pydeck_chart": "pdk.Deck(layers=[])",
    "help": "len",
    "form": "'form'",
}

TRIED: dict[str, tuple[str, ...]] = {
    "help": ("'Help'", "None"),
    "icon": ("':material/home:'", "'🚨'", "':smile:'", "'x'", "''", "None"),
    "width": ("'stretch'", "'content'", "300", "0", "-1", "'wide'", "None", "2.5"),
    "height": ("'stretch'", "'content'", "200", "0", "-1", "'tall'", "None"),
    "key": ("'key'", "7", "None"),
    "label_visibility": ("'hidden'", "'collapsed'", "'no'"),
    "disabled": ("True",),
    "border": ("True", "False"),
    "divider": ("True", "False", "'rainbow'", "'grey'", "'pink'"),
    "anchor": ("'here'", "False", "None"),
    "on_click": ("print", "'rerun'", "'ignore'", "'no'", "None", "5"),
    "on_change": ("print", "'rerun'", "'ignore'", "'no'", "None", "5"),
    "on_select": ("print", "'rerun'", "'ignore'", "'no'"),
    "args": ("(1,)", "[1]", "None"),
    "kwargs": ("{'a': 1}", "None"),
    "use_container_width": ("True", "False", "None"),
    "placeholder": ("'Type'", "None"),
    "max_chars": ("10", "0", "None"),
    "index": ("0", "2", "None", "5", "'one'", "-1"),
    "default": ("'two'", "['one']", "['one', 'two']", "'no'", "None", "1"),
    "value": (
        "5",
        "'words'",
        "None",
        "True",
        "'#ff0000'",
        "(1, 2)",
        "[1, 2]",
        "'today'",
        "'now'",
        "1.5",
        "'red'",
    ),
    "min_value": ("0", "2", "None", "-1.5"),
    "max_value": ("10", "200", "None", "1.5"),
    "step": ("1", "2", "0.5", "0", "300"),
    "format": ("'%d'", "'%.2f'", "'YYYY-MM-DD'", "'compact'", "'no'"),
    "format_func": ("str.upper", "None"),
    "captions": ("['a', 'b', 'c']", "['a']"),
    "type": (
        "'primary'",
        "'password'",
        "'default'",
        "'secondary'",
        "'tertiary'",
        "'csv'",
        "['csv', '.txt']",
        "'no'",
    ),
    "expanded": ("True", "False", "2"),
    "gap": ("'small'", "'medium'", "'large'", "None", "'no'", "'xxsmall'"),
    "vertical_alignment": ("'center'", "'bottom'", "'no'"),
    "horizontal_alignment": ("'center'", "'right'", "'distribute'", "'no'"),
    "horizontal": ("True",),
    "delta": ("1", "-1.5", "'-5 %'", "''", "None", "'up'"),
    "delta_color": ("'inverse'", "'off'", "'red'", "'no'"),
    "language": ("'sql'", "None"),
    "color": ("'red'", "'#f00'", "'green'", "'no'", "['#f00', '#00f']", "'c'"),
    "unsafe_allow_html": ("True",),
    "accept_multiple_files": ("True", "'directory'", "'no'"),
    "selection_mode": (
        "'multi'",
        "'single'",
        "'multi-row'",
        "['single-row', 'multi-column']",
        "'points'",
        "'no'",
    ),
    "max_selections": ("1", "0"),
    "accept_new_options": ("True",),
    "x": ("'a'", "'no'", "None"),
    "y": ("'b'", "['a', 'b']", "'no'", "None"),
    "size": ("'small'", "'large'", "20", "'b'", "'no'"),
    "stack": ("True", "False", "'normalize'", "'no'"),
    "column_order": ("['b', 'a']", "['no']", "None"),
    "column_config": (
        "{'a': 'Number'}",
        "{'a': None}",
        "{'no': 'x'}",
        "None",
        "{'a': {'label': 'A', 'hidden': False}}",
    ),
    "hide_index": ("True", "False", "None"),
    "num_rows": ("'dynamic'", "'add'", "'no'"),
    "caption": ("'words'", "['words']", "['a', 'b']"),
    "sample_rate": ("44100",),
    "start_time": ("1", "'1s'", "'no'"),
    "end_time": ("2", "'2s'"),
    "avatar": ("'🦖'", "':material/home:'", "'no'", "None"),
    "name": ("'assistant'", "'ai'", "'human'", "'Ada'"),
    "state": ("'complete'", "'error'", "'no'"),
    "show_time": ("True",),
    "text": ("'words'", "None"),
    "options": (
        "'stars'",
        "'thumbs'",
        "[]",
        "('a',)",
        "{'a': 1}",
        "range(3)",
        "pd.Series(['p', 'q'])",
        "np.array([1, 2])",
    ),
    "duration": ("'long'", "5", "'infinite'", "0", "'no'"),
    "spec": ("3", "[1, 2]", "(0.5, 1.5)", "0", "[0, 1]", "'no'", "[]"),
    "tabs": ("['one']", "[]", "('a', 'b')", "[1]"),
    "shortcut": ("'Enter'", "'Ctrl+K'", "'no key'"),
    "bind": ("'query-params'", "'no'"),
    "persist_state": ("True", "False"),
    "row_height": ("40",),
    "expires": ("5",),
}
FIRST = {("columns", "spec"), ("tabs", "tabs")}
"""First arguments that are tried too."""
_LITERAL = re.compile(r"Literal\[([^\]]*)\]")


def functions() -> list[str]:
    """The functions that are tried: those of the table that this version of Streamlit has."""
    return sorted(name for name in BASE if callable(getattr(real, name, None)))


def calls(name: str) -> Iterator[str]:
    """The calls of one function, as they are written."""
    given = BASE[name]
    parameters = list(inspect.signature(getattr(real, name)).parameters.values())
    positional = 0 if not given else len(eval(f"_count({given})", {"_count": lambda *a, **k: a, **_NAMES}))
    yield f"st.{name}({given})"
    for parameter in parameters[positional:]:
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        for value in _values(parameter):
            yield f"st.{name}({', '.join(filter(None, [given, f'{parameter.name}={value}']))})"
    for parameter in parameters[:positional]:
        if (name, parameter.name) in FIRST:
            for value in TRIED[parameter.name]:
                yield f"st.{name}({parameter.name}={value})"
    yield f"st.{name}()"
    yield f"st.{name}(1, 2, 3)"
    yield f"st.{name}(None)"


class _Anything:
    def __getattr__(self, name: str) -> Any:
        return _Anything()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _Anything()


_NAMES = {name: _Anything() for name in ("pd", "np", "alt", "pdk")}


def _values(parameter: inspect.Parameter) -> Iterator[str]:
    told = list(TRIED.get(parameter.name, ()))
    for literal in _LITERAL.findall(str(parameter.annotation)):
        told += [value.strip() for value in literal.split(",")]
    yield from dict.fromkeys(told)


HEAD = """
import altair as alt
import numpy as np
import pandas as pd
import pydeck as pdk
import streamlit as st

told = st.session_state.setdefault("told", [])

def tried(call):
    with st.container():
        try:
            value = call()
        except Exception as error:
            told.append(type(error).__name__)
        else:
            shown = repr(value)
            plain = not any(mark in shown for mark in ("object at", "DeltaGenerator", "datetime."))
            told.append(shown if plain else "something")
"""


def script(name: str) -> tuple[str, list[str]]:
    """A script that makes all calls of one function, and these calls."""
    made = list(calls(name))
    keyed = [_with_key(call, number) for number, call in enumerate(made)]
    return HEAD + "".join(f"tried(lambda: {call})\n" for call in keyed), made


def _with_key(call: str, number: int) -> str:
    """Give a call a key of its own where it takes one, so that none is the duplicate of another."""
    name = call[3 : call.index("(")]
    if name == "form":
        return call.replace("'form'", f"'form{number}'")
    takes = "key" in inspect.signature(getattr(real, name)).parameters
    if not takes or "key=" in call or call.endswith(("()", "(1, 2, 3)", "(None)")):
        return call
    return f"{call[:-1]}, key='k{number}')"
