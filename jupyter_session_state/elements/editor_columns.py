"""The columns of an editor: what their cells hold, and whether they can be edited."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from jupyter_session_state.elements import column_messages, data_messages
from jupyter_session_state.elements.editor_frames import Frame, pandas

INDEX = "_index"
"""What the index is called among the columns."""

EDITABLE = frozenset(
    (
        "integer",
        "float",
        "boolean",
        "string",
        "date",
        "time",
        "datetime",
        "timedelta",
        "decimal",
        "empty",
        "list",
    )
)
"""Kinds of content for which there is a way back from what a browser sends."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or the index.

    Parameters
    ----------
    name
        Its name in the data; `INDEX` for the index.
    label
        Its header.
    kind
        What its cells hold: ``"integer"``, ``"string"``, ...
    editable
        Whether its cells can be edited.
    """

    name: str
    label: str
    kind: str
    editable: bool
    said: Mapping[str, Any] = field(default_factory=dict)

    @property
    def type(self) -> str | None:
        """How it is edited, where the author said so."""
        options = self.said.get("type_config")
        return options.get("type") if isinstance(options, Mapping) else None


def clean_names(frame: Frame) -> None:
    """Make the names of columns texts, in place.

    Raises
    ------
    StreamlitAPIException
        If two are the same, or one is that of the index.
    """
    names = frame.columns
    twice = list(dict.fromkeys(map(str, names[names.duplicated()])))
    if twice:
        raise data_messages.names_twice(twice)
    if INDEX in names:
        raise data_messages.reserved_name(INDEX)
    if names.nlevels > 1:
        frame.columns = ["_".join(map(str, name)) for name in names.to_flat_index()]
    elif pandas().api.types.infer_dtype(names) != "string":
        frame.columns = pandas().Index([str(name) for name in names], name=names.name)


def check_index(frame: Frame) -> None:
    """Raise StreamlitAPIException if the names of rows are of a kind that nobody could type."""
    pd, index = pandas(), frame.index
    if type(index) not in (pd.RangeIndex, pd.Index, pd.DatetimeIndex, pd.CategoricalIndex):
        raise data_messages.unsupported_index(type(index).__name__)


# -- what cells hold ---------------------------------------------------------------------------------------


def make_texts(frame: Frame) -> list[str]:
    """Turn columns whose cells have no common kind into texts, in place; return their names."""
    mixed = [name for name, column in frame.items() if _is_mixed(column)]
    for name in mixed:
        frame[name] = frame[name].astype("string")
    return mixed


def _is_mixed(column: Any) -> bool:
    if column.dtype.kind == "c" or str(column.dtype) == "geometry":
        return True
    if column.dtype != "object":
        return False
    inferred = pandas().api.types.infer_dtype(column, skipna=True)
    if inferred != "mixed":
        return inferred in ("mixed-integer", "complex")
    first = column.dropna().iloc[0]
    return not isinstance(first, (list, tuple, set)) and not hasattr(first, "tolist")


def kind_of(column: Any) -> str:
    """Return what the cells of a Series, or an Index, hold."""
    pd, dtype = pandas(), column.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return _INFERRED.get(pd.api.types.infer_dtype(dtype.categories), "unknown")
    if str(dtype) == "object":
        inferred = pd.api.types.infer_dtype(column, skipna=True)
        return "list" if inferred == "mixed" else _INFERRED.get(inferred, "unknown")
    return next((kind for test, kind in _DTYPES if getattr(pd.api.types, test)(dtype)), "unknown")


_INFERRED = {
    "string": "string",
    "floating": "float",
    "mixed-integer-float": "float",
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
    "datetime64": "datetime",
    "datetime": "datetime",
    "date": "date",
    "timedelta64": "timedelta",
    "timedelta": "timedelta",
    "time": "time",
    "empty": "empty",
}
"""What pandas calls the content of objects, and what it is called here."""

_DTYPES = (
    ("is_bool_dtype", "boolean"),
    ("is_integer_dtype", "integer"),
    ("is_float_dtype", "float"),
    ("is_datetime64_any_dtype", "datetime"),
    ("is_timedelta64_dtype", "timedelta"),
    ("is_string_dtype", "string"),
)
"""Tests of pandas for types of columns, and what is in these."""


def columns_of(
    frame: Frame, fixed: Iterable[str], config: Mapping[Any, Any], *, all_fixed: bool
) -> list[Column]:
    """Return the columns of a frame, the index first.

    Parameters
    ----------
    frame
        The data.
    fixed
        Names of columns that cannot be edited.
    config
        By name or position, what the author said of a column.
    all_fixed
        Whether none can be edited.
    """
    held = set(fixed)
    columns = []
    sources = [(INDEX, frame.index), *((str(name), column) for name, column in frame.items())]
    for position, (name, source) in enumerate(sources):
        said = config.get(name, config.get(position, {}))
        label, off = said.get("label"), said.get("disabled") is True
        kind = kind_of(source)
        counted = name == INDEX and isinstance(source, pandas().RangeIndex)
        editable = not (all_fixed or off or counted or name in held) and kind in EDITABLE
        own = ("" if source.name is None else str(source.name)) if name == INDEX else name
        column = Column(name, str(label) if label else own, kind, editable, said)
        columns.append(_checked(column))
    return columns


def _checked(column: Column) -> Column:
    """Return a column that can be edited the way the author wants it to be.

    Raises
    ------
    StreamlitAPIException
        If it cannot.
    """
    chosen = column.type or ""
    if chosen in SHOWN_ONLY:
        return replace(column, editable=False)
    if chosen in _FITS and column.editable and column.kind not in (*_FITS[chosen], "empty"):
        raise column_messages.unfit_type(column.label or column.name, chosen, column.kind)
    return column


SHOWN_ONLY = frozenset(
    ("progress", "line_chart", "bar_chart", "area_chart", "image", "json", "button", "audio", "video")
)
"""Ways to show a column in which it cannot be edited."""

_FITS: Mapping[str, tuple[str, ...]] = {
    "text": ("string",),
    "number": ("integer", "float", "decimal", "string", "timedelta"),
    "checkbox": ("boolean", "string", "integer"),
    "selectbox": ("string", "boolean", "integer", "float"),
    "date": ("date", "datetime"),
    "time": ("time", "datetime"),
    "datetime": ("datetime", "date", "time"),
    "link": ("string",),
    "list": ("list", "string"),
    "multiselect": ("list", "string"),
    "markdown": ("string",),
}
"""What each way to edit a column is good for."""


def fixed_names(disabled: bool | Iterable[Any], names: Sequence[str]) -> list[str]:
    """Return the names of columns that the author held fixed; positions count from the index on."""
    if isinstance(disabled, bool):
        return []
    known = [INDEX, *names]
    return [known[d] if isinstance(d, int) and 0 <= d < len(known) else str(d) for d in disabled]


# -- what a browser sends ----------------------------------------------------------------------------------


def parse(value: Any, kind: str) -> Any:
    """Return what a browser sent as content of a column; None for what cannot be.

    Raises
    ------
    ValueError, OverflowError
        For a length of time that is none.
    """
    if value is None:
        return None
    if kind == "timedelta" and isinstance(value, (int, float)):
        if not math.isfinite(value):
            raise ValueError("a length of time must be finite")
        return pandas().Timedelta(value, unit="s")
    try:
        return _PARSERS.get(kind, lambda given: given)(value)
    except (ValueError, TypeError, OverflowError, ArithmeticError):
        return None


def _not_a_list(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def parse_one(value: Any) -> Any:
        if isinstance(value, list):
            raise TypeError("a list in a cell for one value")
        return read(value)

    return parse_one


def _moment(value: Any) -> Any:
    moment = pandas().Timestamp(value)
    return None if pandas().isna(moment) else moment


def _day(value: Any) -> dt.date | None:
    moment = _moment(value)
    return None if moment is None else moment.date()


def _time(value: Any) -> dt.time | None:
    moment = _moment(value)
    return None if moment is None else moment.time()


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


_PARSERS: Mapping[str, Callable[[Any], Any]] = {
    "list": _list,
    "string": str,
    "integer": _not_a_list(int),
    "float": _not_a_list(float),
    "boolean": _not_a_list(bool),
    "decimal": _not_a_list(lambda value: Decimal(str(value))),
    "timedelta": _not_a_list(lambda value: pandas().Timedelta(value)),
    "datetime": _not_a_list(_moment),
    "date": _not_a_list(_day),
    "time": _not_a_list(_time),
}
"""By kind, what reads it."""
