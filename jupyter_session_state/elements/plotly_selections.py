"""A chart of Plotly in which something can be selected, as an input."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements.chart_drawing import VIEW
from jupyter_session_state.elements.chart_selections import LONGEST, check_state
from jupyter_session_state.elements.editor_state import ReadOnlyDict
from jupyter_session_state.elements.types import Key, OnChangeMode, WidgetCallback

MODES: Final = ("points", "box", "lasso")
PARTS: Final = ("points", "point_indices", "box", "lasso")


class PlotlyState(ReadOnlyDict):
    """What a user selected in a chart of Plotly. Mirrors ``streamlit.typing.PlotlyState``.

    Attributes
    ----------
    selection
        ``points``: what is known of each; ``point_indices``: their numbers; ``box`` and ``lasso``: the areas.
    """

    @classmethod
    def of(cls, selected: Mapping[str, Any] | None = None) -> PlotlyState:
        """Return a state that has all parts, some of them empty."""
        return cls({"selection": ReadOnlyDict({part: (selected or {}).get(part) or [] for part in PARTS})})


@dataclass(frozen=True, slots=True)
class _Rules:
    modes: tuple[str, ...]

    def decode(self, wire: Any) -> PlotlyState:
        """Return what a browser sent; raise TypeError or ValueError for what this chart cannot send."""
        if not isinstance(wire, dict) or not wire.keys() <= set(PARTS):
            raise TypeError(f"expected what is selected, not {repr(wire)[:100]}")
        if not all(isinstance(part, list) for part in wire.values()):
            raise TypeError("expected lists of points and areas")
        if any(wire.get(area) and area not in self.modes for area in ("box", "lasso")):
            raise ValueError("no such area can be drawn here")
        if len(json.dumps(wire)) > LONGEST:
            raise ValueError(f"more than {LONGEST:,} characters of a selection")
        return PlotlyState.of(wire)


def _encode(state: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in dict(state["selection"]).items() if part}


@widget
def plotly_chart(
    props: Mapping[str, Any],
    *,
    selection_mode: tuple[str, ...],
    key: Key | None = None,
    on_select: OnChangeMode | WidgetCallback = "rerun",
) -> Control[PlotlyState]:
    """Draw a chart in which something can be selected; what it shows is worked out already.

    Parameters
    ----------
    props
        What its view shows.
    selection_mode
        How users select.
    key
        Its name in session state.
    on_select
        What happens then.
    """
    told = ("spec", "theme", "alt", "options", "width", "height")
    return Control(
        view=VIEW,
        default=PlotlyState.of(),
        props={**props, "modes": selection_mode},
        decode=_Rules(selection_mode).decode,
        encode=_encode,
        check=check_state,
        identity={"props": repr([props[name] for name in told])},
        identity_with_key=("props", "selection_mode"),
        read_only=True,
        fleeting=True,  # a figure may change in place
    )
