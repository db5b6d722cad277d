"""Whether data is what it was: a fingerprint that is cheap enough for every run of a script.

Data that is equal may have another one, then a page is told once more; data that differs has not, but by a chance of
one in 2**64. It is the same in every process, unless something in the data is told by its address alone.
"""

from __future__ import annotations

import hashlib
import marshal
from array import array
from collections.abc import Iterator
from itertools import chain
from typing import Any, TypeAlias

from jupyter_session_state.elements.grid_values import Grid

Part: TypeAlias = "bytes | memoryview"

# Without references: the bytes depend on the values alone, not on who else holds them.
_FORMAT = 2


def print_of(grid: Grid) -> str:
    """Return the fingerprint of all that a grid holds."""
    # The one in every Python for which processors have instructions: twice as fast as BLAKE2 where they do.
    digest = hashlib.sha1(usedforsecurity=False)
    for part in _parts(grid):
        digest.update(b"%d:" % memoryview(part).nbytes)
        digest.update(part)
    return digest.hexdigest()[:16]


def _parts(grid: Grid) -> Iterator[Part]:
    yield _items([grid.total_rows, *grid.names])
    yield _items([name for name, _ in grid.index])
    source = grid.source
    if hasattr(source, "iloc"):
        yield from _pandas(source, grid.numbered)
    elif hasattr(source, "dtype") and hasattr(source, "tobytes"):
        yield from _array(source)
    else:
        columns = _arrow_columns(source)
        yield from _columns(grid) if columns is None else chain.from_iterable(map(_arrow, columns))
    if grid.styled is not None:
        yield _items([id(grid.styled)])


def _pandas(data: Any, numbered: bool) -> Iterator[Part]:
    if numbered:
        yield _items(data.index[:1].tolist())
    else:
        yield from _column(data.index)
    if not hasattr(data, "columns"):
        yield from _column(data)
    elif _is_in_rows(data):
        yield from _array(data.to_numpy())  # nothing is copied for it
    else:
        for position in range(data.shape[1]):
            yield from _column(data.iloc[:, position])


def _is_in_rows(frame: Any) -> bool:
    """Whether a frame is one array whose rows follow each other in memory, as when it was made of an array."""
    types = set(frame.dtypes)
    dtype = types.pop() if len(types) == 1 else None
    if type(dtype).__module__.partition(".")[0] != "numpy" or getattr(dtype, "hasobject", True):
        return False
    column = frame.iloc[:, 0].to_numpy()
    return bool(len(column) > 1 and column.strides[0] != column.itemsize)


def _column(column: Any) -> Iterator[Part]:
    if getattr(column, "nlevels", 1) > 1:
        yield _items(column.tolist())
        return
    dtype = getattr(column, "dtype", None)
    yield str(dtype).encode("utf-8", "replace")
    if type(dtype).__module__.partition(".")[0] == "numpy":
        yield from _array(column.to_numpy())
    elif hasattr(column, "cat") or hasattr(column, "codes"):
        codes = column.cat.codes if hasattr(column, "cat") else column.codes
        categories = column.cat.categories if hasattr(column, "cat") else column.categories
        yield from _array(codes.to_numpy() if hasattr(codes, "to_numpy") else codes)
        yield _items(categories.tolist())
    else:
        values = _in_arrow(getattr(column, "array", None))
        yield from [_items(column.tolist())] if values is None else _arrow(values)


def _in_arrow(values: Any) -> Any:
    """Return values as Arrow holds them; None if it cannot, or is not installed."""
    convert = getattr(values, "__arrow_array__", None)
    try:
        return None if convert is None else convert()
    except ImportError:
        return None


def _arrow_columns(source: Any) -> list[Any] | None:
    """Return the columns of data that is in Arrow's form already; None if it is not, or Arrow is not installed."""
    try:
        held = source.to_arrow() if type(source).__module__.partition(".")[0] == "polars" else source
    except ImportError:
        return None
    if hasattr(held, "buffers") or hasattr(held, "chunks"):
        return [held]
    return list(held.columns) if hasattr(held, "schema") else None


def _arrow(values: Any) -> Iterator[Part]:
    yield str(values.type).encode("utf-8", "replace")
    for chunk in getattr(values, "chunks", [values]):
        if chunk.nbytes * 2 < chunk.get_total_buffer_size():  # a piece of something much larger
            yield _items(chunk.to_pylist())
            continue
        yield _items([len(chunk), chunk.offset])
        for buffer in chunk.buffers():
            yield b"" if buffer is None else memoryview(buffer)
        if hasattr(chunk, "dictionary"):
            yield from _arrow(chunk.dictionary)


def _array(values: Any) -> Iterator[Part]:
    if values.dtype.hasobject:
        yield _items(values.tolist())
        return
    yield f"{values.dtype} {values.shape}".encode()
    flags = values.flags if type(values).__name__ == "ndarray" and values.size else None
    if flags is not None and (flags.c_contiguous or flags.f_contiguous):
        yield b"by rows" if flags.c_contiguous else b"by columns"
        yield memoryview((values if flags.c_contiguous else values.T).reshape(-1).view("u1"))
    else:
        yield values.tobytes()


def _columns(grid: Grid) -> Iterator[Part]:
    rows = range(grid.total_rows)
    for position in range(-len(grid.index), len(grid.names)):
        yield _items(list(grid.values(position, rows)))


def _items(values: list[Any]) -> bytes:
    """Return the bytes of a list of values; of those that have none, the text."""
    if set(map(type, values)) == {str}:  # of millions of texts each step counts
        lengths = array("Q", map(len, values)).tobytes()
        return b"".join((lengths, "".join(values).encode("utf-8", "surrogatepass")))
    try:
        return marshal.dumps(values, _FORMAT)
    except ValueError:
        return marshal.dumps([*map(_plain, values)], _FORMAT)


def _plain(value: Any) -> Any:
    try:
        marshal.dumps(value, _FORMAT)
    except ValueError:
        return f"{type(value)} {value!r}".encode("utf-8", "replace")
    return value
