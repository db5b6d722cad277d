"""The data of a table as a pandas DataFrame, for tests that look into it."""

from __future__ import annotations

import contextlib
import importlib
import warnings
from collections.abc import Mapping
from typing import Any


def frame_of(data: Any) -> Any:
    """Return `data` as a DataFrame, as Streamlit's AppTest does: a lone column without a name is "value"."""
    return _travelled(_frame_of(data))


def _travelled(frame: Any) -> Any:
    """Return a frame as it is after a journey through Arrow, which Streamlit's tables make, where there is Arrow."""
    try:
        arrow = importlib.import_module("pyarrow")
    except ImportError:
        return frame
    refused = (arrow.ArrowException, TypeError, ValueError, OverflowError)
    with contextlib.suppress(*refused):
        return _there_and_back(frame, arrow)
    columns = [_as_texts(frame.iloc[:, number], arrow, refused) for number in range(frame.shape[1])]
    with contextlib.suppress(*refused):
        return _there_and_back(importlib.import_module("pandas").concat(columns, axis=1), arrow)
    return frame


def _there_and_back(frame: Any, arrow: Any) -> Any:
    with warnings.catch_warnings():  # names of several types become texts, as they do in Streamlit's tables
        warnings.filterwarnings("ignore", "The DataFrame has column names of mixed type", UserWarning)
        return arrow.Table.from_pandas(frame).to_pandas()


def _as_texts(column: Any, arrow: Any, refused: tuple[type[Exception], ...]) -> Any:
    """Return a column as it is if Arrow can hold it, sets as lists, else its values as texts."""
    kind = importlib.import_module("pandas").api.types.infer_dtype(column, skipna=True)
    first = next((value for value in column if value is not None), None) if kind == "mixed" else None
    if isinstance(first, frozenset):
        return column.map(lambda value: list(value) if isinstance(value, frozenset) else value)
    is_mixed = kind == "mixed" and (isinstance(first, Mapping) or not hasattr(first, "__len__"))
    if kind != "mixed-integer" and not is_mixed:
        with contextlib.suppress(*refused):
            arrow.Array.from_pandas(column)
            return column
    return column.astype("string")


def _frame_of(data: Any) -> Any:
    pandas = importlib.import_module("pandas")
    if type(data).__name__ == "Styler":
        data = data.data
    if hasattr(data, "to_pandas"):
        data = data.to_pandas()
    if isinstance(data, pandas.DataFrame):
        return data
    if isinstance(data, (pandas.Series, pandas.Index)):
        return pandas.DataFrame(data.array, index=getattr(data, "index", None), columns=[_name(data)])
    frame = _frame_of_plain(pandas, data)
    return frame.rename(columns={0: "value"}) if list(frame.columns) == [0] else frame


def _name(data: Any) -> Any:
    return 0 if data.name is None else data.name


def _frame_of_plain(pandas: Any, data: Any) -> Any:
    if isinstance(data, Mapping):
        if any(isinstance(v, (str, bytes)) or not hasattr(v, "__iter__") for v in data.values()):
            return pandas.DataFrame.from_dict(dict(data), orient="index")
        return pandas.DataFrame(dict(data))
    if getattr(data, "ndim", None) == 0:
        return pandas.DataFrame()
    if data is None or hasattr(data, "__array__"):
        return pandas.DataFrame(data)
    return pandas.DataFrame(list(data))
