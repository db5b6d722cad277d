"""Charts of Plotly."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from jupyter_session_state._core.boxes import claimed_as
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.messages import not_one_of
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import chart_messages
from jupyter_session_state.elements.chart_drawing import VIEW
from jupyter_session_state.elements.chart_frames import is_of
from jupyter_session_state.elements.plotly_selections import MODES, PlotlyState
from jupyter_session_state.elements.plotly_selections import plotly_chart as selectable
from jupyter_session_state.elements.sizes import check_height, check_width, width_of
from jupyter_session_state.elements.types import Height, Key, WidgetCallback, Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


@drawing
def plotly_chart(
    at: Any,
    figure_or_data: Any,
    use_container_width: bool | None = None,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["rerun", "ignore"] | WidgetCallback = "ignore",
    selection_mode: str | Iterable[str] = ("points", "box", "lasso"),
    config: dict[str, Any] | None = None,
    alt: str | None = None,
) -> DeltaGenerator | PlotlyState:
    """A chart of Plotly. Mirrors ``streamlit.plotly_chart``.

    The package ``plotly`` must be installed; the page gets the code that draws from it.

    Parameters
    ----------
    figure_or_data
        A figure of Plotly or Matplotlib, a dict with ``data`` and ``layout``, or a list of traces.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    theme
        ``"streamlit"`` for the colours and fonts of the notebook, None for those of the figure.
    key
        Its name in session state, where it has its selection.
    on_select
        ``"rerun"``, or a callback, lets users select; the call then returns what is selected.
    selection_mode
        How they select: ``"points"``, ``"box"``, ``"lasso"``, or several of these.
    config
        What the figure is told besides, such as ``{"scrollZoom": True}``.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If it is no figure.
    StreamlitValueError
        If there is no such way to select.

    Examples
    --------
    >>> st.plotly_chart(px.scatter(df, x="a", y="b"))  # doctest: +SKIP
    """
    width = width_of(width, use_container_width)
    check_width("plotly_chart", width)
    check_height("plotly_chart", height)
    if theme not in ("streamlit", None):
        raise not_one_of("theme", theme, "'streamlit' or None")
    modes = _modes(selection_mode)
    selects = on_select != "ignore"
    if importlib.util.find_spec("plotly") is None:
        handle: DeltaGenerator = at.emit(
            Element("note", {"body": chart_messages.needs_package("plotly_chart", "plotly")})
        )
        return PlotlyState.of() if selects else handle
    props = {
        "engine": "plotly",
        "spec": figure_text(figure_or_data),
        "data": None,
        "points": 0,
        "theme": theme or "",
        "alt": (alt or "").strip() or None,
        "options": {"config": dict(config or {})},
        "width": width,
        "height": height,
    }
    if selects:
        wired = {"key": key, "on_select": on_select, "selection_mode": modes}
        state: PlotlyState = cast("Any", selectable).draw(at, (props,), wired)
        return state
    name = claimed_as(at, "plotly_chart", key, (*props.values(), sorted(modes)))
    shown: DeltaGenerator = at.show(Element("plotly_chart", props, view=VIEW, key=name))
    return shown


def _modes(asked: str | Iterable[str]) -> tuple[str, ...]:
    wanted = {asked} if isinstance(asked, str) else set(asked)
    if not wanted <= set(MODES):
        raise not_one_of("selection_mode", asked, "'points', 'box', 'lasso' or several of these")
    return tuple(mode for mode in MODES if mode in wanted)


def figure_text(figure: Any) -> str:
    """Return a figure as JSON.

    Raises
    ------
    StreamlitAPIException
        If it is none.
    """
    if is_of("matplotlib", "Figure", "Axes")(figure):
        found = figure if hasattr(figure, "savefig") else figure.figure
        figure = importlib.import_module("plotly.tools").mpl_to_plotly(found)
    if is_of("plotly", "BaseFigure")(figure):
        return str(figure.to_json(validate=False))
    traces = figure if isinstance(figure, (list, tuple)) else [figure]
    if isinstance(figure, Mapping) and ("data" in figure or "layout" in figure):
        shown: dict[str, Any] = dict(figure)
    elif traces and all(
        isinstance(trace, Mapping) or is_of("plotly", "BaseTraceType")(trace) for trace in traces
    ):
        shown = {"data": list(traces)}
    else:
        raise chart_messages.no_figure(figure)
    return str(importlib.import_module("plotly.io").to_json(shown, validate=False))
