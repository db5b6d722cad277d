"""The logo of an app."""

from __future__ import annotations

from typing import Any, Literal

from jupyter_session_state import errors
from jupyter_session_state._core.element import Blob
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages, messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.icons import checked_icon, is_emoji
from jupyter_session_state.elements.picture_data import Picture, picture_of


@drawing
def logo(
    at: Any,
    image: Any,
    *,
    size: Literal["small", "medium", "large"] = "medium",
    link: str | None = None,
    icon_image: Any = None,
) -> None:
    """A small picture at the top of the sidebar, or of the app if it has none. Mirrors ``streamlit.logo``.

    Parameters
    ----------
    image
        What ``st.image`` takes, an emoji, or ``":material/name:"``.
    size
        ``"small"``, ``"medium"`` or ``"large"``.
    link
        Where a click leads.
    icon_image
        Shown instead where there is little room.

    Raises
    ------
    StreamlitAPIException
        If it is no picture.
    StreamlitInvalidURLError
        If the link is no address of the web.
    StreamlitValueError
        If the size is none.

    Examples
    --------
    >>> st.logo("logo.png", link="https://example.org")  # doctest: +SKIP
    """
    picture = _picture(at, "image", image)
    if link and not is_address(link, "http", "https"):
        raise media_messages.bad_link("logo", link, "http:// or https://")
    small = _picture(at, "icon_image", icon_image) if icon_image else None
    name = size.lower() if isinstance(size, str) else ""
    if name not in ("small", "medium", "large"):
        raise messages.not_one_of("size", size, "'small', 'medium' or 'large'")
    at.run.canvas.configure(logo={"image": picture, "size": name, "link": link, "icon_image": small})


def _picture(at: Any, parameter: str, image: Any) -> Blob | str:
    try:
        if isinstance(image, str) and (is_emoji(image) or image.startswith(":material")):
            return str(checked_icon("logo", image))
        return picture_of(at, "logo", image, Picture(width=480))
    except errors.Error as error:
        raise media_messages.bad_logo(parameter, error) from error
