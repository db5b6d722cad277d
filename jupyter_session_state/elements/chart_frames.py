"""Whatever a chart can be drawn of, by its columns. Nothing is imported for it, and nothing is changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jupyter_session_state.elements import chart_messages


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """Data seen by its columns.

    Parameters
    ----------
    names
        What the columns are called.
    column
        Returns the values of the column at a position.
    rows
        How many there are.
    index
        Values of the index; None where rows are only numbered.
    index_name
        What the index is called, if it is.
    """

    names: list[Any]
    column: Callable[[int], Any]
    rows: int
    index: Any = None
    index_name: str | None = None

    def index_values(self) -> Any:
        """Return the values of the index, or the numbers of the rows."""
        return range(self.rows) if self.index is None else self.index


def chart_frame(data: Any) -> ChartFrame:
    """Return the columns of `data`; raises StreamlitDataframeConversionError if it has none."""
    if isinstance(data, (str, bytes, type)):
        raise chart_messages.no_data(data)
    make = next((make for test, make in _MAKES if test(data)), _plain)
    return make(data)


# -- libraries ---------------------------------------------------------------------------------------------


def is_of(package: str, *names: str) -> Callable[[Any], bool]:
    """Return a test of whether something is of one of these classes, which need not be there to ask."""

    def test(value: Any) -> bool:
        lineage = type(value).__mro__
        return any(c.__name__ in names and c.__module__.partition(".")[0] == package for c in lineage)

    return test


def _pandas(data: Any) -> ChartFrame:
    index = None if type(data.index).__name__ == "RangeIndex" and data.index.name is None else data.index
    if index is not None and index.nlevels > 1:
        index, name = [" / ".join(map(str, labels)) for labels in index], None
    else:
        name = None if index is None or index.name is None else str(index.name)
    if index is None and len(data.index) and (data.index[0] != 0 or data.index.step != 1):
        index = data.index
    if not hasattr(data, "columns"):
        return ChartFrame([_or_value(data.name)], lambda _: data, len(data), index, name)
    names = list(data.columns)
    names = ["value"] if names == [0] else [_joined(name) for name in names]
    return ChartFrame(names, lambda p: data.iloc[:, p], len(data), index, name)


def _joined(name: Any) -> Any:
    return "_".join(map(str, name)) if isinstance(name, tuple) else name


def _or_value(name: Any) -> Any:
    return "value" if name is None or name == "" else name


def _pandas_index(data: Any) -> ChartFrame:
    return ChartFrame([_or_value(data.name)], lambda _: data, len(data))


def _array(data: Any) -> ChartFrame:
    names = data.dtype.names
    if names and data.ndim == 1:
        return ChartFrame(list(names), lambda p: data[names[p]], len(data))
    if data.ndim == 0:
        return ChartFrame(["value"], lambda _: data.reshape(1), 1)
    if data.ndim == 1:
        return ChartFrame(["value"], lambda _: data, len(data))
    if data.ndim == 2:
        width = data.shape[1]
        return ChartFrame(
            ["value"] if width == 1 else list(range(width)), lambda p: data[:, p], data.shape[0]
        )
    raise chart_messages.no_data(data, f" with {data.ndim} dimensions")


def _arrow(data: Any) -> ChartFrame:
    return ChartFrame(list(data.column_names), data.column, data.num_rows)


def _polars(data: Any) -> ChartFrame:
    columns = data.get_columns()
    return ChartFrame([column.name for column in columns], columns.__getitem__, data.height)


def _one_column(data: Any) -> ChartFrame:
    return ChartFrame([_or_value(getattr(data, "name", None))], lambda _: data, len(data))


def _converted(method: str) -> tuple[Callable[[Any], bool], Callable[[Any], ChartFrame]]:
    return (
        lambda data: callable(getattr(data, method, None)),
        lambda data: chart_frame(getattr(data, method)()),
    )


_MAKES: tuple[tuple[Callable[[Any], bool], Callable[[Any], ChartFrame]], ...] = (
    (is_of("pandas", "Styler"), lambda data: _pandas(data.data)),
    (is_of("pandas", "DataFrame", "Series"), _pandas),
    (is_of("pandas", "Index"), _pandas_index),
    (is_of("pandas", "ExtensionArray"), _one_column),
    (is_of("numpy", "ndarray"), _array),
    (is_of("pyarrow", "Table", "RecordBatch"), _arrow),
    (is_of("pyarrow", "Array", "ChunkedArray"), _one_column),
    (is_of("polars", "DataFrame"), _polars),
    (is_of("polars", "Series"), _one_column),
    (is_of("polars", "LazyFrame"), lambda data: chart_frame(data.collect())),
    *map(_converted, ("to_pandas", "toPandas", "_to_pandas")),
)
"""Tests in their order, and what reads what passes them."""


def is_frame(data: Any) -> bool:
    """Whether data is that of a library, rather than plain Python."""
    return any(test(data) for test, _ in _MAKES)


# -- plain Python ------------------------------------------------------------------------------------------


def _plain(data: Any) -> ChartFrame:
    if data is None:
        return ChartFrame([], lambda _: [], 0)
    if isinstance(data, Mapping):
        return _mapping(data)
    if not isinstance(data, Iterable):
        raise chart_messages.no_data(data)
    rows = list(data)
    if rows and all(isinstance(row, Mapping) for row in rows):
        names = list(dict.fromkeys(name for row in rows for name in row))
        return ChartFrame(names, lambda p: [row.get(names[p]) for row in rows], len(rows))
    if rows and all(isinstance(row, (list, tuple)) or is_of("numpy", "ndarray")(row) for row in rows):
        return _rows(rows)
    return ChartFrame(["value"], lambda _: rows, len(rows))


def _rows(rows: list[Any]) -> ChartFrame:
    width = max(map(len, rows))
    names = list(getattr(rows[0], "_fields", range(width)))
    names = ["value"] if names == [0] else names
    return ChartFrame(names, lambda p: [row[p] if p < len(row) else None for row in rows], len(rows))


def _mapping(data: Mapping[Any, Any]) -> ChartFrame:
    values = list(data.values())
    if any(is_of("pandas", "Series")(value) for value in values):
        return _pandas(sys.modules["pandas"].DataFrame(dict(data)))
    if values and all(isinstance(value, Mapping) for value in values):
        labels = list(dict.fromkeys(label for value in values for label in value))
        return ChartFrame(
            list(data), lambda p: [values[p].get(label) for label in labels], len(labels), labels
        )
    columns = [_column(value) for value in values]
    lengths = {len(column) for column in columns if column is not None}
    if not lengths:
        return ChartFrame(
            ["value"] if values else [], lambda _: values, len(values), list(data) if values else None
        )
    if len(lengths) > 1:
        raise chart_messages.unequal_columns(
            {str(name): len(c) for name, c in zip(data, columns, strict=True) if c is not None}
        )
    rows = lengths.pop()
    return ChartFrame(
        list(data), lambda p: columns[p] if columns[p] is not None else [values[p]] * rows, rows
    )


def _column(value: Any) -> Sequence[Any] | None:
    """Return what is a column; None for a single value."""
    if hasattr(value, "dtype") and hasattr(value, "__len__") and getattr(value, "ndim", 1) == 1:
        return value  # type: ignore[no-any-return]
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return None
    return list(value)
