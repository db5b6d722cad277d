"""Points on a map."""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, Any, Final, cast

from jupyter_session_state._core.messages import not_one_of
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.chart_colors import NAMES, color_text, named_color
from jupyter_session_state.elements.chart_columns import column_of, text_column
from jupyter_session_state.elements.chart_drawing import draw_chart
from jupyter_session_state.elements.chart_frames import ChartFrame, chart_frame
from jupyter_session_state.elements.chart_tables import ChartTable
from jupyter_session_state.elements.types import HeightWithoutContent, WidthWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_LATITUDES: Final = ("lat", "latitude", "LAT", "LATITUDE")
_LONGITUDES: Final = ("lon", "longitude", "LON", "LONGITUDE")
_WORLD: Final = 512
"""Pixels around the equator at zoom 0."""

_EQUATOR: Final = 40_075_017
"""Metres around the equator."""

_ROOM: Final = (640, 420)
"""Pixels of a usual map, for how close the lines of its grid are."""

_FILLED: Final = 0.85
"""How much of a map its places take at most."""

_HIGHEST: Final = 85.0
"""Degrees up to which this sort of map goes."""

_CLOSEST: Final = 12.0
_LEAST: Final = 3  # pixels of a point, however small it is
_SIZE: Final = 100


@drawing
def map(  # noqa: A001 - as in Streamlit
    at: Any,
    data: Any = None,
    *,
    latitude: str | None = None,
    longitude: str | None = None,
    color: Any = None,
    size: str | float | None = None,
    zoom: int | None = None,
    width: WidthWithoutContent = "stretch",
    height: HeightWithoutContent = 500,
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """Points on a map of coasts. Mirrors ``streamlit.map``.

    No server is asked for pictures of streets: coasts and a grid of degrees are all that is behind the points.

    Parameters
    ----------
    data
        A frame, rows or columns, with the places in degrees.
    latitude, longitude
        The columns of the places; by default those called so, or ``lat`` and ``lon``.
    color
        A colour, or the name of a column of colours.
    size
        Metres from the middle of a point to its edge, or the name of a column.
    zoom
        How near it is, from 0 for the world; by default all points fit.
    width, height
        How large it is: ``"stretch"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If there are no such columns, or places are missing.

    Examples
    --------
    >>> st.map({"lat": [59.9, 41.9], "lon": [10.7, 12.5]})  # doctest: +SKIP
    """
    frame = chart_frame(data)
    columns, center, spans = {}, (0.0, 0.0), (1.0, 0.0)
    if frame.rows:
        lats = _degrees(frame, "latitude", latitude, _LATITUDES)
        lons = _degrees(frame, "longitude", longitude, _LONGITUDES)
        center, spans = _view(lats, lons)
        columns = {"lat": _packed(lats), "lon": _packed(lons)}
    near = _zoom(spans) if zoom is None else float(zoom)
    turn = _turn(spans) if zoom is None else repr(_WORLD * 2**near)
    metres = f"({_EQUATOR * math.cos(math.radians(min(_HIGHEST, abs(center[1]))))!r} / {turn})"
    circles = _circles(frame, columns, color, size, metres)
    spec = {
        "height": 500,
        "projection": {
            "type": "mercator",
            "center": center,
            "scale": {"expr": f"{turn} / (2 * PI)"},
        },
        "layer": [*_ground(near), circles],
    }
    looks = {"width": width, "height": height, "use_container_width": use_container_width}
    tables = {"source": ChartTable(frame.rows, columns)}
    return cast("DeltaGenerator", draw_chart(at, "map", spec, tables, looks, alt=alt))


def _position(frame: ChartFrame, name: Any) -> int | None:
    return next((p for p, known in enumerate(frame.names) if str(known) == str(name)), None)


def _degrees(frame: ChartFrame, what: str, given: str | None, usual: tuple[str, ...]) -> array[float]:
    names = (given,) if given is not None and _position(frame, given) is not None else usual
    name = next((name for name in names if _position(frame, name) is not None), None)
    if name is None:
        raise chart_messages.no_place_column(what, usual, frame.names)
    column = column_of(frame.column(cast("int", _position(frame, name))))
    degrees = array("d", column.data) if column.kind == "number" else array("d")
    if len(degrees) != frame.rows or not all(math.isfinite(d) for d in degrees):
        raise chart_messages.place_missing(name)
    return degrees


def _packed(degrees: array[float]) -> Any:
    return column_of(list(degrees))


# -- which part of the world --------------------------------------------------------------------------------


def _upward(latitude: float) -> float:
    """Return how far up a latitude is on such a map, in turns around the equator."""
    angle = math.radians(min(_HIGHEST, max(-_HIGHEST, latitude)))
    return math.log(math.tan(math.pi / 4 + angle / 2)) / (2 * math.pi)


def _view(lats: array[float], lons: array[float]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the middle of all places, and how far apart they are: in turns around the equator."""
    low, high = _upward(min(lats)), _upward(max(lats))
    middle = math.degrees(2 * math.atan(math.exp((low + high) * math.pi)) - math.pi / 2)
    return ((min(lons) + max(lons)) / 2, middle), ((max(lons) - min(lons)) / 360, high - low)


def _zoom(spans: tuple[float, float]) -> float:
    zooms = [math.log2(room / (_WORLD * span)) for room, span in zip(_ROOM, spans, strict=True) if span > 0]
    return max(0.0, min([*zooms, _CLOSEST]))


def _turn(spans: tuple[float, float]) -> str:
    """Return an expression for the pixels around the equator at which all places fit."""
    fits = [
        f"{_FILLED} * {side} / {span!r}"
        for side, span in zip(("width", "height"), spans, strict=True)
        if span > 0
    ]
    return f"min({', '.join([*fits, str(_WORLD * 2**_CLOSEST)])})"


# -- what is drawn -----------------------------------------------------------------------------------------


def _ground(zoom: float) -> list[dict[str, Any]]:
    step = next((s for s in (30, 10, 5, 1, 0.5, 0.1) if s * _WORLD * 2**zoom / 360 < 200), 0.1)
    grid = {"type": "geoshape", "filled": False, "stroke": "jss:gray", "strokeOpacity": 0.2, "tooltip": False}
    land = {
        "type": "geoshape",
        "fill": "jss:gray",
        "fillOpacity": 0.2,
        "stroke": "jss:gray",
        "tooltip": False,
    }
    return [
        {"data": {"graticule": {"step": [step, step], "extent": [[-180, -85], [180, 85.01]]}}, "mark": grid},
        {
            "data": {"values": "jss:land", "format": {"type": "topojson", "feature": "land"}},
            "mark": {**land, "strokeOpacity": 0.6, "strokeWidth": 0.75},
        },
    ]


def _circles(
    frame: ChartFrame, columns: dict[str, Any], color: Any, size: Any, metres: str
) -> dict[str, Any]:
    encoding: dict[str, Any] = {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
        "color": _color(frame, columns, color),
        "tooltip": [{"field": f, "type": "quantitative", "title": f} for f in ("lat", "lon")],
    }
    layer: dict[str, Any] = {"data": {"name": "source"}, "encoding": encoding}
    mark: dict[str, Any] = {"type": "circle", "opacity": 0.65}
    position = _position(frame, size) if isinstance(size, str) else None
    if position is not None:
        columns["size"] = column_of(frame.column(position))
        area = f"PI * pow(max({_LEAST}, datum.size / {metres}), 2)"
        layer["transform"] = [{"calculate": area, "as": "area"}]
        encoding["size"] = {"field": "area", "type": "quantitative", "scale": None, "legend": None}
        encoding["tooltip"].append({"field": "size", "type": "quantitative", "title": str(size)})
    else:
        if size is not None and (isinstance(size, bool) or not isinstance(size, (int, float))):
            raise not_one_of("size", size, "the name of a column, a number or None")
        radius = _SIZE if size is None else size
        mark["size"] = {"expr": f"PI * pow(max({_LEAST}, {radius!r} / {metres}), 2)"}
    return {**layer, "mark": mark}


def _color(frame: ChartFrame, columns: dict[str, Any], color: Any) -> dict[str, Any]:
    position = _position(frame, color) if isinstance(color, str) else None
    if position is not None:
        values = list(frame.column(position)) if frame.rows else []
        columns["color"] = text_column([named_color(value) for value in values])
        if any(color_text(value) is None for value in values):
            raise chart_messages.no_color(next(v for v in values if color_text(v) is None))
        return {"field": "color", "type": "nominal", "scale": None, "legend": None}
    found = "primary" if color is None else named_color(color)
    if found is None:
        raise chart_messages.no_color(color)
    return {"value": f"jss:{found}" if found in NAMES else found}
