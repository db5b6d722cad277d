"""Data of many forms as a pandas DataFrame to edit, and the way back to the form in which it was given."""

from __future__ import annotations

import dataclasses
import importlib
from collections import ChainMap, UserDict
from collections.abc import Callable, ItemsView, Iterable, Mapping
from enum import EnumMeta
from types import MappingProxyType
from typing import Any, TypeAlias

from jupyter_session_state.elements import data_messages

Frame: TypeAlias = Any
"""A pandas DataFrame: pandas ships no types, and may not be there."""


@dataclasses.dataclass(frozen=True, slots=True)
class Form:
    """One form of data.

    Parameters
    ----------
    name
        What it is called where two tables are compared.
    frame
        Makes a DataFrame of its own of the data.
    back
        Makes data of this form of a DataFrame.
    bare
        Whether its rows have no names, so that there is no index to show.
    """

    name: str
    frame: Callable[[Any], Frame]
    back: Callable[[Frame], Any]
    bare: bool = False


def form_of(data: Any, purpose: str = " to edit") -> Form:
    """Return the form of data; `purpose` is told to who gave something that has none.

    Raises
    ------
    StreamlitDataframeConversionError
        If it has no rows and columns.
    """
    found = next((form for test, form in _FORMS if test(data)), None) or _plain_form(data)
    if found is None:
        raise data_messages.no_table(data, purpose)
    return found


def pandas() -> Any:
    """Return pandas.

    Raises
    ------
    StreamlitAPIException
        If it is not installed.
    """
    try:
        return importlib.import_module("pandas")
    except ImportError:
        raise data_messages.needs_pandas("data_editor") from None


# -- from data to frames -----------------------------------------------------------------------------------


def _frame(data: Any) -> Frame:
    try:
        made = pandas().DataFrame(data)
    except (ValueError, TypeError) as error:
        if isinstance(data, dict):
            return _frame_of_pairs(data)
        raise data_messages.no_table(data, f": {error}") from error
    return _with_name(made)


def _with_name(frame: Frame) -> Frame:
    """Call a lone column without a name "value"."""
    return frame.rename(columns={0: "value"}) if list(frame.columns) == [0] else frame


def _frame_of_items(data: Iterable[Any]) -> Frame:
    return _frame(list(data))


def _frame_of_pairs(data: Any) -> Frame:
    return _with_name(pandas().DataFrame.from_dict(dict(data), orient="index"))


def _frame_of_array(data: Any) -> Frame:
    return pandas().DataFrame([]) if data.ndim == 0 else _frame(data)


def _frame_of_foreign(data: Any) -> Frame:
    return pandas().DataFrame(data.to_pandas())


# -- from frames to data -----------------------------------------------------------------------------------


def _as_it_is(frame: Frame) -> Any:
    return frame


def _without_gaps(frame: Frame) -> Frame:
    """Return a frame whose missing values are None, the one that plain data has."""
    pd = pandas()
    return frame.replace([pd.NA, pd.NaT, float("nan")], None)


def _first_column(frame: Frame) -> Any:
    if len(frame.columns) != 1:
        raise data_messages.not_one_column(len(frame.columns))
    return frame.iloc[:, 0]


def _values(frame: Frame) -> list[Any]:
    plain = _without_gaps(frame)
    return list(_first_column(plain).tolist()) if len(plain.columns) else []


def _pairs(frame: Frame) -> dict[Any, Any]:
    return {} if frame.empty else dict(_without_gaps(frame).iloc[:, 0].to_dict())


def _list_array(frame: Frame) -> Any:
    return importlib.import_module("numpy").ndarray(0) if frame.empty else frame.iloc[:, 0].to_numpy()


def _matrix(frame: Frame) -> Any:
    return importlib.import_module("numpy").ndarray(0) if frame.empty else frame.to_numpy()


def _arrow_table(frame: Frame) -> Any:
    return importlib.import_module("pyarrow").Table.from_pandas(frame)


def _arrow_array(frame: Frame) -> Any:
    return importlib.import_module("pyarrow").Array.from_pandas(_first_column(frame))


def _polars_frame(frame: Frame) -> Any:
    return importlib.import_module("polars").from_pandas(frame)


def _polars_series(frame: Frame) -> Any:
    return importlib.import_module("polars").from_pandas(_first_column(frame))


def _rows(frame: Frame) -> list[Any]:
    return list(_without_gaps(frame).to_numpy().tolist())


def _oriented(orient: str) -> Callable[[Frame], Any]:
    return lambda frame: _without_gaps(frame).to_dict(orient=orient)


# -- what is what ------------------------------------------------------------------------------------------


def _is(package: str, *names: str) -> Callable[[Any], bool]:
    """Return a test of whether data is of one of these classes, which may not be there to ask."""

    def test(data: Any) -> bool:
        lineage = type(data).__mro__
        return any(c.__name__ in names and c.__module__.partition(".")[0] == package for c in lineage)

    return test


def _is_array(*dimensions: int) -> Callable[[Any], bool]:
    is_array = _is("numpy", "ndarray")
    return lambda data: is_array(data) and (data.ndim in dimensions or not dimensions)


