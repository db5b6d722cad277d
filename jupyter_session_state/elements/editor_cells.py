"""The cells of an editor as they travel: plain values, and how each column is edited."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jupyter_session_state.elements.editor_columns import INDEX, LARGEST, Column
from jupyter_session_state.elements.editor_frames import Frame, pandas

SHOWN_ROWS, SHOWN_COLUMNS, SHOWN_CELLS = 200, 50, 4000
"""How much of a table is shown to be edited, each cell a field of its own; all of it is returned."""

_FIELDS = {
    "integer": "integer",
    "float": "number",
    "timedelta": "number",
    "boolean": "checkbox",
    "date": "date",
    "time": "time",
    "datetime": "datetime-local",
}
"""By what cells hold, what they are edited with; all else is a text."""


def view_cells(
    frame: Frame, columns: Sequence[Column], *, hidden: frozenset[str], order: Sequence[str] | None
) -> dict[str, Any]:
    """Return the props that show a frame.

    Parameters
    ----------
    frame
        The data, without what the user changed.
    columns
        All its columns, the index first.
    hidden
        Names of columns that are not shown.
    order
        Names of columns to show, in this order; all if not given.
    """
    shown = [c for c in _ordered(columns, order) if c.name not in hidden][:SHOWN_COLUMNS]
    head = frame.iloc[: min(SHOWN_ROWS, SHOWN_CELLS // max(len(shown), 1))]
    sources = [head.index if c.name == INDEX else head[c.name] for c in shown]
    cells = [_Cells(column, source) for column, source in zip(shown, sources, strict=True)]
    return {
        "columns": [one.told() for one in cells],
        "rows": [list(row) for row in zip(*(one.values for one in cells), strict=True)],
        "total_rows": len(frame),
        "total_columns": len(frame.columns),
    }


def _ordered(columns: Sequence[Column], order: Sequence[str] | None) -> list[Column]:
    if order is None:
        return list(columns)
    known = {column.name: column for column in columns}
    return [columns[0], *(known[name] for name in dict.fromkeys(order) if name in known and name != INDEX)]


class _Cells:
    """The cells of one column."""

    def __init__(self, column: Column, source: Any) -> None:
        self.column = column
        self.field = _FIELDS.get(column.kind, "text")
        items = source.tolist()
        if self._is_too_much(source, items):
            self.field = "text"
        show = _SHOWN.get(self.field, _text) if column.kind != "timedelta" else _seconds
        self.values = [None if _is_missing(item) else show(item) for item in items]
        categories = getattr(source.dtype, "categories", None)
        self.options = None if categories is None else [str(option) for option in categories.tolist()]

    @staticmethod
    def _is_too_much(source: Any, items: Sequence[Any]) -> bool:
        """Whether JSON, or the browser's fields, cannot hold what is in the column."""
        if getattr(source.dtype, "tz", None) is not None:
            return True
        numbers = [item for item in items if isinstance(item, (int, float)) and not isinstance(item, bool)]
        return any(math.isinf(n) or (isinstance(n, int) and abs(n) > LARGEST) for n in numbers)

    def told(self) -> dict[str, Any]:
        """Return what the view has to know of the column."""
        field = "select" if self.options is not None and self.column.kind == "string" else self.field
        return {
            "name": self.column.name,
            "label": self.column.label,
            "field": field,
            "editable": self.column.editable and self.column.kind != "list",
            "options": self.options if field == "select" else None,
        }


def _is_missing(item: Any) -> bool:
    if item is None:
        return True
    missing = pandas().isna(item)
    return missing is True or (type(missing).__name__ == "bool_" and bool(missing))


def _text(item: Any) -> str:
    return item if isinstance(item, str) else str(item)


def _seconds(item: Any) -> float:
    return float(item.total_seconds())


_SHOWN: Mapping[str, Callable[[Any], Any]] = {
    "integer": int,
    "number": float,
    "checkbox": bool,
    "date": lambda item: item.isoformat(),
    "time": lambda item: item.isoformat(timespec="seconds"),
    "datetime-local": lambda item: item.isoformat(timespec="seconds"),
}
"""By the field that edits it, how a value travels."""
