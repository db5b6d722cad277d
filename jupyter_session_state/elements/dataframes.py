"""Tables of data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from jupyter_session_state._core.element import Element, Held
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import column_messages
from jupyter_session_state.elements.cell_buttons import draw_buttons
from jupyter_session_state.elements.frames import grid_of
from jupyter_session_state.elements.grid_columns import INDEX, columns_of, config_of
from jupyter_session_state.elements.grid_data import GridData
from jupyter_session_state.elements.grid_prints import print_of
from jupyter_session_state.elements.kept_data import kept
from jupyter_session_state.elements.selectable import dataframe as selectable
from jupyter_session_state.elements.selections import ROW_MODES, DataframeState, modes_of
from jupyter_session_state.elements.sizes import check_height, check_width
from jupyter_session_state.elements.types import Height, Key, WidgetCallback, Width

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jupyter_session_state.elements.delta_generator import DeltaGenerator
    from jupyter_session_state.elements.keywords import TableKeywords


@overload
def dataframe(
    data: Any = None,
    width: Width = "stretch",
    height: Height | Literal["auto"] = "auto",
    *,
    on_select: Literal["ignore"] = "ignore",
    **more: Unpack[TableKeywords],
) -> DeltaGenerator: ...
@overload
def dataframe(
    data: Any = None,
    width: Width = "stretch",
    height: Height | Literal["auto"] = "auto",
    *,
    on_select: Literal["rerun"] | WidgetCallback,
    **more: Unpack[TableKeywords],
) -> DataframeState: ...
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
    selection_default: Mapping[str, Any] | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator | DataframeState:
    """A table that scrolls, sorts and can be searched, however large. Mirrors ``streamlit.dataframe``.

    Rows go to the page as somebody looks at them. They are sorted and searched in the kernel.

    Parameters
    ----------
    data
        A DataFrame, Series, Index or Styler of pandas, data of polars or Arrow, an array, rows, records, columns.
        It is not changed.
    width, height
        How large it is, in pixels or ``"stretch"`` or ``"content"``.
    hide_index
        Whether the index is left out.
    column_order
        Which columns to show, in this order.
    column_config
        By column name, one of ``st.column_config`` or another header; None hides the column.
    key
        Its name in session state, where it has its selection.
    on_select
        ``"rerun"``, or a callback, lets users select; the call then returns what is selected.
    selection_mode
        What can be selected: ``"single-row"``, ``"multi-row"``, ``"single-column"``, ``"multi-column"``,
        ``"single-cell"``, ``"multi-cell"``, or several of these.
    selection_default
        What is selected at first, as ``{"selection": {"rows": [0]}}``.
    row_height
        How high rows are, in pixels.
    placeholder
        What an empty cell shows.
    lazy
        Nothing: rows always go to the page as they are looked at.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitDataframeConversionError
        If `data` has no rows and columns.
    StreamlitValueError, StreamlitIncompatibleParametersError
        If `selection_mode` cannot be.

    Examples
    --------
    >>> event = st.dataframe(df, key="people", on_select="rerun")  # doctest: +SKIP
    >>> st.write(df.iloc[event.selection.rows])  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    check_width("dataframe", width)
    check_height("dataframe", height)
    selects = on_select != "ignore"
    if selection_default is not None and not selects:
        raise column_messages.default_without_selection()
    modes = modes_of(selection_mode) if selects else ()
    draw_buttons(at, column_config)
    data = kept(data)
    shown = _data_of(
        data, column_order, column_config, hide_index, rows_are_selected=bool({*modes} & {*ROW_MODES})
    )
    props = {
        "grid": Held(shown, shown.version),
        "data": Held(data),
        "width": width,
        "height": height,
        "row_height": row_height,
        "placeholder": placeholder,
        "alt": (alt or "").strip() or None,
    }
    if selects:
        wanted = {"selection_mode": modes, "selection_default": selection_default}
        state: DataframeState = cast("Any", selectable).draw(
            at, (props,), {"key": key, "on_select": on_select, **wanted}
        )
        return state
    handle: DeltaGenerator = at.show(Element("dataframe", props, view="Grid"))
    return handle


def _data_of(
    data: Any,
    order: Iterable[str] | None,
    config: Mapping[Any, Any] | None,
    hide_index: bool | None,
    *,
    rows_are_selected: bool,
) -> GridData:
    grid, said = grid_of(data), config_of(config)
    wanted = None if order is None else list(order)
    if hide_index is None and rows_are_selected and grid.numbered and INDEX not in said:
        hide_index = True  # boxes to tick are there instead
    version = f"{print_of(grid)} {said} {wanted} {hide_index}"
    return GridData(grid, lambda: columns_of(grid, said, wanted, hide_index=hide_index), version)
