"""The data of one grid on the page: its columns, its rows in parts, sorted, searched, saved."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jupyter_session_state._core.element import Table
from jupyter_session_state.elements.grid_cells import full_text, is_missing, short_text
from jupyter_session_state.elements.grid_columns import GridColumn
from jupyter_session_state.elements.grid_looks import looks_of
from jupyter_session_state.elements.grid_values import Grid, Rows
from jupyter_session_state.elements.tables import texts_of

BLOCK: Final = 100
"""How many rows go to the page at once."""

BLOCK_CELLS: Final = 10_000
"""How many cells go at once, where there are many columns."""

FIRST_BYTES: Final = 100_000
"""How much the first rows may come to."""

MOST_FOUND: Final = 500
"""How many cells a search finds at most."""

PIECE_CELLS: Final = 100_000
"""How many cells are searched or written at once: the kernel has other things to do."""


class Sorting(NamedTuple):
    """By which column rows are sorted."""

    position: int
    down: bool


class GridData:
    """What the views of one grid read.

    Parameters
    ----------
    grid
        The data.
    make_columns
        Returns the columns to show, and how many columns the data has; called when they are needed first.
    version
        Tells it from other data, and from the same with other columns.
    """

    def __init__(
        self, grid: Grid, make_columns: Callable[[], tuple[list[GridColumn], int]], version: str
    ) -> None:
        self.grid = grid
        self.version = version
        self._make_columns = make_columns
        self._made: tuple[list[GridColumn], int] | None = None
        self._orders: dict[Sorting, Sequence[int]] = {}

    @property
    def columns(self) -> list[GridColumn]:
        """The columns to show, the index first."""
        return self._columns()[0]

    @property
    def total_columns(self) -> int:
        """How many columns there are, without the index."""
        return self._columns()[1]

    def _columns(self) -> tuple[list[GridColumn], int]:
        if self._made is None:
            self._made = self._make_columns()
        return self._made

    # -- rows ----------------------------------------------------------------------------------------------

    @property
    def block_rows(self) -> int:
        """How many rows go to the page at once."""
        return max(1, min(BLOCK, BLOCK_CELLS // max(1, len(self.columns))))

    def first(self) -> dict[str, Any]:
        """Return the first rows: as many as are not too much."""
        count = self.block_rows
        while True:
            block = self.block(0, count)
            if count == 1 or len(json.dumps(block)) <= FIRST_BYTES:
                return block
            count = max(1, count // 2)

    def block(self, start: int, count: int, sorting: Sorting | None = None) -> dict[str, Any]:
        """Return some rows as they travel, with their positions in the data if they are sorted."""
        stop = min(start + count, self.grid.total_rows)
        rows = self._rows(range(min(start, stop), stop), sorting)
        columns = [column.cells(self.grid.values(column.position, rows)) for column in self.columns]
        block: dict[str, Any] = {"start": start, "columns": columns, "count": len(rows)}
        if sorting is not None:
            block["positions"] = list(rows)
        looks = looks_of(self.grid, self.columns, rows)
        if looks:
            block["looks"] = looks
        return block

    def _rows(self, rows: range, sorting: Sorting | None) -> Rows:
        if sorting is None:
            return rows
        return [int(position) for position in self.ordered(sorting)[rows.start : rows.stop]]

    def ordered(self, sorting: Sorting) -> Sequence[int]:
        """Return the positions of all rows in an order."""
        if sorting not in self._orders:
            if len(self._orders) > 1:
                self._orders.clear()
            self._orders[sorting] = self._sorted(sorting)
        return self._orders[sorting]

    def _sorted(self, sorting: Sorting) -> Sequence[int]:
        if self.grid.order is not None:
            try:
                return self.grid.order(sorting.position, sorting.down)
            except (TypeError, ValueError, LookupError, AttributeError, NotImplementedError):
                pass  # values that cannot be compared
        values = self.grid.values(sorting.position, range(self.grid.total_rows))
        present = [row for row, value in enumerate(values) if not is_missing(value)]
        missing = [row for row, value in enumerate(values) if is_missing(value)]
        try:
            present.sort(key=lambda row: values[row], reverse=sorting.down)
        except TypeError:
            present.sort(key=lambda row: _sort_key(values[row]), reverse=sorting.down)
        return [*present, *missing]

    # -- looking for something -----------------------------------------------------------------------------

    def find(
        self, text: str, sorting: Sorting | None = None, start: int = 0
    ) -> tuple[list[tuple[int, int]], int | None]:
        """Look for a text, whatever its case, in as many rows as do not take long.

        Returns
        -------
        cells, next
            Row and column of the cells that hold it; at which row to go on, or None if that was all.
        """
        needle = text.casefold()
        rows, after = self._piece(start)
        if not needle:
            return [], None
        at = self._rows(rows, sorting)
        found = sorted(
            (start + row, number)
            for number, column in enumerate(self.columns)
            if _may_hold(column.kind, needle)
            for row in _matches(self.grid.values(column.position, at), column.kind, needle)
        )
        return found[:MOST_FOUND], after

    def _piece(self, start: int) -> tuple[range, int | None]:
        """Return the rows of a piece of work, and where the next begins."""
        total = self.grid.total_rows
        stop = min(total, start + max(1, PIECE_CELLS // max(1, len(self.columns))))
        return range(min(start, total), stop), stop if stop < total else None

    def cell(self, row: int, column: int) -> Any:
        """Return the value of one cell, by its position in the data and among the columns shown."""
        return self.grid.values(self.columns[column].position, [row])[0]

    # -- as a whole ----------------------------------------------------------------------------------------

    def table(self) -> Table:
        """Return the beginning as texts."""
        data = [column for column in self.columns if not column.is_index]
        table = texts_of(self.grid, [c.position for c in data], [c.label for c in data])
        hidden = len(self.grid.index) if not any(c.is_index for c in self.columns) else 0
        return Table(
            table.columns[hidden:],
            tuple(row[hidden:] for row in table.rows),
            table.numeric[hidden:],
            table.index_columns - hidden,
            table.total_rows,
            self.total_columns,
        )

    def csv(self, sorting: Sorting | None = None, start: int = 0) -> tuple[bytes, int | None]:
        """Return some rows as a part of a file for spreadsheets, and where the next part begins."""
        rows, after = self._piece(start)
        at = self._rows(rows, sorting)
        columns = [self.grid.values(column.position, at) for column in self.columns]
        texts = [["" if is_missing(v) else full_text(v) for v in values] for values in columns]
        head = [] if start else [[column.label for column in self.columns]]
        return _csv_text([*head, *zip(*texts, strict=True)]).encode("utf-8", "replace"), after


def _csv_text(rows: Any) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _sort_key(value: Any) -> tuple[str, Any]:
    """Return a key by which values of several kinds can be sorted: numbers first, then by their texts."""
    if isinstance(value, (int, float)):
        return "", float(value)
    return type(value).__name__, short_text(value)


_NUMERIC = frozenset("0123456789.+-einfa,")


def _may_hold(kind: str, needle: str) -> bool:
    return kind not in ("integer", "float") or _NUMERIC.issuperset(needle)


def _matches(values: Sequence[Any], kind: str, needle: str) -> Iterator[int]:
    """Yield which of the values hold a text."""
    texts = list(map(str if kind in ("integer", "float") else _searched, values))
    if needle in "\n".join(texts).casefold():
        yield from (row for row, text in enumerate(texts) if needle in text.casefold())


def _searched(value: Any) -> str:
    if type(value) is str:
        return value
    return "" if is_missing(value) else full_text(value)


def sorting_of(data: GridData, asked: Any) -> Sorting | None:
    """Return how a page wants rows sorted, if it says so.

    Raises
    ------
    ValueError
        If it names no column.
    """
    if not isinstance(asked, Mapping):
        return None
    number = whole(asked.get("column"), len(data.columns))
    return Sorting(data.columns[number].position, bool(asked.get("down")))


def whole(number: Any, below: int) -> int:
    """Return a whole number that a page sent, if it is one.

    Raises
    ------
    ValueError
        If not, or if it is out of range.
    """
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < below:
        raise ValueError(f"expected a number below {below}, not {repr(number)[:50]}")
    return number
