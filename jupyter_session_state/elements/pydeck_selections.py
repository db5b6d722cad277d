"""A map of pydeck in which objects can be selected, as an input."""

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

MODES: Final = ("single-object", "multi-object")
PARTS: Final = ("indices", "objects")


class PydeckState(ReadOnlyDict):
    """What a user selected in a map of pydeck. Mirrors ``streamlit.typing.PydeckState``.

    Attributes
    ----------
    selection
        By the name of a layer, ``indices``: the numbers of its objects, and ``objects``: what is known of each.
    """

    @classmethod
    def of(cls, selected: Mapping[str, Any] | None = None) -> PydeckState:
        """Return a state that has both parts, which may be empty."""
        parts = {part: ReadOnlyDict((selected or {}).get(part) or {}) for part in PARTS}
        return cls({"selection": ReadOnlyDict(parts)})


@dataclass(frozen=True, slots=True)
class _Rules:
    mode: str
    layers: tuple[str, ...]

    def decode(self, wire: Any) -> PydeckState:
        """Return what a browser sent; raise TypeError or ValueError for what this map cannot send."""
        if wire == {}:
            return PydeckState.of()
        if not isinstance(wire, dict) or wire.keys() != set(PARTS):
            raise TypeError(f"expected the objects that are selected, not {repr(wire)[:100]}")
        indices, objects = (self._by_layer(wire[part]) for part in PARTS)
        if {name: len(found) for name, found in indices.items()} != {n: len(o) for n, o in objects.items()}:
            raise ValueError("expected one object for each number")
        numbers = [number for found in indices.values() for number in found]
        if not all(type(number) is int and number >= 0 for number in numbers):
            raise TypeError("expected the numbers of objects")
        if self.mode == "single-object" and len(numbers) > 1:
            raise ValueError("only one object can be selected here")
        if len(json.dumps(wire)) > LONGEST:
            raise ValueError(f"more than {LONGEST:,} characters of a selection")
        return PydeckState.of(wire)

    def _by_layer(self, part: Any) -> dict[str, list[Any]]:
        if not isinstance(part, dict) or not all(isinstance(found, list) for found in part.values()):
            raise TypeError("expected lists of objects by layer")
        if not part.keys() <= set(self.layers):
            raise ValueError("nothing can be selected in such a layer")
        return part


def _encode(state: Mapping[str, Any]) -> dict[str, Any]:
    selection = state["selection"]
    found = {part: dict(selection.get(part) or {}) for part in PARTS}
    return found if any(found.values()) else {}


@widget
def pydeck_chart(
    props: Mapping[str, Any],
    *,
    selection_mode: str,
    key: Key | None = None,
    on_select: OnChangeMode | WidgetCallback = "rerun",
) -> Control[PydeckState]:
    """Draw a map in which objects can be selected; what it shows is worked out already.

    Parameters
    ----------
    props
        What its view shows.
    selection_mode
        Whether one or several.
    key
        Its name in session state.
    on_select
        What happens then.
    """
    told = ("spec", "alt", "options", "width", "height")
    return Control(
        view=VIEW,
        default=PydeckState.of(),
        props={**props, "modes": (selection_mode,)},
        decode=_Rules(selection_mode, tuple(props["options"]["selectable"])).decode,
        encode=_encode,
        check=check_state,
        identity={"props": repr([props[name] for name in told])},
        identity_with_key=("selection_mode",),
        read_only=True,
        fleeting=True,  # a map may change in place
    )
