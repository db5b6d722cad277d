"""Small pictures of containers and of the app: who says a message, the logo, the icon of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._core.element import Blob
from jupyter_session_state._jupyter.markup.directives import icon_mark
from jupyter_session_state._jupyter.markup.escape import escape
from jupyter_session_state._jupyter.markup.sanitise import safe_link, safe_source
from jupyter_session_state._jupyter.markup.sources import named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ADDRESSES: Final = ("http:", "https:", "data:", "/")
# Drawn here, so that they look the same without a font of emoji.
_PRESETS: Final = {
    "user": "M12 12.5a4.5 4.5 0 1 0 0-9a4.5 4.5 0 0 0 0 9zM3.5 21a8.5 7 0 0 1 17 0z",
    "assistant": "M11 2h2v3h5a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3h5z"
    "M8 10v3h2v-3zM14 10v3h2v-3zM8 15.5v1.5h8v-1.5z",
}


def avatar_html(props: Mapping[str, Any]) -> str:
    """Show who says a message: a picture, a sign, or the first letter of the name."""
    avatar, name = props.get("avatar"), str(props.get("name_shown") or "")
    if not avatar:
        return f'<span aria-hidden="true">{escape(name[:1].upper())}</span>'
    if isinstance(avatar, str) and avatar in _PRESETS:
        return (
            f'<svg class="jss-avatar-sign jss-avatar-{avatar}" viewBox="0 0 24 24" aria-hidden="true">'
            f'<path fill-rule="evenodd" d="{_PRESETS[avatar]}"></path></svg>'
        )
    return f'<span aria-hidden="true">{small_picture(avatar, "")}</span>'


def small_picture(image: Any, alt: str) -> str:
    """Show a picture, the picture at an address, or an icon."""
    if isinstance(image, Blob):
        return f'<img {named(image, "src")} alt="{escape(alt)}">'
    text = str(image or "")
    if text.lower().startswith(_ADDRESSES):
        return f'<img src="{escape(safe_source(text))}" alt="{escape(alt)}">'
    return icon_mark(text)


def logo_html(props: Mapping[str, Any]) -> str:
    """Show the logo of an app, as a link if it leads somewhere."""
    logo = props.get("logo")
    if not isinstance(logo, dict):
        return ""
    size = logo.get("size") if logo.get("size") in ("small", "medium", "large") else "medium"
    picture = f'<span class="jss-logo jss-logo-{size}">{small_picture(logo.get("image"), "Logo")}</span>'
    href = safe_link(str(logo.get("link") or ""))
    if not href:
        return picture
    return f'<a href="{escape(href)}" target="_blank" rel="noopener noreferrer">{picture}</a>'


def page_icon_html(props: Mapping[str, Any]) -> str:
    """Show the icon of the page, beside its title."""
    icon = props.get("page_icon")
    return f'<span class="jss-page-icon" aria-hidden="true">{small_picture(icon, "")}</span>' if icon else ""


PICTURES: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "avatar": avatar_html,
    "logo": logo_html,
    "page_icon": page_icon_html,
}
"""Props of containers that are pictures."""
