"""Columns of a table with something to choose, and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jupyter_session_state.elements.column_values import (
    ColumnConfig,
    ColumnWidth,
    SelectboxOptionValue,
    choices,
    colored,
    config,
    kind,
)


def ListColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    default: Iterable[str] | None = None,
) -> ColumnConfig:
    """Lists of texts or numbers. Mirrors ``streamlit.column_config.ListColumn``.

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
    disabled
        Whether it cannot be edited.
    required
        Whether a new row needs a value here.
    default
        What a new row has here.
    """
    return config(
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        disabled=disabled,
        required=required,
        default=None if default is None else list(default),
        type_config=kind("list"),
    )


def MultiselectColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: Iterable[str] | None = None,
    options: Iterable[str] | None = None,
    accept_new_options: bool | None = None,
    color: str | Iterable[str] | None = None,
    format_func: Callable[[str], str] | None = None,
) -> ColumnConfig:
    """Several of several options. Mirrors ``streamlit.column_config.MultiselectColumn``.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    disabled
        Whether it cannot be edited.
    required
        Whether a new row needs a value here.
    pinned
        Whether it stays at the left while the others scroll.
    default
        What a new row has here.
    options
        What can be chosen.
    accept_new_options
        Whether values of the user's own can be added.
    color
        A CSS colour, a name of one, ``"auto"`` or ``"auto-inverse"``.
    format_func
        Makes the text that is shown for an option.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        default=None if default is None else list(default),
        type_config=kind(
            "multiselect", options=colored(options, color, format_func), accept_new_options=accept_new_options
        ),
    )


def SelectboxColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: SelectboxOptionValue | None = None,
    options: Iterable[SelectboxOptionValue] | None = None,
    format_func: Callable[[SelectboxOptionValue], str] | None = None,
) -> ColumnConfig:
    """One of several options. Mirrors ``streamlit.column_config.SelectboxColumn``.

    Parameters
    ----------
    label
        Its header, as Markdown has it; by default the name of the column.
    width
        ``"small"``, ``"medium"``, ``"large"`` or pixels; by default as wide as what is in it.
    help
        Shown when the header is pointed at.
    disabled
        Whether it cannot be edited.
    required
        Whether a new row needs a value here.
    pinned
        Whether it stays at the left while the others scroll.
    default
        What a new row has here.
    options
        What can be chosen.
    format_func
        Makes the text that is shown for an option.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        default=default,
        type_config=kind("selectbox", options=choices(options, format_func)),
    )
