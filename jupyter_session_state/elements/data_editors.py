"""A table that can be edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Literal, TypeVar, cast

from jupyter_session_state._core.element import Held
from jupyter_session_state._core.spec import Control, widget
from jupyter_session_state.elements import data_messages
from jupyter_session_state.elements.cell_buttons import draw_buttons
from jupyter_session_state.elements.editor_state import DataEditorState, encode
from jupyter_session_state.elements.editor_tables import EditorTable
from jupyter_session_state.elements.sizes import check_height, check_width
from jupyter_session_state.elements.types import (
    Height,
    Key,
    OnChangeMode,
    WidgetArgs,
    WidgetCallback,
    WidgetKwargs,
    Width,
)

T = TypeVar("T")

COUNTS_WITH_KEY = (
    *("data", "width", "height", "hide_index", "column_order", "column_config", "num_rows", "row_height"),
    *("placeholder", "alt"),
)
"""What tells one editor from another where rows may come and go, in spite of a key."""


@widget
def data_editor(
    data: T,
    *,
    width: Width = "stretch",
    height: Height | Literal["auto"] = "auto",
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    num_rows: Literal["fixed", "dynamic", "add", "delete"] = "fixed",
    disabled: bool | Iterable[str | int] = False,
    key: Key | None = None,
    on_change: WidgetCallback | OnChangeMode | None = "rerun",
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    alt: str | None = None,
) -> Control[T]:
    """A table whose cells can be edited; returns the edited data, in the form in which it was given.

    Mirrors ``streamlit.data_editor``. What was given is not changed. Session state has what the user did, to be
    read only: ``edited_rows``, ``added_rows`` and ``deleted_rows``. Pandas must be installed.

    Parameters
    ----------
    data
        A DataFrame, a Series, an array, a list of rows, values or records, or a dict of columns or of values.
    hide_index
        Whether the names of rows are left out; by default where they are numbers that say nothing.
    column_order
        Which columns to show, in this order.
    column_config
        By column name or position, one of ``st.column_config`` or another header; None hides the column.
    num_rows
        Whether rows may be added or deleted: ``"fixed"``, ``"dynamic"``, ``"add"`` or ``"delete"``.
    disabled
        Whether nothing can be edited, or which columns cannot.
    key
        Its name in session state. With a key and ``num_rows="fixed"`` edits stay while only values of the data
        change; else other data begins without edits.
    on_change
        Called with `args` and `kwargs` after the user edited something, before the script runs.
    placeholder
        What an empty cell shows.
    alt
        What the table holds, for those who cannot see it.

    Raises
    ------
    StreamlitDataframeConversionError
        If `data` has no rows and columns.
    StreamlitAPIException
        If two columns have the same name, or the index is of a kind that cannot be edited.

    Examples
    --------
    >>> df = st.data_editor(df, num_rows="dynamic", disabled=["id"])  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    check_width("data_editor", width)
    check_height("data_editor", height)
    order = None if column_order is None else [str(name) for name in column_order]
    table = EditorTable(data, disabled, column_config, num_rows)
    stays = key is not None and num_rows == "fixed"
    name = (alt or "").strip() or None
    control = Control(
        view="Grid",
        default=DataEditorState.of(),
        props={
            **table.props(hide_index=hide_index, order=order),
            "data": Held(table.frame),
            "num_rows": num_rows,
            "width": width,
            "height": height,
            "row_height": row_height,
            "placeholder": placeholder,
            "alt": name,
            "disabled": disabled is True,
        },
        decode=table.rules.decode,
        encode=encode,
        check=_checked,
        identity={
            "data": table.structure() if stays else table.content(),
            "column_order": order,
            "column_config": table.setting(),
            "alt": name,
        },
        identity_with_key=("data", "num_rows") if stays else COUNTS_WITH_KEY,
        read_only=True,
        fleeting=True,  # data may change in place
        returns=table.returned,
        besides=None if disabled is True else partial(draw_buttons, config=column_config),
    )
    return cast("Control[T]", control)


def _checked(state: Any) -> Any:
    """Pass what session state has: made by a browser, or put there from outside of a run."""
    if not isinstance(state, Mapping):
        raise data_messages.no_edits(state)
    return state
