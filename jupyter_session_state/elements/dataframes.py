"""Tables of data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from jupyter_session_state._core.element import Element, Held
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.tables import table_of
from jupyter_session_state.elements.types import Height, Key, WidgetCallback, Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator


@drawing
def dataframe(
    at: Any,
    data: Any = None,
    width: Width = "stretch",
    height: Height | Literal["auto"] = "auto",
    *,
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    key: Key | None = None,
    on_select: Literal["ignore", "rerun"] | WidgetCallback = "ignore",
    selection_mode: str | Iterable[str] = "multi-row",
    selection_default: Any = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """A table that scrolls; of large data its first rows and columns. Mirrors ``streamlit.dataframe``.

    Parameters
    ----------
    data
        A DataFrame, Series, Index or Styler, an array, rows, columns, or what turns into a DataFrame. It is
        not changed.
    width, height
        How large it is, in pixels or ``"stretch"`` or ``"content"``.
    hide_index
        Whether the index is left out.
    column_order
        Which columns to show, in this order.
    column_config
        By column name, another header; None hides the column.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitDataframeConversionError
        If `data` has no rows and columns.

    Examples
    --------
    >>> st.dataframe(df.head(), hide_index=True, column_order=["region", "total"])  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    props = {
        "table": table_of(data, column_order, column_config),
        "data": Held(data),
        "hide_index": hide_index,
        "width": width,
        "height": height,
        "alt": alt,
    }
    if on_select != "ignore" and at.index is None:
        at.note("Rows of this table cannot be selected yet: `on_select` was left out.")
    handle: DeltaGenerator = at.emit(Element("dataframe", props))
    return handle
