"""What is selected in a table: what session state shows of it, and what may come from a browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jupyter_session_state.elements import column_messages
from jupyter_session_state.elements.editor_state import ReadOnlyDict

ROW_MODES: Final = ("single-row", "single-row-required", "multi-row")
COLUMN_MODES: Final = ("single-column", "multi-column")
CELL_MODES: Final = ("single-cell", "multi-cell")
MODES: Final = (*ROW_MODES, *COLUMN_MODES, *CELL_MODES)

MOST: Final = 1_000_000
"""How many rows or cells one browser may select."""


class DataframeState(ReadOnlyDict):
    """What a user selected in `st.dataframe`. Mirrors ``streamlit.typing.DataframeState``.

    Attributes
    ----------
    selection
        ``rows``: positions of rows in the data; ``columns``: names; ``cells``: pairs of both.
    """

    @classmethod
    def of(
        cls, rows: Iterable[int] = (), columns: Iterable[str] = (), cells: Iterable[tuple[int, str]] = ()
    ) -> DataframeState:
        """Return a state with this selection."""
        parts = {"rows": list(rows), "columns": list(columns), "cells": list(cells)}
        return cls({"selection": ReadOnlyDict(parts)})


def modes_of(given: Any) -> tuple[str, ...]:
    """Return what may be selected.

    Raises
    ------
    StreamlitValueError
        If there is no such mode.
    StreamlitIncompatibleParametersError
        If two of them do not go together.
    """
    asked = {given} if isinstance(given, str) else set(given)
    if not asked <= set(MODES):
        raise column_messages.unknown_modes(given, list(MODES))
    for family in (ROW_MODES, COLUMN_MODES, CELL_MODES):
        several = [mode for mode in family if mode in asked]
        if len(several) > 1:
            raise column_messages.modes_exclude(*several[:2])
    return tuple(mode for mode in MODES if mode in asked)


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be selected in a table.

    Parameters
    ----------
    modes
        The selection modes.
    rows
        How many rows there are.
    columns
        The names of its columns.
    """

    modes: tuple[str, ...]
    rows: int
    columns: frozenset[str]

    def decode(self, wire: Any) -> DataframeState:
        """Return what a browser sent, if this table lets one select it.

        Raises
        ------
        TypeError, ValueError
            If not.
        """
        if not isinstance(wire, dict) or not wire.keys() <= {"rows", "columns", "cells"}:
            raise TypeError(f"expected rows, columns and cells, not {repr(wire)[:100]}")
        parts = {name: _list(wire.get(name, [])) for name in ("rows", "columns", "cells")}
        for name, family in (("rows", ROW_MODES), ("columns", COLUMN_MODES), ("cells", CELL_MODES)):
            self._check_number(name, parts[name], family)
        cells = [(self._row(_pair(cell)[0]), self._column(_pair(cell)[1])) for cell in parts["cells"]]
        rows, columns = map(self._row, parts["rows"]), map(self._column, parts["columns"])
        return DataframeState.of(self._required(list(rows)), columns, cells)

    def _check_number(self, name: str, items: list[Any], family: tuple[str, ...]) -> None:
        mode = next((mode for mode in family if mode in self.modes), None)
        if items and mode is None:
            raise ValueError(f"no {name} can be selected here")
        if len(items) > 1 and mode is not None and mode.startswith("single"):
            raise ValueError(f"one of the {name} can be selected here, not {len(items)}")

    def _row(self, row: Any) -> int:
        if isinstance(row, bool) or not isinstance(row, int) or not 0 <= row < self.rows:
            raise ValueError(f"there is no row {repr(row)[:50]} of {self.rows}")
        return row

    def _column(self, name: Any) -> str:
        if not isinstance(name, str) or name not in self.columns:
            raise ValueError(f"there is no column {repr(name)[:50]}")
        return name

    def _required(self, rows: list[int]) -> list[int]:
        return [0] if not rows and self.rows and "single-row-required" in self.modes else rows

    def check(self, value: Any) -> DataframeState:
        """Return a selection without what this table does not have, the very same if it has all.

        Raises
        ------
        StreamlitAPIException
            If it is none.
        """
        selection = value.get("selection") if isinstance(value, Mapping) else None
        if not isinstance(selection, Mapping):
            raise column_messages.no_selection(value)
        rows = self._kept(selection.get("rows"), ROW_MODES, self._row)
        columns = self._kept(selection.get("columns"), COLUMN_MODES, self._column)
        cells = self._kept(selection.get("cells"), CELL_MODES, self._cell)
        checked = DataframeState.of(self._required(rows), columns, cells)
        return value if isinstance(value, DataframeState) and value == checked else checked

    def _kept(self, given: Any, family: tuple[str, ...], read: Any) -> list[Any]:
        mode = next((mode for mode in family if mode in self.modes), None)
        if mode is None or not isinstance(given, (list, tuple)):
            return []
        kept = list(dict.fromkeys(found for item in given if (found := _or_none(read, item)) is not None))
        return kept[:1] if mode.startswith("single") else kept

    def _cell(self, cell: Any) -> tuple[int, str]:
        row, column = _pair(cell)
        return self._row(row), self._column(column)


def encode(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return a selection in the form in which it travels."""
    selection = dict(state["selection"])
    return {**selection, "cells": [list(cell) for cell in selection["cells"]]}


def _or_none(read: Any, item: Any) -> Any:
    try:
        return read(item)
    except (TypeError, ValueError):
        return None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, not {repr(value)[:100]}")
    if len(value) > MOST:
        raise ValueError(f"more than {MOST:,} at once")
    return value


def _pair(cell: Any) -> tuple[Any, Any]:
    if not isinstance(cell, (list, tuple)) or len(cell) != 2:
        raise TypeError(f"expected row and column, not {repr(cell)[:100]}")
    return cell[0], cell[1]
