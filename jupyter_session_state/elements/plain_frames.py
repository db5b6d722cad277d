"""Plain data of Python that has rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jupyter_session_state.elements import data_messages
from jupyter_session_state.elements.grid_values import Grid, picked

SAMPLE = 1000
"""How many rows are looked at to see what they are."""


def plain_grid(data: Any) -> Grid:
    """Return the columns of rows, values, records, or a dict; raises StreamlitDataframeConversionError."""
    if data is None:
        return _mapping_grid({})
    if isinstance(data, Mapping):
        return _mapping_grid(data)
    if isinstance(data, (str, bytes)) or not isinstance(data, Iterable):
        raise data_messages.no_table(data)
    rows = list(data)
    head = rows[:SAMPLE]
    if head and all(isinstance(row, Mapping) for row in head):
        return _records_grid(rows)
    if head and all(isinstance(row, (list, tuple)) for row in head):
        return _rows_grid(rows)
    return Grid(["value"], lambda _, at: picked(rows, at), len(rows), source=rows)


def _records_grid(rows: list[Any]) -> Grid:
    names = list(dict.fromkeys(name for row in rows if isinstance(row, Mapping) for name in row))

    def item(row: Any, name: Any) -> Any:
        return row.get(name) if isinstance(row, Mapping) else None

    return Grid(
        names, lambda p, at: [item(row, names[p]) for row in picked(rows, at)], len(rows), source=rows
    )


def _rows_grid(rows: list[Any]) -> Grid:
    width = max(len(row) if isinstance(row, (list, tuple)) else 1 for row in rows)
    names = getattr(rows[0], "_fields", None) or (["value"] if width == 1 else range(width))

    def item(row: Any, position: int) -> Any:
        cells = row if isinstance(row, (list, tuple)) else (row,)
        return cells[position] if position < len(cells) else None

    return Grid(names, lambda p, at: [item(row, p) for row in picked(rows, at)], len(rows), source=rows)


def _mapping_grid(data: Mapping[Any, Any]) -> Grid:
    values = list(data.values())
    if values and all(isinstance(value, Mapping) for value in values):
        labels = list(dict.fromkeys(label for value in values for label in value))
        return Grid(
            list(data),
            lambda p, at: [values[p].get(label) for label in picked(labels, at)],
            len(labels),
            [("", lambda at: picked(labels, at))],
            source=data,
        )
    columns = [_items(value) for value in values]
    if all(column is None for column in columns):
        return _pairs_grid(list(data), values)
    total = max(len(column) for column in columns if column is not None)
    whole = [
        [value] * total if items is None else [*items, *[None] * (total - len(items))]
        for value, items in zip(values, columns, strict=True)
    ]
    return Grid(list(data), lambda p, at: picked(whole[p], at), total, source=whole)


def _pairs_grid(keys: list[Any], values: list[Any]) -> Grid:
    if not keys:
        return Grid([], lambda *_: [], 0, source=values)
    index = [("", lambda at: picked(keys, at))]
    return Grid(["value"], lambda _, at: picked(values, at), len(values), index, source=values)


def _items(value: Any) -> list[Any] | None:
    """Return the items of a column; None for a single value."""
    if hasattr(value, "tolist") and getattr(value, "ndim", None) == 1:
        return list(value.tolist())
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return None
    return list(value)
