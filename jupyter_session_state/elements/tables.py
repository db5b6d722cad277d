"""Whatever has rows and columns, as a table of texts. Nothing is imported for it, and nothing is changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jupyter_session_state._core.element import Table
from jupyter_session_state.elements import data_messages
from jupyter_session_state.elements.cells import column_texts

ROWS = 200
COLUMNS = 100
"""How much of a frame a table shows; it knows how much there is."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A frame seen by its columns, the first `ROWS` rows of each.

    Parameters
    ----------
    names
        The column headers.
    column
        Returns the values of the column at a position.
    total_rows
        How many rows there are.
    index
        Header and values of each level of the index.
    formats
        By row and column position, how the author wants a value written.
    """

    names: Sequence[Any]
    column: Callable[[int], Sequence[Any]]
    total_rows: int
    index: Sequence[tuple[str, Sequence[Any]]] = ()
    formats: Mapping[tuple[int, int], Callable[[Any], Any]] = field(default_factory=dict)


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
    wanted = [p for p in _positions(grid, order) if headers.get(grid.names[p], "") is not None]
    shown = [(name, *column_texts(values)) for name, values in grid.index]
    for position in wanted[:COLUMNS]:
        values = grid.column(position)
        texts, numeric = column_texts(values)
        if grid.formats:
            texts = _formatted(grid, position, values, texts)
        shown.append((_header(grid.names[position], headers), texts, numeric))
    return Table(
        columns=tuple(name for name, _, _ in shown),
        rows=tuple(zip(*(texts for _, texts, _ in shown), strict=True)),
        numeric=tuple(numeric for _, _, numeric in shown),
        index_columns=len(grid.index),
        total_rows=grid.total_rows,
        total_columns=len(wanted),
    )


def _positions(grid: Grid, order: Iterable[Any] | None) -> list[int]:
    if order is None:
        return list(range(len(grid.names)))
    places: dict[Any, int] = {}
    for position, name in enumerate(grid.names):
        places.setdefault(name, position)
    return [places[name] for name in order if name in places]


def _header(name: Any, headers: Mapping[Any, Any]) -> str:
    given = headers.get(name)
    label = given.get("label") if isinstance(given, Mapping) else given
    return str(label) if label else _name_text(name)


def _name_text(name: Any) -> str:
    return ", ".join(map(str, name)) if isinstance(name, tuple) else str(name)


def _formatted(grid: Grid, position: int, values: Sequence[Any], texts: list[str]) -> list[str]:
    written = [grid.formats.get((row, position)) for row in range(len(texts))]
    return [
        str(write(value)) if write else text
        for write, value, text in zip(written, values, texts, strict=True)
    ]


# -- frames of many makes ----------------------------------------------------------------------------------


def is_frame_like(value: Any) -> bool:
    """Whether `st.write` shows a value as a table."""
    if isinstance(value, type):
        return False
    if _is_pandas(value) or _is_styler(value) or _is_index(value):
        return True
    if _is_array(value):
        return value.ndim in (1, 2)
    return callable(getattr(value, "to_pandas", None)) or _is_lazy(value)


def _is_pandas(value: Any) -> bool:
    return hasattr(value, "iloc") and hasattr(value, "index")


def _is_index(value: Any) -> bool:
    return hasattr(value, "nlevels") and hasattr(value, "get_level_values")


def _is_styler(value: Any) -> bool:
    return type(value).__name__ == "Styler" and _is_pandas(getattr(value, "data", None))


def _is_array(value: Any) -> bool:
    return hasattr(value, "ndim") and hasattr(value, "tolist") and hasattr(value, "dtype")


def _is_lazy(value: Any) -> bool:
    return type(value).__name__ == "LazyFrame" and hasattr(value, "collect")


def grid_of(data: Any) -> Grid:
    """Return the columns of `data`; raises StreamlitDataframeConversionError if it has none."""
    if isinstance(data, type):
        raise data_messages.no_table(data)
    make = next((make for test, make in _MAKES if test(data)), _plain_grid)
    return make(data)


def _styled_grid(data: Any) -> Grid:
    grid = _pandas_grid(data.data)
    formats = getattr(data, "_display_funcs", {})
    return Grid(grid.names, grid.column, grid.total_rows, grid.index, formats)


def _index_grid(data: Any) -> Grid:
    return _values_grid(data[:ROWS].tolist(), len(data), data.name)


def _pandas_grid(data: Any) -> Grid:
    head = data.iloc[:ROWS]
    index = _index_columns(head.index)
    if not hasattr(data, "columns"):
        name = "value" if data.name is None else data.name
        return Grid([name], lambda _: list(head.tolist()), len(data), index)
    return Grid(list(data.columns), lambda p: list(head.iloc[:, p].tolist()), len(data), index)


def _index_columns(index: Any) -> list[tuple[str, Sequence[Any]]]:
    levels = [index.get_level_values(level) for level in range(index.nlevels)]
    return [("" if level.name is None else str(level.name), level.tolist()) for level in levels]


def _array_grid(data: Any) -> Grid:
    names = getattr(data.dtype, "names", None)
    if names and data.ndim == 1:
        return Grid(list(names), lambda p: list(data[names[p]][:ROWS].tolist()), len(data))
    if data.ndim == 1:
        return _values_grid(data[:ROWS].tolist(), len(data))
    if data.ndim == 2:
        return Grid(range(data.shape[1]), lambda p: list(data[:ROWS, p].tolist()), data.shape[0])
    raise data_messages.no_table(data, f" with {data.ndim} dimensions")


def _foreign_grid(data: Any) -> Grid:
    """Of a frame that pandas can read, convert as little as it allows."""
    head = data
    if hasattr(data, "__len__") and callable(getattr(data, "slice", None)):
        head = data.slice(0, ROWS)
    grid = grid_of(head.to_pandas())
    return Grid(grid.names, grid.column, len(data) if head is not data else grid.total_rows)


_MAKES: tuple[tuple[Callable[[Any], bool], Callable[[Any], Grid]], ...] = (
    (_is_styler, _styled_grid),
    (_is_index, _index_grid),
    (_is_pandas, _pandas_grid),
    (_is_array, _array_grid),
    (_is_lazy, lambda data: grid_of(data.collect())),
    (lambda data: callable(getattr(data, "to_pandas", None)), _foreign_grid),
)
"""Tests in their order, and what reads what passes them."""


# -- plain Python ------------------------------------------------------------------------------------------


def _plain_grid(data: Any) -> Grid:
    if data is None:
        return _mapping_grid({})
    if isinstance(data, Mapping):
        return _mapping_grid(data)
    if isinstance(data, (str, bytes)) or not isinstance(data, Iterable):
        raise data_messages.no_table(data)
    rows = list(data)
    head = rows[:ROWS]
    if head and all(isinstance(row, Mapping) for row in head):
        names = list(dict.fromkeys(name for row in head for name in row))
        return Grid(names, lambda p: [row.get(names[p]) for row in head], len(rows))
    if head and all(isinstance(row, (list, tuple)) for row in head):
        return _rows_grid(head, len(rows))
    return _values_grid(head, len(rows))


def _values_grid(values: Sequence[Any], total: int, name: Any = None) -> Grid:
    return Grid(["value" if name is None else name], lambda _: values, total)


def _rows_grid(head: list[Any], total: int) -> Grid:
    width = max(map(len, head))
    names = getattr(head[0], "_fields", None) or range(width)
    return Grid(names, lambda p: [row[p] if p < len(row) else None for row in head], total)


def _mapping_grid(data: Mapping[Any, Any]) -> Grid:
    values = list(data.values())
    if any(hasattr(v, "iloc") for v in values):
        return _pandas_grid(sys.modules["pandas"].DataFrame(dict(data)))
    if values and all(isinstance(v, Mapping) for v in values):
        labels = list(dict.fromkeys(label for v in values for label in v))
        head = labels[:ROWS]
        return Grid(list(data), lambda p: [values[p].get(n) for n in head], len(labels), [("", head)])
    columns = [_items(v) for v in values]
    lengths = [len(c) for c in columns if c is not None]
    if not lengths:
        index = [("", list(data)[:ROWS])] if data else []
        return Grid(["value"] if data else [], lambda _: values[:ROWS], len(values), index)
    shown = min(max(lengths), ROWS)

    def column(position: int) -> Sequence[Any]:
        items = columns[position]
        if items is None:
            return [values[position]] * shown
        return [*items[:shown], *[None] * (shown - len(items))]

    return Grid(list(data), column, max(lengths))


def _items(value: Any) -> list[Any] | None:
    """Return the items of a column; None for a single value."""
    if _is_array(value) and value.ndim == 1:
        return list(value.tolist())
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return None
    return list(value)
