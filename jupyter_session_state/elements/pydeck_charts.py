"""Maps of pydeck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, cast

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.messages import not_one_of
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.chart_drawing import VIEW
from jupyter_session_state.elements.pydeck_selections import MODES, PydeckState
from jupyter_session_state.elements.pydeck_selections import pydeck_chart as selectable
from jupyter_session_state.elements.pydeck_specs import (
    described,
    name_of,
    selectable_layers,
    spec_text,
    tooltip_of,
    words_of,
)
from jupyter_session_state.elements.sizes import check_height, check_width, width_of
from jupyter_session_state.elements.types import (
    HeightWithoutContent,
    Key,
    WidgetCallback,
    WidthWithoutContent,
)

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_SHOWN: Final = 500
"""Pixels of a map that has the height of its content: it has none."""


@drawing
def pydeck_chart(
    at: Any,
    pydeck_obj: Any = None,
    *,
    width: WidthWithoutContent = "stretch",
    use_container_width: bool | None = None,
    height: HeightWithoutContent = 500,
    selection_mode: Literal["single-object", "multi-object"] = "single-object",
    on_select: Literal["rerun", "ignore"] | WidgetCallback = "ignore",
    key: Key | None = None,
    alt: str | None = None,
) -> DeltaGenerator | PydeckState:
    """A map with layers of pydeck, over coasts. Mirrors ``streamlit.pydeck_chart``.

    The package ``pydeck`` must be installed; the page gets the code that draws from it. No server is asked for maps
    of streets.

    Parameters
    ----------
    pydeck_obj
        A ``pydeck.Deck``; without one a map of the world.
    width, height
        How large it is: ``"stretch"`` or pixels.
    selection_mode
        Whether one object can be selected at a time, or several.
    on_select
        ``"rerun"``, or a callback, lets users select objects of layers with an ``id`` that are ``pickable``; the call
        then returns what is selected.
    key
        Its name in session state, where it has its selection.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If it is no map.
    StreamlitValueError
        If there is no such way to select.

    Examples
    --------
    >>> st.pydeck_chart(pdk.Deck(layers=[layer]))  # doctest: +SKIP
    """
    width = width_of(width, use_container_width)
    check_width("pydeck_chart", width)
    check_height("pydeck_chart", height)
    if selection_mode not in MODES:
        raise not_one_of("selection_mode", selection_mode, "'single-object' or 'multi-object'")
    found = described(pydeck_obj)
    name = (alt or "").strip() or None
    props = {
        "engine": "pydeck",
        "what": name_of(found),
        "spec": spec_text(found),
        "data": None,
        "points": 0,
        "theme": "streamlit",
        "alt": name,
        "options": {
            "words": words_of(found, name),
            "tooltip": tooltip_of(pydeck_obj),
            "selectable": list(selectable_layers(found)),
        },
        "width": width,
        "height": height if height == "stretch" or isinstance(height, int) else _SHOWN,
    }
    if on_select == "ignore":
        return cast("DeltaGenerator", at.show(Element("pydeck_chart", props, view=VIEW)))
    wired = {"key": key, "on_select": on_select, "selection_mode": selection_mode}
    return cast("PydeckState", cast("Any", selectable).draw(at, (props,), wired))
