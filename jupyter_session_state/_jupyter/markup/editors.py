"""A table that can be edited, as it stood: the data with what the user changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.element import Table
from jupyter_session_state._jupyter.markup.tables import table_html, table_text

if TYPE_CHECKING:
    from jupyter_session_state._core.element import Element

NUMERIC = ("integer", "number")


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
    props, changes = element.props, element.value if isinstance(element.value, dict) else {}
    columns: list[Mapping[str, Any]] = props["columns"]
    names = [column["name"] for column in columns]
    edited, gone = changes.get("edited_rows", {}), set(changes.get("deleted_rows", ()))
    rows = [
        _row(names, row, edited.get(str(number), {}))
        for number, row in enumerate(props["rows"])
        if number not in gone
    ]
    added = [_row(names, [None] * len(names), cells) for cells in changes.get("added_rows", ())]
    return Table(
        columns=tuple(str(column["label"]) for column in columns),
        rows=tuple(rows + added),
        numeric=tuple(column["field"] in NUMERIC for column in columns),
        index_columns=int(names[:1] == ["_index"]),
        total_rows=props["total_rows"] - len(gone) + len(added),
        total_columns=props["total_columns"],
    )


def _row(names: list[str], row: list[Any], cells: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_text(cells.get(name, content)) for name, content in zip(names, row, strict=True))


def _text(content: Any) -> str:
    if isinstance(content, bool):
        return "yes" if content else "no"
    return "" if content is None else str(content)
