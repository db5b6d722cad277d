"""Tables that stand still."""

from __future__ import annotations

from typing import Any, Literal

from jupyter_session_state._core.element import Element, Held
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import data_messages
from jupyter_session_state.elements.frames import grid_of
from jupyter_session_state.elements.kept_data import kept
from jupyter_session_state.elements.sizes import check_height, check_width
from jupyter_session_state.elements.tables import whole_table
from jupyter_session_state.elements.types import Height, Width


@drawing
def table(
    at: Any,
    data: Any = None,
    *,
    border: bool | Literal["horizontal"] = True,
    width: Width = "stretch",
    height: Height = "content",
    hide_index: bool | None = None,
    hide_header: bool | None = None,
    alt: str | None = None,
) -> Any:
    """A table that shows all of its rows at once. Mirrors ``streamlit.table``.

    Parameters
    ----------
    data
        What `st.dataframe` takes. Texts in cells and headers may be Markdown.
    border
        Whether there are lines around cells, or ``"horizontal"`` for lines between rows alone.
    width, height
        How large it is, in pixels or ``"stretch"`` or ``"content"``.
    hide_index
        Whether the index is left out; by default where it only numbers the rows.
    hide_header
        Whether the headers are left out.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitDataframeConversionError
        If `data` has no rows and columns.

    Examples
    --------
    >>> st.table({"Name": ["**Ada**", "Grace"], "Born": [1815, 1906]}, border="horizontal")  # doctest: +SKIP
    """
    check_width("table", width)
    check_height("table", height)
    if border not in (True, False, "horizontal"):
        raise data_messages.bad_border(border)
    data = kept(data)
    grid = grid_of(data)
    props = {
        "table": whole_table(grid),
        "data": Held(data),
        "border": border,
        "hide_index": grid.numbered if hide_index is None else hide_index,
        "hide_header": hide_header,
        "width": width,
        "height": height,
        "alt": (alt or "").strip() or None,
        "markdown": True,
    }
    return at.emit(Element("table", props))
