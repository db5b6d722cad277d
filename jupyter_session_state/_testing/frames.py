"""The data of a table as a pandas DataFrame, for tests that look into it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any


def frame_of(data: Any) -> Any:
    """Return `data` as a DataFrame, as Streamlit's AppTest does: a lone column without a name is "value"."""
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
    return pandas.DataFrame(data if hasattr(data, "__array__") else list(data))
