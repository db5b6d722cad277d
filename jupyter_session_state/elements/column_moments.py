"""Columns of a table with dates and times."""

from __future__ import annotations

import datetime as dt

from jupyter_session_state.elements.column_values import (
    ColumnConfig,
    ColumnWidth,
    ContentAlignment,
    DateTimeFormat,
    config,
    iso,
    kind,
    seconds,
)


def DateColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: dt.date | None = None,
    format: str | None = None,
    min_value: dt.date | None = None,
    max_value: dt.date | None = None,
    step: int | None = None,
) -> ColumnConfig:
    """Dates. Mirrors ``streamlit.column_config.DateColumn``.

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
        default=iso(default),
        type_config=kind(
            "date", format=format, min_value=iso(min_value), max_value=iso(max_value), step=step
        ),
    )


def DatetimeColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: dt.datetime | None = None,
    format: str | DateTimeFormat | None = None,
    min_value: dt.datetime | None = None,
    max_value: dt.datetime | None = None,
    step: float | dt.timedelta | None = None,
    timezone: str | None = None,
) -> ColumnConfig:
    """Dates with times. Mirrors ``streamlit.column_config.DatetimeColumn``.

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
    timezone
        The zone in which moments are shown.
    """
    return config(
        label=label,
        width=width,
        help=help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=iso(default),
        type_config=kind(
            "datetime",
            format=format,
            min_value=iso(min_value),
            max_value=iso(max_value),
            step=seconds(step),
            timezone=timezone,
        ),
    )


def TimeColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ContentAlignment | None = None,
    default: dt.time | None = None,
    format: str | None = None,
    min_value: dt.time | None = None,
    max_value: dt.time | None = None,
    step: float | dt.timedelta | None = None,
) -> ColumnConfig:
    """Times. Mirrors ``streamlit.column_config.TimeColumn``.

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
        default=iso(default),
        type_config=kind(
            "time", format=format, min_value=iso(min_value), max_value=iso(max_value), step=seconds(step)
        ),
    )
