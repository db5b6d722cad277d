"""How the author of a pandas Styler wants cells to look: their texts and their colours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jupyter_session_state.elements.grid_columns import GridColumn
from jupyter_session_state.elements.grid_values import Grid, Rows

MOST_CELLS: Final = 262_144
"""Of larger frames the styles are not worked out: that takes too long."""

_COLOR = re.compile(r"[#\w\s(),.%/-]{1,60}")

Look = list[Any]
"""Row and column in the part, text, colour of the ground, colour of the text; None for what is as usual."""


def looks_of(grid: Grid, columns: Sequence[GridColumn], rows: Rows) -> list[Look]:
    """Return how the cells of some rows look, where that is not as usual."""
    if grid.styled is None:
        return []
    styles = _styles(grid.styled) if grid.total_rows * len(grid.names) <= MOST_CELLS else {}
    found = []
    for number, column in enumerate(columns):
        if column.is_index:
            continue
        values = grid.column(column.position, rows)
        for offset, (row, value) in enumerate(zip(rows, values, strict=True)):
            place = (row, column.position)
            look = [_text(grid.formats.get(place), value), *_colors(styles.get(place, ()))]
            if any(part is not None for part in look):
                found.append([offset, number, *look])
    return found


def _styles(styled: Any) -> Mapping[tuple[int, int], Sequence[tuple[str, Any]]]:
    """Return the author's styles by cell; nothing if they cannot be worked out."""
    if not getattr(styled, "ctx", None):
        try:
            styled._compute()  # noqa: SLF001 - no other way to the styles but through HTML
        except Exception:  # noqa: BLE001 - the author's functions; the values are shown all the same
            return {}
    styles: Mapping[tuple[int, int], Sequence[tuple[str, Any]]] = getattr(styled, "ctx", {})
    return styles


def _text(write: Any, value: Any) -> str | None:
    if write is None:
        return None
    try:
        return str(write(value))[:500]
    except Exception:  # noqa: BLE001 - the author's function; the value is shown as usual
        return None


def _colors(style: Sequence[tuple[str, Any]]) -> tuple[str | None, str | None]:
    said = {str(name).strip(): str(value).strip() for name, value in style}
    return _color(said.get("background-color") or said.get("background")), _color(said.get("color"))


def _color(value: str | None) -> str | None:
    return value if value and _COLOR.fullmatch(value) else None
