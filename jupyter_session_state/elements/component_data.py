"""What is handed to components of others: data as the one text that travels to their frames."""

from __future__ import annotations

import base64
import importlib
import json
from collections.abc import Mapping
from typing import Any

from jupyter_session_state.elements import component_messages, media_messages
from jupyter_session_state.elements.component_values import json_of
from jupyter_session_state.elements.frames import is_frame, is_frame_like, is_styler


def data_text(name: str, data: Any) -> str:
    """Return the data of a component of version 2 as it travels: JSON, in which bytes and tables are marked.

    Raises
    ------
    BidiComponentUnserializableDataError
        If it is neither JSON, bytes, a table, nor a dict of JSON and tables.
    StreamlitAPIException
        If it is too large.
    """
    try:
        text = json_of(_marked(data))
    except (TypeError, ValueError, RecursionError) as error:
        raise component_messages.no_data(name, error) from None
    media_messages.check_size("components.v2.component", len(text), name)
    return text


def _marked(data: Any) -> dict[str, Any]:
    if isinstance(data, (bytes, bytearray)):
        return {"bytes": base64.b64encode(data).decode()}
    if isinstance(data, Mapping):
        return {"json": {name: _plain(part) for name, part in data.items()}}
    return {"json": _plain(data)}


def _plain(value: Any) -> Any:
    """Return a table as its rows, each by column; anything else as it is."""
    if isinstance(value, (Mapping, list, tuple, str)) or not is_frame_like(value):
        return value
    if hasattr(value, "ndim") and not is_frame(value):
        return value.tolist()
    frame = pandas_of(value)
    orient = "records" if hasattr(frame, "columns") else "values"
    return json.loads(frame.to_json(date_format="iso", orient=orient))


def pandas_of(value: Any) -> Any:
    """Return a table of any make as one of pandas."""
    if is_styler(value):
        value = value.data
    if callable(getattr(value, "collect", None)):
        value = value.collect()
    if callable(getattr(value, "to_pandas", None)):
        value = value.to_pandas()
    return value if is_frame(value) else importlib.import_module("pandas").DataFrame(value)
