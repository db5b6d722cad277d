"""A frame as a table of texts: what pictures and pages without a grid show of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jupyter_session_state._core.element import Table
from jupyter_session_state.elements.cells import column_texts
from jupyter_session_state.elements.frames import grid_of, is_frame_like
from jupyter_session_state.elements.grid_values import Grid

__all__ = ["COLUMNS", "ROWS", "is_frame_like", "positions_of", "table_of", "texts_of"]

ROWS = 200
COLUMNS = 100
"""How much of a frame a table shows; it knows how much there is."""

MOST_ROWS = 2_000
"""How much `st.table` shows."""


def table_of(data: Any, order: Iterable[Any] | None = None, config: Mapping[Any, Any] | None = None) -> Table:
    """Return the table that shows `data`.

    Parameters
    ----------
    data
        A frame of pandas or of something that turns into one, an array, rows, columns, or None.
    order
        Which columns to show, in this order.
    config
        By column name, another header; None hides the column.

    Raises
    ------
    StreamlitDataframeConversionError
        If it has no rows and columns.
    """
    grid = grid_of(data)
    headers = config or {}
    wanted = [p for p in positions_of(grid, order) if headers.get(grid.names[p], "") is not None]
    labels = [_header(grid.names[p], headers) for p in wanted[:COLUMNS]]
    return texts_of(grid, wanted, labels)


def texts_of(grid: Grid, positions: Sequence[int], labels: Sequence[str], rows: int = ROWS) -> Table:
    """Return the first rows and columns of a grid as texts; `positions` are those of all its columns."""
    head = range(min(rows, grid.total_rows))
    shown = [(name, *column_texts(read(head))) for name, read in grid.index]
    for position, label in zip(positions[:COLUMNS], labels, strict=False):
        values = grid.column(position, head)
        texts, numeric = column_texts(values)
        if grid.formats:
            texts = _formatted(grid, position, values, texts)
        shown.append((label, texts, numeric))
    return Table(
        columns=tuple(name for name, _, _ in shown),
        rows=tuple(zip(*(texts for _, texts, _ in shown), strict=True)),
        numeric=tuple(numeric for _, _, numeric in shown),
        index_columns=len(grid.index),
        total_rows=grid.total_rows,
        total_columns=len(positions),
    )


def whole_table(grid: Grid) -> Table:
    """Return a grid as texts, as much of it as a page can hold."""
    positions = list(range(len(grid.names)))
    return texts_of(grid, positions, [name_text(name) for name in grid.names[:COLUMNS]], rows=MOST_ROWS)


def positions_of(grid: Grid, order: Iterable[Any] | None) -> list[int]:
    """Return the positions of the columns in the order in which they are shown."""
    if order is None:
        return list(range(len(grid.names)))
    places: dict[Any, int] = {}
    for position, name in enumerate(grid.names):
        places.setdefault(name, position)
        places.setdefault(name_text(name), position)
    return [places[name] for name in order if name in places]


def _header(name: Any, headers: Mapping[Any, Any]) -> str:
    given = headers.get(name)
    label = given.get("label") if isinstance(given, Mapping) else given
    return str(label) if label else name_text(name)


def name_text(name: Any) -> str:
    """Return the name of a column as a text."""
    return ", ".join(map(str, name)) if isinstance(name, tuple) else str(name)


def _formatted(grid: Grid, position: int, values: Sequence[Any], texts: list[str]) -> list[str]:
    written = [grid.formats.get((row, position)) for row in range(len(texts))]
    return [
        str(write(value)) if write else text
        for write, value, text in zip(written, values, texts, strict=True)
    ]
