"""Columns of a table that draw numbers: charts and bars."""

from __future__ import annotations

from jupyter_session_state.elements.column_values import (
    ChartColor,
    ColumnConfig,
    ColumnWidth,
    NumberFormat,
    check_color,
    config,
    kind,
)


def AreaChartColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: float | None = None,
    y_max: float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Lists of numbers, drawn as an area. Mirrors ``streamlit.column_config.AreaChartColumn``.

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
    y_min
        Where the scale begins.
    y_max
        Where the scale ends.
    color
        A CSS colour, a name of one, ``"auto"`` or ``"auto-inverse"``.

    Raises
    ------
    StreamlitValueError
        If `color` is none.
    """
    check_color(color)
    return config(
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        type_config=kind("area_chart", y_min=y_min, y_max=y_max, color=color),
    )


def BarChartColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: float | None = None,
    y_max: float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Lists of numbers, drawn as bars. Mirrors ``streamlit.column_config.BarChartColumn``.

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
    y_min
        Where the scale begins.
    y_max
        Where the scale ends.
    color
        A CSS colour, a name of one, ``"auto"`` or ``"auto-inverse"``.

    Raises
    ------
    StreamlitValueError
        If `color` is none.
    """
    check_color(color)
    return config(
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        type_config=kind("bar_chart", y_min=y_min, y_max=y_max, color=color),
    )


def LineChartColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: float | None = None,
    y_max: float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Lists of numbers, drawn as a line. Mirrors ``streamlit.column_config.LineChartColumn``.

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
    y_min
        Where the scale begins.
    y_max
        Where the scale ends.
    color
        A CSS colour, a name of one, ``"auto"`` or ``"auto-inverse"``.

    Raises
    ------
    StreamlitValueError
        If `color` is none.
    """
    check_color(color)
    return config(
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        type_config=kind("line_chart", y_min=y_min, y_max=y_max, color=color),
    )


def ProgressColumn(  # noqa: N802 - as in Streamlit
    label: str | None = None,
    *,
    width: ColumnWidth | None = None,
    help: str | None = None,
    pinned: bool | None = None,
    format: str | NumberFormat | None = None,
    min_value: float | None = None,
    max_value: float | None = None,
    step: float | None = None,
    color: ChartColor | None = None,
) -> ColumnConfig:
    """Numbers, shown as bars. Mirrors ``streamlit.column_config.ProgressColumn``.

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
    format
        How values are written.
    min_value
        The least value.
    max_value
        The greatest value.
    step
        What values are multiples of.
    color
        A CSS colour, a name of one, ``"auto"`` or ``"auto-inverse"``.

    Raises
    ------
    StreamlitValueError
        If `color` is none.
    """
    check_color(color)
    return config(
        label=label,
        width=width,
        help=help,
        pinned=pinned,
        type_config=kind(
            "progress", format=format, min_value=min_value, max_value=max_value, step=step, color=color
        ),
    )
