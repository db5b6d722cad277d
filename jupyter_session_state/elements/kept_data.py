"""Data as it is when it is shown: what becomes of it later in the script is not to be seen in the table.

Containers are copied, the values in them are not. A frame of pandas 3 is copied when it changes, not before.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jupyter_session_state.elements.frames import is_frame, is_styler


def kept(data: Any) -> Any:
    """Return data that stays as it is, whatever is done to the one given."""
    copied = next((copied for test, copied in _COPIES if test(data)), None)
    return data if copied is None else copied(data)


def _styler(data: Any) -> Any:
    styled = copy.copy(data)
    styled.data = kept(data.data)
    return styled


def _is_polars(data: Any) -> bool:
    return callable(getattr(data, "clone", None))


def _is_iterable(data: Any) -> bool:
    is_foreign = hasattr(data, "__array__") or callable(getattr(data, "to_pandas", None))
    return isinstance(data, Iterable) and not is_foreign and not isinstance(data, (str, bytes))


def _values(values: Any) -> Any:
    return copy.copy(values) if type(values) in (list, dict) or is_frame(values) else values


def _like(data: Any, content: Any) -> Any:
    """Return a copy of a container: of those that Python has, of the same type."""
    return (
        content if type(data) in (dict, list) else tuple(content) if type(data) is tuple else copy.copy(data)
    )


def _copies_on_write() -> bool:
    pandas = sys.modules["pandas"]
    newest = int(pandas.__version__.partition(".")[0]) >= 3
    return newest or getattr(pandas.options.mode, "copy_on_write", False) is True


_COPIES: tuple[tuple[Callable[[Any], bool], Callable[[Any], Any]], ...] = (
    (lambda data: isinstance(data, type), lambda data: data),
    (is_styler, _styler),
    (is_frame, lambda data: data.copy(deep=not _copies_on_write())),
    (lambda data: hasattr(data, "dtype") and hasattr(data, "tobytes"), lambda data: data.copy()),
    (
        lambda data: isinstance(data, Mapping),
        lambda data: _like(data, {name: _values(column) for name, column in data.items()}),
    ),
    (lambda data: isinstance(data, (list, tuple)), lambda data: _like(data, [_values(row) for row in data])),
    (_is_polars, lambda data: data.clone()),  # nothing is copied for it
    (_is_iterable, list),
)
"""Tests in their order, and what copies what passes them."""
