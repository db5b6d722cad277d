"""A number that matters, how it changed, and how it went."""

from __future__ import annotations

import textwrap
from typing import Any, Literal, TypeAlias, get_args

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import element
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.icons import checked_icon
from jupyter_session_state.elements.number_texts import plain_number, shown_number
from jupyter_session_state.elements.sizes import check_width, checked_height
from jupyter_session_state.elements.types import Height, LabelVisibility, OptionSequence, Width

Color: TypeAlias = Literal["red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary"]
DeltaColor: TypeAlias = Literal["normal", "inverse", "off"] | Color
DeltaArrow: TypeAlias = Literal["auto", "up", "down", "off"]
Charts: TypeAlias = Literal["line", "bar", "area"]
MOST_POINTS = 10_000
_COLORS = ("normal", "inverse", "off", *get_args(Color))


@element
def metric(
    label: str,
    value: Any,
    delta: Any = None,
    delta_color: DeltaColor = "normal",
    *,
    help: str | None = None,
    icon: str | None = None,
    label_visibility: LabelVisibility = "visible",
    border: bool = False,
    width: Width = "stretch",
    height: Height = "content",
    chart_data: OptionSequence[Any] | None = None,
    chart_type: Charts = "line",
    delta_arrow: DeltaArrow = "auto",
    format: str | None = None,
    delta_description: str | None = None,
) -> Element:
    """A number in large type, with how it changed. Mirrors ``streamlit.metric``.

    Parameters
    ----------
    label
        What it is the number of.
    value
        A number or a text; None is a dash.
    delta
        How it changed; a minus sign in front makes it a fall.
    delta_color
        ``"normal"`` (a rise is green), ``"inverse"``, ``"off"``, or the name of a colour.
    chart_data
        Numbers for a small chart below; what is no finite number is a gap.
    chart_type
        ``"line"``, ``"bar"`` or ``"area"``.
    delta_arrow
        ``"auto"``, ``"up"``, ``"down"`` or ``"off"``.
    format
        How numbers are written: ``"percent"``, ``"dollar"``, ``"compact"``, ``"%0.2f"`` and so on.
    delta_description
        Words after the delta, such as ``"since May"``.

    Raises
    ------
    StreamlitValueError
        If `delta_color` or `delta_arrow` is none of these.
    StreamlitInvalidParameterTypeError
        If a value is neither a number nor a text.
    StreamlitAPIException
        If something in `chart_data` is no number.

    Examples
    --------
    >>> st.metric("Visits", 1_204, delta=-3, border=True)  # doctest: +SKIP
    """
    if delta_color not in _COLORS:
        raise messages.not_one_of("delta_color", delta_color, ", ".join(map(repr, _COLORS)))
    if delta_arrow not in get_args(DeltaArrow):
        raise messages.not_one_of("delta_arrow", delta_arrow, "'auto', 'up', 'down' or 'off'")
    if label_visibility not in get_args(LabelVisibility):
        raise messages.not_one_of("label_visibility", label_visibility, "'visible', 'hidden' or 'collapsed'")
    check_width("metric", width)
    direction = _direction(delta)
    body, change = _text("value", "—" if value is None else value), _change(delta)
    props = {
        "label": _label(label),
        "body": body,
        "shown": body if isinstance(value, str) or value is None else shown_number(body, format),
        "delta": change,
        "shown_delta": change if isinstance(delta, str) else shown_number(change, format),
        "color": _color(direction, delta_color),
        "direction": direction if delta_arrow == "auto" else _ARROWS[delta_arrow],
        "help": help,
        "icon": checked_icon("metric", icon),
        "label_visibility": label_visibility,
        "border": bool(border),
        "width": width,
        "height": checked_height("metric", height),
        "chart_data": _points(chart_data),
        "chart_type": chart_type if chart_type in get_args(Charts) else "line",
        "delta_description": delta_description,
    }
    return Element("metric", props)


_ARROWS = {"up": "up", "down": "down", "off": ""}


def _label(label: Any) -> str:
    if label is None:
        raise messages.no_label("metric")
    if not isinstance(label, str):
        raise TypeError(f"The label of st.metric must be a str, not {label!r:.200}.")
    return label


def _text(parameter: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    number = plain_number(value)
    if number is None:
        raise messages.wrong_type("metric", parameter, value, "a number, a str or None")
    return number


def _change(delta: Any) -> str:
    if delta is None or (isinstance(delta, str) and delta == ""):
        return ""
    return textwrap.dedent(delta) if isinstance(delta, str) else _text("delta", delta)


def _direction(delta: Any) -> str:
    """Say whether a delta is a rise (``"up"``), a fall (``"down"``) or neither."""
    text = _change(delta)
    if not text or text == "0" or (not isinstance(delta, str) and bool(delta == 0)):
        return ""
    return "down" if text.startswith("-") else "up"


def _color(direction: str, chosen: str) -> str:
    if chosen in ("normal", "inverse", "off"):
        rise = {"normal": "green", "inverse": "red", "off": "gray"}[chosen]
        fall = {"normal": "red", "inverse": "green", "off": "gray"}[chosen]
        return {"up": rise, "down": fall}.get(direction, "gray")
    return chosen.replace("grey", "gray")


def _points(data: Any) -> tuple[float, ...]:
    """Return the numbers of a chart; of very many, evenly chosen ones."""
    if data is None:
        return ()
    values = list(data.to_numpy().ravel()) if hasattr(data, "to_numpy") else list(data)
    step = -(-len(values) // MOST_POINTS) or 1
    return tuple(map(_point, values[::step]))


def _point(value: Any) -> float:
    try:
        return float(value)
    except Exception as error:  # whatever the value's own class raises
        raise messages.no_chart_number(value) from error
