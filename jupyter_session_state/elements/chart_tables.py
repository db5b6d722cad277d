"""Tables of columns, in the one binary value that travels to a chart."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jupyter_session_state._core.element import Blob
from jupyter_session_state.elements.chart_columns import Column, column_of
from jupyter_session_state.elements.chart_frames import ChartFrame

MIME = "application/x-jss-columns"
_ALIGNED = 8


@dataclass(frozen=True, slots=True)
class Stack:
    """Columns that are drawn one after the other: their values as one field, their names as another."""

    columns: tuple[str, ...]
    names: tuple[str, ...]
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class ChartTable:
    """One table, by the fields of its columns."""

    rows: int
    columns: Mapping[str, Column] = field(default_factory=dict)
    stack: Stack | None = None

    @property
    def points(self) -> int:
        """How many rows there are once columns are stacked."""
        return self.rows * (1 if self.stack is None else len(self.stack.columns))


def table_of(frame: ChartFrame) -> ChartTable:
    """Return all columns of a frame, by their names as texts."""
    columns = {str(name): column_of(frame.column(p)) for p, name in enumerate(frame.names)}
    return ChartTable(frame.rows, columns)


def pack(tables: Mapping[str, ChartTable]) -> Blob:
    """Return tables as one binary value: the length of a header, the header, and the bytes of the columns."""
    parts: list[bytes] = []
    told: dict[str, Any] = {}
    place = 0
    for name, table in tables.items():
        columns = []
        for field_name, column in table.columns.items():
            columns.append(_told(field_name, column, place))
            parts.append(_padded(column.data))
            place += len(parts[-1])
        told[name] = {"rows": table.rows, "columns": columns, "stack": _stack(table.stack)}
    header = _padded(json.dumps(told, separators=(",", ":")).encode(), b" ")
    return Blob(b"".join([len(header).to_bytes(_ALIGNED, "little"), header, *parts]), MIME)


def _told(name: str, column: Column, place: int) -> dict[str, Any]:
    words: Sequence[str] = column.words
    return {"name": name, "kind": column.kind, "at": place, **({"words": words} if words else {})}


def _stack(stack: Stack | None) -> dict[str, Any] | None:
    if stack is None:
        return None
    return {"columns": stack.columns, "names": stack.names, "value": stack.value, "name": stack.name}


def _padded(data: bytes, fill: bytes = b"\0") -> bytes:
    return data + fill * (-len(data) % _ALIGNED)
