"""Maps of pydeck as they travel: what their page draws, and the same in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from jupyter_session_state.elements import chart_messages

_TAKEN: Final = ("initialViewState", "views", "layers", "effects", "parameters")
"""Parts that are drawn. Maps of streets and their keys stay here, and so does whatever would put HTML in the page."""

_WORLD: Final[Mapping[str, Any]] = {
    "initialViewState": {"latitude": 0, "longitude": 0, "pitch": 0, "zoom": 1}
}
"""What there is to see of nothing."""

_DRAWN_LOTS: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""Names that pydeck draws by lot for a layer without one."""

UNNAMED: Final = "jss-layer-"


def described(deck: Any) -> dict[str, Any]:
    """Return what is drawn of a map.

    Raises
    ------
    StreamlitAPIException
        If it is none.
    """
    if deck is None:
        return dict(_WORLD)
    if not callable(getattr(deck, "to_json", None)):
        raise chart_messages.no_deck(deck)
    found = json.loads(deck.to_json(), parse_constant=lambda _: None)  # a page knows neither NaN nor infinity
    if not isinstance(found, dict):
        raise chart_messages.no_deck(deck)
    taken = {name: found[name] for name in _TAKEN if found.get(name) is not None}
    if "layers" in taken:
        taken["layers"] = [_named(layer, number) for number, layer in enumerate(_layers(found))]
    return taken


def _layers(found: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    layers = found.get("layers")
    return [layer for layer in layers if isinstance(layer, dict)] if isinstance(layers, list) else []


def _named(layer: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a layer with a name that is the same in the next run."""
    name = layer.get("id")
    own = isinstance(name, str) and name != "" and not _DRAWN_LOTS.fullmatch(name)
    return layer if own else {**layer, "id": f"{UNNAMED}{number}"}


def selectable_layers(found: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the layers whose objects can be selected: those that their author named."""
    ids = [str(layer["id"]) for layer in _layers(found) if layer.get("pickable")]
    return tuple(name for name in ids if not name.startswith(UNNAMED))


def words_of(found: Mapping[str, Any], alt: str | None) -> str:
    """Return what stands where a map cannot be drawn."""
    kinds = _kinds(found)
    layers = f" Its layers: {', '.join(kinds)}." if kinds else ""
    return f"A map of pydeck{f' ({alt})' if alt else ''}.{layers}"


def name_of(found: Mapping[str, Any]) -> str:
    """Return what a map is called that has no other name."""
    kinds = _kinds(found)
    return f"Map with {', '.join(kinds)}" if kinds else "Map"


def _kinds(found: Mapping[str, Any]) -> list[str]:
    return [str(layer.get("@@type", "layer")) for layer in _layers(found)]


def spec_text(found: Mapping[str, Any]) -> str:
    """Return a map as JSON."""
    return json.dumps(found, separators=(",", ":"))


def tooltip_of(deck: Any) -> dict[str, Any] | bool:
    """Return what is said of an object under the pointer: a template, or whether there is anything to say.

    Raises
    ------
    StreamlitAPIException
        If it is neither.
    """
    widget = getattr(deck, "deck_widget", None)
    asked = getattr(deck if widget is None else widget, "_tooltip" if widget is None else "tooltip", None)
    if asked in (None, True, False, {}):
        return bool(asked)
    parts = (
        {name: asked[name] for name in ("html", "text", "style") if asked.get(name)}
        if isinstance(asked, dict)
        else {}
    )
    body = parts.get("html") or parts.get("text")
    if not isinstance(body, str) or not isinstance(parts.get("style", {}), dict):
        raise chart_messages.no_tooltip(asked)
    return parts
