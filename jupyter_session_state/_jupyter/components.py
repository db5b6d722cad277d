"""The view of components that others made: their props as traits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jupyter_session_state._jupyter.markup.escape import sound
from jupyter_session_state._jupyter.view import Traits, View
from jupyter_session_state._jupyter.views.components import Component
from jupyter_session_state.elements.component_values import LONGEST


def traits(props: Mapping[str, Any]) -> Traits:
    """Return the traits of a view, without its value."""
    page = props.get("page")
    parts = {name: sound(part) if isinstance(part, str) else part for name, part in props["parts"].items()}
    return {
        "protocol": props["protocol"],
        "parts": parts,
        "page": b"" if page is None else page.data,
        "data": sound(props["data"]),
        "options": {
            "name": sound(props["label"]),
            "longest": LONGEST,
            "width": props["width"],
            "height": props["height"],
            "tab_index": props.get("tab_index"),
        },
    }


COMPONENT = View(Component, traits, label=lambda props: "")
"""The view of components."""
