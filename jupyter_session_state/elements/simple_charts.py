"""Charts of one line of code: lines, areas, bars, points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from jupyter_session_state._core.messages import not_one_of
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements.chart_builder import SOURCE, SimpleChart
from jupyter_session_state.elements.chart_drawing import draw_chart
from jupyter_session_state.elements.types import Height, Width

if TYPE_CHECKING:
    from jupyter_session_state.elements.delta_generator import DeltaGenerator

Color: TypeAlias = str | tuple[float, ...] | list[float]
Colors: TypeAlias = Color | list[Color] | None
Stacking: TypeAlias = Literal["normalize", "center", "layered"]


@drawing
def line_chart(
    at: Any,
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Colors = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """Lines, one for each column, or each group of rows. Mirrors ``streamlit.line_chart``.

    Dragging moves the view, Ctrl with the wheel zooms, a double click brings it back.

    Parameters
    ----------
    data
        A frame of pandas, polars or Arrow, an array, rows or columns.
    x
        The column to draw along; the index by default.
    y
        The columns to draw; all others by default.
    x_label, y_label
        What the axes say.
    color
        A colour, one for each column, or the name of a column that tells lines apart.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If the data has no such column, or a colour is none.

    Examples
    --------
    >>> st.line_chart(df, x="day", y=["high", "low"])  # doctest: +SKIP
    """
    asked = {"x": x, "y": y, "x_label": x_label, "y_label": y_label, "color": color}
    return _draw(at, "line_chart", data, asked, (width, height, use_container_width), alt)


@drawing
def area_chart(
    at: Any,
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Colors = None,
    stack: bool | Stacking | None = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """Areas, one for each column, or each group of rows. Mirrors ``streamlit.area_chart``.

    Parameters
    ----------
    data
        A frame of pandas, polars or Arrow, an array, rows or columns.
    x
        The column to draw along; the index by default.
    y
        The columns to draw; all others by default.
    x_label, y_label
        What the axes say.
    color
        A colour, one for each column, or the name of a column that tells areas apart.
    stack
        Whether areas stand upon each other: True, False or ``"layered"``, ``"normalize"``, ``"center"``.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If the data has no such column, or a colour is none.

    Examples
    --------
    >>> st.area_chart(df, stack="normalize")  # doctest: +SKIP
    """
    _check_stack(stack)
    asked = {"x": x, "y": y, "x_label": x_label, "y_label": y_label, "color": color, "stack": stack}
    return _draw(at, "area_chart", data, asked, (width, height, use_container_width), alt)


@drawing
def bar_chart(
    at: Any,
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Colors = None,
    horizontal: bool = False,
    sort: bool | str = True,
    stack: bool | Stacking | None = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """Bars, one for each row. Mirrors ``streamlit.bar_chart``.

    Parameters
    ----------
    data
        A frame of pandas, polars or Arrow, an array, rows or columns.
    x
        The column to draw along; the index by default.
    y
        The columns to draw; all others by default.
    x_label, y_label
        What the axes say; those of bars that lie say x beside them and y below.
    color
        A colour, one for each column, or the name of a column that tells bars apart.
    horizontal
        Whether bars lie.
    sort
        True for the order of the alphabet, False for that of the data, or a column, with ``-`` before it for the
        largest first.
    stack
        Whether bars stand upon each other: True, False for beside each other, ``"layered"``, ``"normalize"`` or
        ``"center"``.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If the data has no such column, or a colour is none.

    Examples
    --------
    >>> st.bar_chart(df, x="town", y="people", sort="-people", horizontal=True)  # doctest: +SKIP
    """
    _check_stack(stack)
    asked = {
        "x": x,
        "y": y,
        "x_label": x_label,
        "y_label": y_label,
        "color": color,
        "horizontal": horizontal,
        "sort": sort,
        "stack": stack,
    }
    return _draw(at, "bar_chart", data, asked, (width, height, use_container_width), alt)


@drawing
def scatter_chart(
    at: Any,
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Colors = None,
    size: str | float | None = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> DeltaGenerator:
    """Points, one for each row. Mirrors ``streamlit.scatter_chart``.

    Parameters
    ----------
    data
        A frame of pandas, polars or Arrow, an array, rows or columns.
    x
        The column to draw along; the index by default.
    y
        The columns to draw; all others by default.
    x_label, y_label
        What the axes say.
    color
        A colour, one for each column, or the name of a column that tells points apart.
    size
        A number, or the name of a column.
    width, height
        How large it is: ``"stretch"``, ``"content"`` or pixels.
    alt
        What it shows, for those who cannot see it.

    Raises
    ------
    StreamlitAPIException
        If the data has no such column, or a colour or size is none.

    Examples
    --------
    >>> st.scatter_chart(df, x="height", y="weight", color="team", size="age")  # doctest: +SKIP
    """
    asked = {"x": x, "y": y, "x_label": x_label, "y_label": y_label, "color": color, "size": size}
    return _draw(at, "scatter_chart", data, asked, (width, height, use_container_width), alt)


def _check_stack(stack: Any) -> None:
    if stack is not None and not isinstance(stack, bool) and stack not in ("normalize", "center", "layered"):
        raise not_one_of("stack", stack, "True, False, 'normalize', 'center', 'layered' or None")


def _draw(
    at: Any, kind: str, data: Any, asked: dict[str, Any], sizes: tuple[Any, Any, Any], alt: str | None
) -> DeltaGenerator:
    chart = SimpleChart.of(kind, data, asked)
    width, height, container = sizes
    looks = {"width": width, "height": height, "use_container_width": container}
    options = {} if chart.table.points else {"empty": True}
    tables = {SOURCE: chart.table}
    return cast("DeltaGenerator", draw_chart(at, kind, chart.spec(), tables, looks, alt=alt, options=options))
