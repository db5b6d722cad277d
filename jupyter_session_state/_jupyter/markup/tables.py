"""A frame's cells as an HTML table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jupyter_session_state._jupyter.markup.escape import escape, shorten
from jupyter_session_state._jupyter.markup.markdown import label_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jupyter_session_state._core.element import Table

CELL_LIMIT: Final = 1_000  # characters of one cell
CELLS_LIMIT: Final = 20_000  # cells of one table: beyond, a page becomes slow
COLUMNS_LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class _Shown:
    """Which part of a table is shown."""

    table: Table
    columns: range
    rows: int
    write: Callable[[str], str]

    @property
    def headers(self) -> int:
        """How many of the shown columns are the index."""
        return sum(1 for column in self.columns if column < self.table.index_columns)


def table_html(props: Mapping[str, Any], *, max_rows: int | None = None) -> str:
    """Draw a table that scrolls in its own box, with a line below when not all of it is shown."""
    props = with_table(props)
    table: Table = props["table"]
    hide_index, markdown = bool(props.get("hide_index")), bool(props.get("markdown"))
    shown = _shown(table, max_rows, hide_index=hide_index, markdown=markdown)
    label = escape(props.get("alt") or _size_text(table))
    body = "".join(_row(shown, row) for row in table.rows[: shown.rows])
    head = "" if props.get("hide_header") else f"<thead><tr>{''.join(_header_cells(shown))}</tr></thead>"
    return (
        f'<div class="jss-table-box{_classes_of(props)}" tabindex="0" role="group" aria-label="{label}"'
        f"{_box_style(props)}><table>{head}"
        f"<tbody>{body}</tbody></table>{'' if body else _EMPTY}</div>{_footnote(shown)}"
    )


_EMPTY: Final = '<p class="jss-table-empty">empty</p>'


def table_text(props: Mapping[str, Any]) -> str:
    """Name the table in a few words."""
    return f"[table: {_size_text(with_table(props)['table'])}]"


def with_table(props: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return props with the table of texts that a grid begins with, if it is not there yet."""
    return props if "table" in props else {**props, "table": props["grid"].value.table()}


def _shown(table: Table, max_rows: int | None, *, hide_index: bool, markdown: bool) -> _Shown:
    first = table.index_columns if hide_index else 0
    columns = range(first, min(len(table.columns), COLUMNS_LIMIT))
    affordable = CELLS_LIMIT // max(len(columns), 1)
    limits = [len(table.rows), affordable] + ([] if max_rows is None else [max_rows])
    return _Shown(table, columns, min(limits), _markdown if markdown else _text)


def _header_cells(shown: _Shown) -> Iterator[str]:
    for column in shown.columns:
        classes, text = _classes(shown.table, column), shown.write(shown.table.columns[column])
        # An index seldom has a name, and a screen reader stumbles over a header that says nothing.
        yield f'<th scope="col"{classes}>{text}</th>' if text else f"<td{classes}></td>"


def _row(shown: _Shown, row: tuple[str, ...]) -> str:
    cells = (_cell(shown, column, row[column]) for column in shown.columns if column < len(row))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(shown: _Shown, column: int, text: str) -> str:
    classes = _classes(shown.table, column)
    if column < shown.table.index_columns:
        return f'<th scope="row"{classes}>{shown.write(text)}</th>'
    return f"<td{classes}>{shown.write(text)}</td>"


def _classes(table: Table, column: int) -> str:
    numeric = column < len(table.numeric) and table.numeric[column]
    return ' class="jss-num"' if numeric else ""


def _text(text: str) -> str:
    return escape(shorten(str(text), CELL_LIMIT))


def _markdown(text: str) -> str:
    return label_html(shorten(str(text), CELL_LIMIT))


def _total_rows(table: Table) -> int:
    return max(table.total_rows, len(table.rows))


def _total_columns(table: Table) -> int:
    return max(table.total_columns, len(table.columns) - table.index_columns)


def _size_text(table: Table) -> str:
    rows, columns = _total_rows(table), _total_columns(table)
    return f"{rows:,} row{'s' * (rows != 1)}, {columns:,} column{'s' * (columns != 1)}"


def _footnote(shown: _Shown) -> str:
    rows, columns = _total_rows(shown.table), _total_columns(shown.table)
    seen = len(shown.columns) - shown.headers
    parts = []
    if rows > shown.rows:
        parts.append(f"first {shown.rows:,} of {rows:,} rows")
    if columns > seen:
        parts.append(f"first {seen:,} of {columns:,} columns")
    return f'<p class="jss-table-note">showing {", ".join(parts)}</p>' if parts else ""


def _classes_of(props: Mapping[str, Any]) -> str:
    found = " jss-content" if props.get("width") == "content" else ""
    if "border" in props:
        found += {True: " jss-bordered", "horizontal": " jss-lined"}.get(props["border"], " jss-bare")
    return found


def _box_style(props: Mapping[str, Any]) -> str:
    parts = []
    if _is_pixels(height := props.get("height")):
        parts.append(f"max-height:{height}px")
    elif height == "content":
        parts.append("max-height:none")
    if _is_pixels(width := props.get("width")):
        parts.append(f"width:{width}px")
    return f' style="{";".join(parts)}"' if parts else ""


def _is_pixels(size: object) -> bool:
    return isinstance(size, int) and not isinstance(size, bool) and size > 0
