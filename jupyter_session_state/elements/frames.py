"""Whatever has rows and columns, read in parts. Nothing is imported for it, and nothing is changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jupyter_session_state.elements import data_messages
from jupyter_session_state.elements.grid_values import Grid, Rows, key
from jupyter_session_state.elements.plain_frames import plain_grid

# -- what is what ------------------------------------------------------------------------------------------


def is_frame_like(value: Any) -> bool:
    """Whether `st.write` shows a value as a table."""
    if isinstance(value, type):
        return False
    if is_frame(value) or is_styler(value) or _is_index(value):
        return True
    if _is_array(value):
        return bool(value.ndim in (1, 2)) or _is_single(value)
    return callable(getattr(value, "to_pandas", None)) or _is_lazy(value)


def is_frame(value: Any) -> bool:
    """Whether a value is a frame or a series of pandas."""
    return hasattr(value, "iloc") and hasattr(value, "index")


def _is_index(value: Any) -> bool:
    return hasattr(value, "nlevels") and hasattr(value, "get_level_values")


def is_styler(value: Any) -> bool:
    """Whether a value is a frame of pandas with the author's style."""
    return type(value).__name__ == "Styler" and is_frame(getattr(value, "data", None))


def _is_array(value: Any) -> bool:
    return hasattr(value, "ndim") and hasattr(value, "tolist") and hasattr(value, "dtype")


def _is_single(value: Any) -> bool:
    """Whether a value is an array of no dimension: Streamlit shows it as an empty table."""
    return _is_array(value) and value.ndim == 0 and hasattr(value, "__setitem__")


def _is_lazy(value: Any) -> bool:
    return type(value).__name__ == "LazyFrame" and hasattr(value, "collect")


def _has_series(value: Any) -> bool:
    return isinstance(value, Mapping) and any(hasattr(column, "iloc") for column in value.values())


def _is_of(package: str, *names: str) -> Callable[[Any], bool]:
    def test(value: Any) -> bool:
        lineage = type(value).__mro__
        return any(c.__name__ in names and c.__module__.partition(".")[0] == package for c in lineage)

    return test


def grid_of(data: Any) -> Grid:
    """Return the columns of `data`; raises StreamlitDataframeConversionError if it has none."""
    if isinstance(data, type):
        raise data_messages.no_table(data)
    make = next((make for test, make in _MAKES if test(data)), plain_grid)
    return make(data)


# -- pandas and numpy --------------------------------------------------------------------------------------


def _styled_grid(data: Any) -> Grid:
    grid = _pandas_grid(data.data)
    formats = getattr(data, "_display_funcs", {})
    return Grid(
        grid.names,
        grid.column,
        grid.total_rows,
        grid.index,
        grid.numbered,
        grid.order,
        formats,
        styled=data,
        source=data.data,
    )


def _index_grid(data: Any) -> Grid:
    def column(_: int, rows: Rows) -> Sequence[Any]:
        return list(data[key(rows)].tolist())

    name = "value" if data.name is None else data.name
    return Grid([name], column, len(data), order=lambda _, down: _pandas_order(data, down), source=data)


def _pandas_grid(data: Any) -> Grid:
    index = [
        ("" if name is None else str(name), _level(data.index, level))
        for level, name in enumerate(data.index.names)
    ]
    numbered = type(data.index).__name__ == "RangeIndex"
    if not hasattr(data, "columns"):
        name = "value" if data.name is None else data.name
        columns, read = [name], lambda _, rows: list(data.iloc[key(rows)].tolist())
    else:
        columns, read = list(data.columns), lambda p, rows: list(data.iloc[key(rows), p].tolist())

    def order(position: int, down: bool) -> Sequence[int]:
        if position < 0:
            return _pandas_order(data.index.get_level_values(len(index) + position), down)
        return _pandas_order(data.iloc[:, position] if hasattr(data, "columns") else data, down)

    return Grid(columns, read, len(data), index, numbered, order, source=data)


def _level(index: Any, level: int) -> Callable[[Rows], Sequence[Any]]:
    return lambda rows: list(index[key(rows)].get_level_values(level).tolist())


def _pandas_order(column: Any, down: bool) -> Sequence[int]:
    pandas = sys.modules["pandas"]
    series = pandas.Series(column.array if hasattr(column, "array") else column)
    ordered = series.sort_values(ascending=not down, kind="stable", na_position="last", ignore_index=False)
    positions: Sequence[int] = ordered.index.to_numpy()
    return positions


def _array_grid(data: Any) -> Grid:
    if _is_single(data):
        return plain_grid(None)
    if data.ndim not in (1, 2):
        raise data_messages.no_table(data, f" with {data.ndim} dimensions")
    names = getattr(data.dtype, "names", None)
    if names and data.ndim == 1:
        return Grid(
            list(names), lambda p, rows: list(data[names[p]][key(rows)].tolist()), len(data), source=data
        )
    if data.ndim == 1:
        return Grid(["value"], lambda _, rows: list(data[key(rows)].tolist()), len(data), source=data)
    numbers = ["value"] if data.shape[1] == 1 else range(data.shape[1])
    return Grid(numbers, lambda p, rows: list(data[key(rows), p].tolist()), data.shape[0], source=data)


# -- Arrow and polars --------------------------------------------------------------------------------------


def _arrow_part(data: Any, rows: Rows) -> Any:
    return data.slice(rows.start, len(rows)) if isinstance(rows, range) else data.take(list(rows))


def _arrow_grid(data: Any) -> Grid:
    return Grid(
        list(data.column_names),
        lambda p, rows: _arrow_part(data.column(p), rows).to_pylist(),
        data.num_rows,
        source=data,
    )


def _arrow_array_grid(data: Any) -> Grid:
    return Grid(["value"], lambda _, rows: _arrow_part(data, rows).to_pylist(), len(data), source=data)


def _polars_grid(data: Any) -> Grid:
    series = data.get_columns()
    return Grid(
        list(data.columns),
        lambda p, rows: series[p][key(rows)].to_list(),
        data.height,
        order=lambda p, down: series[p].arg_sort(descending=down, nulls_last=True).to_list(),
        source=data,
    )


def _polars_series_grid(data: Any) -> Grid:
    return Grid(
        [data.name or "value"],
        lambda _, rows: data[key(rows)].to_list(),
        len(data),
        order=lambda _, down: data.arg_sort(descending=down, nulls_last=True).to_list(),
        source=data,
    )


_MAKES: tuple[tuple[Callable[[Any], bool], Callable[[Any], Grid]], ...] = (
    (is_styler, _styled_grid),
    (_is_index, _index_grid),
    (is_frame, _pandas_grid),
    (_is_array, _array_grid),
    (_is_of("pyarrow", "Table", "RecordBatch"), _arrow_grid),
    (_is_of("pyarrow", "Array", "ChunkedArray"), _arrow_array_grid),
    (_is_of("polars", "DataFrame"), _polars_grid),
    (_is_of("polars", "Series"), _polars_series_grid),
    (_has_series, lambda data: _pandas_grid(sys.modules["pandas"].DataFrame(dict(data)))),
    (_is_lazy, lambda data: grid_of(data.collect())),
    (lambda data: callable(getattr(data, "to_pandas", None)), lambda data: grid_of(data.to_pandas())),
)
"""Tests in their order, and what reads what passes them."""
