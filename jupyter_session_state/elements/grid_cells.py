"""The cells of a grid as they travel: plain values, and what kind of value a column holds."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from numbers import Real
from typing import Any, Final

LARGEST: Final = 2**53 - 1
"""The largest whole number that JavaScript holds exactly."""

LONGEST: Final = 500
"""How much of a text goes to the page with its row; all of it comes when somebody opens the cell."""

MOST_ITEMS: Final = 200
"""How many items of a list in a cell go to the page."""

_MISSING: Final = frozenset({"NoneType", "NAType", "NaTType"})


def is_missing(value: Any) -> bool:
    """Whether a value is none: None, NaN, NaT or NA."""
    return type(value).__name__ in _MISSING or (isinstance(value, float) and math.isnan(value))


def kind_of(values: Iterable[Any]) -> str:
    """Return what kind the values of a column are, as far as these tell; "object" if they are of several."""
    kinds = {_kind(value) for value in values if not is_missing(value)}
    if kinds == {"integer", "float"}:
        return "float"
    if kinds == {"date", "datetime"}:
        return "datetime"
    return kinds.pop() if len(kinds) == 1 else "object" if kinds else "empty"


def _kind(value: Any) -> str:
    return next((kind for classes, kind in _KINDS if isinstance(value, classes)), "object")


_KINDS: tuple[tuple[Any, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "float"),
    (str, "string"),
    (Decimal, "decimal"),
    (Real, "float"),
    (dt.datetime, "datetime"),
    (dt.date, "date"),
    (dt.time, "time"),
    (dt.timedelta, "timedelta"),
    (Mapping, "json"),
    ((list, tuple, set, frozenset), "list"),
)


def cells_of(values: Sequence[Any], kind: str) -> list[Any]:
    """Return the values of a column of this kind as they travel."""
    write = _WRITERS.get(kind, short_text)
    return [None if is_missing(value) else _written(write, value) for value in values]


def _written(write: Callable[[Any], Any], value: Any) -> Any:
    try:
        return write(value)
    except (TypeError, ValueError, OverflowError, AttributeError):  # not of the kind of the first rows
        return short_text(value)


def short_text(value: Any) -> str:
    """Return the text of a value, the beginning of a long one."""
    text = full_text(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def full_text(value: Any) -> str:
    """Return all of the text of a value."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return json_text(value)
    if hasattr(value, "tolist") and hasattr(value, "ndim") and value.ndim:
        value = value.tolist()
    try:
        return str(value)
    except Exception as error:  # noqa: BLE001 - a method of the author's class, and the other cells are shown
        return f"<{type(value).__name__} that has no text: {type(error).__name__}>"


def json_text(value: Any) -> str:
    """Return a nested value as JSON; what JSON does not know, as a text."""
    try:
        return json.dumps(value, default=str, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return str(value)


def _integer(value: Any) -> int | str:
    number = int(value)
    return number if abs(number) <= LARGEST else str(number)


def _float(value: Any) -> Any:
    if isinstance(value, int):
        return _integer(value)
    number = float(value)
    return number if math.isfinite(number) else str(number)


def _boolean(value: Any) -> bool:
    if not isinstance(value, (bool, int)):
        raise TypeError("no bool")
    return bool(value)


def _moment(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    text: str = value.isoformat()
    return text


def _seconds(value: Any) -> float:
    return float(value.total_seconds())


def _time(value: Any) -> str:
    text: str = value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    return text


def list_cell(value: Any) -> list[Any]:
    """Return the items of a list as plain values."""
    if isinstance(value, (str, bytes, Mapping)):
        raise TypeError("no list")
    if hasattr(value, "tolist"):
        value = value.tolist()
    items = list(value)[:MOST_ITEMS]
    return [_item(item) for item in items]


def _item(item: Any) -> Any:
    if item is None or isinstance(item, (bool, str)):
        return item if not isinstance(item, str) else item[:LONGEST]
    return _float(item) if isinstance(item, (int, float)) else short_text(item)


def _any(value: Any) -> Any:
    """Return a value of a column of several kinds."""
    if isinstance(value, (list, tuple, set, frozenset)) or (
        hasattr(value, "tolist") and hasattr(value, "ndim")
    ):
        return short_text(list(value)) if hasattr(value, "__iter__") else short_text(value)
    return short_text(value)


_WRITERS: Mapping[str, Callable[[Any], Any]] = {
    "boolean": _boolean,
    "integer": _integer,
    "float": _float,
    "date": _moment,
    "datetime": _moment,
    "time": _time,
    "seconds": _seconds,
    "timedelta": _seconds,
    "list": list_cell,
    "object": _any,
}
"""By kind, how a value travels; all else as a text."""
