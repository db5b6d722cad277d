"""Charts in the language of ECharts, as authors give them: made ready to travel."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from jupyter_session_state.elements import chart_messages, echarts_messages
from jupyter_session_state.elements.chart_columns import is_missing
from jupyter_session_state.elements.chart_frames import chart_frame, is_frame, is_of
from jupyter_session_state.elements.chart_tables import ChartTable, table_of

DEEPEST: Final = 200
"""How deep a description may be nested: trees are."""

TABLE: Final = "jss:table"
"""Where a data set has its rows: under this name in what travels beside the description."""

_AS_IS: Final = frozenset((str, int, bool, type(None)))
_NUMBERS: Final = _AS_IS | {float}
_PROGRAM: Final = re.compile(r'"--x_x--(?:[^"\\]|\\.)+--x_x--"')
"""How pyecharts writes a function of JavaScript into JSON."""

_BARE_PROGRAM: Final = re.compile(r"\bfunction\s*\(|=>")

Option = dict[str, Any]


@dataclass(slots=True)
class Described:
    """What a chart shows.

    Parameters
    ----------
    option
        The description, of values that JSON has.
    tables
        Its data sets, by the names that stand for them.
    """

    option: Option
    tables: dict[str, ChartTable] = field(default_factory=dict)
    _names: dict[int, tuple[Any, str]] = field(default_factory=dict)

    def name_of(self, data: Any) -> str:
        """Return the name of a frame that travels apart; the same frame travels once."""
        if id(data) not in self._names:
            frame = chart_frame(data)
            names = [str(name) for name in frame.names]
            if len(set(names)) < len(names):
                raise chart_messages.columns_twice("echarts_chart", {n for n in names if names.count(n) > 1})
            self._names[id(data)] = data, f"data-{len(self._names)}"
            self.tables[self._names[id(data)][1]] = table_of(frame)
        return self._names[id(data)][1]

    @property
    def points(self) -> int:
        """How many values there are to draw, by the longest of all states that it can be in."""
        return max(map(self._points_of, variants(self.option)))

    def _points_of(self, option: Mapping[str, Any]) -> int:
        sets = [
            one
            for part in (option, *entries(self.option.get("baseOption")))
            for one in entries(part.get("dataset"))
        ]
        rows = max((self._rows(one.get("source")) for one in sets), default=0)
        series = entries(option.get("series"))
        return sum(len(one["data"]) if isinstance(one.get("data"), list) else rows for one in series)

    def _rows(self, source: Any) -> int:
        if isinstance(source, Mapping) and TABLE in source:
            return self.tables[source[TABLE]].rows
        return len(source) if isinstance(source, list) else 0


def described(spec: Any) -> Described:
    """Return what is drawn of a dict, a text in JSON or a chart of pyecharts.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is none of them.
    StreamlitAPIException
        If it holds what JSON does not have, or needs what is not here.
    """
    if isinstance(spec, Mapping):
        option: Any = spec
    elif isinstance(spec, str):
        option = _read(spec)
    elif callable(getattr(spec, "dump_options", None)):
        option = _read(str(spec.dump_options()))
    else:
        raise echarts_messages.no_option(spec)
    if not isinstance(option, Mapping):
        raise echarts_messages.no_option(option)
    found = Described({})
    found.option = _plain(found, option, "", 0)
    for variant in variants(found.option):
        _check(variant)
    return found


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        rest = text[getattr(error, "pos", 0) :]
        raise (
            echarts_messages.program() if _BARE_PROGRAM.search(rest) else echarts_messages.no_json(error)
        ) from error


def spec_text(option: Option) -> str:
    """Return a description as JSON.

    Raises
    ------
    StreamlitAPIException
        If it holds a function.
    """
    text = json.dumps(option, separators=(",", ":"))
    if _PROGRAM.search(text):
        raise echarts_messages.program()
    return text


# -- the parts of a description ----------------------------------------------------------------------------


def entries(value: Any) -> list[Option]:
    """Return the parts of one kind, of which there may be one or several."""
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, dict)]


def variants(option: Option) -> Iterator[Option]:
    """Yield a description, and all that it becomes with time, or with another size."""
    yield option
    for name, within in (("media", "option"), ("baseOption", None), ("options", None)):
        for part in entries(option.get(name)):
            found = part if within is None else part.get(within)
            if isinstance(found, dict):
                yield from variants(found)


def series_of(option: Option) -> list[Option]:
    """Return the series of a chart, in whatever state it is."""
    return [series for variant in variants(option) for series in entries(variant.get("series"))]


_IS_3D: Final = frozenset(
    (
        *("bar3D", "flowGL", "globe", "graphGL", "line3D", "lines3D", "linesGL", "map3D"),
        *("polygons3D", "scatter3D", "scatterGL", "surface"),
    )
)
_PARTS_3D: Final = ("geo3D", "globe", "grid3D", "mapbox3D", "maptalks3D")
_ELSEWHERE: Final = {"liquidFill": "echarts-liquidfill", "wordCloud": "echarts-wordcloud"}


def _check(option: Option) -> None:
    """Raise StreamlitAPIException for what ECharts would leave empty without a word."""
    for part in _PARTS_3D:
        if part in option:
            raise echarts_messages.needs_extension(part, "echarts-gl")
    for series in entries(option.get("series")):
        kind = str(series.get("type"))
        if kind in _IS_3D:
            raise echarts_messages.needs_extension(kind, "echarts-gl")
        if kind in _ELSEWHERE:
            raise echarts_messages.needs_extension(kind, _ELSEWHERE[kind])
        if kind == "custom":
            raise echarts_messages.custom_series()
        if kind == "map" or series.get("coordinateSystem") == "geo":
            raise echarts_messages.needs_map()
    if "geo" in option:
        raise echarts_messages.needs_map()


# -- values ------------------------------------------------------------------------------------------------


def _plain(found: Described, value: Any, path: str, depth: int) -> Any:
    """Return what JSON has of a value; frames of data sets are put aside."""
    if depth > DEEPEST:
        raise chart_messages.too_deep("echarts_chart", DEEPEST)
    if isinstance(value, Mapping):
        made = {
            str(name): _plain(found, item, f"{path}.{name}", depth + 1) for name, item in _items(found, value)
        }
        return _with_dimensions(found, made)
    if is_of("numpy", "ndarray", "generic")(value) and getattr(value.dtype, "kind", "") in "mM":
        value = value.astype(f"{value.dtype.kind}8[ms]").tolist()
    elif callable(getattr(value, "tolist", None)):  # numbers and arrays of numpy, columns of pandas
        value = value.tolist()
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return _list(found, value, path, depth)
    return _scalar(value, path.lstrip("."))


def _items(found: Described, value: Mapping[Any, Any]) -> Iterator[tuple[Any, Any]]:
    for name, item in value.items():
        yield name, {TABLE: found.name_of(item)} if name == "source" and is_frame(item) else item


def _with_dimensions(found: Described, made: Option) -> Option:
    source = made.get("source")
    if isinstance(source, dict) and source.get(TABLE) in found.tables:
        made.setdefault("dimensions", list(found.tables[source[TABLE]].columns))
    return made


def _list(found: Described, values: Iterable[Any], path: str, depth: int) -> list[Any]:
    listed = list(values)
    types = set(map(type, listed))
    if types <= _AS_IS:
        return listed
    if types <= _NUMBERS:
        return [None if type(v) is float and not math.isfinite(v) else v for v in listed]
    return [_plain(found, item, f"{path}[{number}]", depth + 1) for number, item in enumerate(listed)]


def _scalar(value: Any, path: str) -> Any:
    if is_missing(value):
        return None
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (float, Decimal)):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return value / dt.timedelta(milliseconds=1)
    if is_frame(value):
        raise echarts_messages.misplaced_frame(value, path)
    if callable(value) or hasattr(value, "js_code"):
        raise echarts_messages.program(path)
    raise echarts_messages.no_json_value(value, path)
