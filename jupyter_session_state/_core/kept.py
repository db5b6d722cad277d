"""What is kept of values so that they can be put back: the object where nobody can change it, else a copy.

A copy is the bytes in which pickle would write the value, with what has an identity (classes, functions, modules)
left out and kept beside them. They never leave the process. The same bytes say whether a value was changed in place.
"""

from __future__ import annotations

import copyreg
import datetime as dt
import decimal
import enum
import fractions
import io
import pathlib
import pickle
import types
import uuid
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import same
from jupyter_session_state._core.slots import MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping

ATOMS = frozenset(
    (
        *(str, int, float, bool, bytes, complex, type(None), range, uuid.UUID, type(MISSING)),
        *(dt.date, dt.datetime, dt.time, dt.timedelta, dt.timezone, decimal.Decimal, fractions.Fraction),
        *(pathlib.PurePosixPath, pathlib.PureWindowsPath, type(pathlib.Path())),
    )
)
"""Types whose objects nobody can change."""

SHARED = (type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType, enum.Enum)
"""Types whose objects are what they are: of them, there is no copy."""

MOST_STRUCTURE = 256 * 1024
"""Bytes of the structure of one copy, which is about ten thousand objects."""

MOST_DATA = 1024 * 1024
"""Bytes of long texts and of arrays in one copy."""

_FRAME = 128 * 1024
_CONTAINERS = (list, dict, tuple, set, frozenset)


class NotKeptError(Exception):
    """A value is not kept; its text says why.

    Parameters
    ----------
    why
        In words that follow the key.
    is_data
        Whether it is data: of what is not, nobody expects that it is put back.
    """

    def __init__(self, why: str, *, is_data: bool = True) -> None:
        super().__init__(why)
        self.is_data = is_data


class Unkept:
    """Stands for a value that was there, but of which nothing is kept.

    Parameters
    ----------
    why, is_data
        As for `NotKeptError`.
    """

    __slots__ = ("is_data", "why")

    def __init__(self, why: str, *, is_data: bool = True) -> None:
        self.why = why
        self.is_data = is_data


SECRET = Unkept("is secret")


class Kept:
    """A copy of a value as it was.

    Parameters
    ----------
    value
        The value.

    Raises
    ------
    NotKeptError
        If it is too large, or no mere data.
    """

    __slots__ = ("_buffers", "_data", "_shared", "size", "type")

    def __init__(self, value: Any) -> None:
        writer = _Writer()
        try:
            writer.dump(value)
        except NotKeptError:
            raise
        except RecursionError:
            raise NotKeptError("has too many levels") from None
        except Exception as error:  # noqa: BLE001 - what cannot be copied says so in its own way
            raise NotKeptError(f"cannot be copied ({type(error).__name__})") from None
        self.type = type(value)
        self._data, self._buffers, self._shared = writer.sink.getvalue(), writer.buffers, writer.shared
        self.size = len(self._data) + sum(map(len, self._buffers))

    def fresh(self) -> Any:
        """Return a copy that is the caller's own.

        Raises
        ------
        NotKeptError
            If the author's class cannot be made anew.
        """
        reader = _Reader(self._data, [bytearray(b) for b in self._buffers], self._shared)
        try:
            return reader.load()
        except Exception as error:  # noqa: BLE001 - as above
            raise NotKeptError(f"cannot be made anew ({type(error).__name__})") from None

    def holds_the_same(self, other: Kept) -> bool:
        """Whether both are copies of the same value."""
        if len(self._shared) != len(other._shared) or self.type is not other.type:
            return False
        if any(a is not b for a, b in zip(self._shared, other._shared, strict=True)):
            return False
        if self._buffers != other._buffers:
            return False
        return self._data == other._data or self._is_built_alike(other)

    def _is_built_alike(self, other: Kept) -> bool:
        """Whether they differ only in which of their equal parts are one object."""
        if self.type not in _CONTAINERS or self._shared or self._buffers:
            return False
        return _alike(self.fresh(), other.fresh())


