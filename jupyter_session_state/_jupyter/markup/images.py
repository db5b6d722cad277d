"""Figures and pictures, inside the page itself."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import escape, note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jupyter_session_state._core.element import Blob

# What an <img> can show; a picture there never runs scripts, not even SVG.
_SHOWABLE: Final = frozenset(
    f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "avif", "bmp", "svg+xml")
)
_DEFAULT_ALT: Final = {"pyplot": "Matplotlib figure"}


def image_html(kind: str, props: Mapping[str, Any]) -> str:
    """Show a picture that never grows wider than its place."""
    image: Blob = props["image"]
    if image.mime not in _SHOWABLE:
        return note(f"A picture of type {image.mime} cannot be shown.")
    classes, style = _size(props.get("width", "stretch" if kind == "pyplot" else "content"))
    alt = escape(props.get("alt") or _DEFAULT_ALT.get(kind, ""))
    data = base64.b64encode(image.data).decode("ascii")
    return f'<img class="{classes}" src="data:{image.mime};base64,{data}" alt="{alt}"{style}>'


def image_text(kind: str, props: Mapping[str, Any]) -> str:
    """Name the picture in a few words."""
    name = "figure" if kind == "pyplot" else "image"
    alt = props.get("alt")
    return f"[{name}: {alt}]" if alt else f"[{name}]"


def _size(width: object) -> tuple[str, str]:
    if width == "stretch":
        return "jss-img jss-stretch", ""
    if isinstance(width, int) and not isinstance(width, bool) and width > 0:
        return "jss-img", f' style="width:{width}px"'
    return "jss-img", ""
