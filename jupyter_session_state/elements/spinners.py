"""That something goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.types import Width, text_of


@drawing
def spinner(
    at: Any,
    text: str = "In progress...",
    *,
    show_time: bool = False,
    _cache: bool = False,
    width: Width = "content",
) -> AbstractContextManager[None]:
    """A turning ring while a block runs. Mirrors ``streamlit.spinner``.

    Parameters
    ----------
    text
        What goes on, as Markdown.
    show_time
        Whether to count the seconds.

    Examples
    --------
    >>> with st.spinner("Reading the archive"):  # doctest: +SKIP
    ...     df = read_archive()
    """
    props = {"text": text_of(text), "show_time": show_time, "width": width}
    return _turning(at, Element("spinner", props, spot=True))


@contextmanager
def _turning(at: Any, ring: Element) -> Iterator[None]:
    spot = at.checked("spinner").emit(ring)
    try:
        yield
    finally:
        # Not `emit`: taking the ring away must not end a run, least of all one that ends already.
        children = spot.node.children
        if children[spot.index] is ring:
            children[spot.index] = Element("empty", {"transient": True}, spot=True)
            spot.run.after_element()
