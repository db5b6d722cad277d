"""Elements in rows and columns."""

from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING, Any, Literal, get_args

from jupyter_session_state._core.boxes import claimed
from jupyter_session_state._core.spec import drawing
from jupyter_session_state.elements import grid_messages, messages
from jupyter_session_state.elements.sizes import check_full_width, check_height
from jupyter_session_state.elements.types import Gap, Height, Key, WidthWithoutContent

if TYPE_CHECKING:
    from jupyter_session_state.elements.handle_kinds import GridContainer

MOST = 24
_LARGEST = 2**32 - 1


@drawing
def grid(
    at: Any,
    columns: Literal["auto"] | int = "auto",
    *,
    min_column_width: Literal["auto"] | int = "auto",
    wrap: bool = True,
    gap: Gap | tuple[Gap | None, Gap | None] | list[Gap | None] | None = "small",
    vertical_alignment: Literal["top", "center", "bottom"] = "top",
    border: bool = False,
    row_height: Literal["content"] | int = "content",
    width: WidthWithoutContent = "stretch",
    height: Height = "content",
    key: Key | None = None,
    dense: bool = False,
) -> GridContainer:
    """A grid that elements fill row by row. Mirrors ``streamlit.grid``.

    Parameters
    ----------
    columns
        How many, up to 24; ``"auto"`` is as many as fit.
    min_column_width
        Pixels below which columns go to the next row.
    wrap
        Whether they may.
    gap
        Room between cells, or a pair: between rows and between columns.
    row_height
        Pixels of a row, or ``"content"``.
    dense
        Whether small cells fill holes that large ones leave.

    Raises
    ------
    StreamlitValueError, StreamlitValueOutOfRangeError, StreamlitInvalidParameterTypeError
        If a parameter is none of what it can be.
    StreamlitIncompatibleParametersError
        If there is no number of columns that could stay side by side.

    Examples
    --------
    >>> grid = st.grid(3)  # doctest: +SKIP
    >>> for name in names:  # doctest: +SKIP
    ...     grid.metric(name, values[name])
    >>> grid.cell(column_span="all").line_chart(values)  # doctest: +SKIP
    """
    for name, flag in (("wrap", wrap), ("border", border), ("dense", dense)):
        if not isinstance(flag, bool):
            raise messages.wrong_type("grid", name, flag, "a bool")
    count = _number("columns", columns, "auto", "'auto' or a number from 1 to 24", most=MOST)
    if count == "auto" and not wrap:
        raise grid_messages.no_wrap()
    if vertical_alignment not in ("top", "center", "bottom"):
        raise messages.not_one_of("vertical_alignment", vertical_alignment, "'top', 'center' or 'bottom'")
    rows, across = _gaps(gap)
    check_full_width("grid", width)
    check_height("grid", height)
    handle: GridContainer = at.nest(
        "grid",
        name=claimed(at, "grid", key),
        columns=count,
        min_column_width=_number("min_column_width", min_column_width, "auto", "'auto' or pixels above 0"),
        row_height=_number("row_height", row_height, "content", "'content' or pixels above 0"),
        wrap=wrap,
        row_gap=rows,
        gap=across,
        vertical_alignment=vertical_alignment,
        border=border,
        width=width,
        height=height,
        dense=dense,
    )
    return handle


def _number(parameter: str, value: Any, word: str, allowed: str, *, most: int = _LARGEST) -> Any:
    if isinstance(value, str):
        if value != word:
            raise messages.not_one_of(parameter, value, allowed)
        return value
    number = _whole(parameter, value, f"an int or {word!r}")
    if not 1 <= number <= most:
        is_limited = most == MOST
        raise (
            messages.out_of_range("grid", parameter, number, 1, most)
            if is_limited
            else messages.not_one_of(parameter, number, allowed)
        )
    return number


def _whole(parameter: str, value: Any, allowed: str) -> int:
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise messages.wrong_type("grid", parameter, value, allowed)
    return int(value)


def _gaps(gap: Any) -> tuple[Any, Any]:
    if isinstance(gap, (tuple, list)) and len(gap) != 2:
        raise messages.not_one_of("gap", gap, "a size, or a pair of sizes: between rows and between columns")
    rows, across = gap if isinstance(gap, (tuple, list)) else (gap, gap)
    for one in (rows, across):
        if one is not None and one not in get_args(Gap):
            raise messages.not_one_of("gap", one, ", ".join(map(repr, get_args(Gap))) + " or None")
    return rows, across


def cell(at: Any, *, column_span: int | Literal["all"] = 1, row_span: int = 1) -> Any:
    """Draw one cell of a grid that may be wider or higher than one column and row.

    Raises
    ------
    StreamlitValueError, StreamlitValueOutOfRangeError, StreamlitInvalidParameterTypeError
        If a span is none.
    """
    wide: Any = "all"
    if column_span != "all":
        wide = _number("column_span", column_span, "all", "'all' or a number above 0")
        declared = at.node.head.props.get("columns")
        if isinstance(declared, int) and wide > declared:
            raise messages.out_of_range("grid", "column_span", wide, 1, declared)
    high = _whole("row_span", row_span, "an int")
    if high < 1:
        raise messages.not_one_of("row_span", row_span, "a number above 0")
    return at.nest("cell", column_span=wide, row_span=high)
