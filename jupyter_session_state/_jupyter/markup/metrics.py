"""A metric: a label, a large number, how it changed, and a small chart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.directives import icon_html
from jupyter_session_state._jupyter.markup.escape import escape, shorten
from jupyter_session_state._jupyter.markup.markdown import label_html, plain_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WIDE, _HIGH = 200.0, 50.0
_ARROWS: Final = {"up": "↑", "down": "↓"}
_SPOKEN: Final = {"up": "up by ", "down": "down by "}
_LONGEST: Final = 1_000


_COLOURS: Final = frozenset(("red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"))


def metric_html(props: Mapping[str, Any], help_mark: str) -> str:
    """Show a metric; `help_mark` stands behind its label."""
    classes = "jss-metric" + (" jss-bordered" if props.get("border") else "")
    size = _size(props)
    style = f' style="{size}"' if size else ""
    value = f'<div class="jss-metric-value">{label_html(_cut(props.get("shown")))}</div>'
    return (
        f'<div class="{classes}"{style}>{_label(props, help_mark)}{value}{_delta(props)}{_chart(props)}</div>'
    )


def metric_text(props: Mapping[str, Any]) -> str:
    """Say a metric in one line."""
    delta = _cut(props.get("shown_delta"))
    change = f" ({_ARROWS.get(str(props.get('direction')), '')}{delta})" if delta else ""
    return f"{plain_label(_cut(props.get('label')))}: {plain_label(_cut(props.get('shown')))}{change}"


def _cut(text: object) -> str:
    return shorten(str(text or ""), _LONGEST)


def _size(props: Mapping[str, Any]) -> str:
    sizes = [
        f"{name}:{size}px"
        for name in ("width", "height")
        if isinstance(size := props.get(name), int) and not isinstance(size, bool) and size > 0
    ]
    return ";".join([*sizes, *(["width:fit-content"] if props.get("width") == "content" else [])])


def _label(props: Mapping[str, Any], help_mark: str) -> str:
    visibility = props.get("label_visibility")
    if visibility == "collapsed":
        return ""
    icon = icon_html(props.get("icon"))
    mark = f"{icon} " if icon else ""
    hidden = " jss-unseen" if visibility == "hidden" else ""
    label = label_html(_cut(props.get("label")))
    return f'<div class="jss-metric-label{hidden}">{mark}<span>{label}</span>{help_mark}</div>'


def _delta(props: Mapping[str, Any]) -> str:
    text = _cut(props.get("shown_delta"))
    words = props.get("delta_description")
    said = f' <span class="jss-metric-words">{label_html(_cut(words))}</span>' if words else ""
    if not text:
        return f'<div class="jss-metric-delta">{said}</div>' if said else ""
    direction = str(props.get("direction"))
    arrow = f'<span aria-hidden="true">{_ARROWS[direction]}</span> ' if direction in _ARROWS else ""
    spoken = f'<span class="jss-spoken">{_SPOKEN[direction]}</span>' if direction in _SPOKEN else ""
    color = _color(props)
    chip = (
        f'<span class="jss-{color}-background jss-badge jss-{color}">{arrow}{spoken}{label_html(text)}</span>'
    )
    return f'<div class="jss-metric-delta">{chip}{said}</div>'


def _color(props: Mapping[str, Any]) -> str:
    color = props.get("color")
    return str(color) if color in _COLOURS else "gray"


# -- the chart ---------------------------------------------------------------------------------------------


def _chart(props: Mapping[str, Any]) -> str:
    points: Sequence[float] = props.get("chart_data") or ()
    finite = [point for point in points if math.isfinite(point)]
    if not finite:
        return ""
    kind = str(props.get("chart_type"))
    draw = {"bar": _bars, "area": _area}.get(kind, _line)
    low, high = min(finite), max(finite)
    if kind in ("bar", "area"):
        low, high = min(low, 0.0), max(high, 0.0)
    shapes = draw(points, low, high)
    label = escape(f"Chart of {len(points):,} numbers from {min(finite):g} to {max(finite):g}")
    color = _color(props) if props.get("delta") else "primary"
    return (
        f'<svg class="jss-spark jss-{color}" viewBox="0 0 {_WIDE:g} {_HIGH:g}" preserveAspectRatio="none" role="img"'
        f' aria-label="{label}">{shapes}</svg>'
    )


def _y(value: float, low: float, high: float) -> float:
    span = (high / 2 - low / 2) or 0.5  # halves, for the span of the largest floats has no number
    share = (value / 2 - low / 2) / span if high > low else 0.5
    return round(_HIGH - 2 - share * (_HIGH - 4), 2)


def _runs(points: Sequence[float], low: float, high: float) -> Iterator[list[tuple[float, float]]]:
    """Yield the pieces of a line between gaps, as points of the picture."""
    step = _WIDE / max(1, len(points) - 1)
    piece: list[tuple[float, float]] = []
    for number, point in enumerate(points):
        if math.isfinite(point):
            piece.append((round(number * step, 2), _y(point, low, high)))
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _path(piece: list[tuple[float, float]]) -> str:
    dots = piece if len(piece) > 1 else [piece[0], (piece[0][0] + 1, piece[0][1])]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in dots)


def _line(points: Sequence[float], low: float, high: float) -> str:
    return "".join(f'<path class="jss-spark-line" d="{_path(p)}"></path>' for p in _runs(points, low, high))


def _area(points: Sequence[float], low: float, high: float) -> str:
    ground = _y(0.0, low, high)
    return "".join(
        f'<path class="jss-spark-area" d="{_path(p)}L{p[-1][0]:g} {ground:g}L{p[0][0]:g} {ground:g}Z"></path>'
        f'<path class="jss-spark-line" d="{_path(p)}"></path>'
        for p in _runs(points, low, high)
    )


def _bars(points: Sequence[float], low: float, high: float) -> str:
    each, ground = _WIDE / len(points), _y(0.0, low, high)
    bars = []
    for number, point in enumerate(points):
        if math.isfinite(point):
            top = _y(point, low, high)
            x, y, height = round(number * each, 2), min(top, ground), round(abs(top - ground), 2)
            shape = f'x="{x:g}" y="{y:g}" width="{each * 0.8:.4g}" height="{max(height, 0.5):g}"'
            bars.append(f'<rect class="jss-spark-bar" {shape}></rect>')
    return "".join(bars)
