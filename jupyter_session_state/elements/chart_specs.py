"""Charts in Vega-Lite's language, as authors give them: made ready to travel."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import math
import re
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from decimal import Decimal
from typing import Any, Final

from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.chart_frames import chart_frame
from jupyter_session_state.elements.chart_tables import ChartTable, table_of

DEEPEST: Final = 60
"""How deep a description may be nested."""

Spec = dict[str, Any]
Tables = dict[str, ChartTable]

_GEOMETRY = frozenset(
    (
        "FeatureCollection",
        "Feature",
        "GeometryCollection",
        "Topology",
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "Polygon",
        "MultiPolygon",
    )
)
_NUMBERED = re.compile(r'"((?:param|view)_)[0-9a-f]+(?:_[0-9]+)?"')


def altair_spec(kind: str, chart: Any) -> tuple[Spec, Tables]:
    """Return what a chart of Altair says, and its data.

    Raises
    ------
    StreamlitAPIException
        If it is no chart.
    """
    if not callable(getattr(chart, "to_dict", None)):
        raise chart_messages.not_a_spec(kind, chart)
    tables: Tables = {}
    kept: dict[int, tuple[Any, str]] = {}

    def take(data: Any, **_: Any) -> Any:
        """Keep a frame aside, so that it is not written into the description row by row."""
        if isinstance(data, Mapping) or hasattr(data, "__geo_interface__"):
            return sys.modules["altair"].to_values(data)
        if id(data) not in kept:
            kept[id(data)] = data, f"data-{len(kept)}"
            tables[kept[id(data)][1]] = table_of(chart_frame(data))
        return {"name": kept[id(data)][1]}

    with ExitStack() as stack:
        altair = sys.modules.get("altair")
        if altair is not None:
            altair.data_transformers.register("jupyter_session_state", take)
            stack.enter_context(altair.data_transformers.enable("jupyter_session_state"))
            themes = getattr(altair, "theme", None) or altair.themes
            if themes.active == "default":  # its sizes and colours are the page's business
                stack.enter_context(themes.enable("none"))
        spec = chart.to_dict()
    if not isinstance(spec, Mapping):
        raise chart_messages.not_a_spec(kind, chart)
    return _ready(kind, dict(spec), tables), tables


def given_spec(kind: str, data: Any, spec: Any) -> tuple[Spec, Tables]:
    """Return what an author says of a chart, and its data.

    Raises
    ------
    StreamlitAPIException
        If that is nothing, or cannot be.
    """
    if spec is None and isinstance(data, Mapping):
        data, spec = None, data
    if spec is not None and not isinstance(spec, Mapping):
        raise chart_messages.not_a_spec(kind, spec)
    if not spec:
        raise chart_messages.no_spec(kind)
    tables: Tables = {}
    ready = dict(spec)
    own = ready.get("data")
    if isinstance(own, Mapping) and "values" in own and "format" not in own and _is_table(own["values"]):
        data = own["values"]
    elif own is not None and not isinstance(own, Mapping) and _is_table(own):
        data = own
    if data is not None:
        tables["source"] = table_of(chart_frame(data))
        ready["data"] = {"name": "source"}
    return _ready(kind, ready, tables), tables


def _is_table(data: Any) -> bool:
    """Whether data has rows and columns, rather than shapes."""
    if isinstance(data, str):
        return False
    first = data[0] if isinstance(data, list) and data else data
    return not (isinstance(first, Mapping) and (first.get("type") in _GEOMETRY or "arcs" in first))


def _ready(kind: str, spec: Spec, tables: Tables) -> Spec:
    """Take data sets out of a description; leave of it what JSON has."""
    sets = spec.pop("datasets", None)
    kept: Spec = {}
    for name, rows in dict(sets or {}).items():
        if _is_table(rows):
            tables[str(name)] = table_of(chart_frame(rows))
        else:
            kept[str(name)] = rows
    plain: Spec = _plain(kind, {**spec, "datasets": kept} if kept else spec, 0)
    return plain


def _plain(kind: str, value: Any, depth: int) -> Any:
    """Return what JSON has of a value."""
    if depth > DEEPEST:
        raise chart_messages.too_deep(kind, DEEPEST)
    if isinstance(value, Mapping):
        return {str(name): _plain(kind, item, depth + 1) for name, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(kind, item, depth + 1) for item in value]
    for method in ("tolist", "to_dict"):  # numbers and arrays of numpy, parts of Altair's charts
        if callable(getattr(value, method, None)):
            return _plain(kind, getattr(value, method)(), depth + 1)
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, (float, Decimal)):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return value if value is None or isinstance(value, (str, int)) else str(value)


def spec_text(spec: Spec) -> str:
    """Return a description as JSON that is the same as long as it says the same.

    Altair counts the parameters and views that have no name of their own, over all charts it ever made.
    """
    text = json.dumps(spec, separators=(",", ":"))
    numbers: dict[str, str] = {}
    counts = {"param_": itertools.count(1), "view_": itertools.count(1)}

    def counted(match: re.Match[str]) -> str:
        found = match[0]
        if found not in numbers:
            numbers[found] = f'"{match[1]}{next(counts[match[1]])}"'
        return numbers[found]

    return _NUMBERED.sub(counted, text)


def is_many_views(spec: Mapping[str, Any]) -> bool:
    """Whether a chart has several views beside each other, which have widths of their own."""
    encoding = spec.get("encoding")
    facets = isinstance(encoding, Mapping) and any(x in encoding for x in ("row", "column", "facet"))
    return facets or any(name in spec for name in ("facet", "hconcat", "repeat")) or _is_nested(spec)


def _is_nested(spec: Mapping[str, Any]) -> bool:
    parts = spec.get("vconcat")
    many = ("hconcat", "vconcat", "concat", "layer", "facet", "repeat")
    found = parts if isinstance(parts, list) else []
    return any(isinstance(part, Mapping) and any(name in part for name in many) for part in found)
