"""What the page has to know of a table that is edited: its columns, and what edits each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jupyter_session_state.elements.editor_columns import INDEX, Column
from jupyter_session_state.elements.grid_columns import COLUMNS, GridColumn
from jupyter_session_state.elements.grid_values import Grid

_KINDS: Mapping[str, str] = {"timedelta": "seconds", "empty": "string", "unknown": "object"}
"""What kinds of content are called where they travel, where that is not what they are called here."""


def view_columns(
    grid: Grid, columns: Sequence[Column], *, hidden: frozenset[str], order: Sequence[str] | None
) -> tuple[list[GridColumn], int]:
    """Return the columns to show, and how many there are without the index.

    Parameters
    ----------
    grid
        The data, without what the user changed.
    columns
        All its columns, the index first.
    hidden
        Names of columns that are not shown.
    order
        Names of columns to show, in this order; all if not given.
    """
    places = {column.name: position for position, column in enumerate(columns, -1)}
    shown = [column for column in _ordered(columns, order) if column.name not in hidden]
    made = [_made(grid, column, places[column.name]) for column in shown[: COLUMNS + 1]]
    return made, sum(1 for column in shown if column.name != INDEX)


def _ordered(columns: Sequence[Column], order: Sequence[str] | None) -> list[Column]:
    if order is None:
        return list(columns)
    known = {column.name: column for column in columns}
    return [columns[0], *(known[name] for name in dict.fromkeys(order) if name in known and name != INDEX)]


def _made(grid: Grid, column: Column, position: int) -> GridColumn:
    more = {"editable": column.editable, **_choice(grid, column, position)}
    return GridColumn(
        position, column.name, column.label, _KINDS.get(column.kind, column.kind), column.said, more
    )


def _choice(grid: Grid, column: Column, position: int) -> dict[str, Any]:
    """Return what a column of categories offers, where the author said nothing of it."""
    if column.type is not None or column.kind not in ("string", "integer", "float"):
        return {}
    source = grid.source.index if position < 0 else grid.source.iloc[:, position]
    categories = getattr(source.dtype, "categories", None)
    return {} if categories is None else {"type": "selectbox", "options": list(_options(categories))}


def _options(categories: Any) -> Iterator[dict[str, Any]]:
    for value in categories.tolist():
        plain = value if isinstance(value, (str, bool, int, float)) else str(value)
        yield {"value": plain, "label": str(value)}