def _alike(a: Any, b: Any) -> bool:
    """Whether two values have the same types, values and order of keys."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(map(repr, a)) == list(map(repr, b)) and all(map(_alike, a.values(), b.values()))
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(_alike, a, b))
    if isinstance(a, (set, frozenset)):
        return sorted(map(repr, a)) == sorted(map(repr, b))
    return same(a, b)


class _Sink(io.BytesIO):
    """Takes what is written, up to a limit: a value that is much larger is not copied whole to find that out."""

    structure = data = 0

    def write(self, part: Any) -> int:
        if len(part) > _FRAME:
            self.count(len(part))
        else:
            self.structure += len(part)
        if self.structure > MOST_STRUCTURE:
            raise NotKeptError("is too large to be kept")
        return super().write(part)

    def count(self, size: int) -> None:
        """Count data that is large in one piece."""
        self.data += size
        if self.data > MOST_DATA:
            raise NotKeptError("is too large to be kept")


class _Writer(pickle.Pickler):
    def __init__(self) -> None:
        self.sink = _Sink()
        self.buffers: list[bytes] = []
        self.shared: list[Any] = []
        super().__init__(self.sink, pickle.HIGHEST_PROTOCOL, buffer_callback=self._take)

    def _take(self, buffer: pickle.PickleBuffer) -> None:
        with buffer.raw() as raw:
            self.sink.count(raw.nbytes)
            self.buffers.append(raw.tobytes())

    def reducer_override(self, value: Any) -> Any:
        """Leave out what has an identity, refuse what stands for something outside; the rest goes the usual way."""
        if value is _shared:
            return NotImplemented
        if isinstance(value, SHARED):
            return self._share(value)
        if hasattr(type(value), "close") or hasattr(type(value), "__enter__"):
            raise NotKeptError("is more than data: it can be closed", is_data=False)
        if type(value) in copyreg.dispatch_table:
            return NotImplemented
        parts = value.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
        return self._share(value) if isinstance(parts, str) else parts

    def _share(self, value: Any) -> Any:
        self.shared.append(value)
        return _shared, (len(self.shared) - 1,)


def _shared(number: int) -> Any:
    """Stand for one of the shared objects, by its number; only a reader knows it."""
    raise LookupError(number)


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, buffers: list[bytearray], shared: list[Any]) -> None:
        super().__init__(io.BytesIO(data), buffers=buffers)
        self._kept = shared

    def find_class(self, module: str, name: str) -> Any:
        """Find nothing by its name: all that has one is among what is shared."""
        if (module, name) != (__name__, _shared.__name__):
            raise NotKeptError(f"cannot be made anew ({module}.{name})")
        return self._kept.__getitem__


class Memory:
    """Keeps the values of one mapping, as it was looked at last: what did not change is the same object again."""

    __slots__ = ("_kept", "_live")

    def __init__(self) -> None:
        self._kept: dict[str, Kept | Unkept] = {}
        self._live: dict[str, Any] = {}

    def look(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is kept of each value: itself, a `Kept` or an `Unkept`; to be compared by ``is``."""
        found, kept, live = dict(values), {}, {}
        for key in [k for k, v in values.items() if type(v) not in ATOMS]:
            value = values[key]
            if isinstance(value, SHARED):
                continue
            live[key], kept[key] = value, self._keep(key, value)
        self._kept, self._live = kept, live
        found.update(kept)
        return found

    def unkept(self) -> dict[str, Unkept]:
        """Return what stands for the values of which nothing was kept in the last look."""
        return {key: kept for key, kept in self._kept.items() if isinstance(kept, Unkept)}

    def _keep(self, key: str, value: Any) -> Kept | Unkept:
        before = self._kept.get(key)
        if isinstance(before, Unkept) and self._live[key] is value:
            return before  # trying again and again would cost as much each time
        try:
            now = Kept(value)
        except NotKeptError as error:
            return Unkept(str(error), is_data=error.is_data)
        return before if isinstance(before, Kept) and before.holds_the_same(now) else now


def keep(value: Any) -> Any:
    """Return what is kept of one value: itself, a `Kept` or an `Unkept`."""
    return Memory().look({"": value})[""]


def fresh(kept: Any) -> Any:
    """Return the value of which something is kept, as the caller's own.

    Raises
    ------
    NotKeptError
        If there is none.
    """
    if isinstance(kept, Unkept):
        raise NotKeptError(kept.why, is_data=kept.is_data)
    return kept.fresh() if isinstance(kept, Kept) else kept


def looked_at(kept: Any) -> Any:
    """Return a value to look at, MISSING if nothing is kept of it."""
    try:
        return fresh(kept)
    except NotKeptError:
        return MISSING
