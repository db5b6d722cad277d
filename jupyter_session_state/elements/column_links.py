"""Columns of a table with addresses and Markdown."""

from __future__ import annotations

from jupyter_session_state.elements.column_values import (
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    config,
    kind,
)


def LinkColumn(  # noqa: N802 - as in Streamlit
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
    display_text: str | None = None,
) -> ColumnConfig:
    """Addresses that can be followed. Mirrors ``streamlit.column_config.LinkColumn``.

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
    display_text
        What is shown of a link: a text, or a regular expression whose group is shown.
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
        type_config=kind("link", max_chars=max_chars, validate=validate, display_text=display_text),
    )


def MarkdownColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: str | None = None,
) -> ColumnConfig:
    """Texts in Markdown; opening a cell shows it. Mirrors ``streamlit.column_config.MarkdownColumn``.

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
        type_config=kind("markdown"),
    )
