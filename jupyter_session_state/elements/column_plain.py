"""Columns of a table with numbers, texts and boxes to tick."""

from __future__ import annotations

from jupyter_session_state.elements.column_values import (
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    NumberColumnFormat,
    config,
    kind,
)


def CheckboxColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: bool | None = None,
) -> ColumnConfig:
    """Boxes to tick. Mirrors ``streamlit.column_config.CheckboxColumn``.

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
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    default
        What a new row has here.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
        type_config=kind("checkbox"),
    )


def Column(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
) -> ColumnConfig:
    """A column whose kind is that of its values. Mirrors ``streamlit.column_config.Column``.

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
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
    )


def NumberColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: float | None = None,
    format: str | NumberColumnFormat | None = None,
    min_value: float | None = None,
    max_value: float | None = None,
    step: float | None = None,
) -> ColumnConfig:
    """Numbers. Mirrors ``streamlit.column_config.NumberColumn``.

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
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    default
        What a new row has here.
    format
        How values are written.
    min_value
        The least value.
    max_value
        The greatest value.
    step
        What values are multiples of.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
        type_config=kind("number", min_value=min_value, max_value=max_value, format=format, step=step),
    )


def TextColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
) -> ColumnConfig:
    """Texts. Mirrors ``streamlit.column_config.TextColumn``.

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
    alignment
        ``"left"``, ``"center"`` or ``"right"``.
    default
        What a new row has here.
    max_chars
        How long a text may be.
    validate
        A regular expression of JavaScript that a text has to match.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=default,
        type_config=kind("text", max_chars=max_chars, validate=validate),
    )
