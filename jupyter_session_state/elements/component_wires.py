"""The value of a component of version 1 as it travels: JSON, bytes or a table."""

from __future__ import annotations

import base64
import importlib
import io
from typing import Any

from jupyter_session_state.elements.component_values import checked_names
from jupyter_session_state.elements.frames import is_frame


def value_of(wire: Any) -> Any:
    """Return what a page set; raises TypeError or ValueError for what none can set."""
    if wire is None:
        return None
    found = checked_names(wire)
    if found.keys() == {"json"}:
        return found["json"]
    if found.keys() == {"bytes"}:
        return base64.b64decode(found["bytes"], validate=True)
    if found.keys() == {"table"} and isinstance(found["table"], dict):
        return _frame_of(found["table"])
    raise TypeError("expected JSON, bytes or a table")


def wire_of(value: Any) -> dict[str, Any] | None:
    """Return how a value travels; raises TypeError or ValueError for what cannot."""
    if value is None:
        return None
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": base64.b64encode(value).decode()}
    if is_frame(value):
        return {"table": table_of(value)}
    return checked_names({"json": value})


def table_of(frame: Any) -> dict[str, str]:
    """Return a frame of pandas as pages of components take it: cells, names of rows and of columns, each in Arrow.

    Raises
    ------
    ImportError
        If pyarrow is not there.
    """
    pandas = importlib.import_module("pandas")
    names = {
        part: pandas.DataFrame([list(name) if isinstance(name, tuple) else name for name in index])
        for part, index in (("index", frame.index), ("columns", frame.columns))
    }
    return {part: _arrow(table) for part, table in {"data": frame, **names}.items()}


def _arrow(frame: Any) -> str:
    arrow = importlib.import_module("pyarrow")
    table = arrow.Table.from_pandas(frame)
    # Pages often have an older reader, which does not know the types for very long columns.
    small = [f.with_type(arrow.string()) if f.type == arrow.large_string() else f for f in table.schema]
    table = table.cast(arrow.schema(small, metadata=table.schema.metadata))
    sink = io.BytesIO()
    with arrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return base64.b64encode(sink.getvalue()).decode()


def _frame_of(parts: dict[str, Any]) -> Any:
    try:
        arrow = importlib.import_module("pyarrow")
        pandas = importlib.import_module("pandas")
    except ImportError as error:
        raise ValueError(f"a table was sent, and {error.name} is not installed") from None
    tables = {}
    for part in ("data", "index", "columns"):
        stream = base64.b64decode(parts.get(part, ""), validate=True)
        tables[part] = arrow.ipc.open_stream(stream).read_pandas()
    rows, columns = (_names(tables[part]) for part in ("index", "columns"))
    return pandas.DataFrame(tables["data"].to_numpy(), index=rows, columns=columns)


def _names(table: Any) -> Any:
    levels = table.to_numpy().T.tolist()
    return levels[0] if len(levels) == 1 else levels
