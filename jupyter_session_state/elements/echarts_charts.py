"""Charts of ECharts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from jupyter_session_state._core.boxes import claimed
from jupyter_session_state._core.element import Element
from jupyter_session_state._core.messages import not_one_of
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.chart_drawing import VIEW
from jupyter_session_state.elements.chart_tables import pack
from jupyter_session_state.elements.echarts_selections import EChartsState
from jupyter_session_state.elements.echarts_selections import echarts_chart as selectable
from jupyter_session_state.elements.echarts_specs import (
    Option,
    described,
    entries,
    series_of,
    spec_text,
    variants,
)
from jupyter_session_state.elements.sizes import check_height, check_width
from jupyter_session_state.elements.types import Height, Key, WidgetCallback, Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_SIZES: Final = {"width": (700, "900px"), "height": (350, "500px")}
"""Pixels of a chart with the size of its content, and what pyecharts says where its author said nothing."""

_PIXELS: Final = re.compile(r"\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*")


@drawing
def echarts_chart(
    at: Any,
    spec: Any,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["rerun", "ignore"] | WidgetCallback = "ignore",
    renderer: Literal["canvas", "svg"] = "canvas",
    alt: str | None = None,
) -> DeltaGenerator | EChartsState:
    """A chart of ECharts. Mirrors ``streamlit.echarts_chart``.

    Parameters
    ----------
    spec
        The description: a dict, a text in JSON, or a chart of pyecharts. Frames can be the ``source`` of a
        ``dataset``. Functions cannot be sent to the page.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    theme
        ``"streamlit"`` for the colours and fonts of the notebook, None for those of ECharts.
    key
        Its name in session state, where it has its selection.
    on_select
        ``"rerun"``, or a callback, lets users select in series with ``selectedMode`` and with ``brush``; the call then
        returns what is selected.
    renderer
        ``"svg"`` draws shapes however many there are; ``"canvas"`` does so up to a thousand values, and pixels beyond.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no description.
    StreamlitAPIException
        If the page could not draw it: functions, maps, 3D.
    StreamlitValueError
        If there is no such theme or renderer.

    Examples
    --------
    >>> st.echarts_chart({"xAxis": {}, "yAxis": {}, "series": {"type": "line", "data": [[1, 2]]}})  # doctest: +SKIP
    """
    check_width("echarts_chart", width)
    check_height("echarts_chart", height)
    if theme not in ("streamlit", None):
        raise not_one_of("theme", theme, "'streamlit' or None")
    if renderer not in ("canvas", "svg"):
        raise not_one_of("renderer", renderer, "'canvas' or 'svg'")
    found = described(spec)
    name = (alt or "").strip() or _described_by(found.option)
    props = {
        "engine": "echarts",
        "what": _title(found.option) or "Chart",
        "spec": spec_text(found.option),
        "data": pack(found.tables) if found.tables else None,
        "points": found.points,
        "theme": theme or "",
        "alt": name,
        "options": {"words": _words(found.option, name), "renderer": renderer},
        "width": _own_size(spec, "width") if width == "content" else width,
        "height": _own_size(spec, "height") if height == "content" else height,
    }
    if on_select == "ignore":
        taken = claimed(at, "echarts_chart", key)
        return cast("DeltaGenerator", at.show(Element("echarts_chart", props, view=VIEW, key=taken)))
    wired = {"key": key, "on_select": on_select}
    return cast("EChartsState", cast("Any", selectable).draw(at, (props,), wired))


def _own_size(spec: Any, side: str) -> int | str:
    """Return the size that a chart of pyecharts brings, or the usual one."""
    usual, nobodys = _SIZES[side]
    own = None if isinstance(spec, (str, Mapping)) else getattr(spec, side, None)
    if own == "100%":
        return "stretch"
    pixels = _PIXELS.fullmatch(str(own))
    return int(pixels[1]) or usual if pixels and own != nobodys else usual


def _title(option: Option) -> str:
    titles = [title.get("text") for variant in variants(option) for title in entries(variant.get("title"))]
    return next((text.strip() for text in titles if isinstance(text, str) and text.strip()), "")


def _described_by(option: Option) -> str | None:
    """Return what the description itself says for those who cannot see the chart."""
    for variant in variants(option):
        for aria in entries(variant.get("aria")):
            for label in entries(aria.get("label")):
                words = label.get("description")
                if isinstance(words, str) and words.strip():
                    return words.strip()
    return None


def _words(option: Option, name: str | None) -> str:
    """Return what stands where a chart cannot be drawn."""
    kinds = dict.fromkeys(str(series.get("type", "series")) for series in series_of(option))
    called = name or _title(option)
    series = f" Its series: {', '.join(kinds)}." if kinds else ""
    return f"A chart of ECharts{f' ({called})' if called else ''}.{series}"
