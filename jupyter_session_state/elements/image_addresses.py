"""Addresses of pictures, as scripts make them with ``streamlit.elements.lib.image_utils``."""

from __future__ import annotations

import base64
from typing import Any

from jupyter_session_state._core.place import current_place
from jupyter_session_state.elements.images import Channels, ImageFormat
from jupyter_session_state.elements.picture_data import Picture, picture_of

__all__ = ["Channels", "ImageFormat", "image_to_url"]


def image_to_url(
    image: Any,
    layout_config: Any = None,
    clamp: bool = False,
    channels: Channels = "RGB",
    output_format: ImageFormat = "auto",
    image_id: str = "",
) -> str:
    """Return an address of a picture: since there is no server, it holds the picture itself.

    Parameters
    ----------
    image
        What ``st.image`` takes.
    layout_config
        A `LayoutConfig`; pixels, as Streamlit before 1.49 took; or None.
    clamp, channels, output_format
        As in ``st.image``.
    image_id
        Not used.

    Raises
    ------
    StreamlitAPIException
        If it is no picture.
    """
    width = getattr(layout_config, "width", layout_config)
    how = Picture("content" if width is None else width, clamp, channels, output_format.upper())
    found = picture_of(current_place("image_to_url"), "image", image, how)
    if isinstance(found, str):
        return found
    return f"data:{found.mime};base64,{base64.b64encode(found.data).decode('ascii')}"
