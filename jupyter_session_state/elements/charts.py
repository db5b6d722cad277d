"""Charts of Vega-Lite and Altair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.chart_drawing import draw_chart
from jupyter_session_state.elements.chart_selections import VegaLiteState
from jupyter_session_state.elements.chart_specs import altair_spec, given_spec
from jupyter_session_state.elements.types import Height, Key, WidgetCallback, Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


@drawing
def vega_lite_chart(
    at: Any,
    data: Any = None,
    spec: dict[str, Any] | None = None,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["rerun", "ignore"] | WidgetCallback = "ignore",
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> DeltaGenerator | VegaLiteState:
    """A chart in Vega-Lite's language. Mirrors ``streamlit.vega_lite_chart``.

    Parameters
    ----------
    data
        A frame, columns or rows; the description may hold them instead.
    spec
        The description. It may be the first argument too.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    theme
        ``"streamlit"`` for the colours and fonts of the notebook, None for those of Vega.
    key
        Its name in session state, where it has its selections.
    on_select
        ``"rerun"``, or a callback, tells the script what is selected; the call then returns it.
    selection_mode
        Which selections of the chart are told; all of them by default.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If there is no description, or no such selection in it.

    Examples
    --------
    >>> st.vega_lite_chart(df, {"mark": "bar", "encoding": {"x": {"field": "a"}}})  # doctest: +SKIP
    """
    said, tables = given_spec("vega_lite_chart", data, spec)
    looks = {"width": width, "height": height, "use_container_width": use_container_width}
    selects = {"key": key, "on_select": on_select, "selection_mode": selection_mode}
    return draw_chart(at, "vega_lite_chart", said, tables, looks, theme=theme, alt=alt, selects=selects)


@drawing
def altair_chart(
    at: Any,
    altair_chart: Any,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["rerun", "ignore"] | WidgetCallback = "ignore",
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> DeltaGenerator | VegaLiteState:
    """A chart of Altair. Mirrors ``streamlit.altair_chart``.

    Parameters
    ----------
    altair_chart
        The chart. Its data may have any number of rows.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    theme
        ``"streamlit"`` for the colours and fonts of the notebook, None for those of Altair.
    key
        Its name in session state, where it has its selections.
    on_select
        ``"rerun"``, or a callback, tells the script what is selected; the call then returns it.
    selection_mode
        Which selections of the chart are told; all of them by default.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If it is no chart, or has no such selection.

    Examples
    --------
    >>> st.altair_chart(alt.Chart(df).mark_bar().encode(x="a", y="b"))  # doctest: +SKIP
    """
    said, tables = altair_spec("altair_chart", altair_chart)
    looks = {"width": width, "height": height, "use_container_width": use_container_width}
    selects = {"key": key, "on_select": on_select, "selection_mode": selection_mode}
    return draw_chart(at, "altair_chart", said, tables, looks, theme=theme, alt=alt, selects=selects)