def _is_pairs(data: Any) -> bool:
    if isinstance(data, (ChainMap, UserDict, MappingProxyType)) or callable(
        getattr(type(data), "model_dump", None)
    ):
        return True
    return dataclasses.is_dataclass(data) and not isinstance(data, type)


def _pairs_of(data: Any) -> Frame:
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        return _frame_of_pairs(dataclasses.asdict(data))
    dump = getattr(data, "model_dump", None)
    return _frame_of_pairs(data if dump is None else dump())


def _is_named_tuple(data: Any) -> bool:
    return isinstance(data, tuple) and hasattr(data, "_asdict")


PAIRS = "pairs"
VALUES = "values"

_FORMS: tuple[tuple[Callable[[Any], bool], Form], ...] = (
    (lambda data: data is None, Form("nothing", _frame, _as_it_is)),
    (_is("pandas", "DataFrame"), Form("frame", lambda data: data.copy(), _as_it_is)),
    (_is_array(1), Form("list array", _frame, _list_array, bare=True)),
    (_is_array(), Form("matrix", _frame_of_array, _matrix, bare=True)),
    (_is("pyarrow", "Table"), Form("arrow table", _frame_of_foreign, _arrow_table)),
    (
        _is("pyarrow", "Array", "ChunkedArray"),
        Form("arrow array", _frame_of_foreign, _arrow_array, bare=True),
    ),
    (_is("pandas", "Series"), Form("series", lambda data: pandas().DataFrame(data), _first_column)),
    (_is("pandas", "Index"), Form("index", lambda data: pandas().DataFrame(data), _as_it_is, bare=True)),
    (_is("pandas", "Styler"), Form("styler", lambda data: data.data.copy(), _as_it_is)),
    (
        _is("pandas", "ExtensionArray"),
        Form("extension array", lambda data: pandas().DataFrame(data), _as_it_is, bare=True),
    ),
    (_is("polars", "Series"), Form("polars series", _frame_of_foreign, _polars_series, bare=True)),
    (_is("polars", "DataFrame"), Form("polars frame", _frame_of_foreign, _polars_frame, bare=True)),
    (
        _is("polars", "LazyFrame"),
        Form("polars query", lambda data: _frame_of_foreign(data.collect()), _polars_frame, bare=True),
    ),
    (lambda data: callable(getattr(data, "to_pandas", None)), Form("foreign", _frame_of_foreign, _as_it_is)),
    (_is_pairs, Form(PAIRS, _pairs_of, _pairs)),
    (_is_named_tuple, Form(PAIRS, lambda data: _frame_of_pairs(data._asdict()), _pairs)),
    (
        lambda data: isinstance(data, (ItemsView, enumerate)),
        Form("rows", _frame_of_items, _rows),
    ),
    (
        lambda data: isinstance(data, EnumMeta),
        Form(VALUES, lambda data: _frame([member.value for member in data]), _values, bare=True),
    ),
)
"""Tests in their order, and the form of what passes them."""


def _plain_form(data: Any) -> Form | None:
    """Return the form of plain Python data; None if it has none."""
    if isinstance(data, Mapping):
        return _mapping_form(data)
    if isinstance(data, (list, tuple, set, frozenset)):
        return _collection_form(data)
    if isinstance(data, (str, bytes, type)) or not isinstance(data, Iterable) or hasattr(data, "send"):
        return None
    return Form(VALUES, _frame_of_items, _values, bare=True)


def _mapping_form(data: Mapping[Any, Any]) -> Form:
    first = next(iter(data.values()), None)
    if isinstance(first, dict):
        return Form("columns of pairs", _frame, _oriented("dict"))
    if isinstance(first, (list, tuple)):
        return Form("columns", _frame, _oriented("list"), bare=True)
    if _is("pandas", "Series")(first):
        return Form("columns of series", _frame, lambda frame: frame.to_dict(orient="series"))
    return Form(PAIRS, lambda given: _frame(given if isinstance(given, dict) else dict(given)), _pairs)


def _collection_form(data: Any) -> Form | None:
    if pandas().api.types.infer_dtype(list(data), skipna=True) not in ("mixed", "unknown-array"):
        if isinstance(data, tuple):
            return Form("tuple", _frame_of_items, lambda frame: tuple(_values(frame)), bare=True)
        if isinstance(data, (set, frozenset)):
            return Form("set", _frame_of_items, lambda frame: set(_values(frame)), bare=True)
        return Form(VALUES, _frame_of_items, _values, bare=True)
    first = next(iter(data))
    if isinstance(first, dict) or callable(getattr(type(first), "model_dump", None)):
        return Form("records", _frame_of_records, _oriented("records"), bare=True)
    if isinstance(first, (list, tuple, set, frozenset)):
        return Form("rows", _frame_of_items, _rows, bare=True)
    return None


def _frame_of_records(data: Iterable[Any]) -> Frame:
    return _frame([row.model_dump() if hasattr(row, "model_dump") else row for row in data])
