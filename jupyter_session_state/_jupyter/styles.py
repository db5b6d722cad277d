"""One style for all widgets of a class: each would open a comm of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets

if TYPE_CHECKING:
    from collections.abc import Collection

    from jupyter_session_state._jupyter.view import View


class Styles:
    """The styles that the widgets of one app share."""

    def __init__(self) -> None:
        self._styles: dict[type, ipywidgets.Widget] = {}

    def shared(self, view: View) -> dict[str, Any]:
        """Return the style for a new widget, as keyword; nothing for the first of its class."""
        style = self._styles.get(view.make) if isinstance(view.make, type) else None
        return {} if style is None else {"style": style}

    def keep(self, widget: ipywidgets.Widget) -> None:
        """Let later widgets of this class have its style."""
        style = getattr(widget, "style", None)
        if isinstance(style, ipywidgets.Widget):
            self._styles.setdefault(type(widget), style)

    @property
    def all(self) -> Collection[ipywidgets.Widget]:
        """All of them."""
        return self._styles.values()

    def close(self) -> None:
        """Close them."""
        for style in self._styles.values():
            style.close()
        self._styles.clear()
