"""Charts where no library draws them: their names, and what the saved picture says of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import escape

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Element

_KINDS: Final = {
    "plotly_chart": "Chart",
    "graphviz_chart": "Graph",
    "deck_gl_json_chart": "Map",
}
_LONGEST_TITLE: Final = 200


def chart_name(props: Mapping[str, Any]) -> str:
    """Return what a chart is called: what its author says, its title, or what sort of chart it is."""
    return str(props.get("alt") or _title(props) or f"{props.get('what') or 'Chart'}{_size(props)}")


def chart_text(element: Element) -> str:
    """Name a chart in a few words."""
    words = _words(element.props)
    if words:
        return f"[{words}]"
    return f"[{_what(element)}: {_told(element)}]"


def chart_html(element: Element) -> str:
    """Say what a chart shows, where it cannot be drawn."""
    words = _words(element.props)
    if words:
        return f'<p class="jss-static-chart">{escape(words)}</p>'
    named = f"{escape(_what(element))}: <strong>{escape(_told(element))}</strong>"
    return f'<p class="jss-static-chart">{named}. Run the cell to see it.</p>'


def _words(props: Mapping[str, Any]) -> str:
    """Return the words that stand for a chart which is not drawn, if it brings some."""
    return str(props.get("options", {}).get("words", ""))


def _what(element: Element) -> str:
    return str(element.props.get("what") or _KINDS.get(element.kind, "Chart"))


def _told(element: Element) -> str:
    props = element.props
    name = str(props.get("alt") or _title(props))
    size = _size(props).removeprefix(", ")
    return ", ".join(filter(None, (name, size))) or "nothing in it"


def _size(props: Mapping[str, Any]) -> str:
    points = int(props.get("points") or 0)
    return f", {points:,} {'point' if points == 1 else 'points'}" if points else ""


def _title(props: Mapping[str, Any]) -> str:
    """Return the title that a description gives its chart."""
    if props.get("engine") not in ("vega", "plotly"):
        return ""
    try:
        spec = json.loads(props["spec"])
    except ValueError:
        return ""
    if not isinstance(spec, dict):
        return ""
    layout = spec.get("layout") if props["engine"] == "plotly" else spec
    title = layout.get("title") if isinstance(layout, dict) else None
    text = title.get("text") if isinstance(title, dict) else title
    words = " ".join(map(str, text)) if isinstance(text, list) else text
    found = words or spec.get("description") if props["engine"] == "vega" else words
    return str(found)[:_LONGEST_TITLE] if isinstance(found, str) else ""
