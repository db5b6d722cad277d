"""What the frame of a container needs to know, as its view gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.reconcile import STALE_FROM
from jupyter_session_state._jupyter import visitors
from jupyter_session_state._jupyter.markup import label_html
from jupyter_session_state._jupyter.markup.avatars import PICTURES
from jupyter_session_state._jupyter.markup.directives import icon_mark
from jupyter_session_state._jupyter.markup.links import navigation_html

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Element


def block_props(element: Element) -> dict[str, Any]:
    """Return what a frame needs to know, texts as sanitised HTML."""
    if element.kind == "navigation":
        return {"html": navigation_html(element.props), "position": element.props["position"]}
    shown: dict[str, Any] = {"record": not visitors.are_here()} if element.kind == "app" else {}
    for name, value in element.props.items():
        if name in _TEXTS:
            shown[f"{name}_html"] = None if value is None else label_html(str(value))
        elif name == "icon":
            shown["icon_html"] = icon_mark(value)
        elif name == "labels":
            shown["labels"], shown["labels_html"] = list(value), [label_html(label) for label in value]
        elif name in PICTURES:
            shown[f"{name}_html"] = PICTURES[name](element.props)
        elif name != STALE_FROM:
            shown[name] = value
    return shown if element.value is None else {**shown, "value": element.value}


_TEXTS = frozenset(("label", "help"))
"""Props of containers that are Markdown."""
