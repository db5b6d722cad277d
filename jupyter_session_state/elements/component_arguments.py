"""What a component of version 1 is given: JSON, with bytes and tables beside it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from jupyter_session_state.elements import component_messages, media_messages
from jupyter_session_state.elements.component_data import pandas_of
from jupyter_session_state.elements.component_values import json_of
from jupyter_session_state.elements.component_wires import table_of
from jupyter_session_state.elements.frames import is_frame_like


def arguments_text(name: str, arguments: Mapping[str, Any]) -> str:
    """Return arguments as they travel.

    Raises
    ------
    MarshallComponentException
        If one of them cannot.
    StreamlitAPIException
        If they are too large.
    """
    told: dict[str, dict[str, Any]] = {"args": {}, "bytes": {}, "tables": {}}
    for parameter, value in arguments.items():
        if isinstance(value, (bytes, bytearray, memoryview)):
            told["bytes"][parameter] = base64.b64encode(value).decode()
        elif not isinstance(value, (Mapping, list, tuple, str)) and is_frame_like(value):
            told["tables"][parameter] = _table(name, parameter, value)
        else:
            told["args"][parameter] = value
    try:
        text = json_of(told)
    except (TypeError, ValueError, RecursionError) as error:
        raise component_messages.no_argument(name, error) from None
    media_messages.check_size("components.v1.declare_component", len(text), name)
    return text


def _table(name: str, parameter: str, value: Any) -> dict[str, str]:
    try:
        frame = pandas_of(value)
        return table_of(frame.to_frame() if not hasattr(frame, "columns") else frame)
    except ImportError as error:
        raise component_messages.no_argument(
            name, f"{parameter} is a table, which needs {error.name}: pip install {error.name}"
        ) from None
