"""The content of frames, arrays and pictures. They are known by their class's package and name: nothing is imported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from jupyter_session_state._core.hashing import Encoder

Encode: TypeAlias = "Callable[[Encoder, Any], None]"


def data_encoder(value: Any) -> Encode | None:
    """Return the function that writes the content of a frame, an array or a picture; None for other things."""
    return next((_ENCODERS[name] for name in _lineage(value) if name in _ENCODERS), None)


def _lineage(value: Any) -> Iterator[tuple[str, str]]:
    """Yield package and name of each class of a value."""
    for cls in type(value).__mro__:
        yield cls.__module__.partition(".")[0], cls.__name__


def _array(encoder: Encoder, array: Any) -> None:
    encoder.put("dtype", repr(array.dtype))
    encoder.put("shape", repr(tuple(array.shape)))
    if array.dtype.hasobject:
        encoder.add(array.tolist())
    else:
        encoder.put("bytes", array.tobytes())


def _column(encoder: Encoder, column: Any) -> None:
    """Write a Series, an Index or what is in one."""
    dtype = column.dtype
    encoder.put("dtype", str(dtype))
    if hasattr(dtype, "categories"):
        encoder.add(dtype.categories.tolist())
        encoder.add(bool(dtype.ordered))
    if type(dtype).__module__.partition(".")[0] == "numpy":
        _array(encoder, column.to_numpy())
    else:
        encoder.add(column.tolist())


def _index(encoder: Encoder, index: Any) -> None:
    encoder.add(list(index.names))
    _column(encoder, index)


def _series(encoder: Encoder, series: Any) -> None:
    encoder.add(series.name)
    _index(encoder, series.index)
    _column(encoder, series)


def _frame(encoder: Encoder, frame: Any) -> None:
    encoder.put("shape", repr(frame.shape))
    _index(encoder, frame.columns)
    _index(encoder, frame.index)
    for position in range(frame.shape[1]):
        _column(encoder, frame.iloc[:, position])


def _polars_series(encoder: Encoder, series: Any) -> None:
    encoder.put("name", series.name)
    encoder.put("dtype", repr(series.dtype))
    if series.dtype.is_numeric() and not series.null_count():
        encoder.put("bytes", series.to_numpy().tobytes())
    else:
        encoder.add(series.to_list())


def _polars_frame(encoder: Encoder, frame: Any) -> None:
    encoder.put("shape", repr(frame.shape))
    for series in frame.get_columns():
        _polars_series(encoder, series)


def _arrow_array(encoder: Encoder, array: Any) -> None:
    encoder.put("type", str(array.type))
    encoder.add(array.to_pylist())


def _arrow_table(encoder: Encoder, table: Any) -> None:
    encoder.put("schema", str(table.schema))
    for column in table.columns:
        _arrow_array(encoder, column)


def _picture(encoder: Encoder, picture: Any) -> None:
    encoder.put("mode", f"{picture.mode} {picture.size}")
    encoder.put("bytes", picture.tobytes())
    encoder.add(picture.getpalette() if picture.mode == "P" else None)


def _ufunc(encoder: Encoder, function: Any) -> None:
    encoder.put("name", function.__name__)


def _mock(encoder: Encoder, mock: Any) -> None:
    encoder.put("id", b"%d" % id(mock))  # it would seem to hold everything


_ENCODERS: dict[tuple[str, str], Encode] = {
    ("numpy", "ndarray"): _array,
    ("numpy", "generic"): _array,
    ("numpy", "ufunc"): _ufunc,
    ("pandas", "DataFrame"): _frame,
    ("pandas", "Series"): _series,
    ("pandas", "Index"): _index,
    ("pandas", "ExtensionArray"): _column,
    ("polars", "DataFrame"): _polars_frame,
    ("polars", "Series"): _polars_series,
    ("pyarrow", "Table"): _arrow_table,
    ("pyarrow", "RecordBatch"): _arrow_table,
    ("pyarrow", "Array"): _arrow_array,
    ("pyarrow", "ChunkedArray"): _arrow_array,
    ("PIL", "Image"): _picture,
    ("unittest", "NonCallableMock"): _mock,
}
"""What writes the content, by package and class name."""
