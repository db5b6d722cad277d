"""Columns of a table that show something, or are there to be clicked: pictures, JSON, buttons, sounds and films."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jupyter_session_state.elements import column_messages
from jupyter_session_state.elements.column_values import (
    ButtonColumnResult,
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    config,
    kind,
)

if TYPE_CHECKING:
    from jupyter_session_state.elements.types import WidgetArgs, WidgetCallback, WidgetKwargs


def AudioColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Addresses of sounds, which are played when a cell is opened. Mirrors ``streamlit.column_config.AudioColumn``.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    pinned
        Whether it stays at the left while the others scroll.
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    """
    return config(
        label=label, width=width, help=help, pinned=pinned, alignment=alignment, type_config=kind("audio")
    )


def ButtonColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    on_click: WidgetCallback | None = None,
    args: WidgetArgs | None = None,
    kwargs: WidgetKwargs | None = None,
    key: str | None = None,
) -> ButtonColumnResult | ColumnConfig:
    """Buttons, one in each cell, which say what is in it. Mirrors ``streamlit.column_config.ButtonColumn``.

    A cell that holds a list is a menu of these. With a `key` a click runs the script: ``st.session_state[key]`` has
    ``row``, a position in the data, and ``label`` in that run, and is None in others.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    pinned
        Whether it stays at the left while the others scroll.
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    type
        How the buttons look: ``"primary"``, ``"secondary"`` or ``"tertiary"``.
    on_click
        Called with `args` and `kwargs` after a click, before the script runs; needs a `key`.
    key
        Its name in session state. Without one nothing can be clicked.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is a callback without a key.

    Examples
    --------
    >>> config = {"do": st.column_config.ButtonColumn("", key="clicked")}  # doctest: +SKIP
    >>> st.dataframe(df, column_config=config)  # doctest: +SKIP
    >>> if st.session_state.clicked:  # doctest: +SKIP
    ...     st.write("row", st.session_state.clicked.row)
    """
    made = config(
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        alignment=alignment,
        disabled=True,
        type_config=kind("button", button_type=type),
    )
    if key is not None:
        return ButtonColumnResult(made, on_click, args, kwargs, key)
    if on_click is not None or args is not None or kwargs is not None:
        raise column_messages.button_without_key()
    return made


def ImageColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Addresses of pictures, which are shown. Mirrors ``streamlit.column_config.ImageColumn``.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    pinned
        Whether it stays at the left while the others scroll.
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    """
    return config(
        label=label, width=width, help=help, pinned=pinned, alignment=alignment, type_config=kind("image")
    )


def JsonColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Nested values, shown as JSON. Mirrors ``streamlit.column_config.JsonColumn``.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    pinned
        Whether it stays at the left while the others scroll.
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    """
    return config(
        label=label, width=width, help=help, pinned=pinned, alignment=alignment, type_config=kind("json")
    )


def VideoColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """Addresses of films, which are played when a cell is opened. Mirrors ``streamlit.column_config.VideoColumn``.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    pinned
        Whether it stays at the left while the others scroll.
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    """
    return config(
        label=label, width=width, help=help, pinned=pinned, alignment=alignment, type_config=kind("video")
    )
