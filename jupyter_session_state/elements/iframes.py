"""Pages within the page, and HTML with scripts of its own: always in a frame that cannot reach out."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jupyter_session_state._core.element import Blob, Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import media_messages, messages
from jupyter_session_state.elements.addresses import is_address
from jupyter_session_state.elements.file_paths import read_bytes
from jupyter_session_state.elements.sizes import check_height, check_width, loose_size

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

_PAGES = (".html", ".htm", ".xhtml")
HTML = "text/html"


@drawing
def iframe(
    at: Any,
    src: str | Path,
    *,
    width: int | Literal["stretch", "content"] = "stretch",
    height: int | Literal["stretch", "content"] = "content",
    tab_index: int | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """A page in a frame: an address, HTML as text, or a file. Mirrors ``streamlit.iframe``.

    The frame may run scripts, but is cut off from the notebook and has no origin of its own: pages that want cookies or
    a login do not work in it.

    Parameters
    ----------
    src
        An address (``https://...``), HTML, or the path of a file (a `Path`).
    height
        ``"content"`` is as high as HTML is, and 400 pixels for an address.
    tab_index
        -1 leaves the frame out of the order of the keyboard.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitInvalidWidthError, StreamlitInvalidHeightError
        If a size is none.
    StreamlitAPIException
        If a file cannot be read.

    Examples
    --------
    >>> st.iframe("<h1>Hello</h1><script>document.body.append(' you')</script>")  # doctest: +SKIP
    """
    check_width("iframe", width)
    check_frame_height("iframe", height)
    props = _source(at, src)
    if "src" in props:
        height = 400 if height == "content" else height
    return _draw(at, {**props, "width": width, "height": height, "scrolling": True, "alt": alt}, tab_index)


@drawing
def component_html(
    at: Any,
    html: str,
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    *,
    tab_index: int | None = None,
) -> DeltaGenerator:
    """HTML with scripts, in a frame that is cut off from the notebook. Mirrors ``streamlit.components.v1.html``.

    Parameters
    ----------
    html
        The text.
    width
        Pixels; None for all there is.
    height
        Pixels; None is 150.
    scrolling
        Whether it scrolls what does not fit.

    Examples
    --------
    >>> components.html("<button onclick='this.remove()'>Bye</button>")  # doctest: +SKIP
    """
    return _draw(
        at, {"page": _page(str(html)), **_sizes(width, height), "scrolling": bool(scrolling)}, tab_index
    )


@drawing
def component_iframe(
    at: Any,
    src: str,
    width: int | None = None,
    height: int | None = None,
    scrolling: bool = False,
    *,
    tab_index: int | None = None,
) -> DeltaGenerator:
    """A page of the web in a frame. Mirrors ``streamlit.components.v1.iframe``.

    Parameters
    ----------
    src
        Its address.
    width
        Pixels; None for all there is.
    height
        Pixels; None is 150.
    scrolling
        Whether it scrolls what does not fit.

    Examples
    --------
    >>> components.iframe("https://example.org", height=500)  # doctest: +SKIP
    """
    return _draw(at, {"src": str(src), **_sizes(width, height), "scrolling": bool(scrolling)}, tab_index)


def check_frame_height(kind: str, height: Any) -> None:
    """Raise StreamlitInvalidHeightError unless it is pixels, ``"stretch"`` or ``"content"``."""
    if height == "auto":
        raise messages.invalid_height(kind, height)
    check_height(kind, height)


def check_tab_index(tab_index: Any) -> None:
    """Raise StreamlitAPIException unless it is a place in the order of the keyboard, -1 or None."""
    if tab_index is None:
        return
    if isinstance(tab_index, bool) or not isinstance(tab_index, int):
        raise messages.wrong_type("iframe", "tab_index", tab_index, "an int or None")
    if tab_index < -1:
        raise messages.not_one_of("tab_index", tab_index, "None, -1 or a number from 0 on")


def _sizes(width: int | None, height: int | None) -> dict[str, Any]:
    return {"width": loose_size(width), "height": 150 if height is None else loose_size(height)}


def _source(at: Any, src: Any) -> dict[str, Any]:
    if isinstance(src, Path):
        data = read_bytes(at, "iframe", src)
        if src.suffix.lower() in _PAGES:
            return {"page": Blob(data, HTML)}
        return {"file": Blob(data, mimetypes.guess_type(src.name)[0] or "application/octet-stream")}
    text = str(src)
    if is_address(text, "http", "https", "data") or text.startswith("/"):
        return {"src": text}
    return {"page": _page(text)}


def _page(html: str) -> Blob:
    data = html.encode("utf-8", "replace")
    media_messages.check_size("iframe", len(data))
    return Blob(data, HTML)


def _draw(at: Any, props: dict[str, Any], tab_index: int | None) -> DeltaGenerator:
    check_tab_index(tab_index)
    handle: DeltaGenerator = at.emit(Element("iframe", {"alt": None, **props, "tab_index": tab_index}))
    return handle
