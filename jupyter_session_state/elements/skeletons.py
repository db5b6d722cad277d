"""Where something will be, once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Element
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import messages
from jupyter_session_state.elements.sizes import check_full_width
from jupyter_session_state.elements.types import HeightWithoutContent, WidthWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state.elements.handle_kinds import SkeletonPlaceholder


@drawing
def skeleton(
    at: Any, height: HeightWithoutContent | None = None, *, width: WidthWithoutContent = "stretch"
) -> SkeletonPlaceholder:
    """A grey place for what is not there yet. Mirrors ``streamlit.skeleton``.

    Drawing on its handle replaces it. As ``with`` block it is there while the block runs.

    Parameters
    ----------
    height
        Pixels, or ``"stretch"``; None is the height of one line.

    Raises
    ------
    StreamlitInvalidHeightError, StreamlitInvalidWidthError
        If a size is none.

    Examples
    --------
    >>> place = st.skeleton(height=200)  # doctest: +SKIP
    >>> place.dataframe(read_archive())  # doctest: +SKIP
    """
    check_full_width("skeleton", width)
    is_pixels = isinstance(height, int) and not isinstance(height, bool) and height > 0
    if height is not None and height != "stretch" and not is_pixels:
        raise messages.invalid_height("skeleton", height)
    handle: SkeletonPlaceholder = at.emit(Element("skeleton", {"height": height, "width": width}, spot=True))
    return handle


def take_away(spot: Any) -> None:
    """Take a skeleton away that nothing was drawn over; this ends no run."""
    node, index = spot.node, spot.index
    if index is not None and getattr(node.children[index], "kind", "") == "skeleton":
        node.children[index] = Element("empty", {"transient": True}, spot=True)
        node.run.after_element()
