"""A chart of ECharts in which something can be selected, as an input."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, Final

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.chart_drawing import VIEW
from jupyter_session_state.elements.chart_selections import LONGEST, check_state
from jupyter_session_state.elements.editor_state import ReadOnlyDict
from jupyter_session_state.elements.types import Key, OnChangeMode, WidgetCallback

PARTS: Final = ("selected", "areas")
_GROUP: Final = frozenset(("series_index", "series_id", "series_name", "data_type", "data_indices"))
_AREA: Final = frozenset(("brush_index", "brush_type", "coord_range"))
_DATA_TYPES: Final = ("main", "node", "edge")
_BRUSHES: Final = ("rect", "lineX", "lineY", "polygon")
_DEEPEST_RANGE: Final = 2


class EChartsState(ReadOnlyDict):
    """What a user selected in a chart of ECharts. Mirrors ``streamlit.typing.EChartsState``.

    Attributes
    ----------
    selection
        ``selected``: for each series in which something is selected its ``series_index``, ``series_id``,
        ``series_name``, ``data_type`` and ``data_indices``; ``areas``: the ``brush_index``, ``brush_type`` and
        ``coord_range`` of each area that was drawn.
    """

    @classmethod
    def of(cls, selected: Mapping[str, Any] | None = None) -> EChartsState:
        """Return a state that has both parts, which may be empty."""
        return cls({"selection": ReadOnlyDict({part: (selected or {}).get(part) or [] for part in PARTS})})


def _decode(wire: Any) -> EChartsState:
    """Return what a browser sent; raise TypeError or ValueError for what no chart can send."""
    if not isinstance(wire, dict) or not wire.keys() <= set(PARTS):
        raise TypeError(f"expected what is selected, not {repr(wire)[:100]}")
    if not all(isinstance(part, list) for part in wire.values()):
        raise TypeError("expected lists of groups and areas")
    if not all(map(_is_group, wire.get("selected", []))):
        raise TypeError("expected groups of the numbers of data")
    if not all(map(_is_area, wire.get("areas", []))):
        raise TypeError("expected areas")
    if len(json.dumps(wire)) > LONGEST:
        raise ValueError(f"more than {LONGEST:,} characters of a selection")
    return EChartsState.of(wire)


def _is_group(group: Any) -> bool:
    if not isinstance(group, dict) or group.keys() != _GROUP or group["data_type"] not in _DATA_TYPES:
        return False
    names = (group["series_id"], group["series_name"])
    numbers = group["data_indices"]
    return (
        all(name is None or isinstance(name, str) for name in names)
        and isinstance(numbers, list)
        and all(map(_is_place, (group["series_index"], *numbers)))
    )


def _is_area(area: Any) -> bool:
    if not isinstance(area, dict) or area.keys() != _AREA or area["brush_type"] not in _BRUSHES:
        return False
    return (
        _is_place(area["brush_index"])
        and isinstance(area["coord_range"], list)
        and _is_range(area["coord_range"], 0)
    )


def _is_place(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_range(value: Any, depth: int) -> bool:
    if isinstance(value, list):
        return depth < _DEEPEST_RANGE and all(_is_range(item, depth + 1) for item in value)
    return type(value) in (int, float) and math.isfinite(value)


def _encode(state: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in dict(state["selection"]).items() if part}


@widget
def echarts_chart(
    props: Mapping[str, Any], *, key: Key | None = None, on_select: OnChangeMode | WidgetCallback = "rerun"
) -> Control[EChartsState]:
    """Draw a chart in which something can be selected; what it shows is worked out already.

    Parameters
    ----------
    props
        What its view shows.
    key
        Its name in session state, by which it keeps its selection whatever it shows.
    on_select
        What happens then.
    """
    told = [props[name] for name in ("spec", "theme", "alt", "options", "width", "height")]
    return Control(
        view=VIEW,
        default=EChartsState.of(),
        props={**props, "modes": ("data",)},
        decode=_decode,
        encode=_encode,
        check=check_state,
        identity={"props": (repr(told), props["data"] and props["data"].fingerprint)},
        read_only=True,
        fleeting=True,  # its data may change in place
    )
