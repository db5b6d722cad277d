"""How charts of Vega-Lite are drawn, with selections and without."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.messages import not_one_of
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.chart_selections import (
    Rules,
    VegaLiteState,
    check_state,
    encode,
    modes_of,
)
from jupyter_session_state.elements.chart_specs import is_many_views, spec_text
from jupyter_session_state.elements.chart_tables import ChartTable, pack
from jupyter_session_state.elements.sizes import check_height, check_width
from jupyter_session_state.elements.types import Key, OnChangeMode, WidgetCallback

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

VIEW: Final = "Chart"

_WHAT: Final = {
    "line_chart": "Line chart",
    "area_chart": "Area chart",
    "bar_chart": "Bar chart",
    "scatter_chart": "Scatter chart",
    "map": "Map",
}

Props = dict[str, Any]


@widget
def vega_lite_chart(
    props: Mapping[str, Any],
    *,
    selection_mode: tuple[str, ...],
    key: Key | None = None,
    on_select: OnChangeMode | WidgetCallback = "rerun",
) -> Control[VegaLiteState]:
    """Draw a chart in which something can be selected; what it shows is worked out already.

    Parameters
    ----------
    props
        What its view shows.
    selection_mode
        Which selections are told to the script.
    key
        Its name in session state.
    on_select
        What happens then.
    """
    rules = Rules(selection_mode)
    return Control(
        view=VIEW,
        default=VegaLiteState.of(selection_mode),
        props={**props, "modes": selection_mode},
        decode=rules.decode,
        encode=encode,
        check=check_state,
        identity={"props": (props["spec"], props["data"].fingerprint, props["theme"], props["alt"])},
        identity_with_key=("selection_mode",),
        read_only=True,
        fleeting=True,  # its data may change in place
    )


def draw_chart(
    at: Any,
    kind: str,
    spec: dict[str, Any],
    tables: Mapping[str, ChartTable],
    looks: Mapping[str, Any],
    *,
    theme: str | None = "streamlit",
    alt: str | None = None,
    selects: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
) -> DeltaGenerator | VegaLiteState:
    """Draw a chart, and return its place, or what is selected in it.

    Parameters
    ----------
    at
        Where.
    kind
        The function that was called.
    spec, tables
        What it shows.
    looks
        Its width and height, as given.
    theme, alt
        As given.
    selects
        What was said of selections, if anything may be.
    options
        What else its view has to know.
    """
    if theme not in ("streamlit", None):
        raise not_one_of("theme", theme, "'streamlit' or None")
    text = spec_text(spec)
    props: Props = {
        "engine": "vega",
        "what": _WHAT.get(kind, "Chart"),
        "spec": text,
        "data": pack(tables),
        "points": sum(table.points for table in tables.values()),
        "theme": theme or "",
        "alt": (alt or "").strip() or None,
        "options": dict(options or {}),
        **_sizes(kind, spec, looks),
    }
    on_select = (selects or {}).get("on_select", "ignore")
    if on_select == "ignore":
        shown = "deck_gl_json_chart" if kind == "map" else "vega_lite_chart"
        handle: DeltaGenerator = at.show(Element(shown, props, view=VIEW))
        return handle
    given = selects or {}
    modes = modes_of(kind, json.loads(text), given.get("selection_mode"))
    wired = {"key": given.get("key"), "on_select": on_select, "selection_mode": modes}
    draw = cast("Any", vega_lite_chart).draw
    state: VegaLiteState = draw(at, (props,), wired)
    return state


def _sizes(kind: str, spec: Mapping[str, Any], looks: Mapping[str, Any]) -> Props:
    width, container = looks.get("width"), looks.get("use_container_width")
    if container is not None:
        width = "stretch" if container else width if isinstance(width, int) else "content"
    elif width is None:
        width = "content" if is_many_views(spec) else "stretch"
    height = looks.get("height", "content")
    check_width(kind, width)
    check_height(kind, height)
    return {"width": width, "height": height}
