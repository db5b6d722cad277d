"""A table that can be edited, as it stood: the data with what the user changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Table
from jupyter_session_state._jupyter.markup.tables import table_html, table_text

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Element
    from jupyter_session_state.elements.grid_data import GridData

NUMERIC = ("integer", "float", "decimal", "seconds")

ROWS = 200


def editor_html(element: Element, *, max_rows: int | None = None) -> str:
    """Draw it as a table to read."""
    props = element.props
    shown = {"table": editor_table(element), "alt": props.get("alt"), "height": props.get("height")}
    return table_html(shown, max_rows=max_rows)


def editor_text(element: Element) -> str:
    """Name it in a few words."""
    return table_text({"table": editor_table(element)})


def editor_table(element: Element) -> Table:
    """Return what an editor shows."""
    data: GridData = element.props["grid"].value
    changes = element.value if isinstance(element.value, dict) else {}
    names = [column.name for column in data.columns]
    edited, gone = changes.get("edited_rows", {}), set(changes.get("deleted_rows", ()))
    rows = [
        _row(names, row, edited.get(str(number), {}))
        for number, row in enumerate(zip(*data.block(0, ROWS)["columns"], strict=True))
        if number not in gone
    ]
    added = [_row(names, [None] * len(names), cells) for cells in changes.get("added_rows", ())]
    return Table(
        columns=tuple(column.label for column in data.columns),
        rows=tuple(rows + added),
        numeric=tuple(column.kind in NUMERIC for column in data.columns),
        index_columns=sum(1 for column in data.columns if column.is_index),
        total_rows=data.grid.total_rows - len(gone) + len(added),
        total_columns=data.total_columns,
    )


def _row(names: list[str], row: Sequence[Any], cells: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_text(cells.get(name, content)) for name, content in zip(names, row, strict=True))


def _text(content: Any) -> str:
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, list):
        return ", ".join(map(_text, content))
    return "" if content is None else str(content)
